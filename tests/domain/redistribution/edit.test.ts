import { describe, expect, test } from "vitest";

import { editFrom, editMoves, movesFrom, moveText, settingsFrom } from "~/domain/redistribution/edit";

import { aCase, aPerson, aSituation } from "./situations";

const situation = aSituation(
  [aPerson("over", { weightedLoad: 36 }), aPerson("free"), aPerson("away", { isAway: true })],
  [aCase("a", "over"), aCase("b", "over")],
);

describe("changes to the list of moves", () => {
  test("take a case out, and add one that may move", () => {
    const moves = [{ caseId: "a", to: "free" }];
    expect(editMoves(situation, moves, { intent: "remove", caseId: "a" }).moves).toEqual([]);
    const added = editMoves(situation, moves, { intent: "add", caseId: "b", to: "free" });
    expect(added).toMatchObject({ refused: [], dropped: 0, moves: [...moves, { caseId: "b", to: "free" }] });
  });

  test("refuse a case with the reason, and keep the rest", () => {
    const edited = editMoves(situation, [{ caseId: "a", to: "free" }], { intent: "add", caseId: "b", to: "away" });
    expect(edited).toMatchObject({ refused: [{ code: "receiverAway" }], moves: [{ caseId: "a" }] });
  });

  test("drop what can no longer move", () => {
    const gone = [
      { caseId: "closed", to: "free" },
      { caseId: "a", to: "free" },
    ];
    expect(editMoves(situation, gone, { intent: "save" })).toMatchObject({ dropped: 1, moves: [{ caseId: "a" }] });
  });
});

describe("what an address and a form say", () => {
  test("unknown settings count as not given", () => {
    expect(settingsFrom(new URLSearchParams())).toEqual({ goal: "watch", room: "mean", keepDays: 180 });
    expect(settingsFrom(new URLSearchParams("goal=warning&room=high&keepDays=90"))).toEqual({
      ...{ goal: "warning", room: "high", keepDays: 90 },
    });
    expect(settingsFrom(new URLSearchParams("goal=x&room=y&keepDays=7")).keepDays).toBe(180);
  });

  test("a move survives its form field, and nonsense is left out", () => {
    const move = { caseId: "6f1c2f0a-0000-4000-8000-00000000000a", to: "6f1c2f0a-0000-4000-8000-00000000000b" };
    expect(movesFrom([moveText(move), "x:y", ""])).toEqual([move]);
    expect(editFrom({ intent: "remove:a" })).toEqual({ intent: "remove", caseId: "a" });
    expect(editFrom({ intent: "nonsense" })).toBeNull();
  });
});
