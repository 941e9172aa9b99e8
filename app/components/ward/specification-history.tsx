import { useTranslation } from "react-i18next";

import { differences, type SpecificationVersion } from "../../domain/contract/specification";
import { fiscalYearName } from "../../i18n/format";
import { differenceText } from "../../i18n/requirement-text";
import { DataTable, type Column } from "../data-table";
import { useLocale } from "../locale";
import { Moment } from "../moment";

type Row = { own: SpecificationVersion; before: SpecificationVersion | null };

/** The versions of a specification, newest first, each with what it changed of the one before it. */
export function SpecificationHistory({ versions }: { versions: SpecificationVersion[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  if (versions.length === 0) return <p className="text-std-16N-170">{t("requirement.specification.historyEmpty")}</p>;
  const columns: Column<Row>[] = [
    {
      ...{ key: "version", title: t("requirement.specification.history"), rowHeader: true },
      cell: ({ own }) =>
        t("requirement.specification.versionOf", {
          ...{ year: fiscalYearName(own.fiscalYear, locale), version: own.version },
        }),
    },
    { key: "at", title: t("requirement.specification.savedAt"), cell: ({ own }) => <Moment at={own.createdAt} /> },
    {
      ...{ key: "by", title: t("requirement.specification.savedBy") },
      cell: ({ own }) => own.createdBy ?? t("requirement.specification.unknownAuthor"),
    },
    { key: "changes", title: t("requirement.specification.changes"), cell: (row) => <Changes row={row} /> },
  ];
  return (
    <DataTable
      caption={t("requirement.specification.history")}
      columns={columns}
      rows={versions.map((own, index) => ({ own, before: versions[index + 1] ?? null }))}
      rowKey={({ own }) => `${own.fiscalYear} ${own.version}`}
      minWidth="min-w-[56rem]"
    />
  );
}

function Changes({ row: { own, before } }: { row: Row }) {
  const { t } = useTranslation();
  const locale = useLocale();
  if (!before) return t("requirement.specification.first");
  const changed = differences(before.clauses, own.clauses);
  if (changed.length === 0) return t("requirement.specification.same");
  return (
    <ul>
      {changed.map((difference) => {
        const { name, before: from, after: to } = differenceText(t, locale, difference);
        return (
          <li key={difference.key} className="py-1">
            <span className="font-700">{name}</span>
            <span className="block">{t("requirement.specification.from", { value: from })}</span>
            <span className="block">{t("requirement.specification.to", { value: to })}</span>
          </li>
        );
      })}
    </ul>
  );
}
