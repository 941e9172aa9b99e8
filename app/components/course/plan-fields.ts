/** The columns of the training plan and of its sign-ups in files. */
import type { TFunction } from "i18next";

import type { PlannedCourse, PlannedDate, SignUpRow } from "../../domain/course/course";
import type { SheetField } from "../../domain/report/sheet";
import { quarterName } from "../../i18n/format";
import type { Locale } from "../../i18n/resources";

export type PlanLine = { course: PlannedCourse; date: PlannedDate | null };

/** A line for each date of a course, or one for a course that has none yet. */
export function planLines(courses: readonly PlannedCourse[]): PlanLine[] {
  return courses.flatMap((course): PlanLine[] =>
    course.dates.length === 0 ? [{ course, date: null }] : course.dates.map((date) => ({ course, date })),
  );
}

/** The columns of a plan's line. */
export function planFields(t: TFunction, locale: Locale): SheetField<PlanLine>[] {
  return [
    { title: t("course.field.quarter"), width: 14, cell: ({ course }) => quarterName(course.quarter, locale) },
    { title: t("me.training.name"), width: 36, cell: ({ course }) => course.title },
    { title: t("course.field.provider"), width: 24, cell: ({ course }) => course.provider },
    { title: t("me.training.topic"), width: 18, cell: ({ course }) => t(`glossary.topic.${course.topic}`) },
    { title: t("me.training.format"), width: 16, cell: ({ course }) => t(`glossary.format.${course.format}`) },
    { title: t("me.training.hours"), format: "0.00", cell: ({ course }) => course.hours },
    { title: t("course.field.seats"), format: "0", cell: ({ course }) => course.seats },
    { title: t("course.field.cost"), format: "#,##0", cell: ({ course }) => course.costJpy },
    { title: t("course.field.payer"), cell: ({ course }) => t(`course.payer.${course.payer}`) },
    {
      ...{ title: t("me.training.inWorkingTime") },
      cell: ({ course }) => t(course.inWorkingTime ? "common.yes" : "common.no"),
    },
    { title: t("course.field.day"), width: 12, cell: ({ date }) => date?.heldOn ?? null },
    { title: t("course.field.time"), cell: ({ date }) => date?.startTime ?? null },
    { title: t("course.field.place"), width: 24, cell: ({ date }) => date?.place ?? null },
    { title: t("course.own.signedUp"), format: "0", cell: ({ date }) => date?.signedUp ?? null },
    { title: t("course.file.waiting"), format: "0", cell: ({ date }) => date?.waiting ?? null },
    { title: t("course.own.attended"), format: "0", cell: ({ date }) => date?.attended ?? null },
    {
      ...{ title: t("course.own.cancelled") },
      cell: ({ course, date }) => (course.cancelled || date?.cancelled ? t("common.yes") : null),
    },
  ];
}

/** The columns of a sign-up. */
export function signUpFields(t: TFunction): SheetField<SignUpRow>[] {
  return [
    { title: t("me.training.name"), width: 36, cell: (row) => row.courseTitle },
    { title: t("course.field.day"), width: 12, cell: (row) => row.heldOn },
    { title: t("course.field.time"), cell: (row) => row.startTime },
    { title: t("course.field.place"), width: 24, cell: (row) => row.place },
    { title: t("contractor.workers.name"), width: 18, cell: (row) => row.name },
    { title: t("contractor.workers.code"), cell: (row) => row.staffCode },
    { title: t("course.file.status"), width: 16, cell: (row) => t(`course.file.word.${row.status}`) },
    { title: t("course.file.position"), format: "0", cell: (row) => row.position },
    {
      ...{ title: t("contractor.worker.attendance") },
      cell: (row) => (row.attendance ? t(`glossary.attendance.${row.attendance}`) : null),
    },
  ];
}
