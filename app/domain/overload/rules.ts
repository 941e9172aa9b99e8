/**
 * Overload (業務過多). A worker's share of a year's cases has a cap (担当件数の上限), and the open cases, weighted by
 * complexity, have a limit per FTE. Being exactly at a limit is allowed.
 * Source: product.md, "Flags" and "Caseload, forecast, cap"; the limits 30, 40 and 50 are the product's own,
 * and a contract may set others.
 */
import { addDays, daysInFiscalYear, fiscalYearEnd, fiscalYearOf, type Day } from "../../lib/calendar";
import { capFor } from "../caseload/rules";
import { figure, type Finding } from "../flag/finding";
import { openPresentDays, rateWindow, workerForecast } from "../forecast/rules";
import type { Terms, WorkerFacts } from "../workforce/facts";
import { fteOf, hundredths, shareOfYear } from "../workforce/rules";
import type { Severity } from "../workforce/vocabulary";

export const CAP_VERSION = 1;
export const ACTIVE_VERSION = 1;

/** Weighted open cases for one FTE beyond which an active load is worth watching, a warning, critical. */
function activeLimits({ thresholds }: Terms): Record<Severity, number> {
  const { activeWatch: watch, activeWarning: warning, activeCritical: critical } = thresholds;
  return { watch, warning, critical };
}

/** Cases of the year so far and by 31 March against the worker's cap. */
export function overloadCap(worker: WorkerFacts, terms: Terms, day: Day): Finding | null {
  const { annualCases, newCases } = worker.caseload;
  const fiscalYear = fiscalYearOf(day);
  const cap = capFor(terms, worker, fiscalYear);
  const forecast = workerForecast(worker, worker.caseload, day);
  const severity = capSeverity(annualCases, forecast, cap);
  if (severity === null) return null;
  const window = rateWindow(day, worker.hiredOn);
  return {
    ...{ rule: "overload.cap", version: CAP_VERSION, severity },
    figures: {
      ...{ fiscalYear, count: annualCases, cap, over: figure(annualCases - cap) },
      forecastMean: figure(forecast.mean),
      forecastLow: forecast.low,
      forecastHigh: forecast.high,
      newCases,
      windowFrom: window.from,
      windowOpenDays: openPresentDays(worker, window),
      openDaysLeft: openPresentDays(worker, { from: addDays(day, 1), to: fiscalYearEnd(fiscalYear) }),
      contractCap: terms.cap,
      fte: figure(fteOf(worker.weeklyHours, terms.fullTimeHours)),
      presentDays: shareOfYear(worker, fiscalYear).days,
      daysInYear: daysInFiscalYear(fiscalYear),
    },
  };
}

function capSeverity(count: number, forecast: { mean: number; high: number }, cap: number): Severity | null {
  if (count > cap) return "critical";
  if (forecast.mean > cap) return "warning";
  return forecast.high > cap ? "watch" : null;
}

/** Open cases of the facts' day, weighted by complexity, against the limit for the worker's FTE. */
export function overloadActive(worker: WorkerFacts, terms: Terms): Finding | null {
  const limits = activeLimits(terms);
  const grade = (["critical", "warning", "watch"] as const).find((severity) =>
    isLoadAbove(worker, terms, limits[severity]),
  );
  if (!grade) return null;
  const fte = fteOf(worker.weeklyHours, terms.fullTimeHours);
  return {
    ...{ rule: "overload.active", version: ACTIVE_VERSION, severity: grade },
    figures: {
      ...{ weightedLoad: worker.caseload.weightedLoad, activeCases: worker.caseload.activeCases, fte: figure(fte) },
      ...{ limitPerFte: limits[grade], limit: figure(limits[grade] * fte) },
      clearedAt: figure(limits.watch * fte),
    },
  };
}

/** Whether the weighted load is above so many cases for one FTE; whole-number arithmetic keeps "exactly at" exact. */
export function isLoadAbove(worker: WorkerFacts, terms: Terms, casesPerFte: number): boolean {
  const full = hundredths(terms.fullTimeHours);
  const hours = Math.min(hundredths(worker.weeklyHours), full);
  return worker.caseload.weightedLoad * full > casesPerFte * hours;
}
