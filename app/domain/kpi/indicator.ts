/**
 * An indicator's value against its target. A value is in the unit of the target (70.5 for 70.5 %), unrounded; a
 * denominator of 0 is "no data" (null), never 0 % or 100 %.
 */
import type { Forecast } from "../forecast/rules";
import { definitionOf, type IndicatorKey } from "./catalogue";

export type Indicator = {
  key: IndicatorKey;
  value: number | null;
  numerator: number | null;
  /** Null for a count. */
  denominator: number | null;
  target: number;
  direction: "higher" | "lower";
  /** Null without data. */
  met: boolean | null;
  /** The whole year's figure, expected on 31 March; only before it. */
  forecast?: Forecast;
};

export type Targets = Readonly<Record<string, number>>;
type Figure = { value: number | null; numerator: number | null; denominator: number | null; forecast?: Forecast };

/** A share in percent; null where the denominator is 0. */
export function percentOf(numerator: number, denominator: number): Figure {
  return { value: denominator === 0 ? null : (100 * numerator) / denominator, numerator, denominator };
}

/** A mean; null where the denominator is 0. */
export function meanOf(numerator: number, denominator: number): Figure {
  return { value: denominator === 0 ? null : numerator / denominator, numerator, denominator };
}

/** Nothing to tell. */
export const NO_DATA: Figure = { value: null, numerator: null, denominator: null };

/** Sets a figure against the contract's target, or the catalogue's where the contract has none. */
export function judged(key: IndicatorKey, figure: Figure, targets: Targets = {}): Indicator {
  const definition = definitionOf(key);
  const target = targets[key] ?? definition.target;
  const { direction } = definition;
  const { value, numerator, denominator, forecast } = figure;
  const met = value === null ? null : direction === "higher" ? value >= target : value <= target;
  return { key, value, numerator, denominator, target, direction, met, ...(forecast && { forecast }) };
}
