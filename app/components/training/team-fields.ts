import type { TFunction } from "i18next";

import type { SheetField } from "../../domain/report/sheet";
import type { HoursShare } from "../../domain/training/rules";
import type { Locale } from "../../i18n/resources";
import { nameIn } from "../contractor/inbox-items";
import { outlookOf, type TeamRow } from "./team";

/** The columns of the workers' training in files. */
export function teamFields(t: TFunction, locale: Locale): SheetField<TeamRow>[] {
  const tenth = (value: number) => Math.round(value * 10) / 10;
  const percent = ({ hours, of }: HoursShare) => (of === 0 ? null : tenth((hours * 100) / of));
  return [
    { title: t("contractor.workers.name"), width: 18, cell: (row) => row.name },
    { title: t("contractor.workers.code"), cell: (row) => row.staffCode },
    {
      ...{ title: t("contractor.workers.office"), width: 24 },
      cell: (row) => nameIn(locale, row.officeName, row.officeNameEn),
    },
    { title: t("course.team.outlook"), cell: (row) => t(`course.team.word.${outlookOf(row).word}`) },
    { title: t("course.team.soFar"), format: "0.00", cell: (row) => row.hours },
    { title: t("course.team.due"), format: "0.0", cell: (row) => tenth(row.due) },
    { title: t("course.team.target"), format: "0.0", cell: (row) => tenth(row.target) },
    { title: t("course.team.booked"), format: "0.00", cell: (row) => row.bookedHours },
    { title: t("course.team.forecast"), format: "0.0", cell: (row) => tenth(row.forecast.expected) },
    { title: t("course.approval.pending"), format: "0.00", cell: (row) => row.pendingHours },
    { title: t("course.standing.workingTime"), format: "0.0", cell: (row) => percent(row.workingTime) },
    { title: t("course.standing.publicly"), format: "0.0", cell: (row) => percent(row.publicly) },
    {
      ...{ title: t("course.standing.missing"), width: 40 },
      cell: (row) => row.missingTopics.map((topic) => t(`glossary.topic.${topic}`)).join("・"),
    },
  ];
}
