import { useTranslation } from "react-i18next";

import type { ShownRun } from "../../domain/job/shown-run";
import { DataTable, type Column } from "../data-table";
import { Moment } from "../moment";
import { jobWords } from "./job-words";

/** Runs of jobs with their outcome in a word and a mark, and what they counted. */
export function JobRunTable({ rows }: { rows: ShownRun[] }) {
  const { t } = useTranslation();
  const columns: Column<ShownRun>[] = [
    {
      key: "scheduledFor",
      title: t("admin.log.jobs.scheduledFor"),
      rowHeader: true,
      cell: (row) => <Moment at={row.scheduledFor} />,
    },
    {
      key: "job",
      title: t("admin.log.jobs.job"),
      cell: (row) => jobWords(t, row).job,
    },
    { key: "scope", title: t("admin.log.jobs.scope"), cell: (row) => row.scope },
    {
      key: "trigger",
      title: t("admin.log.jobs.trigger"),
      cell: (row) => jobWords(t, row).trigger,
    },
    {
      key: "outcome",
      title: t("admin.log.jobs.outcome"),
      cell: (row) => {
        const word = jobWords(t, row).outcome;
        const again = row.attempts > 1 ? `（${t("admin.log.jobs.attempts", { count: row.attempts })}）` : "";
        return `${word}${again}${row.error ? ` ${row.error}` : ""}`;
      },
    },
    {
      key: "counts",
      title: t("admin.log.jobs.counts"),
      cell: (row) => jobWords(t, row).counts || "—",
    },
    { key: "ended", title: t("admin.log.jobs.took"), cell: (row) => <Moment at={row.endedAt} /> },
  ];
  return (
    <DataTable
      caption={t("admin.log.jobs.caption")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      minWidth="min-w-[60rem]"
    />
  );
}
