/**
 * training.pace: training hours behind the year's course (研修の進み具合). Hours due pro rata on a day = the contract's
 * target x days present so far / days of the fiscal year. From the third quarter on: below 75 % of them watch, below
 * 50 % warning; on 31 March below the own target critical. Exactly at a limit is not below it. The contract may set its own
 * percentages. Source: product.md, "Flags".
 */
import {
  daysInFiscalYear,
  fiscalYearEnd,
  fiscalYearOf,
  fiscalYearStart,
  quarterSpan,
  type Day,
} from "../../lib/calendar";
import { figure, type Finding } from "../flag/finding";
import type { Terms, WorkerFacts } from "../workforce/facts";
import { hundredths, presentDays } from "../workforce/rules";
import { hasReachedTarget, hoursOf, ownTarget } from "./rules";

export const TRAINING_PACE_VERSION = 1;

/** Whether the worker's training hours fall behind. */
export function trainingPace(worker: WorkerFacts, terms: Terms, day: Day): Finding | null {
  const fiscalYear = fiscalYearOf(day);
  const { trainingWatch, trainingWarning } = terms.thresholds;
  if (day < quarterSpan(fiscalYear, 3).from) return null;
  const hours = hoursOf(worker.training);
  const present = presentDays(worker, { from: fiscalYearStart(fiscalYear), to: day });
  const days = daysInFiscalYear(fiscalYear);
  // why: both sides as whole numbers, in hundredths of an hour x days x percent.
  const isBelow = (percent: number) =>
    hundredths(hours) * days * 100 < hundredths(terms.trainingTargetHours) * present * percent;
  const due = (terms.trainingTargetHours * present) / days;
  const isYearEnd = day === fiscalYearEnd(fiscalYear);
  const isShort = isYearEnd && !hasReachedTarget(hours, terms, worker, fiscalYear);
  if (!isShort && !isBelow(trainingWarning) && !isBelow(trainingWatch)) return null;
  const isFarBelow = isBelow(trainingWarning);
  const percent = isShort ? 100 : isFarBelow ? trainingWarning : trainingWatch;
  return {
    ...{ rule: "training.pace", version: TRAINING_PACE_VERSION },
    severity: isShort ? "critical" : isFarBelow ? "warning" : "watch",
    figures: {
      ...{ fiscalYear, hours, hoursDue: figure(due), percent, threshold: figure((due * percent) / 100) },
      ownTarget: figure(ownTarget(terms, worker, fiscalYear)),
      missing: figure(Math.max(0, ownTarget(terms, worker, fiscalYear) - hours)),
      ...{ contractTarget: terms.trainingTargetHours, presentDays: present, daysInYear: days },
    },
  };
}
