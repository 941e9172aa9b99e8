import { describe, expect, test } from "vitest";

import type { Cell, Sizes } from "~/domain/survey/disclosure";
import { SHORT_FORM } from "~/domain/survey/instruments/bjsq-items";
import { SATISFACTION_ITEMS } from "~/domain/survey/instruments/satisfaction-items";
import type { Questionnaire, Sheet } from "~/domain/survey/questionnaire";
import { familyOf, isTellingChange, resultOf, worthwhileOf, type GivenSheet } from "~/domain/survey/results";

const MINIMUM = { health: 10, satisfaction: 5 };
const NOTHING: { published: { health: Cell[]; satisfaction: Cell[] }; publishedSizes: Sizes } = {
  ...{ published: { health: [], satisfaction: [] }, publishedSizes: new Map() },
};
const SATISFIED: Questionnaire = { instruments: [{ key: "satisfaction", version: 1 }], own: [], asksSex: false };
const STRESS: Questionnaire = { instruments: [{ key: "bjsq23", version: 1 }], own: [], asksSex: true };

function satisfied(meaning: number): Sheet {
  return Object.fromEntries(SATISFACTION_ITEMS.map(({ id }) => [`satisfaction:${id}`, id === "meaning" ? meaning : 3]));
}
function stressed(answer: number, sex: number | null): Sheet {
  return { ...Object.fromEntries(SHORT_FORM.map((id) => [`bjsq23:${id}`, answer])), ...(sex === null ? {} : { sex }) };
}
function sheets(wave: string, given: Record<string, Sheet[]>): GivenSheet[] {
  return Object.entries(given).flatMap(([unit, all]) => all.map((sheet) => ({ wave, unit, sheet })));
}
const times = (n: number, sheet: Sheet) => Array.from({ length: n }, () => sheet);

describe("a survey on satisfaction", () => {
  const given = sheets("w1", {
    a: [...times(4, satisfied(5)), ...times(2, satisfied(2))],
    b: [...times(3, satisfied(4)), ...times(3, satisfied(3))],
    c: times(2, satisfied(1)),
  });
  const result = resultOf({
    ...{ wave: "w1", questionnaire: SATISFIED, units: ["a", "b", "c"], sheets: given, before: [], minimum: MINIMUM },
    ...NOTHING,
  });

  test("publishes the whole of 14, the first office of 6, and the others as a pool of 8", () => {
    // 14 - 6 - 6 leaves 2 < 5: of the two offices with six only one can stand beside the whole.
    expect(result.satisfaction.map(({ scope, units, answered }) => [scope, units, answered])).toEqual([
      ["all", ["a", "b", "c"], 14],
      ["unit", ["a"], 6],
      ["pool", ["b", "c"], 8],
    ]);
    expect(result.health).toEqual([]);
  });

  test("counts the top two of five: 4 + 3 of 14 find their work worthwhile", () => {
    const [whole] = result.satisfaction;
    expect(whole && worthwhileOf(whole)).toEqual({ top: 7, answered: 14 });
    expect(whole?.distributions.find(({ key }) => key === "satisfaction:meaning")?.counts).toEqual([2, 2, 3, 3, 4]);
    // (4 x 5 + 2 x 2 + 3 x 4 + 3 x 3 + 2 x 1) / 14 = 47 / 14
    expect(whole?.means.find(({ key }) => key === "satisfaction:meaning")?.mean).toBeCloseTo(47 / 14, 10);
  });

  test("holds no count of a group that is not published", () => {
    expect(JSON.stringify(result)).not.toMatch(/"answered":2\b/);
  });
});

