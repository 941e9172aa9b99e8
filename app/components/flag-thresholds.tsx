import { useTranslation } from "react-i18next";

import type { RuleKey } from "../domain/flag/finding";
import { DEFAULT_THRESHOLDS, thresholdKeysOf, type ThresholdKey, type Thresholds } from "../domain/flag/thresholds";
import { thresholdValue } from "../i18n/threshold-text";
import { DataTable, type Column } from "./data-table";
import { useLocale } from "./locale";

type Props = { rule: RuleKey; raised: Partial<Thresholds> | null; today: Thresholds };

/** The thresholds a flag was raised under and, where they have changed since, those of today. */
export function FlagThresholds({ rule, raised, today }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  const keys = thresholdKeysOf(rule);
  if (keys.length === 0) return <p className="text-std-16N-170">{t("threshold.page.noThresholds")}</p>;
  const before = (key: ThresholdKey) => raised?.[key] ?? DEFAULT_THRESHOLDS[key];
  const isChanged = keys.some((key) => before(key) !== today[key]);
  const columns: Column<ThresholdKey>[] = [
    {
      ...{ key: "threshold", title: t("threshold.column.threshold"), rowHeader: true },
      cell: (key) => t(`threshold.key.${key}`),
    },
    {
      ...{ key: "raised", title: t("threshold.column.raised"), align: "end" },
      cell: (key) => thresholdValue(t, locale, key, before(key)),
    },
  ];
  const now: Column<ThresholdKey> = {
    ...{ key: "today", title: t("threshold.column.today"), align: "end" },
    cell: (key) => thresholdValue(t, locale, key, today[key]),
  };
  return (
    <>
      {isChanged && <p className="mb-2 text-std-16N-170">{t("threshold.page.changedNote")}</p>}
      <DataTable
        caption={t("threshold.page.thresholds")}
        columns={isChanged ? [...columns, now] : columns}
        rows={keys}
        rowKey={(key) => key}
        minWidth="min-w-[24rem]"
      />
    </>
  );
}
