import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { capFor, caseWeight } from "~/domain/caseload/rules";

import { aWorkerWith, TERMS } from "../../setup/worker-facts";

describe("the cap", () => {
  test.each([
    { because: "full time, whole year: 50 x 1 x 365/365", post: {}, cap: 50 },
    { because: "30 of 40 hours: 50 x 0.75", post: { weeklyHours: 30 }, cap: 37.5 },
    { because: "hired on 1 October, 182 of 365 days: 24.93", post: { hiredOn: "2025-10-01" }, cap: 24.9 },
    { because: "a tenth of the time, 73 of 365 days: 50 x 0.2", post: { hiredOn: "2026-01-18" }, cap: 10 },
    { because: "on leave the whole year", post: { leave: [{ from: "2025-04-01", to: null }] }, cap: 0 },
    { because: "45 hours count as one FTE", post: { weeklyHours: 45 }, cap: 50 },
  ])("$because", ({ post, cap }) => {
    expect(capFor(TERMS, aWorkerWith(post), 2025)).toBe(cap);
  });

  test("in a year of 366 days: 183 days are exactly half", () => {
    // 2023-04-01 .. 2023-09-30 are 183 days: 50 x 183/366 = 25
    expect(capFor(TERMS, aWorkerWith({ leftOn: "2023-09-30" }), 2023)).toBe(25);
  });

  test("halves are rounded up where a float would fall short", () => {
    // 8.2 h of 40 h = 0.205 FTE; 50 x 0.205 = 10.25 → 10.3
    expect(capFor(TERMS, aWorkerWith({ weeklyHours: 8.2 }), 2025)).toBe(10.3);
    // 4 h of 40 h = 0.1 FTE; 11.5 x 0.1 = 1.15, whose double is 1.1499999999999999 → 1.2
    expect(capFor({ cap: 11.5, fullTimeHours: 40 }, aWorkerWith({ weeklyHours: 4 }), 2025)).toBe(1.2);
    // 73 of 365 days = 0.2; 0.5 x 0.2 = 0.1, nothing to round
    expect(capFor({ cap: 0.5, fullTimeHours: 40 }, aWorkerWith({ hiredOn: "2026-01-18" }), 2025)).toBe(0.1);
  });

  test("agrees with whole-number rounding for any hours, cap and days", () => {
    const inputs = fc.record({
      cap10: fc.integer({ min: 1, max: 2_000 }),
      hours100: fc.integer({ min: 1, max: 5_000 }),
      full100: fc.integer({ min: 3_000, max: 4_000 }),
      daysOff: fc.integer({ min: 0, max: 364 }),
    });
    fc.assert(
      fc.property(inputs, ({ cap10, hours100, full100, daysOff }) => {
        const hiredOn = new Date(Date.UTC(2025, 3, 1 + daysOff)).toISOString().slice(0, 10);
        const cap = capFor(
          { cap: cap10 / 10, fullTimeHours: full100 / 100 },
          aWorkerWith({ weeklyHours: hours100 / 100, hiredOn }),
          2025,
        );
        const dividend = BigInt(cap10) * BigInt(Math.min(hours100, full100)) * BigInt(365 - daysOff);
        const divisor = BigInt(full100) * 365n;
        expect(BigInt(Math.round(cap * 10))).toBe((2n * dividend + divisor) / (2n * divisor));
      }),
    );
  });
});

describe("the weight of a case", () => {
  test.each([
    [0, 1],
    [1, 1],
    [2, 1.5],
    [4, 2.5],
    [5, 3],
    [6, 3],
    [12, 3],
  ])("with %i tags is %d", (tags, weight) => {
    expect(caseWeight(tags)).toBe(weight);
  });
});
