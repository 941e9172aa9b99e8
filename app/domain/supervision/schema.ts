import { z } from "zod";

import type { Day } from "../../lib/calendar";
import { checkboxField, dayField, dayUpTo, numberField, textField } from "../../lib/form-fields";
import { ATTENDANCES, SESSION_KINDS } from "../workforce/vocabulary";
import { ACTION_OWNERS } from "./actions";
import { RECORD_ANSWERS } from "./confirmation";
import { REPEATS, SERIES_LENGTH, SERIES_SCOPES } from "./series";
import { THEMES } from "./themes";

/** Lengths of a session that one tap fills in, in minutes. */
export const USUAL_MINUTES = [30, 60, 90] as const;
/** Sizes of a group in which everyone gets a word in. */
export const GROUP_SIZE = { min: 3, max: 8 } as const;
/** Choices of a session's supervisor beside the staff codes of the contract's own. */
export const UNLISTED_SUPERVISORS = ["external", "internal"] as const;

/** Minutes of a session, 5 to 480. */
export function minutesField() {
  return numberField().pipe(z.number().min(5).max(480).multipleOf(1));
}

/** A time of day, full-width digits and a missing leading zero allowed. */
export function timeField() {
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

/** An address of a video room: encrypted, so that nobody on the way listens in. */
export function videoField() {
  return textField(500)
    .trim()
    .refine((text) => /^https:\/\/[^\s]+$/.test(text), { params: { code: "invalid" } })
    .optional();
}

/** The version that a form was opened with. */
export function versionField() {
  return numberField().pipe(z.number().int().positive());
}

const appointment = {
  ...{ heldOn: dayField(), startTime: timeField().optional(), minutes: minutesField(), videoUrl: videoField() },
  ...about,
};
const answers = {
  /** The supervisor has read the warnings. */
  confirmed: checkboxField(),
  /** Closed days give way to the open ones that were proposed. */
  moved: checkboxField(),
};
const change = { version: versionField(), scope: z.enum(SERIES_SCOPES).default("one") };

/** The form with which a supervisor schedules a session or a series. */
export const scheduleForm = z
  .object({
    sessionRef: z.uuid(),
    kind: z.enum(SESSION_KINDS),
    participants: z.array(z.uuid()).default([]),
    ...appointment,
    tentative: checkboxField(),
    repeat: z.enum(REPEATS).default("once"),
    count: numberField().pipe(z.number().int().min(SERIES_LENGTH.min).max(SERIES_LENGTH.max)).optional(),
    ...answers,
  })
  .superRefine((plan, context) => {
    if (plan.repeat !== "once" && plan.count === undefined)
      context.addIssue({ code: "custom", path: ["count"], params: { code: "missing" } });
  });
export type SessionPlan = z.output<typeof scheduleForm>;

/** What a supervisor does with a session that stands: one form each, told apart by its button. */
export const sessionIntent = z.enum([
  ...(["attendance", "reschedule", "cancel", "confirm"] as const),
  ...(["action", "done", "dropped"] as const),
]);
export const rescheduleForm = z.object({ ...appointment, ...answers, ...change });
export type Rescheduling = z.output<typeof rescheduleForm>;
export const cancelForm = z.object({ ...change, reason: textField(200).trim().min(1) });
export type Cancelling = z.output<typeof cancelForm>;
export const confirmForm = z.object(change);
export type Confirming = z.output<typeof confirmForm>;
/** The attendance form beside its rows: how long the session was, as it turned out. */
export const attendanceForm = z.object({ version: versionField(), minutesHeld: minutesField().optional() });

/** An agreed action, as the supervisor writes it down. */
export const actionForm = z.object({
  actionRef: z.uuid(),
  staffId: z.uuid(),
  owner: z.enum(ACTION_OWNERS),
  text: textField(300).trim().min(1),
  dueOn: dayField().optional(),
});
export type ActionEntry = z.output<typeof actionForm>;
/** Which action is closed, as it was opened; the button says how. */
export const closeActionForm = z.object({ actionId: z.uuid(), version: versionField() });

/** A supervisee's word on the record; a dispute says what is wrong. */
export const recordAnswerForm = z
  .object({
    version: versionField(),
    answer: z.enum(RECORD_ANSWERS),
    comment: textField(500).trim().optional(),
  })
  .superRefine((given, context) => {
    if (given.answer === "disputed" && !given.comment)
      context.addIssue({ code: "custom", path: ["comment"], params: { code: "missing" } });
  });
export type RecordAnswerEntry = z.output<typeof recordAnswerForm>;

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
