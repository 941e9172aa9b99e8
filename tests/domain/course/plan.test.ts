import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { planYear } from "~/domain/course/course";
import { planSummary, type PlanCourse } from "~/domain/course/plan";
import { courseForm } from "~/domain/course/schema";
import { TRAINING_FORMATS, TRAINING_TOPICS } from "~/domain/workforce/vocabulary";

function aCourse(given: Partial<PlanCourse> = {}): PlanCourse {
  return {
    ...{ topic: "basic", format: "lecture", hours: 2, seats: null, costJpy: null, payer: "public", cancelled: false },
    ...{ dates: [{ cancelled: false }] },
    ...given,
  };
}

describe("a plan's summary", () => {
  test("adds up hours per worker from the places there are", () => {
    const courses = [
      aCourse({ hours: 3 }), // no limit: all 10 workers, 3 h each
      aCourse({ hours: 2, seats: 4, dates: [{ cancelled: false }, { cancelled: false }] }), // 8 places of 10: 1.6 h each
      aCourse({ hours: 6, seats: 20 }), // 20 seats, 10 workers: 6 h each
      aCourse({ hours: 5, seats: 5, dates: [] }), // no date yet counts as one: 5 places of 10, 2.5 h each
      aCourse({ hours: 4, seats: 5, dates: [{ cancelled: true }, { cancelled: false }] }), // one date: 2 h each
      aCourse({ hours: 9, cancelled: true }),
    ];
    // 3 + 1.6 + 6 + 2.5 + 2 = 15.1
    expect(planSummary(courses, 10).hoursPerWorker).toBeCloseTo(15.1, 10);
    expect(planSummary(courses, 0).hoursPerWorker).toBeNull();
    expect(planSummary(courses, 10).courses).toBe(5);
  });

  test("adds up cost per payer, and says nothing where none is stated", () => {
    const summary = planSummary(
      [
        aCourse({ costJpy: 30_000 }),
        aCourse({ costJpy: 12_500, payer: "contractor" }),
        aCourse({ payer: "worker" }),
        aCourse({ costJpy: 99_000, cancelled: true }),
      ],
      5,
    );
    expect(summary.costJpy).toBe(42_500);
    expect(summary.byPayer).toEqual([
      { payer: "public", costJpy: 30_000, courses: 1 },
      { payer: "contractor", costJpy: 12_500, courses: 1 },
      { payer: "worker", costJpy: 0, courses: 1 },
    ]);
    expect(planSummary([aCourse()], 5).costJpy).toBeNull();
  });

  test("names the topics of the five that are missing, and the practical share of the hours", () => {
    const summary = planSummary(
      [
        aCourse({ topic: "addiction", format: "role_play", hours: 3 }),
        aCourse({ topic: "multiple_debt", format: "case_study", hours: 1 }),
        aCourse({ topic: "other", hours: 4 }),
        aCourse({ topic: "mental_health", cancelled: true }),
      ],
      5,
    );
    expect(summary.missingTopics).toEqual(["mental_health", "developmental_disorder", "foreign_resident"]);
    expect(summary.practical).toEqual({ hours: 4, of: 8 });
  });

  test("never expects more hours per worker than the courses have together", () => {
    const course = fc.record({
      ...{ topic: fc.constantFrom(...TRAINING_TOPICS), format: fc.constantFrom(...TRAINING_FORMATS) },
      ...{ hours: fc.integer({ min: 1, max: 96 }).map((quarters) => quarters / 4) },
      ...{ seats: fc.option(fc.integer({ min: 1, max: 30 })), costJpy: fc.option(fc.nat()) },
      ...{ payer: fc.constantFrom("public", "contractor", "worker" as const), cancelled: fc.boolean() },
      dates: fc.array(fc.record({ cancelled: fc.boolean() }), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(course), fc.integer({ min: 1, max: 40 }), (courses, workers) => {
        const { hoursPerWorker, practical } = planSummary(courses, workers);
        expect(hoursPerWorker ?? 0).toBeLessThanOrEqual(practical.of + 1e-9);
      }),
    );
  });
});

describe("the form of a course", () => {
  const given = {
    ...{ courseRef: "2b0d2a9e-0000-4000-8000-000000000001", fiscalYear: "2026", quarter: "1", title: "研修" },
    ...{ topic: "basic", format: "lecture", hours: "1.5", payer: "public" },
  };
  const lines = (heldOn: string[], more: Record<string, string[]> = {}) => ({ ...given, heldOn, ...more });

  test("takes a line a date and leaves out lines without a day", () => {
    const id = "2b0d2a9e-0000-4000-8000-000000000002";
    const parsed = courseForm.parse(
      lines(["2026/4/1", "", "2027-03-31"], {
        ...{ dateId: [id, "", ""], startTime: ["９:００", "", "14:30"], place: [" 本所 ", "", ""] },
        ...{ videoUrl: ["", "", "https://example.jp/r"], cancelledDates: [id] },
      }),
    );
    expect(parsed.dates).toEqual([
      { id, heldOn: "2026-04-01", startTime: "09:00", place: "本所", videoUrl: null, cancelled: true },
      {
        id: null,
        heldOn: "2027-03-31",
        startTime: "14:30",
        place: null,
        videoUrl: "https://example.jp/r",
        cancelled: false,
      },
    ]);
  });

  test("refuses a day out of the fiscal year, one that does not exist, and an address that is not https", () => {
    const problems = (input: object) => courseForm.safeParse(input).error?.issues.map((issue) => issue.path[0]);
    expect(problems(lines(["2026-03-31"]))).toEqual(["dates"]);
    expect(problems(lines(["2027-04-01"]))).toEqual(["dates"]);
    expect(problems(lines(["2026-06-31"]))).toEqual(["dates"]);
    expect(problems(lines(["2026-06-01"], { videoUrl: ["http://example.jp"] }))).toEqual(["dates"]);
    expect(problems(lines(["2026-06-01"], { startTime: ["25:00"] }))).toEqual(["dates"]);
  });
});

test("a plan's year may be next year's and no later", () => {
  const year = (text: string) => planYear(new URLSearchParams(text), "2026-11-24");
  expect(["", "year=2027", "year=2028", "year=1999", "year=x"].map(year)).toEqual([2026, 2027, 2026, 2026, 2026]);
});
