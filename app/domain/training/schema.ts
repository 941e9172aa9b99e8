import { z } from "zod";

import { checkboxField, dayUpTo, numberField, textField } from "../../lib/form-fields";
import type { Day } from "../../lib/calendar";
import { TRAINING_FORMATS, TRAINING_TOPICS } from "../workforce/vocabulary";

/** Hours of training in quarter-hour steps. */
export const HOUR_STEP = 0.25;
/** No one attends more in a day. */
export const MAX_HOURS_A_DAY = 24;

/** The form with which a person logs training attended up to today. */
export function trainingForm(today: Day) {
  return z.object({
    recordRef: z.uuid(),
    attendedOn: dayUpTo(today),
    title: textField(120).trim(),
    provider: textField(120).trim().optional(),
    topic: z.enum(TRAINING_TOPICS),
    format: z.enum(TRAINING_FORMATS),
    hours: numberField().pipe(z.number().min(HOUR_STEP).max(MAX_HOURS_A_DAY).multipleOf(HOUR_STEP)),
    inWorkingTime: checkboxField(),
    publiclyFunded: checkboxField(),
  });
}
export type TrainingEntry = z.output<ReturnType<typeof trainingForm>>;

/** What a chip of a recent course fills in; anything that does not fit is left out. */
export const coursePrefill = z.object({
  title: textField(120).optional().catch(undefined),
  topic: z.enum(TRAINING_TOPICS).optional().catch(undefined),
  format: z.enum(TRAINING_FORMATS).optional().catch(undefined),
  hours: z
    .string()
    .regex(/^\d{1,2}(\.\d{1,2})?$/)
    .optional()
    .catch(undefined),
});
export type CoursePrefill = z.output<typeof coursePrefill>;
