import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { experience } from "~/domain/career/experience";
import { addDays, daysBetween } from "~/lib/calendar";

describe("three years of one post from 1 April 2020", () => {
  const post = [{ from: "2020-04-01", to: null }];

  test("are complete on 31 March 2023, not a day before", () => {
    expect(experience(post, 3, "2023-03-30")).toMatchObject({ met: false, completeOn: "2023-03-31", monthsMissing: 1 });
    expect(experience(post, 3, "2023-03-31")).toEqual({
      ...{ met: true, completeOn: "2023-03-31", monthsDone: 36, monthsMissing: 0 },
    });
  });

  test("leave 1 year and 5 months on 31 October 2021: 19 of 36 months are done", () => {
    expect(experience(post, 3, "2021-10-31")).toMatchObject({ monthsDone: 19, monthsMissing: 17 });
  });

  test("take a begun month as missing whole: on 15 October 2021 there are 18 complete months and 18 to go", () => {
    expect(experience(post, 3, "2021-10-15")).toMatchObject({ monthsDone: 18, monthsMissing: 18 });
  });
});

test("posts at the same time count once: two of a year each are one year", () => {
  const both = [
    { from: "2020-04-01", to: "2021-03-31" },
    { from: "2020-04-01", to: "2021-03-31" },
  ];
  expect(experience(both, 1, "2021-03-31")).toMatchObject({ met: true, monthsDone: 12 });
  expect(experience(both, 2, "2021-03-31")).toMatchObject({ met: false, monthsMissing: 12, completeOn: null });
});

test("posts that follow on count as one: 1 April 2018–31 March 2020 and from 1 April 2022", () => {
  // Two years are done before; the third runs from 1 April 2022 to 31 March 2023.
  const posts = [
    { from: "2022-04-01", to: null },
    { from: "2018-04-01", to: "2020-03-31" },
  ];
  expect(experience(posts, 3, "2022-04-30")).toMatchObject({ completeOn: "2023-03-31", monthsDone: 25 });
});

test("days left over from broken stretches add up: 20 days and 11 days of work are a month", () => {
  const posts = [
    { from: "2026-01-05", to: "2026-01-24" },
    { from: "2026-03-02", to: "2026-03-12" },
  ];
  expect(experience(posts, 1, "2026-03-12").monthsDone).toBe(1);
  expect(experience(posts, 1, "2026-03-11").monthsDone).toBe(0);
});

test("work that ended leads nowhere by itself, but keeps what was done", () => {
  expect(experience([{ from: "2019-04-01", to: "2020-09-30" }], 3, "2026-11-24")).toEqual({
    ...{ met: false, completeOn: null, monthsDone: 18, monthsMissing: 18 },
  });
});

test("nothing worked leaves everything: five years are 60 months", () => {
  expect(experience([], 5, "2026-11-24")).toEqual({ met: false, completeOn: null, monthsDone: 0, monthsMissing: 60 });
});

test("a year from a 29 February is complete on 28 February", () => {
  expect(experience([{ from: "2024-02-29", to: null }], 1, "2025-02-28")).toMatchObject({ met: true });
});

const spans = fc.array(
  fc.record({ start: fc.integer({ min: 0, max: 4000 }), length: fc.integer({ min: 0, max: 900 }) }),
  { maxLength: 6 },
);
const built = (list: { start: number; length: number }[]) =>
  list.map(({ start, length }) => ({
    from: addDays("2010-01-01", start),
    to: addDays("2010-01-01", start + length),
  }));

test("counting follows the days: neither order, nor repeats, nor cutting a span in two changes anything", () => {
  fc.assert(
    fc.property(spans, fc.integer({ min: 0, max: 6000 }), (list, offset) => {
      const day = addDays("2010-01-01", offset);
      const whole = built(list);
      const cut = whole.flatMap((span) => {
        const middle = addDays(span.from, Math.floor(daysBetween(span.from, span.to) / 2));
        const rest = { from: addDays(middle, 1), to: span.to };
        return [{ from: span.from, to: middle }, ...(rest.from <= rest.to ? [rest] : [])];
      });
      const expected = experience(whole, 3, day);
      expect(experience([...whole].reverse(), 3, day)).toEqual(expected);
      expect(experience([...whole, ...whole], 3, day)).toEqual(expected);
      expect(experience(cut, 3, day)).toEqual(expected);
    }),
  );
});

test("what is met stays met, and months done never go back as days pass", () => {
  fc.assert(
    fc.property(spans, fc.integer({ min: 0, max: 6000 }), fc.integer({ min: 0, max: 900 }), (list, at, later) => {
      const day = addDays("2010-01-01", at);
      const [now, then] = [experience(built(list), 2, day), experience(built(list), 2, addDays(day, later))];
      if (now.met) expect(then.met).toBe(true);
      expect(then.monthsDone).toBeGreaterThanOrEqual(now.monthsDone);
      expect(then.monthsMissing).toBeLessThanOrEqual(now.monthsMissing);
    }),
  );
});

test("three years are never met under 36 of the shortest months, nor missed with more than 36 of the longest", () => {
  fc.assert(
    fc.property(spans, (list) => {
      const worked = new Set(
        built(list).flatMap(({ from, to }) =>
          Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index)),
        ),
      ).size;
      const { met } = experience(built(list), 3, "2040-01-01");
      if (worked > 36 * 31) expect(met).toBe(true);
      if (worked < 36 * 28) expect(met).toBe(false);
    }),
  );
});

test("the day of completion is the first on which it is met", () => {
  fc.assert(
    fc.property(spans, (list) => {
      const { completeOn } = experience(built(list), 2, "2010-01-01");
      if (completeOn === null) return;
      expect(experience(built(list), 2, completeOn).met).toBe(true);
      expect(experience(built(list), 2, addDays(completeOn, -1)).met).toBe(false);
    }),
  );
});
