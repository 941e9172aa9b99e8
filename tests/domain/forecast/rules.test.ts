import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { poissonQuantile } from "~/domain/forecast/poisson";
import { forecastFrom, openPresentDays, rateWindow, totalForecast, workerForecast } from "~/domain/forecast/rules";

import { aWorkerWith } from "../../setup/worker-facts";

describe("the window of the rate", () => {
  test("is the last 90 days, both ends included", () => {
    expect(rateWindow("2025-12-31", null)).toEqual({ from: "2025-10-03", to: "2025-12-31" });
  });
  test("starts on 1 April where that is later", () => {
    expect(rateWindow("2025-04-30", null)).toEqual({ from: "2025-04-01", to: "2025-04-30" });
    expect(rateWindow("2025-06-29", null).from).toBe("2025-04-01");
    expect(rateWindow("2025-06-30", null).from).toBe("2025-04-02");
  });
  test("starts with the hire where that is later", () => {
    expect(rateWindow("2025-12-31", "2025-12-01").from).toBe("2025-12-01");
    expect(rateWindow("2025-12-31", "2020-04-01").from).toBe("2025-10-03");
  });
});

describe("a Poisson count", () => {
  test("has the quantiles of the tables", () => {
    // mean 1: P(0) = 0.3679, P(<=1) = 0.7358, P(<=2) = 0.9197
    expect([0.1, 0.5, 0.9].map((p) => poissonQuantile(1, p))).toEqual([0, 1, 2]);
    // mean 10: P(<=5) = 0.0671, P(<=6) = 0.1301; P(<=13) = 0.8645, P(<=14) = 0.9165
    expect([poissonQuantile(10, 0.1), poissonQuantile(10, 0.9)]).toEqual([6, 14]);
    expect(poissonQuantile(0, 0.9)).toBe(0);
  });
  test("does not run out of digits: for 5000 near mean ± 1.2816 standard deviations", () => {
    // sqrt(5000) = 70.71; 5000 - 90.6 = 4909.4; 5000 + 90.6 = 5090.6
    expect(Math.abs(poissonQuantile(5000, 0.1) - 4909.4)).toBeLessThan(2);
    expect(Math.abs(poissonQuantile(5000, 0.9) - 5090.6)).toBeLessThan(2);
  });
  test("reaches the probability at the quantile and not one below", () => {
    const cumulative = (mean: number, count: number) => {
      let mass = Math.exp(-mean);
      let sum = 0;
      for (let k = 0; k <= count; k += 1) {
        sum += mass;
        mass *= mean / (k + 1);
      }
      return sum;
    };
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 200, noNaN: true }), fc.constantFrom(0.1, 0.9), (mean, probability) => {
        const quantile = poissonQuantile(mean, probability);
        expect(cumulative(mean, quantile)).toBeGreaterThan(probability - 1e-9);
        if (quantile > 0) expect(cumulative(mean, quantile - 1)).toBeLessThan(probability + 1e-9);
      }),
    );
  });
});

describe("the forecast for 31 March", () => {
  test("adds the open days left times the rate to the cases so far", () => {
    // rate 6 / 60 = 0.1 a day; 100 days left → 10 more; quantiles of 10 are 6 and 14
    expect(forecastFrom({ soFar: 30, newCases: 6, exposure: 60, left: 100 })).toEqual({ mean: 40, low: 36, high: 44 });
  });
  test("without a single open day in the window expects nothing more", () => {
    expect(forecastFrom({ soFar: 3, newCases: 0, exposure: 0, left: 100 })).toEqual({ mean: 3, low: 3, high: 3 });
  });
  test("is the count itself on 31 March", () => {
    const worker = aWorkerWith();
    expect(workerForecast(worker, { annualCases: 41, newCases: 9 }, "2026-03-31")).toEqual({
      mean: 41,
      low: 41,
      high: 41,
    });
    expect(totalForecast(300, 50, "2026-03-31")).toEqual({ mean: 300, low: 300, high: 300 });
  });
  test("counts open days in April 2025: 30 days less 8 of weekends and Showa Day", () => {
    expect(openPresentDays(aWorkerWith(), { from: "2025-04-01", to: "2025-04-30" })).toBe(21);
  });
  test("a worker's leave takes open days out of the window and out of the rest", () => {
    // 30 April: window 1 to 30 April. On leave from the 14th: open days are 1-4 and 7-11 = 9. None are left.
    const away = aWorkerWith({ leave: [{ from: "2025-04-14", to: null }] });
    expect(workerForecast(away, { annualCases: 12, newCases: 3 }, "2025-04-30")).toEqual({
      mean: 12,
      low: 12,
      high: 12,
    });
    // Back for the last week of March: open days 23-27 and 30-31 = 7, at 3 cases in 9 open days: 12 + 7/3
    const back = aWorkerWith({ leave: [{ from: "2025-04-14", to: "2026-03-22" }] });
    expect(workerForecast(back, { annualCases: 12, newCases: 3 }, "2025-04-30").mean).toBeCloseTo(12 + 7 / 3, 12);
  });
  test("a last day of employment ends the expectation", () => {
    const leaving = aWorkerWith({ leftOn: "2026-02-27" });
    // 27 February is a Friday; nothing is left after it.
    expect(workerForecast(leaving, { annualCases: 20, newCases: 5 }, "2026-02-27").mean).toBe(20);
  });
});
