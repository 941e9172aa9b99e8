/** The forms of a contract's own thresholds and of a ward's bounds for them. An empty field asks for nothing of its own. */
import { z } from "zod";

import { numberField } from "../../lib/form-fields";
import { boundProblems, ordered, orderProblems, type ThresholdProblem } from "../flag/threshold-ladder";
import {
  effectiveThresholds,
  THRESHOLD_KEYS,
  THRESHOLDS,
  type StoredThresholds,
  type ThresholdKey,
} from "../flag/thresholds";

/** The last day of the following month by which a return may be due: every month has it. */
export const LAST_DUE_DAY = 28;

const whole = (min: number, max: number) => numberField().pipe(z.number().min(min).max(max).multipleOf(1));
const valueField = (key: ThresholdKey) => whole(THRESHOLDS[key].min, THRESHOLDS[key].max).optional();

const values = Object.fromEntries(THRESHOLD_KEYS.map((key) => [key, valueField(key)])) as Record<
  ThresholdKey,
  ReturnType<typeof valueField>
>;

/** The form of a contract's thresholds, under the ward's bounds; what is left empty stays at what holds without it. */
export function thresholdForm(bounds: StoredThresholds) {
  return z
    .object({
      ...values,
      fiscalYear: whole(2000, 2200),
      /** The year's version that the form was opened with; 0 where it had none. */
      version: whole(0, 100_000),
      returnDueDay: whole(1, LAST_DUE_DAY).optional(),
    })
    .superRefine((entry, context) => {
      const own = ordered(entry);
      const held = effectiveThresholds(own, bounds);
      const broken = [...boundProblems(own, bounds), ...orderProblems(held, (key) => own[key] !== undefined)];
      for (const problem of broken) context.addIssue(issueOf(problem));
    })
    .transform(({ fiscalYear, version, returnDueDay = null, ...own }) => ({
      ...{ fiscalYear, version, returnDueDay, thresholds: ordered(own) },
    }));
}

/** The form of a ward's bounds. */
export const boundsForm = z
  .object({
    ...values,
    /** The bounds that the form was opened with, as `boundsMark` writes them. */
    seen: z.string().max(4000),
  })
  .superRefine((entry, context) => {
    for (const problem of orderProblems(ordered(entry))) context.addIssue(issueOf(problem));
  })
  .transform(({ seen, ...bounds }) => ({ seen, bounds: ordered(bounds) }));

/** Bounds as one text, by which a form tells whether they are still those it was opened with. */
export function boundsMark(bounds: StoredThresholds): string {
  return JSON.stringify(ordered(bounds));
}

function issueOf({ key, side, limit, because }: ThresholdProblem) {
  const params = side === "atLeast" ? { min: limit, other: because } : { max: limit, other: because };
  return { code: "custom" as const, path: [key], params: { code: side, params } };
}
