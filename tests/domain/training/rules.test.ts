import { describe, expect, test } from "vitest";

import {
  coveredPlanTopics,
  hasReachedTarget,
  hoursOf,
  ownTarget,
  practicalShare,
  publicShare,
  workingTimeShare,
} from "~/domain/training/rules";
import type { TrainingFacts } from "~/domain/workforce/facts";

import { aWorkerWith, TERMS } from "../../setup/worker-facts";

const record = (given: Partial<TrainingFacts>): TrainingFacts => ({
  ...{
    attendedOn: "2025-05-01",
    hours: 1,
    topic: "basic",
    format: "lecture",
    inWorkingTime: null,
    publiclyFunded: null,
  },
  ...given,
});

describe("the own target", () => {
  test("is 20 hours for a whole year, whatever the weekly hours", () => {
    expect(ownTarget(TERMS, aWorkerWith({ weeklyHours: 20 }), 2025)).toBe(20);
  });
  test("shrinks with the days present: 182 of 365 days", () => {
    expect(ownTarget(TERMS, aWorkerWith({ hiredOn: "2025-10-01" }), 2025)).toBeCloseTo((20 * 182) / 365, 12);
  });
  test("is reached exactly, and not by a quarter of an hour less", () => {
    // 73 of 365 days: 20 x 0.2 = 4 hours
    const late = aWorkerWith({ hiredOn: "2026-01-18" });
    expect([4, 3.75].map((hours) => hasReachedTarget(hours, TERMS, late, 2025))).toEqual([true, false]);
  });
  test("of someone on leave the whole year is 0 and reached", () => {
    const away = aWorkerWith({ leave: [{ from: "2025-01-01", to: null }] });
    expect([ownTarget(TERMS, away, 2025), hasReachedTarget(0, TERMS, away, 2025)]).toEqual([0, true]);
  });
});

test("what training was like is told in hours, of the hours for which it was stated", () => {
  const training = [
    record({ hours: 6, format: "case_study", topic: "addiction", inWorkingTime: true, publiclyFunded: true }),
    record({ hours: 1.5, format: "role_play", topic: "mental_health", inWorkingTime: false }),
    record({ hours: 2.5, format: "e_learning", topic: "addiction", publiclyFunded: false }),
  ];
  expect(hoursOf(training)).toBe(10);
  expect(practicalShare(training)).toEqual({ hours: 7.5, of: 10 });
  expect(workingTimeShare(training)).toEqual({ hours: 6, of: 7.5 });
  expect(publicShare(training)).toEqual({ hours: 6, of: 8.5 });
  expect(coveredPlanTopics(training)).toEqual(["mental_health", "addiction"]);
  expect(coveredPlanTopics([record({ topic: "basic" }), record({ topic: "other" })])).toEqual([]);
});
