import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { bandOf, distributionOf, highestLoad, publishedGroups, SMALLEST_GROUP } from "~/domain/flag/disclosure";

const sizes = (...counts: number[]) => counts.map((supportStaff, index) => ({ officeId: `O${index}`, supportStaff }));
const summary = (...counts: number[]) =>
  publishedGroups(sizes(...counts)).map(({ scope, officeIds, supportStaff }) => [
    scope,
    officeIds.join("+"),
    supportStaff,
  ]);

describe("groups that a ward is told of", () => {
  test("an office of five stands by itself, one of four does not", () => {
    expect(summary(5, 6)).toEqual([
      ["office", "O0", 5],
      ["office", "O1", 6],
    ]);
    expect(summary(4, 6, 3)).toEqual([
      ["office", "O1", 6],
      ["pooled", "O2+O0", 7],
    ]);
  });

  test("a pool below five takes in the smallest other office", () => {
    expect(summary(4, 9, 6)).toEqual([
      ["office", "O1", 9],
      ["pooled", "O0+O2", 10],
    ]);
  });

  test("where all offices are pooled it is the contract as a whole, however small", () => {
    expect(summary(3, 3)).toEqual([["contract", "O0+O1", 6]]);
    expect(summary(4, 9)).toEqual([["contract", "O0+O1", 13]]);
    expect(summary(2, 2)).toEqual([["contract", "O0+O1", 4]]);
    expect(summary(0, 0)).toEqual([]);
  });

  test("staff without an office are pooled like a small office", () => {
    expect(publishedGroups([{ officeId: null, supportStaff: 2 }, ...sizes(5, 7)])).toEqual([
      { scope: "office", officeIds: ["O1"], supportStaff: 7 },
      { scope: "pooled", officeIds: [null, "O0"], supportStaff: 7 },
    ]);
  });

  test("no sum or difference of groups speaks of fewer than five of a contract of five or more", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 7 }), (counts) => {
        const staff = sizes(...counts).flatMap(({ officeId, supportStaff }) =>
          Array.from({ length: supportStaff }, (_, n) => `${officeId}-${n}`),
        );
        fc.pre(staff.length >= SMALLEST_GROUP);
        const groups = publishedGroups(sizes(...counts));
        const members = [
          ...groups.map((group) => staff.filter((person) => group.officeIds.includes(person.split("-")[0] ?? ""))),
          staff,
        ];
        // Every set that sums and differences of published groups (and of the contract's total) can single out.
        const told = members.reduce<Set<string>[]>(
          (sets, group) =>
            sets.flatMap((set) => [
              set,
              new Set([...set].filter((p) => !group.includes(p))),
              new Set([...set].filter((p) => group.includes(p))),
            ]),
          [new Set(staff)],
        );
        for (const set of told) expect(set.size === 0 || set.size >= SMALLEST_GROUP).toBe(true);
        expect(groups.reduce((sum, group) => sum + group.supportStaff, 0)).toBe(staff.length);
      }),
    );
  });
});

describe("the distribution against the cap", () => {
  test.each([
    { count: 40, cap: 50, band: "upTo80" },
    { count: 41, cap: 50, band: "upTo100" },
    { count: 50, cap: 50, band: "upTo100" },
    { count: 51, cap: 50, band: "upTo120" },
    { count: 60, cap: 50, band: "upTo120" },
    { count: 61, cap: 50, band: "over120" },
    { count: 0, cap: 0, band: "upTo80" },
    { count: 1, cap: 0, band: "over120" },
  ])("$count of $cap is in $band", ({ band, ...load }) => {
    expect(bandOf(load)).toBe(band);
  });

  test("the highest is told of whole posts only: a cap of 25 would tell who works half time", () => {
    const loads = [
      { count: 55, cap: 50 },
      { count: 51, cap: 50 },
      { count: 70, cap: 25 },
      { count: 3, cap: 0 },
    ];
    expect(highestLoad(loads, 50)).toEqual({ count: 55, cap: 50 });
    expect(distributionOf(loads)).toEqual({ upTo80: 0, upTo100: 0, upTo120: 2, over120: 2 });
    expect(highestLoad([{ count: 70, cap: 25 }], 50)).toBeNull();
  });
});
