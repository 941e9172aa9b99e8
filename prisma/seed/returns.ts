/** Monthly returns (事業実績報告): numerators and denominators of the fourteen indicators that are not computed from records. */
import { addMonths, fromNumber, monthOf, type Day } from "../../app/lib/calendar";
import type { Stream } from "./random";
import type { DemoContract, DemoRows } from "./rows";

/** Share in the weakest and in the best contract, in per cent, and the month's denominator. */
const RATES: Record<string, { weak: number; strong: number; denominator: number }> = {
  utilisationRate: { weak: 16, strong: 44, denominator: 130 },
  earlyConsultationRate: { weak: 29, strong: 66, denominator: 38 },
  outreachIntakeShare: { weak: 14, strong: 35, denominator: 38 },
  independenceRate: { weak: 58, strong: 80, denominator: 24 },
  welfareTransitionRate: { weak: 14, strong: 7, denominator: 24 },
  multiAgencyRate: { weak: 52, strong: 87, denominator: 34 },
  jobRetention6m: { weak: 61, strong: 86, denominator: 14 },
  problemResolutionRate: { weak: 47, strong: 71, denominator: 60 },
};
/** A year's count in the weakest and in the best contract. */
const COUNTS: Record<string, { weak: number; strong: number }> = {
  offHoursConsultations: { weak: 55, strong: 135 },
  outreachVisits: { weak: 240, strong: 620 },
  mobileConsultations: { weak: 22, strong: 62 },
  coordinationMeetings: { weak: 15, strong: 30 },
  certifiedEmployers: { weak: 4, strong: 14 },
};

/** Adds the returns of each full month up to the last one; the yearly awareness survey is in October. */
export function addReturns(rows: DemoRows, contract: DemoContract, random: Stream): void {
  const { keys, blueprint, todayText } = contract;
  const first = fromNumber(contract.from);
  const thisMonth = `${monthOf(todayText)}-01`;
  let months = 0;
  for (let month: Day = first; month < thisMonth; month = addMonths(month, 1), months += 1) {
    // why: figures improve a little from year to year, in the best contract from just below its level.
    const standing = blueprint.performance - 0.16 * (1 - months / 32);
    const level = (range: { weak: number; strong: number }) => range.weak + (range.strong - range.weak) * standing;
    const add = (indicator: string, numerator: number, denominator: number | null) =>
      rows.monthly_return.push({ ...keys, indicator, month, numerator, denominator });
    for (const [indicator, range] of Object.entries(RATES)) {
      const denominator = Math.max(1, Math.round(range.denominator * random.between(0.8, 1.2)));
      const share = (level(range) / 100) * random.between(0.95, 1.05);
      add(indicator, Math.min(denominator, Math.round(denominator * share)), denominator);
    }
    for (const [indicator, range] of Object.entries(COUNTS)) {
      const mean = level(range) / 12;
      const count =
        indicator === "coordinationMeetings"
          ? Math.max(1, Math.round(mean + random.between(-0.4, 0.4)))
          : random.poisson(mean);
      add(indicator, count, null);
    }
    if (month.slice(5, 7) === "10")
      add("publicAwareness", Math.round(8 * (46 + 40 * standing) + random.whole(-15, 15)), 800);
  }
}
