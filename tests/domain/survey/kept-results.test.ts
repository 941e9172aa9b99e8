import { expect, test } from "vitest";

import { instrumentOf } from "~/domain/survey/instruments/catalogue";
import type { Questionnaire } from "~/domain/survey/questionnaire";
import { keptFrom, NOTHING_KEPT } from "~/domain/survey/kept";
import { compared, resultsFrom, scoreOf, usual, type CheckResult } from "~/domain/survey/self-check";
import { answeredOf, firstMissing, stepsOf } from "~/domain/survey/steps";

test("the usual is the median of the results before", () => {
  expect([usual([]), usual([6]), usual([6, 9]), usual([12, 4, 7]), usual([1, 2, 3, 10])]).toEqual([
    null,
    6,
    7.5,
    7,
    2.5,
  ]);
});

test("each result is compared with the usual of those before it, the newest first, each check by itself", () => {
  const result = (day: string, score: number, check: CheckResult["check"] = "k6") => ({ day, check, score });
  const results = [
    result("2026-11-01", 9),
    result("2026-09-01", 4),
    result("2026-10-01", 6),
    result("2026-10-02", 7, "bjsq23"),
  ];
  // 4 is the first; 6 against 4; 9 against the median of 4 and 6, which is 5.
  expect(compared(results, "k6").map(({ day, against }) => [day, against])).toEqual([
    ["2026-11-01", 4],
    ["2026-10-01", 2],
    ["2026-09-01", null],
  ]);
  expect(compared(results, "fatigue2023")).toEqual([]);
});

test("a check's score rises with strain and needs every answer", () => {
  expect(scoreOf("k6", { K1: 1, K2: 1, K3: 1, K4: 1, K5: 1, K6: 1 })).toBe(24);
  expect(scoreOf("k6", { K1: 1 })).toBeNull();
});

test("the steps of a questionnaire are its questions in order, and the first gap is found", () => {
  const scale = { ja: "問い", en: "Question" };
  const questionnaire: Questionnaire = {
    instruments: [{ key: "k6", version: 1 }],
    own: [{ id: "Q1", text: scale, kind: "choice", options: [scale, scale, scale] }],
    asksSex: true,
  };
  const steps = stepsOf(questionnaire);
  expect(steps.map(({ key }) => key)).toEqual(["k6:K1", "k6:K2", "k6:K3", "k6:K4", "k6:K5", "k6:K6", "Q1", "sex"]);
  expect(steps.map(({ required }) => required)).toEqual([...Array<boolean>(6).fill(true), false, false]);
  expect(steps[0]?.answers.map(({ value }) => value)).toEqual([1, 2, 3, 4, 5]);
  expect(steps[6]?.answers.map(({ value }) => value)).toEqual([1, 2, 3]);
  expect(steps[0]?.lead).toBe(instrumentOf("k6").sections[0]?.lead);
  const sheet = { "k6:K1": 1, "k6:K2": 2, "k6:K4": 3 };
  expect([firstMissing(steps, sheet), answeredOf(steps, sheet)]).toEqual([2, 3]);
  const full = Object.fromEntries(steps.slice(0, 6).map(({ key }) => [key, 3]));
  expect(firstMissing(steps, full)).toBeNull();
});

test("what a device kept is read back, and nonsense counts as nothing kept", () => {
  expect(keptFrom('{"answers":{"k6:K1":2},"at":3,"signature":"s"}')).toEqual({
    ...{ answers: { "k6:K1": 2 }, comment: "", at: 3, sent: false, signature: "s" },
  });
  for (const text of [null, "", "{", "[]", '{"answers":{"k6:K1":"two"}}', '{"at":-1}'])
    expect(keptFrom(text)).toEqual(NOTHING_KEPT);
  expect(resultsFrom('[{"day":"2026-11-24","check":"k6","score":6}]')).toHaveLength(1);
  for (const text of [null, "{}", '[{"day":"24 Nov","check":"k6","score":6}]']) expect(resultsFrom(text)).toEqual([]);
});
