import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  addDays,
  addMonths,
  anniversary,
  dayOfInstant,
  daysBetween,
  daysInFiscalYear,
  fiscalYearEnd,
  fiscalYearLabelJa,
  fiscalYearOf,
  fiscalYearStart,
  fromNumber,
  instantAt,
  isDay,
  isOpenDay,
  lastDayOfMonth,
  openDays,
  previousQuarter,
  QUARTERS,
  quarterOf,
  quarterSpan,
  toNumber,
} from "~/lib/calendar";

const days = fc.integer({ min: toNumber("1990-01-01"), max: toNumber("2060-12-31") }).map(fromNumber);

describe("the fiscal year", () => {
  test("turns at midnight in Tokyo, 15:00 UTC on 31 March", () => {
    const [before, after] = ["2025-03-31T14:59:59Z", "2025-03-31T15:00:00Z"].map((text) =>
      dayOfInstant(new Date(text)),
    );
    expect([before, after]).toEqual(["2025-03-31", "2025-04-01"]);
    expect([before ?? "", after ?? ""].map(fiscalYearOf)).toEqual([2024, 2025]);
  });
  test("has 366 days where it holds a 29 February", () => {
    expect([2022, 2023, 2024, 2025].map(daysInFiscalYear)).toEqual([365, 366, 365, 365]);
  });
  test("is written in Reiwa, its first year 令和元年度", () => {
    expect([2018, 2019, 2020, 2026].map(fiscalYearLabelJa)).toEqual([
      "平成30年度",
      "令和元年度",
      "令和2年度",
      "令和8年度",
    ]);
  });
  test("has four quarters that follow one another from 1 April to 31 March", () => {
    const spans = QUARTERS.map((quarter) => quarterSpan(2023, quarter));
    expect(spans).toEqual([
      { from: "2023-04-01", to: "2023-06-30" },
      { from: "2023-07-01", to: "2023-09-30" },
      { from: "2023-10-01", to: "2023-12-31" },
      { from: "2024-01-01", to: "2024-03-31" },
    ]);
    expect(previousQuarter(2023, 1)).toEqual({ fiscalYear: 2022, quarter: 4 });
    expect(previousQuarter(2023, 3)).toEqual({ fiscalYear: 2023, quarter: 2 });
  });
  test("and the quarter of any day hold that day", () => {
    fc.assert(
      fc.property(days, (day) => {
        const year = fiscalYearOf(day);
        const quarter = quarterSpan(year, quarterOf(day));
        expect(fiscalYearStart(year) <= day && day <= fiscalYearEnd(year)).toBe(true);
        expect(quarter.from <= day && day <= quarter.to).toBe(true);
      }),
    );
  });
});

describe("days", () => {
  test.each(["2026-06-31", "2025-02-29", "2026-13-01", "2026-6-1", "20260601", "1899-12-31", ""])(
    "%s does not exist",
    (text) => {
      expect(isDay(text)).toBe(false);
    },
  );
  test("adding and counting days undo each other", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5_000, max: 5_000 }), (day, step) => {
        expect(daysBetween(day, addDays(day, step))).toBe(step);
        expect(isDay(day)).toBe(true);
      }),
    );
  });
  test("a month added to the 31st ends on the month's last day", () => {
    expect(addMonths("2024-01-31", 1)).toBe("2024-02-29");
    expect(addMonths("2025-03-31", -13)).toBe("2024-02-29");
    expect(addMonths("2025-12-15", 1)).toBe("2026-01-15");
    expect(lastDayOfMonth("2023-02")).toBe("2023-02-28");
  });
  test("29 February has its anniversary on 1 March in common years and on itself in leap years", () => {
    expect([1, 3, 4].map((years) => anniversary("2024-02-29", years))).toEqual([
      "2025-03-01",
      "2027-03-01",
      "2028-02-29",
    ]);
  });
  test("a wall-clock time in Tokyo is nine hours ahead of UTC", () => {
    expect(instantAt("2026-04-01", "08:30").toISOString()).toBe("2026-03-31T23:30:00.000Z");
  });
});

describe("open days", () => {
  test("are no Saturdays, Sundays, national holidays, nor 29 December to 3 January", () => {
    const closed = ["2025-04-05", "2025-04-06", "2025-04-29", "2025-12-29", "2025-12-31", "2026-01-02", "2026-05-06"];
    expect(closed.filter(isOpenDay)).toEqual([]);
    expect(["2025-04-01", "2025-12-26", "2026-01-05", "2026-05-07"].every(isOpenDay)).toBe(true);
  });
  test("of two spans that meet add up", () => {
    fc.assert(
      fc.property(days, fc.nat(300), fc.nat(300), (from, first, second) => {
        const middle = addDays(from, first);
        const to = addDays(middle, second + 1);
        expect(openDays(from, middle) + openDays(addDays(middle, 1), to)).toBe(openDays(from, to));
      }),
    );
    expect(openDays("2025-04-02", "2025-04-01")).toBe(0);
  });
});
