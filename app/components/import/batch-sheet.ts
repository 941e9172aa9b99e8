import type { TFunction } from "i18next";

import { totals } from "../../domain/import/summary";
import { tableSheet, type Sheet } from "../../domain/report/sheet";
import type { Locale } from "../../i18n/resources";
import type { Day } from "../../lib/calendar";
import { listFile, momentText } from "../list-file";
import { batchState, type BatchRow } from "./batch-list";

/** The contract's past imports as a file. */
export function batchSheet(t: TFunction, locale: Locale, day: Day, batches: readonly BatchRow[], total: number): Sheet {
  const whole = { format: "0" };
  const count = (row: BatchRow, name: "added" | "changed" | "unchanged") =>
    row.summary.ok ? totals(row.summary.files)[name] : null;
  return tableSheet<BatchRow>(
    listFile(t, locale, t("requirement.file.imports"), day, total),
    [
      { title: t("import.history.at"), width: 18, cell: (row) => momentText(row.createdAt) },
      { title: t("import.history.state"), width: 18, cell: (row) => t(`import.state.${batchState(row)}`) },
      {
        ...{ title: t("import.history.files"), width: 40 },
        cell: (row) => row.summary.files.map(({ file }) => file).join(", "),
      },
      { title: t("requirement.file.importAdded"), ...whole, cell: (row) => count(row, "added") },
      { title: t("requirement.file.importChanged"), ...whole, cell: (row) => count(row, "changed") },
      { title: t("requirement.file.importUnchanged"), ...whole, cell: (row) => count(row, "unchanged") },
      { title: t("requirement.file.importProblems"), ...whole, cell: (row) => row.summary.problemCount },
    ],
    batches,
  );
}
