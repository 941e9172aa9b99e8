/**
 * burnout.conditions: conditions of work under which people burn out (燃え尽きの要因). Eight strain factors, all of them
 * facts of work and none of them health data: caseload above the cap, weighted load above 40 x FTE, no supervision for
 * 120 days, overtime above 45 hours last month, three or more open cases with four or more complexity tags and no
 * supervision since the newest began, fewer than five days of leave in six months, first year in post, a critical
 * incident in 60 days. Overtime and leave count only where they are reported. Two factors: watch; three: warning; four
 * or more, or three with a critical overload: critical; the contract may set other numbers of factors. Source: product.md, "Flags";
 * not a clinical instrument.
 */
import { addMonths, anniversary, daysBetween, fiscalYearOf, monthOf, type Day } from "../../lib/calendar";
import { capFor } from "../caseload/rules";
import { figure, STRAIN_FACTORS, type Figures, type Finding, type StrainFactor } from "../flag/finding";
import { isLoadAbove, overloadActive, overloadCap } from "../overload/rules";
import type { Terms, WorkerFacts } from "../workforce/facts";
import { fteOf } from "../workforce/rules";
import type { Severity } from "../workforce/vocabulary";

export const BURNOUT_VERSION = 1;
export const LOAD_PER_FTE = 40;
export const DAYS_WITHOUT_SUPERVISION = 120;
export const OVERTIME_HOURS = 45;
export const COMPLEX_CASES = 3;
export const LEAVE_DAYS = 5;
export const LEAVE_MONTHS = 6;
export const INCIDENT_DAYS = 60;

/** Whether enough strain factors come together. */
export function burnoutConditions(worker: WorkerFacts, terms: Terms, day: Day): Finding | null {
  const figures = strainFigures(worker, terms, day);
  const factors = STRAIN_FACTORS.filter((factor) => applies(factor, worker, terms, day));
  const overloads = [overloadCap(worker, terms, day), overloadActive(worker, terms)];
  const criticalOverload = overloads.some((overload) => overload?.severity === "critical");
  const severity = strainSeverity(factors.length, criticalOverload, terms);
  if (severity === null) return null;
  return {
    ...{ rule: "burnout.conditions", version: BURNOUT_VERSION, severity, factors },
    figures: { factorCount: factors.length, criticalOverload, ...figures },
  };
}

function strainSeverity(count: number, criticalOverload: boolean, { thresholds }: Terms): Severity | null {
  const { strainWatch, strainWarning, strainCritical } = thresholds;
  if (count >= strainCritical || (count >= strainWarning && criticalOverload)) return "critical";
  if (count >= strainWarning) return "warning";
  return count >= strainWatch ? "watch" : null;
}

/** Whether a strain factor applies to the worker on the day. */
export function applies(factor: StrainFactor, worker: WorkerFacts, terms: Terms, day: Day): boolean {
  const { annualCases, manyTagCases, newestManyTagFrom } = worker.caseload;
  const overtime = overtimeLastMonth(worker, day);
  const leave = leaveTaken(worker);
  switch (factor) {
    case "caseload":
      return annualCases > capFor(terms, worker, fiscalYearOf(day));
    case "active_load":
      return isLoadAbove(worker, terms, LOAD_PER_FTE);
    case "no_supervision":
      return daysWithoutSupervision(worker, day) > DAYS_WITHOUT_SUPERVISION;
    case "overtime":
      return overtime !== null && overtime > OVERTIME_HOURS;
    case "complex_cases":
      return (
        manyTagCases >= COMPLEX_CASES &&
        newestManyTagFrom !== null &&
        (worker.lastAttendedOn === null || worker.lastAttendedOn < newestManyTagFrom)
      );
    case "little_leave":
      return leave !== null && leave < LEAVE_DAYS;
    case "first_year":
      return day < anniversary(worker.hiredOn, 1);
    case "incident":
      return worker.incidents.length > 0;
  }
}

function strainFigures(worker: WorkerFacts, terms: Terms, day: Day): Figures {
  const fte = fteOf(worker.weeklyHours, terms.fullTimeHours);
  return {
    count: worker.caseload.annualCases,
    cap: capFor(terms, worker, fiscalYearOf(day)),
    weightedLoad: worker.caseload.weightedLoad,
    loadLimit: figure(LOAD_PER_FTE * fte),
    daysWithoutSupervision: daysWithoutSupervision(worker, day),
    lastAttendedOn: worker.lastAttendedOn,
    overtimeHours: overtimeLastMonth(worker, day),
    complexCases: worker.caseload.manyTagCases,
    newestComplexFrom: worker.caseload.newestManyTagFrom,
    leaveDays: leaveTaken(worker),
    hiredOn: worker.hiredOn,
    incidents: worker.incidents.length,
  };
}

/** Days since the last attended session or the hire, whichever is later. */
export function daysWithoutSupervision(worker: WorkerFacts, day: Day): number {
  const { lastAttendedOn, hiredOn } = worker;
  return daysBetween(lastAttendedOn !== null && lastAttendedOn > hiredOn ? lastAttendedOn : hiredOn, day);
}

function overtimeLastMonth(worker: WorkerFacts, day: Day): number | null {
  const month = monthOf(addMonths(day, -1));
  return worker.overtime.find((report) => report.month === month)?.overtimeHours ?? null;
}

/** Days of leave in the six months before the day's month; null unless all six are reported. */
function leaveTaken(worker: WorkerFacts): number | null {
  const reported = worker.overtime.flatMap((report) => report.leaveDaysTaken ?? []);
  return reported.length === LEAVE_MONTHS ? reported.reduce((sum, days) => sum + days, 0) : null;
}