describe("a survey on stress", () => {
  test("follows ten: nine answers publish nothing", () => {
    const nine = sheets("w1", { a: times(9, stressed(2, 1)) });
    const input = { wave: "w1", questionnaire: STRESS, units: ["a"], sheets: nine, before: [], minimum: MINIMUM };
    expect(resultOf({ ...input, ...NOTHING })).toEqual({ health: [], satisfaction: [] });
  });

  test("shows the chart of men and women apart only where neither, nor those who kept it to themselves, are few", () => {
    const input = { wave: "w1", questionnaire: STRESS, units: ["a"], before: [], minimum: MINIMUM };
    const both = sheets("w1", { a: [...times(11, stressed(2, 1)), ...times(12, stressed(2, 2))] });
    const [cell] = resultOf({ ...input, sheets: both, ...NOTHING }).health;
    // Every answer 2: workload 15 - 6 = 9, control 15 - 6 = 9, support 9 and 9.
    expect(cell?.risks.map(({ sex, count, means }) => [sex, count, means])).toEqual([
      ["male", 11, { workload: 9, control: 9, superiors: 9, colleagues: 9 }],
      ["female", 12, { workload: 9, control: 9, superiors: 9, colleagues: 9 }],
    ]);
    expect(cell?.risks.every(({ version }) => version === "updated")).toBe(true);
    expect(cell?.parts.map(({ atoms }) => atoms)).toEqual([["w1|a|male"], ["w1|a|female"]]);
    const few = sheets("w1", { a: [...times(20, stressed(2, 1)), ...times(3, stressed(2, 2))] });
    expect(resultOf({ ...input, sheets: few, ...NOTHING }).health[0]?.risks).toEqual([]);
    const silent = sheets("w1", {
      a: [...times(12, stressed(2, 1)), ...times(11, stressed(2, 2)), ...times(3, stressed(2, 3))],
    });
    expect(resultOf({ ...input, sheets: silent, ...NOTHING }).health[0]?.risks).toHaveLength(1);
  });

  test("counts how many are in the high-stress range, and nobody's points", () => {
    const given = sheets("w1", { a: [...times(4, stressed(4, null)), ...times(8, stressed(1, null))] });
    const input = { wave: "w1", questionnaire: STRESS, units: ["a"], sheets: given, before: [], minimum: MINIMUM };
    // Every answer 4: B = 11 x 4 = 44 >= 31; every answer 1: B = 11, A + C = 3 x 4 + 3 x 1 + 6 = 21.
    expect(resultOf({ ...input, ...NOTHING }).health[0]?.highStress).toBe(4);
  });
});

describe("between waves", () => {
  test("an office too small by itself is shown over two waves together, once nothing else gives it away", () => {
    const before = sheets("w1", { a: times(12, stressed(2, null)), b: times(6, stressed(2, null)) });
    const now = sheets("w2", { a: times(12, stressed(3, null)), b: times(6, stressed(3, null)) });
    const sizes = new Map([
      ["w1|a|-", 12],
      ["w1|b|-", 6],
    ]);
    const published = { health: [{ key: "w1:all", atoms: ["w1|a|-", "w1|b|-"] }], satisfaction: [] };
    const { health } = resultOf({
      ...{ wave: "w2", questionnaire: STRESS, units: ["a", "b"], sheets: now, before, minimum: MINIMUM },
      ...{ published, publishedSizes: sizes },
    });
    expect(health.map(({ scope, units, answered }) => [scope, units, answered])).toEqual([
      ["all", ["a", "b"], 18],
      ["waves", ["a"], 24],
      ["waves", ["b"], 12],
    ]);
  });

  test("a wave is withheld where everyone answered twice and few people changed", () => {
    const people = (from: number, to: number) => new Set(Array.from({ length: to - from }, (_, n) => `p${from + n}`));
    const before = { people: people(0, 15), answered: 15 };
    expect(isTellingChange(before, { people: people(1, 16), answered: 15 }, 10)).toBe(true);
    expect(isTellingChange(before, { people: people(0, 15), answered: 15 }, 10)).toBe(false);
    expect(isTellingChange(before, { people: people(1, 16), answered: 14 }, 10)).toBe(false);
    expect(isTellingChange({ ...before, answered: 14 }, { people: people(1, 16), answered: 15 }, 10)).toBe(false);
    expect(isTellingChange(before, { people: people(5, 20), answered: 15 }, 10)).toBe(false);
    expect(isTellingChange(null, { people: people(0, 15), answered: 15 }, 10)).toBe(false);
  });
});

test("questions on health and on satisfaction are told apart by their instrument", () => {
  expect(["bjsq57:A1", "k6:K1", "fatigue2023:S1", "satisfaction:meaning", "Q1"].map(familyOf)).toEqual([
    ...["health", "health", "health", "satisfaction", "satisfaction"],
  ]);
});
