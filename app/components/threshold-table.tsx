import { useTranslation } from "react-i18next";

import type { StoredThresholds, ThresholdKey, Thresholds } from "../domain/flag/thresholds";
import { DEFAULT_THRESHOLDS } from "../domain/flag/thresholds";
import { boundText, returnDueText, thresholdValue } from "../i18n/threshold-text";
import { DataTable, type Column } from "./data-table";
import { useLocale } from "./locale";
import { THRESHOLD_GROUPS } from "./threshold-fields";

type Props = { own: StoredThresholds; bounds: StoredThresholds; held: Thresholds; returnDueDay: number | null };

/** The thresholds that hold for a contract, rule by rule, with where each comes from. */
export function ThresholdTable({ own, bounds, held, returnDueDay }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  const value = (key: ThresholdKey, of: number) => thresholdValue(t, locale, key, of);
  const columns: Column<ThresholdKey>[] = [
    {
      key: "threshold",
      title: t("threshold.column.threshold"),
      rowHeader: true,
      cell: (key) => t(`threshold.key.${key}`),
    },
    { key: "held", title: t("threshold.column.held"), align: "end", cell: (key) => value(key, held[key]) },
    {
      ...{ key: "origin", title: t("threshold.column.origin") },
      cell: (key) => t(`threshold.origin.${originOf(own[key], held[key], bounds[key])}`),
    },
    {
      ...{ key: "default", title: t("threshold.column.default"), align: "end" },
      cell: (key) => value(key, DEFAULT_THRESHOLDS[key]),
    },
    {
      ...{ key: "bound", title: t("threshold.column.bound"), align: "end" },
      cell: (key) => boundText(t, locale, key, bounds[key]),
    },
  ];
  return THRESHOLD_GROUPS.map(({ rule, keys }) => (
    <div key={rule} className="mt-6">
      <h3 className="mb-2 text-std-17B-170">{t(`flag.rule.${rule}.name`)}</h3>
      {rule === "return.late" && (
        <p className="mb-2 text-std-16N-170">
          {t("threshold.returnDue.name")}: {returnDueText(t, returnDueDay)}
        </p>
      )}
      <DataTable caption={t(`flag.rule.${rule}.name`)} columns={columns} rows={keys} rowKey={(key) => key} />
    </div>
  ));
}

function originOf(own: number | undefined, held: number, bound: number | undefined): "own" | "bound" | "default" {
  if (own === held) return "own";
  return own === undefined && held !== bound ? "default" : held === bound ? "bound" : "default";
}
