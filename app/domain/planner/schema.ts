/** Plans as they stand in the database, and the forms of the planner and the availability page. */
import { z } from "zod";

import { isDay, QUARTERS, type Quarter } from "../../lib/calendar";
import { checkboxField, dayField, numberField } from "../../lib/form-fields";
import { timeField, versionField } from "../supervision/schema";
import { SESSION_KINDS } from "../workforce/vocabulary";
import { minuteOf } from "./time";

const minutes = z.number().int().min(15).max(480);
const minuteOfDay = z.number().int().min(0).max(1440);
const day = z.string().refine(isDay);

/** quarter_plan.items. */
export const storedItems = z.array(
  z.object({
    id: z.string().regex(/^i\d+$/),
    kind: z.enum(SESSION_KINDS),
    supervisorId: z.string(),
    day,
    start: minuteOfDay,
    minutes,
    officeId: z.string().nullable(),
    participants: z.array(z.uuid()),
    locked: z.boolean(),
  }),
);

const planSettings = {
  individualMinutes: minutes,
  groupMinutes: minutes,
  allowGroups: z.boolean(),
  groupMin: z.number().int().min(2).max(8),
  groupMax: z.number().int().min(2).max(8),
  maxPerDay: z.number().int().min(1).max(8),
  travelMinutes: z.number().int().min(0).max(240),
  gridMinutes: z.union([z.literal(15), z.literal(30)]),
};

/** quarter_plan.settings: with the first day, whether the plan is proven to cover most, and whether it was changed by hand since. */
export const storedSettings = z.object({
  ...planSettings,
  notBefore: day.nullable(),
  proven: z.boolean(),
  edited: z.boolean(),
});
export type StoredSettings = z.output<typeof storedSettings>;

/** The quarter that the address names, or the day's. */
export function quarterFrom(params: URLSearchParams, today: { fiscalYear: number; quarter: Quarter }) {
  const year = z.coerce.number().int().min(2000).max(2100).safeParse(params.get("year"));
  const quarter = QUARTERS.find((one) => String(one) === params.get("quarter"));
  return year.success && quarter ? { fiscalYear: year.data, quarter } : today;
}
export type PlanQuarter = { fiscalYear: number; quarter: Quarter };

function whole(min: number, max: number) {
  return numberField().pipe(z.number().int().min(min).max(max));
}

/** What the planner's buttons ask for. */
export const plannerIntent = z.enum(["propose", "move", "step", "lock", "unlock", "remove", "discard", "confirm"]);
export type PlannerIntent = z.output<typeof plannerIntent>;

/** The form that has a plan made, or made again around what is locked. */
export const proposeForm = z
  .object({
    /** Not given where there is no draft yet. */
    version: versionField().optional(),
    individualMinutes: whole(15, 480),
    groupMinutes: whole(15, 480),
    allowGroups: checkboxField(),
    maxPerDay: whole(1, 8),
    travelMinutes: whole(0, 240),
    gridMinutes: z.enum(["15", "30"]).transform((text) => (text === "15" ? 15 : 30)),
    notBefore: dayField().optional(),
  })
  .strip();
export type Wishes = z.output<typeof proposeForm>;

/** The id of a session within its plan. */
export const itemId = z.string().regex(/^i\d+$/);
const planAndItem = { planId: z.uuid(), version: versionField(), itemId };
export const planForm = z.object({ planId: z.uuid(), version: versionField() });
export const itemForm = z.object(planAndItem);
export const moveForm = z.object({ ...planAndItem, day: dayField() });
export const DIRECTIONS = ["earlier", "later", "previousDay", "nextDay"] as const;
export type Direction = (typeof DIRECTIONS)[number];
export const stepForm = z.object({ ...planAndItem, direction: z.enum(DIRECTIONS) });

/** The form of one session of the plan: all of it. An office left empty is where no office is named. */
export const editForm = z.object({
  version: versionField(),
  kind: z.enum(SESSION_KINDS),
  day: dayField(),
  start: timeField().transform(minuteOf),
  minutes: whole(15, 480),
  officeId: z.uuid().optional(),
  participants: z.array(z.uuid()).default([]),
});
export type ItemEdit = Omit<z.output<typeof editForm>, "version">;

/** Hours of one weekday on the availability page. */
const block = { weekday: whole(1, 7), from: timeField(), to: timeField() };
function isForward({ from, to }: { from: string; to: string }): boolean {
  return from < to;
}
const notForward = { path: ["to"], params: { code: "invalid" } };
export const hoursForm = z.object({ ...block, officeId: z.uuid().optional() }).refine(isForward, notForward);
export const absenceForm = z
  .object({ startsOn: dayField(), endsOn: dayField() })
  .refine((form) => form.startsOn <= form.endsOn, { path: ["endsOn"], params: { code: "invalid" } });
export const rowForm = z.object({ id: z.uuid() });
export const staffHoursForm = z.object({ staffId: z.uuid() });
export const availabilityIntent = z.enum(["addHours", "removeHours", "addAbsence", "removeAbsence", "staffHours"]);
