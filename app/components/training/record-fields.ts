/** The columns of training records in files. */
import type { TFunction } from "i18next";

import type { SheetField } from "../../domain/report/sheet";
import type { NamedTraining, TrainingRow } from "../../domain/training/record";
import type { Locale } from "../../i18n/resources";
import { nameIn } from "../contractor/inbox-items";

/** A record without its person. */
export function recordFields(t: TFunction): SheetField<Omit<TrainingRow, "open">>[] {
  const answer = (given: boolean | null) => (given === null ? null : t(given ? "common.yes" : "common.no"));
  return [
    { title: t("me.training.column.day"), width: 12, cell: (row) => row.attendedOn },
    { title: t("me.training.column.title"), width: 36, cell: (row) => row.title },
    { title: t("course.field.provider"), width: 24, cell: (row) => row.provider },
    { title: t("me.training.column.topic"), width: 18, cell: (row) => t(`glossary.topic.${row.topic}`) },
    { title: t("me.training.column.format"), width: 16, cell: (row) => t(`glossary.format.${row.format}`) },
    { title: t("me.training.column.hours"), format: "0.00", cell: (row) => row.hours },
    { title: t("me.training.inWorkingTime"), cell: (row) => answer(row.inWorkingTime) },
    { title: t("me.training.publiclyFunded"), cell: (row) => answer(row.publiclyFunded) },
    { title: t("course.field.approval"), width: 16, cell: (row) => t(`course.approval.${row.approval}`) },
    { title: t("course.field.reason"), width: 30, cell: (row) => row.decisionNote },
  ];
}

/** A record with its person, for the contractor. */
export function namedRecordFields(t: TFunction, locale: Locale): SheetField<NamedTraining>[] {
  return [
    { title: t("contractor.workers.name"), width: 18, cell: (row) => row.name },
    { title: t("contractor.workers.code"), cell: (row) => row.staffCode },
    {
      ...{ title: t("contractor.workers.office"), width: 24 },
      cell: (row) => nameIn(locale, row.officeName, row.officeNameEn),
    },
    ...recordFields(t),
  ];
}
