/**
 * Training hours (研修時間) against the worker's own target, and what the training was like.
 * Source: product.md: own target = the contract's hours (20 h) x share of the year; practical are case study and role
 * play; all training is due inside working time and publicly paid; the annual plan names five topics.
 */
import type { Terms, TrainingFacts } from "../workforce/facts";
import { hundredths, shareOfYear, type Presence } from "../workforce/rules";
import { PLAN_TOPICS, PRACTICAL_FORMATS, type TrainingFormat, type TrainingTopic } from "../workforce/vocabulary";

/** A part of hours; `of` 0 means that there is nothing to divide by. */
export type HoursShare = { hours: number; of: number };

/** Hours attended; hours come in quarters, so the sum is exact. */
export function hoursOf(training: readonly TrainingFacts[]): number {
  return training.reduce((sum, record) => sum + record.hours, 0);
}

/** The worker's own target for the fiscal year in hours, unrounded. */
export function ownTarget(terms: Pick<Terms, "trainingTargetHours">, post: Presence, fiscalYear: number): number {
  const { days, of } = shareOfYear(post, fiscalYear);
  return (terms.trainingTargetHours * days) / of;
}

/** Whether the hours reach the own target, compared as whole numbers: 5 h reach 20 h x 91.25 of 365 days exactly. */
export function hasReachedTarget(
  hours: number,
  terms: Pick<Terms, "trainingTargetHours">,
  post: Presence,
  fiscalYear: number,
): boolean {
  const { days, of } = shareOfYear(post, fiscalYear);
  return hundredths(hours) * of >= hundredths(terms.trainingTargetHours) * days;
}

/** Hours of case study and role play, of all hours. */
export function practicalShare(training: readonly TrainingFacts[]): HoursShare {
  const practical = training.filter((record) =>
    (PRACTICAL_FORMATS as readonly TrainingFormat[]).includes(record.format),
  );
  return { hours: hoursOf(practical), of: hoursOf(training) };
}

/** Hours inside working time, of the hours for which it was stated. */
export function workingTimeShare(training: readonly TrainingFacts[]): HoursShare {
  return statedShare(training, (record) => record.inWorkingTime);
}

/** Hours paid by the ward or the contractor, of the hours for which it was stated. */
export function publicShare(training: readonly TrainingFacts[]): HoursShare {
  return statedShare(training, (record) => record.publiclyFunded);
}

function statedShare(
  training: readonly TrainingFacts[],
  answer: (record: TrainingFacts) => boolean | null,
): HoursShare {
  const stated = training.filter((record) => answer(record) !== null);
  return { hours: hoursOf(stated.filter((record) => answer(record) === true)), of: hoursOf(stated) };
}

/** The topics of the annual plan that at least one record covers, in the plan's order. */
export function coveredPlanTopics(training: readonly TrainingFacts[]): TrainingTopic[] {
  const covered = new Set(training.map((record) => record.topic));
  return PLAN_TOPICS.filter((topic) => covered.has(topic));
}
