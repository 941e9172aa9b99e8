/**
 * What an annual training plan amounts to: cost, topics, practical share and hours to expect.
 * Hours to expect per worker = sum over the courses of hours x places / workers; places = seats x dates, at most one a
 * worker, and one a worker where seats are not limited; a course without dates counts as one date to come. The five topics
 * and the practical formats: product.md, "Also derived". Cancelled courses and dates count for nothing.
 */
import {
  PLAN_TOPICS,
  PRACTICAL_FORMATS,
  TRAINING_TOPICS,
  type TrainingFormat,
  type TrainingTopic,
} from "../workforce/vocabulary";
import { PAYERS, type Course, type Payer } from "./course";

export type PlanCourse = Pick<Course, "topic" | "format" | "hours" | "seats" | "costJpy" | "payer" | "cancelled"> & {
  dates: readonly { cancelled: boolean }[];
};

export type PlanSummary = {
  courses: number;
  /** All cost, and by payer in the order of the payers; null where no course states one. */
  costJpy: number | null;
  byPayer: { payer: Payer; costJpy: number; courses: number }[];
  byTopic: { topic: TrainingTopic; hours: number; courses: number }[];
  missingTopics: TrainingTopic[];
  /** Hours of case study and role play, of all hours. */
  practical: { hours: number; of: number };
  /** Null where the contract has no workers. */
  hoursPerWorker: number | null;
};

/** The summary of a plan for so many workers. */
export function planSummary(all: readonly PlanCourse[], workers: number): PlanSummary {
  const courses = all.filter((course) => !course.cancelled);
  const stated = courses.filter((course) => course.costJpy !== null);
  const hoursOf = (some: readonly PlanCourse[]) => some.reduce((sum, course) => sum + course.hours, 0);
  const costOf = (some: readonly PlanCourse[]) => some.reduce((sum, course) => sum + (course.costJpy ?? 0), 0);
  const byTopic = TRAINING_TOPICS.map((topic) => {
    const some = courses.filter((course) => course.topic === topic);
    return { topic, hours: hoursOf(some), courses: some.length };
  });
  const isPractical = (course: PlanCourse) => (PRACTICAL_FORMATS as readonly TrainingFormat[]).includes(course.format);
  return {
    courses: courses.length,
    costJpy: stated.length === 0 ? null : costOf(stated),
    byPayer: PAYERS.map((payer) => {
      const some = courses.filter((course) => course.payer === payer);
      return { payer, costJpy: costOf(some), courses: some.length };
    }),
    byTopic,
    missingTopics: PLAN_TOPICS.filter((topic) => byTopic.every((row) => row.topic !== topic || row.courses === 0)),
    practical: { hours: hoursOf(courses.filter(isPractical)), of: hoursOf(courses) },
    hoursPerWorker:
      workers === 0
        ? null
        : courses.reduce((sum, course) => sum + course.hours * placesOf(course, workers), 0) / workers,
  };
}

function placesOf(course: PlanCourse, workers: number): number {
  if (course.seats === null) return workers;
  const dates = course.dates.filter((date) => !date.cancelled).length;
  return Math.min(workers, course.seats * Math.max(1, dates));
}
