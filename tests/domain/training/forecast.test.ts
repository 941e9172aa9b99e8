import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { teamFigures, trainingFigures, NOTHING_BESIDE } from "~/domain/training/figures";
import { trainingForecast } from "~/domain/training/forecast";

import { aWorkerWith, TERMS } from "../../setup/worker-facts";

const attended = (hours: number, more: Record<string, unknown> = {}) => ({
  ...({ attendedOn: "2026-05-01", hours, topic: "basic", format: "lecture" } as const),
  ...{ inWorkingTime: true, publiclyFunded: true },
  ...more,
});

describe("hours to expect on 31 March", () => {
  test("go on at the pace so far", () => {
    // 30 September 2026: 183 days present (30 + 31 + 30 + 31 + 31 + 30), 182 left; 9.15 h / 183 = 0.05 h a day; 9.15 + 9.1 = 18.25
    const forecast = trainingForecast(aWorkerWith(), 9.15, 0, "2026-09-30");
    expect(forecast.expected).toBeCloseTo(18.25, 10);
    expect(forecast).toMatchObject({ sure: 9.15, hasPace: true });
  });

  test("take the courses signed up for where they are more than the pace, and not on top of it", () => {
    // The pace brings 9.1 h as above: 6 h booked are a part of it, 12 h are more than it.
    expect(trainingForecast(aWorkerWith(), 9.15, 6, "2026-09-30").expected).toBeCloseTo(18.25, 10);
    expect(trainingForecast(aWorkerWith(), 9.15, 12, "2026-09-30").expected).toBeCloseTo(21.15, 10);
  });

  test("count only the days on which the person is there, so far and to come", () => {
    // Leave from 1 October to the end of December (92 days): 182 − 92 = 90 days left; 9.15 + 0.05 x 90 = 13.65
    const worker = aWorkerWith({ leave: [{ from: "2026-10-01", to: "2026-12-31" }] });
    expect(trainingForecast(worker, 9.15, 0, "2026-09-30").expected).toBeCloseTo(13.65, 10);
    // Leaves on 30 September: nothing more to come.
    expect(trainingForecast(aWorkerWith({ leftOn: "2026-09-30" }), 9.15, 0, "2026-09-30").expected).toBe(9.15);
  });

  test("know no pace before 30 days present", () => {
    // 29 April: 29 days; 30 April: 30 days, 335 left, 3 h / 30 x 335 = 33.5
    expect(trainingForecast(aWorkerWith(), 3, 2, "2026-04-29")).toEqual({ sure: 5, expected: 5, hasPace: false });
    expect(trainingForecast(aWorkerWith(), 3, 2, "2026-04-30").expected).toBeCloseTo(36.5, 10);
  });

  test("are what has been attended on the last day, and never less than what is sure", () => {
    expect(trainingForecast(aWorkerWith(), 21.5, 0, "2027-03-31").expected).toBe(21.5);
    fc.assert(
      fc.property(
        fc.nat({ max: 200 }),
        fc.nat({ max: 80 }),
        fc.integer({ min: 0, max: 364 }),
        (quarters, booked, ago) => {
          const day = new Date(Date.UTC(2027, 2, 31 - ago)).toISOString().slice(0, 10);
          const { sure, expected } = trainingForecast(aWorkerWith(), quarters / 4, booked / 4, day);
          expect(expected).toBeGreaterThanOrEqual(sure);
        },
      ),
    );
  });
});

describe("a worker's figures", () => {
  test("say what is due by the day, what is missing and on what terms", () => {
    const worker = aWorkerWith({
      training: [
        attended(3, { topic: "addiction", format: "role_play", inWorkingTime: false }),
        attended(5, { topic: "mental_health", publiclyFunded: null }),
      ],
    });
    const figures = trainingFigures({ terms: TERMS, day: "2026-09-30" }, worker, NOTHING_BESIDE);
    // due: 20 h x 183 / 365 = 10.027…
    expect(figures.due).toBeCloseTo((20 * 183) / 365, 10);
    expect(figures).toMatchObject({
      ...{ hours: 8, target: 20, reached: false },
      missingTopics: ["developmental_disorder", "multiple_debt", "foreign_resident"],
      ...{ workingTime: { hours: 5, of: 8 }, publicly: { hours: 3, of: 3 }, practical: { hours: 3, of: 8 } },
    });
  });

  test("come together for a contract: who has reached, who is on course, who lacks a topic", () => {
    const of = (hours: number) =>
      trainingFigures({ terms: TERMS, day: "2026-09-30" }, aWorkerWith({ training: [attended(hours)] }), {
        ...{ pendingHours: 2, pendingRecords: 1, bookedHours: 0 },
      });
    // 20 h reach the target; 11 h x 365 / 183 = 21.9 will; 4 h x 365 / 183 = 8.0 will not. Mean (20 + 11 + 4) / 3 = 11.67
    const team = teamFigures([of(20), of(11), of(4)]);
    expect(team).toMatchObject({ staff: 3, reached: 1, onCourse: 1, pendingRecords: 3, target: 20 });
    expect(team.hours).toBeCloseTo(35 / 3, 10);
    expect(team.missing[0]).toEqual({ topic: "mental_health", staff: 3 });
    expect(teamFigures([])).toMatchObject({ staff: 0, hours: null, target: null, expected: null });
  });
});
