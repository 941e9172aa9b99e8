/**
 * overload.overtime: hours of overtime (時間外労働) as the contractor reports them by month. Looked at is the latest month
 * reported of the three full months before the day's month. Above 45 hours watch, above 80 a warning, above 100 critical, and
 * above 45 in each of three months running a warning too; exactly at a limit is not above it, and the contract may set its
 * own limits. A month without a report ends a run. Source: product.md, "Flags".
 */
import { monthBefore, monthOf, type Day, type Month } from "../../lib/calendar";
import type { Finding } from "../flag/finding";
import type { Terms, WorkerFacts } from "../workforce/facts";

export const OVERTIME_VERSION = 1;
/** Full months before the day's month in which the latest report may lie. */
export const REPORT_MONTHS = 3;

/** Whether the worker works too much overtime; null where none was reported lately. */
export function overloadOvertime(worker: WorkerFacts, terms: Terms, day: Day): Finding | null {
  const { overtimeWatch, overtimeWarning, overtimeCritical, overtimeMonths } = terms.thresholds;
  const latest = Array.from({ length: REPORT_MONTHS }, (_, back) => monthBefore(monthOf(day), back + 1)).find(
    (month) => hoursIn(worker, month) !== null,
  );
  if (latest === undefined) return null;
  const hours = hoursIn(worker, latest) ?? 0;
  const monthsAbove = runAbove(worker, latest, overtimeWatch);
  const found = (severity: Finding["severity"], limit: number, isRunning = false): Finding => ({
    ...{ rule: "overload.overtime", version: OVERTIME_VERSION, severity },
    figures: {
      ...{ month: latest, hours, limit, isRunning, months: monthsAbove, clearedAt: overtimeWatch },
    },
  });
  if (hours > overtimeCritical) return found("critical", overtimeCritical);
  if (hours > overtimeWarning) return found("warning", overtimeWarning);
  if (monthsAbove >= overtimeMonths) return found("warning", overtimeWatch, true);
  return hours > overtimeWatch ? found("watch", overtimeWatch) : null;
}

/** Months running up to a month, it included, with more than so many hours each. */
function runAbove(worker: WorkerFacts, latest: Month, limit: number): number {
  let months = 0;
  while ((hoursIn(worker, monthBefore(latest, months)) ?? 0) > limit) months += 1;
  return months;
}

function hoursIn(worker: WorkerFacts, month: Month): number | null {
  return worker.overtime.find((report) => report.month === month)?.overtimeHours ?? null;
}
