/**
 * How thresholds stand to each other: from watch to critical a ladder never loosens backwards, and a contract's own values are
 * never looser than a bound of its ward. Bounds in order keep any values in order that are.
 */
import { isLooser, THRESHOLD_KEYS, THRESHOLDS, type StoredThresholds, type ThresholdKey } from "./thresholds";

/** Thresholds of one rule from the mildest to the gravest. */
export const LADDERS: readonly (readonly ThresholdKey[])[] = [
  ["activeWatch", "activeWarning", "activeCritical"],
  ["overtimeWatch", "overtimeWarning", "overtimeCritical"],
  ["trainingWatch", "trainingWarning"],
  ["qualificationWatch", "qualificationWarning"],
  ["strainWatch", "strainWarning", "strainCritical"],
  ["exitsWatch", "exitsWarning", "exitsCritical"],
];

/** A value that does not fit, and what would be right: at least or at most so much, because of another threshold or a bound. */
export type ThresholdProblem = {
  key: ThresholdKey;
  side: "atLeast" | "atMost";
  limit: number;
  because: ThresholdKey | "bound";
};

/** Values in one fixed order of keys, so that equal ones read the same. */
export function ordered(given: StoredThresholds | null | undefined): StoredThresholds {
  return Object.fromEntries(THRESHOLD_KEYS.flatMap((key) => (given?.[key] === undefined ? [] : [[key, given[key]]])));
}

/**
 * What breaks the order of values: watch is reached no later than warning, warning no later than critical. A value that is not
 * given is in nobody's way: for a limit it is endless, for a share or a notice nothing.
 * @param blamed which of two values that do not fit is told of; the graver one where both may be
 */
export function orderProblems(
  values: StoredThresholds,
  blamed: (key: ThresholdKey) => boolean = () => true,
): ThresholdProblem[] {
  return LADDERS.flatMap((ladder) =>
    ladder.slice(1).flatMap((graver, index): ThresholdProblem[] => {
      const milder = ladder[index] ?? graver;
      const [first, second] = [valueOf(values, milder), valueOf(values, graver)];
      if (!isLooser(graver, first, second)) return [];
      const isLimit = THRESHOLDS[graver].stricter === "lower";
      if (blamed(graver) && Number.isFinite(first))
        return [{ key: graver, side: isLimit ? "atLeast" : "atMost", limit: first, because: milder }];
      return [{ key: milder, side: isLimit ? "atMost" : "atLeast", limit: second, because: graver }];
    }),
  );
}

function valueOf(values: StoredThresholds, key: ThresholdKey): number {
  return values[key] ?? (THRESHOLDS[key].stricter === "lower" ? Infinity : -Infinity);
}

/** Own values that are looser than the bounds. */
export function boundProblems(own: StoredThresholds, bounds: StoredThresholds): ThresholdProblem[] {
  return THRESHOLD_KEYS.flatMap((key): ThresholdProblem[] => {
    const [value, bound] = [own[key], bounds[key]];
    if (value === undefined || bound === undefined || !isLooser(key, value, bound)) return [];
    const side = THRESHOLDS[key].stricter === "lower" ? "atMost" : "atLeast";
    return [{ key, side, limit: bound, because: "bound" }];
  });
}
