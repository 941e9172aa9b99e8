/**
 * From facts to the planner's workers: who is overdue, who is overloaded, and the hours that count where none are recorded.
 * Overdue: the last quarter that ended by the day had none though one was due, and none came since; or more than 120 days without
 * (since the hire, where there never was one). Overloaded: above the own cap, or a weighted load above 50 x FTE.
 */
import { daysBetween, fiscalYearOf, previousQuarter, quarterOf, quarterSpan, type Day } from "../../lib/calendar";
import type { Requirement } from "../contract/requirement";
import { isLoadAbove } from "../overload/rules";
import { attendedIn, daysWithoutSession, isDueIn } from "../supervision/rules";
import type { Terms, WorkerFacts } from "../workforce/facts";
import { DEFAULT_SETTINGS, type Hours, type OfficeHours, type PlanSettings } from "./plan";

/** Days without a session beyond which a worker is overdue, as the strain factors count them. */
const LONG_DAYS = 120;

const WORKING_DAYS = [1, 2, 3, 4, 5];

/** Monday to Friday, 9:00 to 17:00: what counts for a worker whose hours nobody has entered. */
export const DEFAULT_STAFF_HOURS: readonly Hours[] = WORKING_DAYS.map((weekday) => ({ weekday, from: 540, to: 1020 }));

/** The same with an hour at noon left free, where the supervisees work: for a supervisor who has entered none. */
export const DEFAULT_SUPERVISOR_HOURS: readonly OfficeHours[] = WORKING_DAYS.flatMap((weekday) => [
  { weekday, from: 540, to: 720, officeId: null },
  { weekday, from: 780, to: 1020, officeId: null },
]);

/** Whether the worker has waited for a session too long by the day. */
export function isOverdue(worker: WorkerFacts, day: Day): boolean {
  const current = { fiscalYear: fiscalYearOf(day), quarter: quarterOf(day) };
  const last = previousQuarter(current.fiscalYear, current.quarter);
  const since = { from: quarterSpan(last.fiscalYear, last.quarter).from, to: day };
  const isMissed = isDueIn(worker, last.fiscalYear, last.quarter) && attendedIn(worker, since) === 0;
  const waited = daysWithoutSession(worker.lastAttendedOn, day) ?? daysBetween(worker.hiredOn, day);
  return isMissed || waited > LONG_DAYS;
}

/** Whether the worker has more cases than the own cap, or a critically heavy load. */
export function isOverloaded(worker: WorkerFacts, load: { annualCases: number; cap: number }, terms: Terms): boolean {
  return load.annualCases > load.cap || isLoadAbove(worker, terms, terms.thresholds.activeCritical);
}

/** The settings that a first proposal starts from: long enough for what the specification asks of a session. */
export function settingsFor(requirement: Requirement): PlanSettings {
  const least = (kind: "individual" | "group") =>
    requirement.alternatives?.find((one) => one.kind === kind)?.minMinutes ?? requirement.minMinutes;
  return {
    ...DEFAULT_SETTINGS,
    individualMinutes: Math.max(DEFAULT_SETTINGS.individualMinutes, least("individual")),
    groupMinutes: Math.max(DEFAULT_SETTINGS.groupMinutes, least("group")),
  };
}

/** Minutes below which a session of either kind would not count. */
export function requiredMinutes({ alternatives, minMinutes }: Requirement): number {
  return alternatives ? Math.min(...alternatives.map((one) => one.minMinutes)) : minMinutes;
}
