import type { TFunction } from "i18next";

import type { ShownRun } from "../../domain/job/shown-run";
import { tableSheet, type Sheet } from "../../domain/report/sheet";
import type { Locale } from "../../i18n/resources";
import type { Day } from "../../lib/calendar";
import { listFile, momentText } from "../list-file";
import { jobWords } from "./job-words";

/** Runs of jobs as a file. */
export function jobSheet(t: TFunction, locale: Locale, day: Day, runs: readonly ShownRun[], total: number): Sheet {
  return tableSheet<ShownRun>(
    listFile(t, locale, t("requirement.file.jobs"), day, total),
    [
      { title: t("admin.log.jobs.scheduledFor"), width: 18, cell: (row) => momentText(row.scheduledFor) },
      { title: t("admin.log.jobs.job"), width: 20, cell: (row) => jobWords(t, row).job },
      { title: t("admin.log.jobs.day"), cell: (row) => row.day },
      { title: t("admin.log.jobs.scope"), cell: (row) => jobWords(t, row).scope },
      { title: t("admin.log.jobs.trigger"), cell: (row) => jobWords(t, row).trigger },
      { title: t("admin.log.jobs.outcome"), cell: (row) => jobWords(t, row).state },
      { title: t("requirement.file.attempts"), format: "0", cell: (row) => row.attempts },
      { title: t("requirement.file.error"), width: 24, cell: (row) => row.error },
      { title: t("admin.log.jobs.counts"), width: 40, cell: (row) => jobWords(t, row).counts },
      { title: t("admin.log.jobs.started"), width: 18, cell: (row) => momentText(row.startedAt) },
      { title: t("admin.log.jobs.took"), width: 18, cell: (row) => momentText(row.endedAt) },
    ],
    runs,
  );
}
