import { useTranslation } from "react-i18next";

import type { PlannedCourse } from "../../domain/course/course";
import { quarterName, shortDay } from "../../i18n/format";
import type { Quarter } from "../../lib/calendar";
import { ConflictNotice } from "../conflict";
import { chosen, typed, type FormState } from "../form";
import { useLocale } from "../locale";
import { useCourseLabels } from "./course-form";

/** A course as somebody else left it, beside what the reader typed. */
export function CourseConflict({ stands, state }: { stands: PlannedCourse; state: FormState }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const labels = useCourseLabels();
  const word = (given: boolean) => t(given ? "common.yes" : "common.no");
  const own = (name: string) => typed(state, name);
  const dates = (days: string[]) =>
    days
      .filter(Boolean)
      .map((day) => shortDay(day, locale))
      .join(" ");
  const fields: { name: keyof typeof labels; stands: string; typed: string }[] = [
    { name: "title", stands: stands.title, typed: own("title") },
    {
      name: "quarter",
      stands: quarterName(stands.quarter, locale),
      typed: quarterName(Number(own("quarter")) as Quarter, locale),
    },
    {
      name: "topic",
      stands: t(`glossary.topic.${stands.topic}`),
      typed: t(`glossary.topic.${own("topic") as PlannedCourse["topic"]}`),
    },
    {
      name: "format",
      stands: t(`glossary.format.${stands.format}`),
      typed: t(`glossary.format.${own("format") as PlannedCourse["format"]}`),
    },
    { name: "hours", stands: String(stands.hours), typed: String(Number(own("hours"))) },
    { name: "seats", stands: String(stands.seats ?? ""), typed: own("seats") },
    { name: "costJpy", stands: String(stands.costJpy ?? ""), typed: own("costJpy") },
    {
      name: "payer",
      stands: t(`course.payer.${stands.payer}`),
      typed: t(`course.payer.${own("payer") as PlannedCourse["payer"]}`),
    },
    {
      name: "inWorkingTime",
      stands: word(stands.inWorkingTime),
      typed: word(state.values.inWorkingTime !== undefined),
    },
    { name: "provider", stands: stands.provider ?? "", typed: own("provider") },
    { name: "dates", stands: dates(stands.dates.map(({ heldOn }) => heldOn)), typed: dates(chosen(state, "heldOn")) },
  ];
  return <ConflictNotice answer={stands} fields={fields.map((field) => ({ ...field, label: labels[field.name] }))} />;
}
