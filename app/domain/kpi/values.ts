import type { IndicatorKey } from "./catalogue";
import type { Indicator } from "./indicator";

/** The values that there are, by indicator. */
export function valuesOf(list: readonly Indicator[]): Partial<Record<IndicatorKey, number>> {
  return Object.fromEntries(list.flatMap(({ key, value }) => (value === null ? [] : [[key, value]])));
}
