/**
 * Supervision (スーパービジョン) once a quarter, four times a year. Source: product.md, `supervisionRate`.
 * Due is one session for each quarter that ended on or before the day and in which the person was employed
 * and not on leave for at least 60 days. Only held sessions that the person attended count.
 */
import {
  daysBetween,
  fiscalYearOf,
  fiscalYearStart,
  QUARTERS,
  quarterSpan,
  type Day,
  type Quarter,
  type Span,
} from "../../lib/calendar";
import type { SessionFacts } from "../workforce/facts";
import { presentDays, type Presence } from "../workforce/rules";

const DAYS_FOR_A_SESSION = 60;

/** Attended sessions, as the facts carry them. */
export type Attending = { attended: readonly SessionFacts[] };

/** Whether a session belongs to the quarter: present on at least 60 of its days, as recorded. Any fiscal year. */
export function isDueIn(post: Presence, fiscalYear: number, quarter: Quarter): boolean {
  return presentDays(post, quarterSpan(fiscalYear, quarter)) >= DAYS_FOR_A_SESSION;
}

/** The quarters of the day's fiscal year that ended on or before the day and in which a session was due. */
export function dueQuarters(post: Presence, day: Day): Quarter[] {
  const fiscalYear = fiscalYearOf(day);
  return QUARTERS.filter((quarter) => quarterSpan(fiscalYear, quarter).to <= day && isDueIn(post, fiscalYear, quarter));
}

/** Sessions attended in a span of days. */
export function attendedIn(worker: Attending, span: Span): number {
  return worker.attended.filter((session) => session.day >= span.from && session.day <= span.to).length;
}

/** Sessions attended in the day's fiscal year up to the day. */
export function attendedThisYear(worker: Attending, day: Day): number {
  return attendedIn(worker, { from: fiscalYearStart(fiscalYearOf(day)), to: day });
}

/** Per quarter of the day's fiscal year: sessions attended up to the day, and whether one was due by it (1) or not (0). */
export function quarterRecord(
  worker: Presence & Attending,
  day: Day,
): { quarter: Quarter; attended: number; due: 0 | 1 }[] {
  const due = dueQuarters(worker, day);
  return QUARTERS.map((quarter) => {
    const span = quarterSpan(fiscalYearOf(day), quarter);
    const attended = attendedIn(worker, { from: span.from, to: span.to < day ? span.to : day });
    return { quarter, attended, due: due.includes(quarter) ? 1 : 0 };
  });
}

/** Whether the attended sessions reach what is due by the day; null where nothing is due yet. */
export function isSupervisionMet(worker: Presence & Attending, day: Day): boolean | null {
  const due = dueQuarters(worker, day).length;
  return due === 0 ? null : attendedThisYear(worker, day) >= due;
}

/** done: attended · planned: invited · due: still to be had in a quarter that has not ended · missed · notApplicable: under 60 days. */
export type CellState = "done" | "planned" | "due" | "missed" | "notApplicable";

/** One cell of the workers x quarters grid. */
export type GridCell = { quarter: Quarter; state: CellState; attended: number; planned: number; hasBegun: boolean };

/** The state of a worker's quarter as of a day; the quarter may lie in the past or in the future. */
export function gridCell(
  worker: Presence & Attending & { planned: readonly SessionFacts[] },
  fiscalYear: number,
  quarter: Quarter,
  day: Day,
): GridCell {
  const span = quarterSpan(fiscalYear, quarter);
  const attended = attendedIn(worker, { from: span.from, to: span.to < day ? span.to : day });
  const planned = worker.planned.filter((session) => session.day >= span.from && session.day <= span.to).length;
  return { quarter, attended, planned, hasBegun: span.from <= day, state: stateOf() };

  function stateOf(): CellState {
    if (attended > 0) return "done";
    if (planned > 0) return "planned";
    if (!isDueIn(worker, fiscalYear, quarter)) return "notApplicable";
    return span.to <= day ? "missed" : "due";
  }
}

/** Days since the last attended session; null where there never was one. */
export function daysWithoutSession(lastAttendedOn: Day | null, day: Day): number | null {
  return lastAttendedOn === null ? null : Math.max(0, daysBetween(lastAttendedOn, day));
}
