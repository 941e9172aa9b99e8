import { z } from "zod";

import { checkboxField, dayUpTo, numberField, textField } from "../../lib/form-fields";
import type { Day } from "../../lib/calendar";
import { TRAINING_FORMATS, TRAINING_TOPICS } from "../workforce/vocabulary";

/** Hours of training in quarter-hour steps. */
export const HOUR_STEP = 0.25;
/** No one attends more in a day. */
export const MAX_HOURS_A_DAY = 24;

/** Hours of one training. */
export function hoursField() {
  return numberField().pipe(z.number().min(HOUR_STEP).max(MAX_HOURS_A_DAY).multipleOf(HOUR_STEP));
}

function attended(today: Day) {
  return {
    attendedOn: dayUpTo(today),
    title: textField(120).trim(),
    provider: textField(120).trim().optional(),
    topic: z.enum(TRAINING_TOPICS),
    format: z.enum(TRAINING_FORMATS),
    hours: hoursField(),
    inWorkingTime: checkboxField(),
    publiclyFunded: checkboxField(),
  };
}

/** The form with which a person logs training attended up to today. */
export function trainingForm(today: Day) {
  return z.object({ recordRef: z.uuid(), ...attended(today) });
}
export type TrainingEntry = z.output<ReturnType<typeof trainingForm>>;

/** The form with which a person changes an own record, as it stood when the form was opened. */
export function trainingChangeForm(today: Day) {
  return z.object({ version: z.coerce.number().int().positive(), ...attended(today) });
}
export type TrainingChange = z.output<ReturnType<typeof trainingChangeForm>>;

/** The form with which a manager writes down a whole class: who attended, and "hours:STAFF" where a part only. */
export function classForm(today: Day) {
  return z
    .looseObject({ recordRef: z.uuid(), ...attended(today), attendees: z.array(z.uuid()).min(1) })
    .transform((given, context) => {
      const attendees = [...new Set(given.attendees)].map((staffId) => {
        const own = given[`hours:${staffId}`];
        const hours = own === undefined ? given.hours : hoursField().safeParse(own).data;
        if (hours === undefined)
          context.addIssue({
            code: "custom",
            path: ["attendees"],
            params: { code: "step", params: { step: HOUR_STEP } },
          });
        return { staffId, hours: hours ?? given.hours };
      });
      const { recordRef, attendedOn, title, provider, topic, format, hours, inWorkingTime, publiclyFunded } = given;
      return {
        ...{ recordRef, attendedOn, title, provider, topic, format, hours, inWorkingTime, publiclyFunded },
        attendees,
      };
    });
}
export type ClassEntry = z.output<ReturnType<typeof classForm>>;

/** The manager's word on records that wait; a rejection says why. */
export const decisionForm = z
  .object({
    decision: z.enum(["approved", "rejected"]),
    /** "ID:VERSION" as the manager saw them. */
    records: z
      .array(z.string().regex(/^[0-9a-f-]{36}:\d{1,9}$/))
      .min(1)
      .transform((marks) => marks.map((mark) => ({ id: mark.slice(0, 36), version: Number(mark.slice(37)) }))),
    note: textField(200).trim().optional(),
  })
  .refine((given) => given.decision === "approved" || Boolean(given.note), {
    path: ["note"],
    params: { code: "missing" },
  });
export type Decision = z.output<typeof decisionForm>;

/** What a chip of a recent course fills in; anything that does not fit is left out. */
export const coursePrefill = z.object({
  title: textField(120).optional().catch(undefined),
  provider: textField(120).optional().catch(undefined),
  topic: z.enum(TRAINING_TOPICS).optional().catch(undefined),
  format: z.enum(TRAINING_FORMATS).optional().catch(undefined),
  hours: z
    .string()
    .regex(/^\d{1,2}(\.\d{1,2})?$/)
    .optional()
    .catch(undefined),
  inWorkingTime: z.enum(["true", "false"]).optional().catch(undefined),
  publiclyFunded: z.enum(["true", "false"]).optional().catch(undefined),
});
export type CoursePrefill = z.output<typeof coursePrefill>;
