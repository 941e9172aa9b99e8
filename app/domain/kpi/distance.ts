/**
 * How far an indicator is from its target, in figures that a sentence can be made of: small numbers are told honestly
 * ("5 of 7, one short of the target") instead of as a percentage and a colour.
 */
import { definitionOf } from "./catalogue";
import type { Indicator } from "./indicator";

export type Distance =
  | { code: "noData" }
  /** A share in whole numbers: `have` of `of`; `need` reach the target, `missing` more of them (0 where met). */
  | { code: "shareMet" | "short"; have: number; of: number; need: number; missing: number }
  /** A share that should be low: at most `allowed` of `of`; `excess` too many (0 where met). */
  | { code: "withinShare" | "tooMany"; have: number; of: number; allowed: number; excess: number }
  /** A mean, a count or a monthly figure: `gap` is what is missing or too much, 0 or more. */
  | { code: "reached" | "below" | "within" | "above"; value: number; target: number; gap: number };

/** The distance to the target as data; the sentences are in the texts under `kpi.distance`. */
export function distance(
  indicator: Pick<Indicator, "key" | "value" | "numerator" | "denominator" | "target" | "direction">,
): Distance {
  const { value, numerator, denominator, target, direction } = indicator;
  if (value === null || numerator === null) return { code: "noData" };
  if (definitionOf(indicator.key).unit === "percent" && denominator !== null) {
    return direction === "higher"
      ? shareToReach(numerator, denominator, target)
      : shareNotToPass(numerator, denominator, target);
  }
  const gap = Math.abs(value - target);
  if (direction === "higher")
    return value >= target ? { code: "reached", value, target, gap } : { code: "below", value, target, gap };
  return value <= target ? { code: "within", value, target, gap } : { code: "above", value, target, gap };
}

function shareToReach(have: number, of: number, target: number): Distance {
  // why: targets have two decimals; in whole numbers 60 % of 5 is 3 and never 3.0000000000000004.
  const need = Math.ceil((Math.round(target * 100) * of) / 10_000);
  const missing = Math.max(0, need - have);
  return { code: missing > 0 ? "short" : "shareMet", have, of, need, missing };
}

function shareNotToPass(have: number, of: number, target: number): Distance {
  const allowed = Math.floor((Math.round(target * 100) * of) / 10_000);
  const excess = Math.max(0, have - allowed);
  return { code: excess > 0 ? "tooMany" : "withinShare", have, of, allowed, excess };
}
