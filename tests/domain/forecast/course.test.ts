import { describe, expect, test } from "vitest";

import { courseOf } from "~/domain/forecast/course";
import { openDays } from "~/lib/calendar";

const openDaysIn = ({ from, to }: { from: string; to: string }) => openDays(from, to);

describe("the course of a year's cases", () => {
  const counts = [
    { month: "2025-04", cases: 20 },
    { month: "2025-06", cases: 5 },
    { month: "2026-02", cases: 3 },
  ];

  test("mounts up to the end of each month and to the day, then fans out to 31 March", () => {
    const forecast = { mean: 38, low: 34, high: 42 };
    const { points } = courseOf({ ...{ day: "2026-02-10", counts, forecast, cap: 50 }, openDaysIn });
    expect(points.map(({ day, count }) => [day, count])).toEqual([
      ...[
        ["2025-04-30", 20],
        ["2025-05-31", 20],
        ["2025-06-30", 25],
        ["2025-07-31", 25],
      ],
      ...["2025-08-31", "2025-09-30", "2025-10-31", "2025-11-30", "2025-12-31", "2026-01-31"].map((day) => [day, 25]),
      ["2026-02-10", 28],
      ["2026-02-28", null],
      ["2026-03-31", null],
    ]);
    // 10 to come. Open from 11 Feb: 11 Feb is a holiday, the 12th, 13th, 16th-20th, 24th-27th: 11 days (23 Feb is one, too);
    // March 2026 has 22 weekdays less 20 March: 21. At the end of February 10 x 11/32 = 3.4375 are expected.
    expect(points.at(-2)?.expected?.mean).toBeCloseTo(31.4375, 10);
    // Poisson with mean 10: 6 at 10 %, 14 at 90 %
    expect(points.at(-1)?.expected).toEqual({ mean: 38, low: 34, high: 42 });
  });

  test("has no fan on the year's last day", () => {
    const forecast = { mean: 28, low: 28, high: 28 };
    const { points } = courseOf({ ...{ day: "2026-03-31", counts, forecast, cap: 50 }, openDaysIn });
    expect(points).toHaveLength(12);
    expect(points.at(-1)).toEqual({ day: "2026-03-31", count: 28, expected: null });
  });
});
