import { z } from "zod";

import { fiscalYearEnd, fiscalYearStart, type Quarter } from "../../lib/calendar";
import { checkboxField, dayField, numberField, textField } from "../../lib/form-fields";
import { hoursField } from "../training/schema";
import { TRAINING_FORMATS, TRAINING_TOPICS } from "../workforce/vocabulary";
import { PAYERS } from "./course";

const MAX_DATES = 40;

function wholeField(min: number, max: number) {
  return numberField().pipe(z.number().int().min(min).max(max));
}

/** A time of day; nothing where none is set. */
const timeField = z
  .string()
  .transform((text) =>
    text
      .normalize("NFKC")
      .trim()
      .replace(/^(\d):/, "0$1:"),
  )
  .refine((text) => text === "" || /^([01]\d|2[0-3]):[0-5]\d$/.test(text));

const dateRow = z.object({
  id: z.union([z.uuid(), z.literal("")]).transform((id) => id || null),
  heldOn: dayField(),
  startTime: timeField.transform((text) => text || null),
  place: textField(200).transform((text) => text.trim() || null),
  videoUrl: z
    .string()
    .max(500)
    .transform((text) => text.trim() || null)
    .refine((text) => text === null || /^https:\/\/[^\s]+$/.test(text)),
  cancelled: z.boolean(),
});
export type DateEntry = z.output<typeof dateRow>;

const lists = {
  dateId: z.array(z.string()).max(MAX_DATES).default([]),
  heldOn: z.array(z.string()).max(MAX_DATES).default([]),
  startTime: z.array(z.string()).max(MAX_DATES).default([]),
  place: z.array(z.string()).max(MAX_DATES).default([]),
  videoUrl: z.array(z.string()).max(MAX_DATES).default([]),
  cancelledDates: z.array(z.string()).max(MAX_DATES).default([]),
};

/** The form of a course of the plan with its dates, one line a date; a line without a day is none. */
export const courseForm = z
  .object({
    courseRef: z.uuid(),
    version: z.coerce.number().int().nonnegative().default(0),
    fiscalYear: z.coerce.number().int().min(2000).max(2200),
    quarter: z.enum(["1", "2", "3", "4"]).transform((text) => Number(text) as Quarter),
    title: textField(120).trim(),
    provider: textField(120).trim().optional(),
    topic: z.enum(TRAINING_TOPICS),
    format: z.enum(TRAINING_FORMATS),
    hours: hoursField(),
    seats: wholeField(1, 1000).optional(),
    costJpy: wholeField(0, 100_000_000).optional(),
    payer: z.enum(PAYERS),
    inWorkingTime: checkboxField(),
    ...lists,
  })
  .transform((given, context) => {
    const { dateId, heldOn, startTime, place, videoUrl, cancelledDates, ...course } = given;
    const dates: DateEntry[] = [];
    heldOn.forEach((day, index) => {
      const id = dateId[index] ?? "";
      if (day === "" && id === "") return;
      const row = dateRow.safeParse({
        ...{ id, heldOn: day, startTime: startTime[index] ?? "", place: place[index] ?? "" },
        ...{ videoUrl: videoUrl[index] ?? "", cancelled: id !== "" && cancelledDates.includes(id) },
      });
      const isInYear =
        row.success &&
        row.data.heldOn >= fiscalYearStart(course.fiscalYear) &&
        row.data.heldOn <= fiscalYearEnd(course.fiscalYear);
      if (row.success && isInYear) dates.push(row.data);
      else context.addIssue({ code: "custom", path: ["dates"], params: { code: "invalid" } });
    });
    return { ...course, dates };
  });
export type CourseEntry = z.output<typeof courseForm>;

/** The list of who attended a date, as it was when the form was opened. */
export const attendanceForm = z.object({ mark: z.string().max(64), attended: z.array(z.uuid()).default([]) });
export type AttendanceEntry = z.output<typeof attendanceForm>;
