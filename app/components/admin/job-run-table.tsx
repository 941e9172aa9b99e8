import { useTranslation } from "react-i18next";

import type { ShownRun } from "../../domain/job/shown-run";
import { shortDay } from "../../i18n/format";
import { DataTable, type Column } from "../data-table";
import { useLocale } from "../locale";
import { Moment } from "../moment";
import { jobWords } from "./job-words";

/** Runs of jobs with their state in a word and a mark, and what they counted. */
export function JobRunTable({ rows }: { rows: ShownRun[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const columns: Column<ShownRun>[] = [
    {
      key: "scheduledFor",
      title: t("admin.log.jobs.scheduledFor"),
      rowHeader: true,
      cell: (row) => <Moment at={row.scheduledFor} />,
    },
    { key: "job", title: t("admin.log.jobs.job"), cell: (row) => jobWords(t, row).job },
    {
      key: "day",
      title: t("admin.log.jobs.day"),
      cell: (row) => (row.day === null ? "—" : <span className="whitespace-nowrap">{shortDay(row.day, locale)}</span>),
    },
    { key: "scope", title: t("admin.log.jobs.scope"), cell: (row) => jobWords(t, row).scope },
    { key: "trigger", title: t("admin.log.jobs.trigger"), cell: (row) => jobWords(t, row).trigger },
    {
      key: "outcome",
      title: t("admin.log.jobs.outcome"),
      cell: (row) => {
        const again = row.attempts > 1 ? `（${t("admin.log.jobs.attempts", { count: row.attempts })}）` : "";
        return `${jobWords(t, row).state}${again}${row.error ? ` ${row.error}` : ""}`;
      },
    },
    { key: "counts", title: t("admin.log.jobs.counts"), cell: (row) => jobWords(t, row).counts || "—" },
    { key: "started", title: t("admin.log.jobs.started"), cell: (row) => <Moment at={row.startedAt} /> },
    { key: "ended", title: t("admin.log.jobs.took"), cell: (row) => <Moment at={row.endedAt} /> },
  ];
  return (
    <DataTable
      caption={t("admin.log.jobs.caption")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      minWidth="min-w-[70rem]"
    />
  );
}
