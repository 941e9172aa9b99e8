import type { TFunction } from "i18next";

import { tableSheet, type Sheet } from "../../domain/report/sheet";
import type { CoverageRow } from "../../domain/supervision/coverage";
import { quarterName } from "../../i18n/format";
import { judgementWord, missingText } from "../../i18n/requirement-text";
import type { Locale } from "../../i18n/resources";
import { fiscalYearEnd, QUARTERS } from "../../lib/calendar";
import type { YearView } from "../../lib/as-of";
import { nameIn } from "../contractor/inbox-items";
import { listFile } from "../list-file";

/** Support staff x quarters with the judgement of the year, as a file. */
export function coverageSheet(t: TFunction, locale: Locale, view: YearView, rows: readonly CoverageRow[]): Sheet {
  const whole = { format: "0" };
  const hasEnded = view.day === fiscalYearEnd(view.fiscalYear);
  const cellOf = (row: CoverageRow, quarter: number) => row.cells.find((cell) => cell.quarter === quarter);
  return tableSheet<CoverageRow>(
    listFile(t, locale, t("requirement.file.coverage"), view.day),
    [
      { title: t("contractor.workers.name"), width: 18, cell: (row) => row.name },
      { title: t("contractor.workers.code"), cell: (row) => row.staffCode },
      { title: t("contractor.workers.role"), width: 20, cell: (row) => t(`glossary.role.${row.role}`) },
      {
        ...{ title: t("contractor.workers.office"), width: 24 },
        cell: (row) => nameIn(locale, row.officeName, row.officeNameEn),
      },
      ...QUARTERS.flatMap((quarter) => [
        {
          title: t("requirement.file.quarterState", { quarter: quarterName(quarter, locale) }),
          cell: (row: CoverageRow) => {
            const cell = cellOf(row, quarter);
            return cell && (cell.hasBegun || cell.state !== "due") ? t(`figures.grid.${cell.state}`) : null;
          },
        },
        {
          ...{ title: t("requirement.file.quarterAttended", { quarter: quarterName(quarter, locale) }), ...whole },
          cell: (row: CoverageRow) => cellOf(row, quarter)?.attended ?? 0,
        },
      ]),
      { title: t("requirement.coverage.column"), cell: (row) => judgementWord(t, row.judgement.state, hasEnded) },
      { title: t("requirement.file.required"), ...whole, cell: (row) => row.judgement.required },
      { title: t("requirement.file.attended"), ...whole, cell: (row) => row.judgement.attended },
      { title: t("requirement.file.planned"), ...whole, cell: (row) => row.judgement.planned },
      {
        ...{ title: t("requirement.file.missing"), width: 32 },
        cell: (row) => row.judgement.missing && missingText(t, row.judgement.missing),
      },
      { title: t("requirement.file.lastAttendedOn"), width: 12, cell: (row) => row.lastAttendedOn },
    ],
    rows,
  );
}
