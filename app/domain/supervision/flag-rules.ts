/**
 * supervision.due: a quarter without supervision (スーパービジョン). A quarter counts as ended from its last day on,
 * as in the supervision rate, and only quarters in which a session is due for the person are looked at.
 * Watch: the current quarter ends within 30 days (the contract may set its own notice), with none attended in it and none planned up to its end.
 * Warning: the last ended quarter had none, and none was attended since. Critical: nor had the quarter before it.
 * Quarters run across fiscal years. Source: product.md, "Flags".
 */
import {
  addDays,
  daysBetween,
  fiscalYearOf,
  previousQuarter,
  quarterOf,
  quarterSpan,
  type Day,
  type Quarter,
} from "../../lib/calendar";
import type { Finding } from "../flag/finding";
import type { Terms, WorkerFacts } from "../workforce/facts";
import { presentDays } from "../workforce/rules";
import { attendedIn, isDueIn } from "./rules";

export const SUPERVISION_DUE_VERSION = 1;

type NamedQuarter = { fiscalYear: number; quarter: Quarter };

/** Whether the worker goes, or went, without supervision. */
export function supervisionDue(worker: WorkerFacts, terms: Terms, day: Day): Finding | null {
  const current = { fiscalYear: fiscalYearOf(day), quarter: quarterOf(day) };
  const ended = endOf(current) <= day ? current : previousQuarter(current.fiscalYear, current.quarter);
  if (isMissed(worker, ended) && attendedIn(worker, { from: addDays(endOf(ended), 1), to: day }) === 0) {
    const before = previousQuarter(ended.fiscalYear, ended.quarter);
    return isMissed(worker, before)
      ? finding("critical", worker, ended, day, {
          missedQuarters: 2,
          fromFiscalYear: before.fiscalYear,
          fromQuarter: before.quarter,
        })
      : finding("warning", worker, ended, day, { missedQuarters: 1 });
  }
  const end = endOf(current);
  const daysLeft = daysBetween(day, end);
  const isQuiet =
    isDueIn(worker, current.fiscalYear, current.quarter) &&
    attendedIn(worker, quarterSpan(current.fiscalYear, current.quarter)) === 0 &&
    !worker.planned.some((session) => session.day >= day && session.day <= end);
  // why: on the quarter's last day it has ended, and is judged above.
  return daysLeft > 0 && daysLeft <= terms.thresholds.supervisionNotice && isQuiet
    ? finding("watch", worker, current, day, { daysLeft, missedQuarters: 0 })
    : null;
}

function endOf({ fiscalYear, quarter }: NamedQuarter): Day {
  return quarterSpan(fiscalYear, quarter).to;
}

/** Whether a session was due in the quarter and none was attended in it. */
function isMissed(worker: WorkerFacts, { fiscalYear, quarter }: NamedQuarter): boolean {
  return isDueIn(worker, fiscalYear, quarter) && attendedIn(worker, quarterSpan(fiscalYear, quarter)) === 0;
}

function finding(
  severity: Finding["severity"],
  worker: WorkerFacts,
  { fiscalYear, quarter }: NamedQuarter,
  day: Day,
  more: Finding["figures"],
): Finding {
  const span = quarterSpan(fiscalYear, quarter);
  return {
    ...{ rule: "supervision.due", version: SUPERVISION_DUE_VERSION, severity },
    figures: {
      ...{ fiscalYear, quarter, quarterEndsOn: span.to, attended: 0, ...more },
      presentDays: presentDays(worker, span),
      plannedOn:
        worker.planned
          .map((session) => session.day)
          .filter((planned) => planned >= day)
          .sort()[0] ?? null,
      lastAttendedOn: worker.lastAttendedOn,
    },
  };
}
