/**
 * Who needs a session first. Missed: fewer sessions attended and planned than are due by the quarter's end, or a last
 * quarter without one and none since. Due: none attended or planned in the running quarter. Overloaded: cases above the own cap or a
 * weighted load above 40 x FTE, nothing planned, and no session for 30 days. Nobody on leave is asked for one.
 */
import {
  addDays,
  daysBetween,
  fiscalYearOf,
  previousQuarter,
  QUARTERS,
  quarterOf,
  quarterSpan,
  type Day,
  type Quarter,
} from "../../lib/calendar";
import { gravity } from "../flag/finding";
import type { WorkerFacts } from "../workforce/facts";
import { isOnLeaveOn } from "../workforce/rules";
import type { Severity } from "../workforce/vocabulary";
import { attendedIn, attendedThisYear, daysWithoutSession, gridCell, isDueIn } from "./rules";

/** Weighted load for one FTE above which a worker is overloaded. */
const HEAVY_LOAD = 40;
/** Days after a session in which an overloaded worker is not asked for another. */
const QUIET_DAYS = 30;

export type Need =
  | { reason: "missed"; missing: number }
  | { reason: "due"; quarter: Quarter; daysLeft: number }
  | { reason: "overloaded"; quietDays: number | null };

const ORDER = ["missed", "due", "overloaded"] as const;

/**
 * Sessions short of what is due by the end of the running quarter, its own apart where none is attended or planned in it:
 * one for each quarter of the year so far, or for the last quarter of the year before where nothing came since.
 */
export function missingSessions(worker: WorkerFacts, day: Day): number {
  const fiscalYear = fiscalYearOf(day);
  const running = quarterSpan(fiscalYear, quarterOf(day));
  const planned = worker.planned.filter((session) => session.day <= running.to).length;
  const due = QUARTERS.filter((quarter) => quarter <= quarterOf(day) && isDueIn(worker, fiscalYear, quarter)).length;
  const own = gridCell(worker, fiscalYear, quarterOf(day), day).state === "due" ? 1 : 0;
  const last = previousQuarter(fiscalYear, quarterOf(day));
  const since = { from: quarterSpan(last.fiscalYear, last.quarter).from, to: day };
  const isSkipped = isDueIn(worker, last.fiscalYear, last.quarter) && attendedIn(worker, since) === 0 && planned === 0;
  return Math.max(0, due - attendedThisYear(worker, day) - planned - own, isSkipped ? 1 : 0);
}

/** Why a worker needs a session, or null. */
export function needOf(
  worker: WorkerFacts,
  load: { annualCases: number; cap: number; weightedLoad: number; fte: number },
  day: Day,
): Need | null {
  if (isOnLeaveOn(worker, day)) return null;
  const missing = missingSessions(worker, day);
  if (missing > 0) return { reason: "missed", missing };
  const quarter = quarterOf(day);
  const span = quarterSpan(fiscalYearOf(day), quarter);
  if (gridCell(worker, fiscalYearOf(day), quarter, day).state === "due")
    return { reason: "due", quarter, daysLeft: daysBetween(day, span.to) };
  const quietDays = daysWithoutSession(worker.lastAttendedOn, day);
  const isHeavy = load.annualCases > load.cap || load.weightedLoad > HEAVY_LOAD * load.fte;
  const isQuiet = worker.lastAttendedOn === null || worker.lastAttendedOn < addDays(day, -QUIET_DAYS);
  return isHeavy && isQuiet && worker.planned.length === 0 ? { reason: "overloaded", quietDays } : null;
}

export type Waiting = { staffCode: string; need: Need; severity: Severity | null; lastAttendedOn: Day | null };

/** The most urgent first: by reason, how much is missing, the gravest flag, how long ago the last session was. */
export function byUrgency(a: Waiting, b: Waiting): number {
  const missing = ({ need }: Waiting) => (need.reason === "missed" ? need.missing : 0);
  const grave = ({ severity }: Waiting) => (severity === null ? -1 : gravity(severity));
  return (
    ORDER.indexOf(a.need.reason) - ORDER.indexOf(b.need.reason) ||
    missing(b) - missing(a) ||
    grave(b) - grave(a) ||
    (a.lastAttendedOn ?? "").localeCompare(b.lastAttendedOn ?? "") ||
    a.staffCode.localeCompare(b.staffCode)
  );
}
