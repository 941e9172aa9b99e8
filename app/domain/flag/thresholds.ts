/**
 * The thresholds of the rules of 注意喚起 (flags): one list of names, defaults (the design's) and which side is stricter. A
 * contract's specification may set its own, never looser than a bound that its ward sets.
 */
import { z } from "zod";

import type { RuleKey } from "./finding";

type Threshold = {
  rule: RuleKey;
  default: number;
  /** Which value flags more: the lower one (a limit) or the higher one (days of notice, a share to be kept). */
  stricter: "lower" | "higher";
  unit: "load" | "hours" | "days" | "months" | "percent" | "points" | "count";
  min: number;
  max: number;
};

const threshold = (
  rule: RuleKey,
  unit: Threshold["unit"],
  stricter: Threshold["stricter"],
  value: number,
  [min, max]: readonly [number, number],
): Threshold => ({ rule, unit, stricter, default: value, min, max });

export const THRESHOLDS = {
  activeWatch: threshold("overload.active", "load", "lower", 30, [1, 200]),
  activeWarning: threshold("overload.active", "load", "lower", 40, [1, 200]),
  activeCritical: threshold("overload.active", "load", "lower", 50, [1, 200]),
  overtimeWatch: threshold("overload.overtime", "hours", "lower", 45, [1, 200]),
  overtimeWarning: threshold("overload.overtime", "hours", "lower", 80, [1, 200]),
  overtimeCritical: threshold("overload.overtime", "hours", "lower", 100, [1, 200]),
  overtimeMonths: threshold("overload.overtime", "months", "lower", 3, [1, 6]),
  supervisionNotice: threshold("supervision.due", "days", "higher", 30, [1, 90]),
  trainingWatch: threshold("training.pace", "percent", "higher", 75, [1, 100]),
  trainingWarning: threshold("training.pace", "percent", "higher", 50, [1, 100]),
  qualificationWatch: threshold("qualification.expiry", "days", "higher", 90, [1, 365]),
  qualificationWarning: threshold("qualification.expiry", "days", "higher", 30, [1, 365]),
  strainWatch: threshold("burnout.conditions", "count", "lower", 2, [1, 8]),
  strainWarning: threshold("burnout.conditions", "count", "lower", 3, [1, 8]),
  strainCritical: threshold("burnout.conditions", "count", "lower", 4, [1, 8]),
  surveyDrop: threshold("burnout.survey", "points", "lower", 10, [1, 100]),
  surveyBand: threshold("burnout.survey", "points", "higher", 50, [1, 100]),
  surveyResponse: threshold("burnout.survey", "percent", "lower", 50, [1, 100]),
  exitsWatch: threshold("retention.exits", "percent", "lower", 15, [1, 100]),
  exitsWarning: threshold("retention.exits", "percent", "lower", 25, [1, 100]),
  exitsCritical: threshold("retention.exits", "percent", "lower", 40, [1, 100]),
  staffingMonths: threshold("staffing.below", "months", "lower", 2, [1, 12]),
  payMonths: threshold("pay.below", "months", "lower", 2, [1, 12]),
  returnNotice: threshold("return.late", "days", "higher", 5, [1, 28]),
  returnLate: threshold("return.late", "days", "lower", 30, [1, 90]),
} as const satisfies Record<string, Threshold>;

export type ThresholdKey = keyof typeof THRESHOLDS;
export type Thresholds = Readonly<Record<ThresholdKey, number>>;

export const THRESHOLD_KEYS = Object.keys(THRESHOLDS) as ThresholdKey[];

export const DEFAULT_THRESHOLDS: Thresholds = Object.fromEntries(
  THRESHOLD_KEYS.map((key) => [key, THRESHOLDS[key].default]),
) as Record<ThresholdKey, number>;

/** Thresholds as a specification or a ward's bounds keep them: those that were set. */
export const storedThresholds = z.partialRecord(z.enum(THRESHOLD_KEYS), z.number());
export type StoredThresholds = z.output<typeof storedThresholds>;

/** Whether a value flags less than the bound allows. */
export function isLooser(key: ThresholdKey, value: number, bound: number): boolean {
  return THRESHOLDS[key].stricter === "lower" ? value > bound : value < bound;
}

/** What holds: the specification's value or the default, but never looser than the ward's bound. */
export function effectiveThresholds(own: StoredThresholds | null, bounds: StoredThresholds | null): Thresholds {
  return Object.fromEntries(
    THRESHOLD_KEYS.map((key) => {
      const value = own?.[key] ?? DEFAULT_THRESHOLDS[key];
      const bound = bounds?.[key];
      return [key, bound !== undefined && isLooser(key, value, bound) ? bound : value];
    }),
  ) as Record<ThresholdKey, number>;
}

/** The names of one rule's thresholds, as they stand in the list. */
export function thresholdKeysOf(rule: RuleKey): ThresholdKey[] {
  return THRESHOLD_KEYS.filter((key) => THRESHOLDS[key].rule === rule);
}

/** The thresholds of one rule, as a flag keeps them. */
export function thresholdsOf(rule: RuleKey, all: Thresholds): Partial<Thresholds> {
  return Object.fromEntries(thresholdKeysOf(rule).map((key) => [key, all[key]]));
}
