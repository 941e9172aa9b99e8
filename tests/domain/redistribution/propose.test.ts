import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { violations } from "~/domain/redistribution/checker";
import { outcomes, resultOf } from "~/domain/redistribution/outcome";
import { propose } from "~/domain/redistribution/propose";
import { excessOf, isLongLed, obstacles } from "~/domain/redistribution/rules";
import type { Move, Situation } from "~/domain/redistribution/schema";

import { aCase, aPerson, aSituation, situations } from "./situations";

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

function excessAfter(situation: Situation, moves: readonly Move[]): number {
  return sum(
    outcomes(situation, moves).map((one, index) => {
      const worker = situation.workers[index];
      return worker ? excessOf(worker, situation.settings, one.after.weightedLoad) : 0;
    }),
  );
}

/** The least excess that any choice of permitted moves leaves, and the fewest moves that leave it: by trying them all. */
function bestByTrying(situation: Situation): { excess: number; moves: number } {
  let best = { excess: excessAfter(situation, []), moves: 0 };
  const movable = situation.cases.filter((one) => {
    const giver = situation.workers.find(({ staffId }) => staffId === one.staffId);
    return giver && excessOf(giver, situation.settings) > 0 && !isLongLed(one, situation);
  });
  const walk = (at: number, moves: Move[]) => {
    const one = movable[at];
    if (!one) {
      const excess = excessAfter(situation, moves);
      if (excess < best.excess || (excess === best.excess && moves.length < best.moves))
        best = { excess, moves: moves.length };
      return;
    }
    walk(at + 1, moves);
    for (const { staffId } of situation.workers) {
      const move = { caseId: one.caseId, to: staffId };
      if (obstacles(situation, moves, move).length === 0) walk(at + 1, [...moves, move]);
    }
  };
  walk(0, []);
  return best;
}

describe("a proposal", () => {
  test("brings somebody above the limit down to it with the fewest cases, within the office", () => {
    // 33 of 30: 3 too much. One case of 5 tags weighs 3 (1 + 4 x 0.5) and is enough; three simple ones would do it too.
    const workers = [
      aPerson("over", { weightedLoad: 33 }),
      aPerson("south", { officeId: "south", weightedLoad: 5 }),
      aPerson("north", { weightedLoad: 26 }),
    ];
    const cases = [aCase("a", "over"), aCase("b", "over"), aCase("c", "over"), aCase("d", "over", 5)];
    const situation = aSituation(workers, cases);
    const moves = propose(situation);
    expect(moves).toEqual([{ caseId: "d", to: "north" }]);
    expect(resultOf(situation, moves).summary).toMatchObject({
      ...{ moves: 1, leastMoves: 1, sameOffice: 1, aboveLoadBefore: 1, aboveLoadAfter: 0 },
      ...{ excessBefore: 3, excessAfter: 0, unavoidable: 0 },
    });
  });

  test("leaves the giver's count of the year as it is and adds to the receiver's, unless the case is in it already", () => {
    const workers = [aPerson("over", { weightedLoad: 32, annualCases: 55 }), aPerson("free", { annualCases: 20 })];
    const cases = [aCase("a", "over"), aCase("b", "over", 1, { ledBy: ["free"] })];
    const situation = aSituation(workers, cases);
    const [over, free] = outcomes(situation, propose(situation));
    expect(over?.after).toMatchObject({ weightedLoad: 30, annualCases: 55, isAboveCap: true });
    expect(free?.after).toMatchObject({ annualCases: 21, weightedLoad: 12, forecast: { mean: 26 } });
  });

  test("gives a complex case only to somebody supervised in the last 120 days", () => {
    const receiver = (lastSupervisedOn: string | null) => aPerson("free", { lastSupervisedOn });
    const of = (lastSupervisedOn: string | null) =>
      propose(aSituation([aPerson("over", { weightedLoad: 31 }), receiver(lastSupervisedOn)], [aCase("a", "over", 4)]));
    // 2026-07-27 + 120 days = 2026-11-24
    expect(of("2026-07-27")).toHaveLength(1);
    expect(of("2026-07-26")).toEqual([]);
    expect(of(null)).toEqual([]);
  });

  test("leaves long relationships alone, and says that the excess cannot be taken away", () => {
    // 180 days before 2026-11-24 is 2026-05-28
    const situation = aSituation(
      [aPerson("over", { weightedLoad: 32 }), aPerson("free")],
      [aCase("a", "over", 1, { ledSince: "2026-05-28" }), aCase("b", "over", 1, { ledSince: "2026-05-29" })],
    );
    const moves = propose(situation);
    expect(moves).toEqual([{ caseId: "b", to: "free" }]);
    expect(resultOf(situation, moves).summary).toMatchObject({ excessAfter: 1, unavoidable: 1 });
  });

  test("passes a case on where that makes room for another", () => {
    // "small" has room for 1 only, "seen" for 2 and alone may take the complex case, which weighs 2.5.
    const workers = [
      aPerson("over", { weightedLoad: 33.5 }),
      aPerson("small", { weightedLoad: 29, lastSupervisedOn: null }),
      aPerson("seen", { weightedLoad: 27.5, officeId: "south" }),
    ];
    const situation = aSituation(workers, [aCase("a", "over"), aCase("d", "over", 4)]);
    expect(excessAfter(situation, propose(situation))).toBe(0);
  });

  test("keeps every rule, whatever the contract: checked by itself", () => {
    fc.assert(
      fc.property(situations({ workers: 8, cases: 40 }), (situation) => {
        const moves = propose(situation);
        expect(violations(situation, moves)).toEqual([]);
        expect(new Set(moves.map(({ caseId }) => caseId)).size).toBe(moves.length);
        const after = outcomes(situation, moves);
        const load = (key: "before" | "after") => sum(after.map((one) => one[key].weightedLoad));
        expect(load("after")).toBe(load("before"));
        for (const [index, one] of after.entries()) {
          const worker = situation.workers[index];
          if (!worker) continue;
          if (one.gives > 0) expect(excessOf(worker, situation.settings)).toBeGreaterThan(0);
          if (one.takes > 0) {
            expect(one.after.weightedLoad).toBeLessThanOrEqual(worker.limits.watch);
            expect(one.after.annualCases).toBeLessThanOrEqual(worker.cap);
            expect(one.after.isExpectedAboveCap).toBe(false);
          }
          expect(one.gives * one.takes).toBe(0);
          expect(one.after.annualCases).toBeGreaterThanOrEqual(one.before.annualCases);
        }
      }),
    );
  });

  test("makes no move without which its giver were still within the limit, nor one that was led for long", () => {
    fc.assert(
      fc.property(situations({ workers: 6, cases: 30 }), (situation) => {
        const moves = propose(situation);
        const whole = excessAfter(situation, moves);
        for (const move of moves) {
          const without = moves.filter((other) => other !== move);
          expect(excessAfter(situation, without)).toBeGreaterThan(whole);
          expect(situation.cases.some((one) => one.caseId === move.caseId && isLongLed(one, situation))).toBe(false);
        }
      }),
    );
  });

  test("is never better than its bounds say is possible, and is the best there is where it reaches them", () => {
    let proved = 0;
    fc.assert(
      fc.property(situations({ workers: 4, cases: 7 }), (situation) => {
        const moves = propose(situation);
        const { summary } = resultOf(situation, moves);
        const best = bestByTrying(situation);
        expect(summary.unavoidable).toBeLessThanOrEqual(best.excess + 1e-9);
        expect(summary.excessAfter).toBeGreaterThanOrEqual(best.excess - 1e-9);
        expect(summary.leastMoves).toBeLessThanOrEqual(summary.moves);
        if (summary.excessAfter <= best.excess + 1e-9 && summary.excessAfter === 0) {
          expect(summary.leastMoves).toBeLessThanOrEqual(best.moves);
          if (summary.moves === summary.leastMoves) expect(best.moves).toBe(summary.moves);
          if (moves.length > 0) proved += 1;
        }
      }),
      { numRuns: 300 },
    );
    expect(proved).toBeGreaterThan(5);
  });
});

