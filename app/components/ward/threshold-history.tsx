import { useTranslation } from "react-i18next";

import { differences, holdsFrom, standingIn, type SpecificationVersion } from "../../domain/contract/specification";
import { fiscalYearName, shortDay } from "../../i18n/format";
import { differenceText } from "../../i18n/requirement-text";
import { DataTable, type Column } from "../data-table";
import { useLocale } from "../locale";
import { Moment } from "../moment";

/** The versions that changed thresholds, newest first: from when each holds, and what differed. */
export function ThresholdHistory({ versions }: { versions: SpecificationVersion[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const rows = versions
    .map((own, index) => {
      const before = versions[index + 1] ?? standingIn([], own.fiscalYear);
      const changed = differences(before.clauses, own.clauses);
      return { own, changed: changed.filter(({ key }) => key === "thresholds" || key === "returnDueDay") };
    })
    .filter(({ changed }) => changed.length > 0);
  if (rows.length === 0) return <p className="text-std-16N-170">{t("threshold.contract.historyEmpty")}</p>;
  const columns: Column<(typeof rows)[number]>[] = [
    {
      ...{ key: "version", title: t("threshold.contract.version"), rowHeader: true },
      cell: ({ own }) =>
        t("requirement.specification.versionOf", {
          ...{ year: fiscalYearName(own.fiscalYear, locale), version: own.version },
        }),
    },
    { key: "from", title: t("threshold.contract.from"), cell: ({ own }) => shortDay(holdsFrom(own), locale) },
    { key: "at", title: t("requirement.specification.savedAt"), cell: ({ own }) => <Moment at={own.createdAt} /> },
    {
      ...{ key: "by", title: t("requirement.specification.savedBy") },
      cell: ({ own }) => own.createdBy ?? t("requirement.specification.unknownAuthor"),
    },
    {
      ...{ key: "changes", title: t("requirement.specification.changes") },
      cell: ({ changed }) => (
        <ul>
          {changed.map((difference) => {
            const { name, before, after } = differenceText(t, locale, difference);
            return (
              <li key={difference.key} className="py-1">
                <span className="font-700">{name}</span>
                <span className="block">{t("requirement.specification.from", { value: before })}</span>
                <span className="block">{t("requirement.specification.to", { value: after })}</span>
              </li>
            );
          })}
        </ul>
      ),
    },
  ];
  return (
    <DataTable
      caption={t("threshold.contract.history")}
      {...{ columns, rows }}
      rowKey={({ own }) => `${own.fiscalYear} ${own.version}`}
      minWidth="min-w-[56rem]"
    />
  );
}
