import { useTranslation } from "react-i18next";

import type { JobKey } from "../../domain/job/timetable";
import { DataTable } from "../data-table";
import { Moment } from "../moment";

export type NextRun = { job: JobKey; at: string; lastDone: string | null; isLate: boolean };

/** Each job with its next time, its last success, and whether a run is missing. */
export function NextRuns({ rows }: { rows: NextRun[] }) {
  const { t } = useTranslation();
  return (
    <DataTable
      caption={t("admin.log.jobs.nextCaption")}
      columns={[
        {
          ...{ key: "job", title: t("admin.log.jobs.job"), rowHeader: true },
          cell: (row: NextRun) => t(`admin.log.jobs.name.${row.job}`),
        },
        { key: "next", title: t("admin.log.jobs.nextAt"), cell: (row: NextRun) => <Moment at={row.at} /> },
        { key: "last", title: t("admin.log.jobs.lastDone"), cell: (row: NextRun) => <Moment at={row.lastDone} /> },
        {
          ...{ key: "standing", title: t("admin.log.jobs.standing") },
          cell: (row: NextRun) => t(row.isLate ? "admin.log.jobs.late" : "admin.log.jobs.onTime"),
        },
      ]}
      rows={rows}
      rowKey={(row) => row.job}
    />
  );
}