describe("the independent checker", () => {
  test("finds exactly the moves that the check by hand refuses", () => {
    fc.assert(
      fc.property(
        situations({ workers: 5, cases: 12 }),
        fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 6 }),
        (situation, picks) => {
          const moves: Move[] = [];
          for (const [caseAt, workerAt] of picks) {
            const one = situation.cases[caseAt % Math.max(1, situation.cases.length)];
            const worker = situation.workers[workerAt % situation.workers.length];
            if (!one || !worker) continue;
            const wished = { caseId: one.caseId, to: worker.staffId };
            const refused = obstacles(situation, moves, wished).length > 0;
            expect(violations(situation, [...moves, wished]).length > 0).toBe(refused);
            if (!refused) moves.push(wished);
          }
        },
      ),
    );
  });

  test("refuses what is no case or no worker of the contract", () => {
    const situation = aSituation([aPerson("over", { weightedLoad: 40 }), aPerson("free")], [aCase("a", "over")]);
    expect(violations(situation, [{ caseId: "b", to: "free" }])).toMatchObject([{ code: "unknownCase" }]);
    expect(violations(situation, [{ caseId: "a", to: "gone" }])).toMatchObject([{ code: "unknownWorker" }]);
  });
});

describe("the check of a move by hand", () => {
  const workers = [
    aPerson("over", { weightedLoad: 40 }),
    aPerson("full", { annualCases: 46, forecast: { mean: 49.5, low: 47, high: 52 } }),
    aPerson("loaded", { weightedLoad: 28 }),
    aPerson("away", { isAway: true }),
    aPerson("fine", { weightedLoad: 20 }),
  ];
  const situation = aSituation(workers, [aCase("a", "over", 5), aCase("b", "fine")]);
  const codes = (caseId: string, to: string, others: Move[] = []) =>
    obstacles(situation, others, { caseId, to }).map(({ code }) => code);

  test("says why not", () => {
    expect(codes("a", "fine")).toEqual([]);
    expect(codes("a", "full")).toEqual(["receiverCap"]);
    expect(codes("a", "loaded")).toEqual(["receiverLoad"]);
    expect(codes("a", "away")).toEqual(["receiverAway"]);
    expect(codes("a", "over")).toEqual(["sameWorker"]);
    expect(codes("b", "loaded")).toEqual(["giverWithinLimits"]);
    expect(codes("a", "fine", [{ caseId: "a", to: "fine" }])).toContain("alreadyMoved");
    expect(codes("x", "fine")).toEqual(["caseGone"]);
  });
});
