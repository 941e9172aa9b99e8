/**
 * The indicators of 支援策① and ② from the contractor's monthly return (事業実績報告), over the months of the fiscal year
 * that ended on or before the day: rates as sum of numerators / sum of denominators, counts as sums,
 * 支援調整会議 as meetings a month reported.
 */
import type { ContractFacts } from "../workforce/facts";
import type { IndicatorDefinition } from "./catalogue";
import { meanOf, NO_DATA, percentOf } from "./indicator";

type Entry = ContractFacts["returns"][number];

/** The figure of one return indicator; null without a reported month. */
export function returnFigure(returns: readonly Entry[], definition: Pick<IndicatorDefinition, "key" | "aggregation">) {
  const entries = returns.filter((entry) => entry.indicator === definition.key);
  if (entries.length === 0) return NO_DATA;
  if (definition.aggregation === "rate") {
    const rates = entries.filter((entry) => entry.denominator !== null);
    return percentOf(sumOf(rates, "numerator"), sumOf(rates, "denominator"));
  }
  const total = sumOf(entries, "numerator");
  if (definition.aggregation === "perMonth") return meanOf(total, entries.length);
  return { value: total, numerator: total, denominator: null };
}

/** Sums in hundredths: the return's figures have at most two decimals. */
function sumOf(entries: readonly Entry[], part: "numerator" | "denominator"): number {
  return entries.reduce((sum, entry) => sum + Math.round((entry[part] ?? 0) * 100), 0) / 100;
}
