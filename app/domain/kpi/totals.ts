/** A ward's figures over its contracts: sums of numerators and of denominators, against the catalogue's targets. */
import { CATALOGUE, type IndicatorKey } from "./catalogue";
import { judged, meanOf, NO_DATA, percentOf, type Indicator } from "./indicator";

/** One list of indicators over several; an indicator without data anywhere stays without. */
export function totalIndicators(lists: readonly (readonly Indicator[])[]): Indicator[] {
  return CATALOGUE.map((definition) => {
    const parts = lists.flatMap((list) =>
      list.filter((part) => part.key === definition.key && part.numerator !== null),
    );
    return judged(definition.key, sumOf(definition.key, parts));
  });

  function sumOf(key: IndicatorKey, parts: readonly Indicator[]) {
    if (parts.length === 0) return NO_DATA;
    const numerator = parts.reduce((sum, part) => sum + (part.numerator ?? 0), 0);
    const denominator = parts.reduce((sum, part) => sum + (part.denominator ?? 0), 0);
    const unit = CATALOGUE.find((definition) => definition.key === key)?.unit;
    if (unit === "count") return { value: numerator, numerator, denominator: null };
    return unit === "percent" ? percentOf(numerator, denominator) : meanOf(numerator, denominator);
  }
}
