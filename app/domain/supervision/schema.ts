import { z } from "zod";

import type { Day } from "../../lib/calendar";
import { checkboxField, dayField, dayUpTo, numberField, textField } from "../../lib/form-fields";
import { ATTENDANCES, SESSION_KINDS } from "../workforce/vocabulary";
import { THEMES } from "./themes";

/** Lengths of a session that one tap fills in, in minutes. */
export const USUAL_MINUTES = [30, 60, 90] as const;
/** Sizes of a group in which everyone gets a word in. */
export const GROUP_SIZE = { min: 3, max: 8 } as const;
/** Choices of a session's supervisor beside the staff codes of the contract's own. */
export const UNLISTED_SUPERVISORS = ["external", "internal"] as const;

function minutesField() {
  return numberField().pipe(z.number().min(5).max(480).multipleOf(1));
}

/** A time of day, full-width digits and a missing leading zero allowed. */
function timeField() {
  return z
    .string()
    .transform((text) => text.normalize("NFKC").replace(/^(\d):/, "0$1:"))
    .refine((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), { params: { code: "invalid" } });
}

const about = {
  themes: z.array(z.enum(THEMES)).default([]),
  place: textField(200).trim().optional(),
};

/** The form with which a worker logs a session attended up to today. */
export function logSessionForm(today: Day) {
  return z
    .object({
      sessionRef: z.uuid(),
      heldOn: dayUpTo(today),
      minutes: minutesField(),
      kind: z.enum(SESSION_KINDS),
      /** "staff:CODE", or one of the unlisted with a name. */
      supervisor: z.string().regex(/^(staff:.+|external|internal)$/),
      supervisorName: textField(60).trim().optional(),
      ...about,
      /** The person says that this is another session than the one already there on the day. */
      another: checkboxField(),
    })
    .superRefine((entry, context) => {
      if (!entry.supervisor.startsWith("staff:") && !entry.supervisorName)
        context.addIssue({ code: "custom", path: ["supervisorName"], params: { code: "missing" } });
    });
}
export type SessionEntry = z.output<ReturnType<typeof logSessionForm>>;

const appointment = { heldOn: dayField(), startTime: timeField().optional(), minutes: minutesField(), ...about };
/** The supervisor has read the warnings. */
const confirmed = checkboxField();

/** The form with which a supervisor schedules a session. */
export const scheduleForm = z.object({
  sessionRef: z.uuid(),
  kind: z.enum(SESSION_KINDS),
  participants: z.array(z.uuid()).default([]),
  ...appointment,
  confirmed,
});
export type SessionPlan = z.output<typeof scheduleForm>;

/** What a supervisor does with a session that stands: one form, told apart by its button. */
export const sessionIntent = z.enum(["attendance", "reschedule", "cancel"]);
export const rescheduleForm = z.object({ ...appointment, confirmed });
export type Rescheduling = z.output<typeof rescheduleForm>;

/** Attendance by participant, from fields named "attendance:STAFF-ID". */
export function attendanceRows(form: FormData): { staffId: string; attendance: (typeof ATTENDANCES)[number] }[] {
  return [...form.entries()].flatMap(([name, value]) => {
    const row = z.object({ staffId: z.uuid(), attendance: z.enum(ATTENDANCES) }).safeParse({
      staffId: name.startsWith("attendance:") ? name.slice("attendance:".length) : undefined,
      attendance: value,
    });
    return row.success ? [row.data] : [];
  });
}
