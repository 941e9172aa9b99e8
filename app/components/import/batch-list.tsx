import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { totals, type Summary } from "../../domain/import/summary";
import { DataTable } from "../data-table";
import { Moment } from "../moment";
import { EmptyState } from "../page";

export type BatchRow = {
  id: string;
  status: "previewed" | "confirmed" | "discarded";
  createdAt: string;
  summary: Summary;
};

/** The contract's past imports, each a link to what it did. */
export function BatchList({ batches }: { batches: BatchRow[] }) {
  const { t } = useTranslation();
  if (batches.length === 0)
    return <EmptyState title={t("import.history.empty")}>{t("import.history.emptyHint")}</EmptyState>;
  return (
    <DataTable
      caption={t("import.history.title")}
      rows={batches}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "at",
          title: t("import.history.at"),
          rowHeader: true,
          cell: (row) => (
            <Link to={`/contractor/import/${row.id}`} className="link">
              <Moment at={row.createdAt} />
            </Link>
          ),
        },
        { key: "state", title: t("import.history.state"), cell: (row) => t(`import.state.${batchState(row)}`) },
        {
          key: "files",
          title: t("import.history.files"),
          cell: (row) => row.summary.files.map(({ file }) => file).join(", ") || "—",
        },
        {
          key: "counts",
          title: t("import.history.counts"),
          cell: (row) =>
            row.summary.ok
              ? t("import.history.countsOf", totals(row.summary.files))
              : t("import.history.problems", { count: row.summary.problemCount }),
        },
      ]}
    />
  );
}

/** A batch's state; one that cannot be confirmed says so. */
export function batchState(row: BatchRow): BatchRow["status"] | "problems" {
  return row.status === "previewed" && !row.summary.ok ? "problems" : row.status;
}
