/**
 * How many cases a year are one worker's share (担当件数の上限), and what a case weighs.
 * Source: product.md, "Caseload, forecast, cap". Cap = the contract's cap (50) x FTE x share of the year,
 * rounded half up to one decimal. Weight of a case = 1, +0.5 for each complexity tag beyond the first, at most 3.
 */
import type { StaffPost, Terms } from "../workforce/facts";
import { hundredths, shareOfYear } from "../workforce/rules";

const WEIGHT_PER_TAG = 0.5;
const HEAVIEST = 3;

/** A worker's cap for a fiscal year in cases, one decimal. Whole-number arithmetic: no half is lost to a float. */
export function capFor(terms: Pick<Terms, "cap" | "fullTimeHours">, post: StaffPost, fiscalYear: number): number {
  const share = shareOfYear(post, fiscalYear);
  const full = hundredths(terms.fullTimeHours);
  const dividend = Math.round(terms.cap * 10) * Math.min(hundredths(post.weeklyHours), full) * share.days;
  const divisor = full * share.of;
  const wholeTenths = Math.floor(dividend / divisor);
  // why: the rest is compared, not the quotient, because the quotient is rounded to a double first.
  const rest = dividend - wholeTenths * divisor;
  return (wholeTenths + (rest * 2 >= divisor ? 1 : 0)) / 10;
}

/** What a case with so many complexity tags weighs. */
export function caseWeight(tagCount: number): number {
  return Math.min(HEAVIEST, 1 + WEIGHT_PER_TAG * Math.max(0, tagCount - 1));
}
