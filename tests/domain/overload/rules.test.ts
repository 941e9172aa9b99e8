import { describe, expect, test } from "vitest";

import { overloadActive, overloadCap } from "~/domain/overload/rules";

import { aWorkerWith, TERMS } from "../../setup/worker-facts";

const YEAR_END = "2026-03-31";

describe("cases against the cap", () => {
  test("at the year's end being exactly at the cap of 50 is allowed", () => {
    expect(overloadCap(aWorkerWith({ caseload: { annualCases: 50 } }), TERMS, YEAR_END)).toBeNull();
  });

  test("one case over the cap is critical and says so in figures", () => {
    const finding = overloadCap(aWorkerWith({ caseload: { annualCases: 51 } }), TERMS, YEAR_END);
    expect(finding).toMatchObject({
      rule: "overload.cap",
      version: 1,
      severity: "critical",
      figures: { count: 51, cap: 50, over: 1 },
    });
  });

  test("half a post has half the cap: 25 is allowed, 26 is critical", () => {
    const halfPost = (annualCases: number) => aWorkerWith({ weeklyHours: 20, caseload: { annualCases } });
    expect(overloadCap(halfPost(25), TERMS, YEAR_END)).toBeNull();
    expect(overloadCap(halfPost(26), TERMS, YEAR_END)?.figures).toMatchObject({ count: 26, cap: 25, fte: 0.5 });
  });

  // From 2025-10-03 to 2025-12-31 (90 days) offices were open on 60 days: 64 weekdays less 13 October, 3 November,
  // 24 November and 29-31 December, so 64 - 6 = 58; from 2026-01-01 to 2026-03-31 on 64 weekdays less 1, 2 January, 12 January,
  // 11 February, 23 February and 20 March, so 58. Ten new cases forecast 10 x 58 / 58 = 10 more.
  test.each([
    { annualCases: 34, severity: null, because: "34 + 10 with an upper bound of 34 + 14 = 48" },
    { annualCases: 36, severity: null, because: "the upper bound of 36 + 14 = 50 is exactly at the cap" },
    { annualCases: 37, severity: "watch", because: "the upper bound of 37 + 14 = 51 is over the cap" },
    { annualCases: 40, severity: "watch", because: "the forecast of 40 + 10 = 50 is exactly at the cap" },
    { annualCases: 41, severity: "warning", because: "the forecast of 41 + 10 = 51 is over the cap" },
    { annualCases: 50, severity: "warning", because: "50 so far are allowed" },
    { annualCases: 51, severity: "critical", because: "51 so far are over the cap" },
  ])("$annualCases cases by December: $because", ({ annualCases, severity }) => {
    const finding = overloadCap(aWorkerWith({ caseload: { annualCases, newCases: 10 } }), TERMS, "2025-12-31");
    expect(finding?.severity ?? null).toBe(severity);
  });

  test("the figures give the forecast's sum", () => {
    const finding = overloadCap(aWorkerWith({ caseload: { annualCases: 41, newCases: 10 } }), TERMS, "2025-12-31");
    const { count, newCases, windowOpenDays, openDaysLeft, forecastMean } = finding?.figures ?? {};
    expect(Number(count) + (Number(openDaysLeft) * Number(newCases)) / Number(windowOpenDays)).toBeCloseTo(
      Number(forecastMean),
      2,
    );
    expect(finding?.figures).toMatchObject({
      windowFrom: "2025-10-03",
      windowOpenDays: 58,
      openDaysLeft: 58,
      forecastMean: 51,
    });
  });
});

describe("weighted load of the open cases", () => {
  test.each([
    { weeklyHours: 40, weightedLoad: 30, severity: null },
    { weeklyHours: 40, weightedLoad: 30.5, severity: "watch" },
    { weeklyHours: 40, weightedLoad: 40, severity: "watch" },
    { weeklyHours: 40, weightedLoad: 40.5, severity: "warning" },
    { weeklyHours: 40, weightedLoad: 50, severity: "warning" },
    { weeklyHours: 40, weightedLoad: 50.5, severity: "critical" },
    { weeklyHours: 20, weightedLoad: 15, severity: null },
    { weeklyHours: 20, weightedLoad: 15.5, severity: "watch" },
    { weeklyHours: 28, weightedLoad: 21, severity: null },
    { weeklyHours: 28, weightedLoad: 35.5, severity: "critical" },
    { weeklyHours: 48, weightedLoad: 30.5, severity: "watch" },
  ])("$weeklyHours hours a week with a load of $weightedLoad: $severity", ({ weeklyHours, weightedLoad, severity }) => {
    const finding = overloadActive(aWorkerWith({ weeklyHours, caseload: { weightedLoad, activeCases: 20 } }), TERMS);
    expect(finding?.severity ?? null).toBe(severity);
  });

  test("the figures name the limit that was passed", () => {
    const worker = aWorkerWith({ weeklyHours: 20, caseload: { weightedLoad: 21, activeCases: 12 } });
    expect(overloadActive(worker, TERMS)?.figures).toEqual({
      ...{ weightedLoad: 21, activeCases: 12, fte: 0.5, limitPerFte: 40, limit: 20, clearedAt: 15 },
    });
  });
});
