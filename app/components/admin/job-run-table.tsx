import { useTranslation } from "react-i18next";

import { DataTable, type Column } from "../data-table";
import { Moment } from "../moment";

export type JobRun = {
  id: string;
  job: string;
  scope: string;
  trigger: string;
  outcome: string | null;
  error: string | null;
  attempts: number;
  counts: Record<string, string | number>;
  scheduledFor: string;
  endedAt: string | null;
};

const COUNTS = ["asOf", "raised", "changed", "resolved", "open"] as const;
const TRIGGERS = ["schedule", "catch-up", "manual"] as const;
const OUTCOMES = ["done", "failed", "skipped"] as const;

/** Runs of jobs with their outcome in a word and a mark, and what they counted. */
export function JobRunTable({ rows }: { rows: JobRun[] }) {
  const { t } = useTranslation();
  const columns: Column<JobRun>[] = [
    {
      key: "scheduledFor",
      title: t("admin.log.jobs.scheduledFor"),
      rowHeader: true,
      cell: (row) => <Moment at={row.scheduledFor} />,
    },
    {
      key: "job",
      title: t("admin.log.jobs.job"),
      cell: (row) => (row.job === "evaluate" ? t("admin.log.jobs.name.evaluate") : row.job),
    },
    { key: "scope", title: t("admin.log.jobs.scope"), cell: (row) => row.scope },
    {
      key: "trigger",
      title: t("admin.log.jobs.trigger"),
      cell: (row) => t(`admin.log.jobs.triggers.${TRIGGERS.find((one) => one === row.trigger) ?? "manual"}`),
    },
    {
      key: "outcome",
      title: t("admin.log.jobs.outcome"),
      cell: (row) => {
        const word = t(`admin.log.jobs.outcomes.${OUTCOMES.find((one) => one === row.outcome) ?? "running"}`);
        const again = row.attempts > 1 ? `（${t("admin.log.jobs.attempts", { count: row.attempts })}）` : "";
        return `${word}${again}${row.error ? ` ${row.error}` : ""}`;
      },
    },
    {
      key: "counts",
      title: t("admin.log.jobs.counts"),
      cell: (row) =>
        COUNTS.flatMap((name) =>
          name in row.counts ? `${t(`admin.log.jobs.count.${name}`)} ${row.counts[name]}` : [],
        ).join("、") || "—",
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
