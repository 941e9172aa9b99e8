/** A worker's training of the fiscal year in figures, and a contract's: what is reached, due, to come and missing. */
import { daysInFiscalYear, fiscalYearOf, fiscalYearStart } from "../../lib/calendar";
import type { ContractFacts, WorkerFacts } from "../workforce/facts";
import { presentDays } from "../workforce/rules";
import { PLAN_TOPICS, type TrainingTopic } from "../workforce/vocabulary";
import { trainingForecast, type TrainingForecast } from "./forecast";
import {
  coveredPlanTopics,
  hasReachedTarget,
  hoursOf,
  ownTarget,
  practicalShare,
  publicShare,
  workingTimeShare,
  type HoursShare,
} from "./rules";

/** Hours beside the record: waiting for approval, and signed up for on days to come. */
export type Beside = { pendingHours: number; pendingRecords: number; bookedHours: number };
export const NOTHING_BESIDE: Beside = { pendingHours: 0, pendingRecords: 0, bookedHours: 0 };

export type TrainingFigures = Beside & {
  hours: number;
  /** The own target and what of it is due by the day, unrounded. */
  target: number;
  due: number;
  reached: boolean;
  forecast: TrainingForecast;
  /** Topics of the annual plan without an approved record this fiscal year. */
  missingTopics: TrainingTopic[];
  workingTime: HoursShare;
  publicly: HoursShare;
  practical: HoursShare;
};

/** One worker's figures as of the facts' day. */
export function trainingFigures(
  { terms, day }: Pick<ContractFacts, "terms" | "day">,
  worker: WorkerFacts,
  beside: Beside,
): TrainingFigures {
  const fiscalYear = fiscalYearOf(day);
  const hours = hoursOf(worker.training);
  const present = presentDays(worker, { from: fiscalYearStart(fiscalYear), to: day });
  return {
    ...beside,
    hours,
    target: ownTarget(terms, worker, fiscalYear),
    due: (terms.trainingTargetHours * present) / daysInFiscalYear(fiscalYear),
    reached: hasReachedTarget(hours, terms, worker, fiscalYear),
    forecast: trainingForecast(worker, hours, beside.bookedHours, day),
    missingTopics: missingTopics(worker.training),
    ...{ workingTime: workingTimeShare(worker.training), publicly: publicShare(worker.training) },
    practical: practicalShare(worker.training),
  };
}

/** Topics of the annual plan that no record covers, in the plan's order. */
export function missingTopics(training: Parameters<typeof coveredPlanTopics>[0]): TrainingTopic[] {
  const covered = coveredPlanTopics(training);
  return PLAN_TOPICS.filter((topic) => !covered.includes(topic));
}

export type TeamFigures = {
  staff: number;
  reached: number;
  /** Of those who have not reached their target: the forecast does. */
  onCourse: number;
  /** Means over the staff; null where there are none. */
  hours: number | null;
  target: number | null;
  expected: number | null;
  pendingRecords: number;
  workingTime: HoursShare;
  publicly: HoursShare;
  /** Staff who still lack each topic. */
  missing: { topic: TrainingTopic; staff: number }[];
};

/** The figures of several workers together. */
export function teamFigures(rows: readonly TrainingFigures[]): TeamFigures {
  const mean = (of: (row: TrainingFigures) => number) =>
    rows.length === 0 ? null : rows.reduce((sum, row) => sum + of(row), 0) / rows.length;
  return {
    staff: rows.length,
    reached: rows.filter((row) => row.reached).length,
    onCourse: rows.filter((row) => !row.reached && row.forecast.expected >= row.target).length,
    ...{ hours: mean((row) => row.hours), target: mean((row) => row.target) },
    expected: mean((row) => row.forecast.expected),
    pendingRecords: rows.reduce((sum, row) => sum + row.pendingRecords, 0),
    ...{
      workingTime: together(rows.map((row) => row.workingTime)),
      publicly: together(rows.map((row) => row.publicly)),
    },
    missing: PLAN_TOPICS.map((topic) => ({
      topic,
      staff: rows.filter((row) => row.missingTopics.includes(topic)).length,
    })),
  };
}

function together(shares: readonly HoursShare[]): HoursShare {
  return shares.reduce((sum, share) => ({ hours: sum.hours + share.hours, of: sum.of + share.of }), {
    hours: 0,
    of: 0,
  });
}
