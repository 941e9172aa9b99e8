import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { REPEATS, SERIES_LENGTH, seriesDays } from "~/domain/supervision/series";
import { addDays, daysBetween, fromNumber, monthOf, toNumber } from "~/lib/calendar";

const weekday = (day: string) => (toNumber(day) + 4) % 7;

describe("the days of a series", () => {
  test("once is the day itself, whatever the count", () => {
    expect(seriesDays("2026-11-26", "once", 12)).toEqual(["2026-11-26"]);
  });

  test.each([
    { repeat: "weekly", days: ["2026-12-15", "2026-12-22", "2026-12-29", "2027-01-05"] },
    { repeat: "fortnightly", days: ["2026-12-15", "2026-12-29", "2027-01-12", "2027-01-26"] },
    // 15 December 2026 is the third Tuesday; so are 19 January, 16 February and 16 March 2027.
    { repeat: "monthly", days: ["2026-12-15", "2027-01-19", "2027-02-16", "2027-03-16"] },
  ] as const)("$repeat from the third Tuesday of December goes over the year's end", ({ repeat, days }) => {
    expect(seriesDays("2026-12-15", repeat, 4)).toEqual(days);
  });

  test("a fifth weekday becomes the last of its weekday in months that have only four", () => {
    // 29 October 2026 is the fifth Thursday. November has four (the 26th is the last), December five (the 31st), January four (the 28th).
    expect(seriesDays("2026-10-29", "monthly", 4)).toEqual(["2026-10-29", "2026-11-26", "2026-12-31", "2027-01-28"]);
  });

  test("the last day of a month keeps to its weekday in February, leap year or not", () => {
    // 31 January 2028 is the fifth Monday; in February 2028 (29 days) the last Monday is the 28th.
    expect(seriesDays("2028-01-31", "monthly", 2)).toEqual(["2028-01-31", "2028-02-28"]);
    // 29 February 2028 is the fifth Tuesday; in March the fourth is the 28th, there is no fifth.
    expect(seriesDays("2028-02-29", "monthly", 2)).toEqual(["2028-02-29", "2028-03-28"]);
  });

  test("has as many days as asked for, in order, on one weekday, one a month where monthly", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: toNumber("2020-01-01"), max: toNumber("2035-12-31") }).map(fromNumber),
        fc.constantFrom(...REPEATS.filter((repeat) => repeat !== "once")),
        fc.integer(SERIES_LENGTH),
        (first, repeat, count) => {
          const days = seriesDays(first, repeat, count);
          expect(days).toHaveLength(count);
          expect(days[0]).toBe(first);
          expect(new Set(days.map(weekday)).size).toBe(1);
          const steps = days.slice(1).map((day, index) => daysBetween(days[index] ?? first, day));
          if (repeat === "weekly") expect(new Set(steps)).toEqual(new Set([7]));
          if (repeat === "fortnightly") expect(new Set(steps)).toEqual(new Set([14]));
          if (repeat !== "monthly") return;
          expect(new Set(days.map(monthOf)).size).toBe(count);
          for (const step of steps) expect([21, 28, 35]).toContain(step);
          // why: the same place in the month, or the last of a month that lacks the place.
          const place = (day: string) => Math.ceil(+day.slice(8) / 7);
          for (const day of days)
            if (place(day) !== place(first)) expect(monthOf(addDays(day, 7))).not.toBe(monthOf(day));
        },
      ),
    );
  });
});
