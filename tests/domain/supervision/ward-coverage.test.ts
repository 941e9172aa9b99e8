import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { PRESET_REQUIREMENTS } from "~/domain/contract/requirement";
import type { Seat } from "~/domain/supervision/requirement";
import { bandsOf, SESSION_BANDS, wardCoverage, type CoverageFigures } from "~/domain/supervision/ward-coverage";

import { aWorkerWith, factsWith } from "../../setup/worker-facts";

const { policy } = PRESET_REQUIREMENTS;
const seat = (external: boolean): Seat => ({
  ...{ day: "2026-05-10", kind: external ? "group" : "individual", minutes: 60, is: "attended" },
  external,
});

/** Workers of offices of the given sizes, each with so many sessions. */
function coverageOf(offices: number[][]) {
  const seats = new Map<string, Seat[]>();
  const workers = offices.flatMap((sessions, office) =>
    sessions.map((count, index) => {
      const staffId = `${office}-${index}`;
      seats.set(
        staffId,
        Array.from({ length: count }, (_, number) => seat(number === 0)),
      );
      return aWorkerWith({ staffId, staffCode: staffId, officeId: `O${office}` });
    }),
  );
  return wardCoverage(factsWith(workers, "2026-11-24"), (staffId) => seats.get(staffId) ?? [], policy);
}

describe("a ward's coverage", () => {
  test("counts workers by sessions attended, four and more together", () => {
    expect(bandsOf([0, 1, 1, 3, 4, 9])).toEqual({ "0": 1, "1": 2, "2": 0, "3": 1, "4+": 2 });
  });

  test("shows an office of five by itself and the smaller ones together", () => {
    const { groups, total } = coverageOf([
      [4, 4, 4, 4, 0],
      [1, 1, 1],
      [2, 2],
    ]);
    expect(groups.map(({ group, figures }) => [group.scope, figures?.bands, figures?.met])).toEqual([
      ["office", { "0": 1, "1": 0, "2": 0, "3": 0, "4+": 4 }, { n: 4, of: 5 }],
      ["pooled", { "0": 0, "1": 3, "2": 2, "3": 0, "4+": 0 }, { n: 0, of: 5 }],
    ]);
    expect(total?.met).toEqual({ n: 4, of: 10 });
    // the first session of each was external and in a group: 9 workers had one; 16 + 3 + 4 sessions in all
    expect([total?.external, total?.individual]).toEqual([
      { n: 9, of: 23 },
      { n: 14, of: 23 },
    ]);
  });

  test("is nothing where the whole contract has fewer than five", () => {
    const { groups, total } = coverageOf([
      [4, 4],
      [1, 1],
    ]);
    expect([total, ...groups.map((group) => group.figures)]).toEqual([null, null]);
  });

  test("never shows figures of fewer than five, and the groups add up to the total, so that nothing is left over", () => {
    const sizes = fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 8 }), {
      minLength: 1,
      maxLength: 5,
    });
    const people = (figures: CoverageFigures) => SESSION_BANDS.reduce((sum, band) => sum + figures.bands[band], 0);
    fc.assert(
      fc.property(sizes, (offices) => {
        const { groups, total, supportStaff } = coverageOf(offices);
        const shown = groups.flatMap(({ figures }) => figures ?? []);
        for (const figures of [...shown, ...(total ? [total] : [])]) expect(people(figures)).toBeGreaterThanOrEqual(5);
        expect(shown.reduce((sum, figures) => sum + people(figures), 0)).toBe(total ? supportStaff : 0);
      }),
      { numRuns: 40 },
    );
  });
});
