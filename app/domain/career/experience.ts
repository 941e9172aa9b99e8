/**
 * Years of work, counted as people count them: every unbroken stretch in whole months and days, the stretches added up. Days
 * that several posts share count once, gaps do not count. Three years that begin on 1 April end on 31 March, leap years or
 * not; a month that lacks the day of the beginning ends with its last day (Civil Code, article 143).
 */
import { addDays, addMonths, daysBetween, type Day, type Span } from "../../lib/calendar";
import { clip, union, type OpenSpan } from "../../lib/spans";

/** Work without an end is looked at up to here. */
export const HORIZON: Day = "2199-12-31";
const ALWAYS: Span = { from: "1900-01-01", to: HORIZON };
/** Days left over from several stretches make a month only where they would in any month. */
const LONGEST_MONTH = 31;

export type Experience = {
  /** Complete months worked up to the day. */
  monthsDone: number;
  /** Months still to work, begun ones as whole; 0 once met. */
  monthsMissing: number;
  /** The day on which the years are complete, past or to come; null where the work on record does not lead there. */
  completeOn: Day | null;
  met: boolean;
};

/** How far the spans of work have come on a day towards so many years. */
export function experience(spans: readonly OpenSpan[], years: number, day: Day): Experience {
  const wanted = years * 12;
  const worked = union(spans.flatMap((span) => clip(span, ALWAYS) ?? []));
  const completeOn = completionDay(worked, wanted);
  const met = completeOn !== null && completeOn <= day;
  const done = worked.flatMap((span) => clip(span, { from: ALWAYS.from, to: day }) ?? []).map(measure);
  const days = done.reduce((sum, stretch) => sum + stretch.days, 0);
  const months = done.reduce((sum, stretch) => sum + stretch.months, 0) + Math.floor(days / LONGEST_MONTH);
  const monthsDone = met ? Math.max(months, wanted) : Math.min(months, wanted - 1);
  return { met, completeOn, monthsDone, monthsMissing: met ? 0 : wanted - monthsDone };
}

/** The first day on which disjoint, sorted spans hold so many months. */
function completionDay(spans: readonly Span[], wanted: number): Day | null {
  let [months, days] = [0, 0];
  for (const span of spans) {
    const end = addDays(correspondingDay(span.from, Math.max(0, wanted - months)), -days - 1);
    const day = end < span.from ? span.from : end;
    if (day <= span.to) return day;
    const stretch = measure(span);
    months += stretch.months;
    days += stretch.days;
  }
  return null;
}

/** A span in whole months and the days left over. */
function measure(span: Span): { months: number; days: number } {
  const after = addDays(span.to, 1);
  let months = (+after.slice(0, 4) - +span.from.slice(0, 4)) * 12 + (+after.slice(5, 7) - +span.from.slice(5, 7));
  if (correspondingDay(span.from, months) > after) months -= 1;
  return { months, days: daysBetween(correspondingDay(span.from, months), after) };
}

/** The same day so many months on; where the month lacks it, the day after that month's last. */
function correspondingDay(day: Day, months: number): Day {
  const found = addMonths(day, months);
  return found.slice(8) < day.slice(8) ? addDays(found, 1) : found;
}
