/**
 * What a staffing costs. A full year: (FTE that come - FTE that go) x cost per FTE x (1 + overhead); this fiscal year the
 * same by the months from the first day to March, and from the month after the last day. The fee is the present one and
 * the cost on top. Whole yen, half a yen rounds away from zero; reckoned in whole numbers so that no yen is lost to a float.
 */
import type { Month } from "../../lib/calendar";
import { hundredths } from "../workforce/rules";
import type { Money, StaffingInput } from "./schema";

/**
 * The employer's social insurance in percent of pay, in round figures: health and care insurance 5.8, pension 9.15,
 * child allowance 0.36, employment 0.9, accidents 0.3; 16.5 in all. It differs by region and year and is only the default.
 */
export const SOCIAL_INSURANCE_PERCENT = 16.5;

const MONTHS_A_YEAR = 12;

export type Costed = Pick<
  StaffingInput,
  "hires" | "departures" | "costPerFteJpy" | "overheadPercent" | "currentFeeJpy"
>;

/** The extra cost of a staffing and the fee that pays for it; null where the cost (or the present fee) is not known. */
export function moneyOf(costed: Costed, fiscalYear: number): Money {
  const { costPerFteJpy, currentFeeJpy } = costed;
  if (costPerFteJpy === null)
    return { thisYearJpy: null, fullYearJpy: null, feeThisYearJpy: null, feeFullYearJpy: null };
  const thisYearJpy = yen(monthlyHundredths(costed, fiscalYear), costed, costPerFteJpy);
  const fullYearJpy = yen(monthlyHundredths(costed, null), costed, costPerFteJpy);
  return {
    ...{ thisYearJpy, fullYearJpy },
    feeThisYearJpy: currentFeeJpy === null ? null : currentFeeJpy + thisYearJpy,
    feeFullYearJpy: currentFeeJpy === null ? null : currentFeeJpy + fullYearJpy,
  };
}

/** Hundredths of an FTE x months: of the fiscal year, or of a whole one. */
function monthlyHundredths({ hires, departures }: Costed, fiscalYear: number | null): number {
  const months = (month: Month, isLast: boolean) =>
    fiscalYear === null ? MONTHS_A_YEAR : monthsToMarch(month, fiscalYear) - (isLast ? 1 : 0);
  const added = hires.map((hire) => hundredths(hire.fte) * months(hire.month, false));
  const gone = departures.map((one) => hundredths(one.fte) * months(one.month, true));
  return added.reduce((a, b) => a + b, 0) - gone.reduce((a, b) => a + b, 0);
}

/** Months from one to March of the fiscal year, both included. */
function monthsToMarch(month: Month, fiscalYear: number): number {
  return (fiscalYear + 1 - +month.slice(0, 4)) * MONTHS_A_YEAR + 3 - +month.slice(5, 7) + 1;
}

function yen(monthlyFte: number, { overheadPercent }: Costed, costPerFteJpy: number): number {
  const dividend = BigInt(monthlyFte) * BigInt(costPerFteJpy) * BigInt(1000 + Math.round(overheadPercent * 10));
  const divisor = BigInt(100 * MONTHS_A_YEAR * 1000);
  const size = dividend < 0n ? -dividend : dividend;
  const rounded = (size * 2n + divisor) / (divisor * 2n);
  return Number(dividend < 0n ? -rounded : rounded);
}

/**
 * What one FTE costs a year by the contract's own pay: all known pay / the FTE it is paid for, and the employer's social
 * insurance; null where no pay is known. In whole thousands of yen, because it is an assumption.
 */
export function costPerFteFrom(posts: readonly { fte: number; annualPayJpy: number | null }[]): number | null {
  const known = posts.flatMap(({ fte, annualPayJpy }) => (annualPayJpy === null ? [] : [{ fte, annualPayJpy }]));
  const fte = known.reduce((total, post) => total + post.fte, 0);
  if (fte === 0) return null;
  const pay = known.reduce((total, post) => total + post.annualPayJpy, 0) / fte;
  return Math.round((pay * (100 + SOCIAL_INSURANCE_PERCENT)) / 100 / 1000) * 1000;
}
