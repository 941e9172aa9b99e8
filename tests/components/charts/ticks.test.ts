import fc from "fast-check";
import { expect, test } from "vitest";

import { ticksUpTo } from "~/components/charts/ticks";

test("ticks are round numbers: 20 hours in two parts give 0, 20, 40 and never 12.5", () => {
  // 20 x 1.1 / 2 = 11, the next round step is 20
  expect(ticksUpTo(20, undefined, 2)).toEqual([0, 20, 40]);
  // 77.7 x 1.1 / 4 = 21.4, the next round step is 25
  expect(ticksUpTo(77.7, undefined, 4)).toEqual([0, 25, 50, 75, 100]);
});

test("shares end at 100, and without figures the scale still stands", () => {
  expect(ticksUpTo(33, 100, 4)).toEqual([0, 25, 50, 75, 100]);
  expect(ticksUpTo(0, undefined, 2)).toEqual([0, 1, 2]);
});

test("the highest tick is always above the highest figure, and at most ten times it", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 1e6, noNaN: true }), fc.constantFrom(2, 4), (highest, parts) => {
      const top = ticksUpTo(highest, undefined, parts).at(-1) ?? 0;
      expect(top).toBeGreaterThan(highest);
      expect(top).toBeLessThan(highest * 10);
    }),
  );
});
