import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { fromNumber, toNumber, type Span } from "~/lib/calendar";
import { clip, countDays, length, subtract, union } from "~/lib/spans";

const START = toNumber("2025-03-01");
const span = fc
  .record({ from: fc.nat(120), length: fc.integer({ min: 1, max: 40 }) })
  .map(({ from, length: days }): Span => ({ from: fromNumber(START + from), to: fromNumber(START + from + days - 1) }));
const spans = fc.array(span, { maxLength: 8 });

/** The days a span covers, one by one: slow and plainly right. */
const daysOf = (list: readonly { from: string; to: string | null }[]) => {
  const days = new Set<number>();
  for (const { from, to } of list)
    for (let n = toNumber(from), end = to ? toNumber(to) : START + 400; n <= end; n += 1) days.add(n);
  return days;
};
const sorted = (days: Iterable<number>) => [...days].sort((a, b) => a - b);

describe("spans of days", () => {
  test("united are sorted, apart from one another, and cover the same days", () => {
    fc.assert(
      fc.property(spans, (list) => {
        const united = union(list);
        expect(sorted(daysOf(united))).toEqual(sorted(daysOf(list)));
        for (const [index, next] of united.entries()) {
          const before = united[index - 1];
          if (before) expect(toNumber(next.from)).toBeGreaterThan(toNumber(before.to) + 1);
        }
        expect(countDays(list)).toBe(daysOf(list).size);
      }),
    );
  });

  test("with others taken away keep exactly the days that no other covers, open ends included", () => {
    const open = fc.tuple(span, fc.boolean()).map(([{ from, to }, isOpen]) => ({ from, to: isOpen ? null : to }));
    fc.assert(
      fc.property(span, fc.array(open, { maxLength: 6 }), (whole, others) => {
        const away = daysOf(others);
        const left = sorted(daysOf([whole])).filter((day) => !away.has(day));
        expect(sorted(daysOf(subtract(whole, others)))).toEqual(left);
      }),
    );
  });

  test("clipped lie in both, or there is nothing", () => {
    fc.assert(
      fc.property(span, span, (a, b) => {
        const both = sorted(daysOf([a])).filter((day) => daysOf([b]).has(day));
        const part = clip(a, b);
        expect(part ? sorted(daysOf([part])) : []).toEqual(both);
      }),
    );
  });

  test("of one day have the length 1; touching ones unite", () => {
    expect(length({ from: "2025-04-01", to: "2025-04-01" })).toBe(1);
    expect(
      union([
        { from: "2025-04-03", to: "2025-04-04" },
        { from: "2025-04-01", to: "2025-04-02" },
      ]),
    ).toEqual([{ from: "2025-04-01", to: "2025-04-04" }]);
  });
});
