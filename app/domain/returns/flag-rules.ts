/**
 * return.late: monthly returns (事業実績報告) that are not handed in. A month's return is due on the specification's day of the
 * following month. Looked at are the last twelve months that ended by the day, from the contract's first month to its last. Due
 * within five days watch, past the due day a warning, 30 days past it critical; the contract may set its own days. The oldest
 * month is told. Nothing is said where the specification names no day. Source: product.md, "Flags".
 */
import {
  addDays,
  addMonths,
  daysBetween,
  lastDayOfMonth,
  monthBefore,
  monthOf,
  type Day,
  type Month,
} from "../../lib/calendar";
import type { Finding } from "../flag/finding";
import type { ContractFacts, Terms } from "../workforce/facts";

export const RETURN_VERSION = 1;
const MONTHS = 12;

type Facts = Pick<ContractFacts, "filings" | "terms" | "day" | "startsOn" | "endsOn">;

/** The day by which a month's return is due. */
export function returnDueOn(month: Month, dueDay: number): Day {
  return addDays(addMonths(`${month}-01`, 1), dueDay - 1);
}

/** The months whose return is asked for by the day, the oldest first: at most twelve that ended, within the contract. */
export function monthsAsked({ day, startsOn, endsOn }: Pick<Facts, "day" | "startsOn" | "endsOn">): Month[] {
  const last = lastDayOfMonth(monthOf(day)) === day ? monthOf(day) : monthBefore(monthOf(day), 1);
  return Array.from({ length: MONTHS }, (_, back) => monthBefore(last, MONTHS - 1 - back)).filter(
    (month) => month >= monthOf(startsOn) && month <= monthOf(endsOn),
  );
}

/** Whether a return is late or due soon. */
export function returnLate(facts: Facts): Finding | null {
  const { terms, day } = facts;
  const missing = missingReturns(facts);
  const [first] = missing;
  if (!first) return null;
  const grade = gradeOf(daysBetween(first.dueOn, day), terms);
  if (!grade) return null;
  const lateMonths = missing.filter(({ dueOn }) => dueOn < day).length;
  return {
    ...{ rule: "return.late", version: RETURN_VERSION, severity: grade.severity },
    figures: { ...first, limit: grade.limit, lateMonths },
  };
}

/** The months asked for that are not handed in by the day, the oldest first, with the day on which each is due. */
function missingReturns(facts: Facts): { month: Month; dueOn: Day }[] {
  const { filings, day } = facts;
  const { returnDueDay: dueDay } = facts.terms;
  if (dueDay === null) return [];
  const filed = new Set(filings.filter(({ submittedOn }) => submittedOn <= day).map(({ month }) => month));
  return monthsAsked(facts)
    .filter((month) => !filed.has(month))
    .map((month) => ({ month, dueOn: returnDueOn(month, dueDay) }));
}

/** How many returns are due within the days of notice, and how many are late. */
export function returnsDue(facts: Facts): { dueSoon: number; late: number } {
  const { day, terms } = facts;
  const days = missingReturns(facts).map(({ dueOn }) => daysBetween(day, dueOn));
  return {
    dueSoon: days.filter((left) => left >= 0 && left <= terms.thresholds.returnNotice).length,
    late: days.filter((left) => left < 0).length,
  };
}

/** @param daysLate days since the due day, below 0 before it */
function gradeOf(daysLate: number, { thresholds }: Terms): { severity: Finding["severity"]; limit: number } | null {
  const { returnNotice, returnLate: lateBy } = thresholds;
  if (daysLate >= lateBy) return { severity: "critical", limit: lateBy };
  if (daysLate > 0) return { severity: "warning", limit: 0 };
  return -daysLate <= returnNotice ? { severity: "watch", limit: returnNotice } : null;
}
