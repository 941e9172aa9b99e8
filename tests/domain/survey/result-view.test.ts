import { describe, expect, test } from "vitest";

import type { Questionnaire } from "~/domain/survey/questionnaire";
import { resultOf, type GivenSheet } from "~/domain/survey/results";
import { resultPage, wishedGroup, type ClosedSurvey } from "~/domain/survey/result-page";
import { groupsOf, publishedSchema, scalesOf, standingOf, worthwhileFigure } from "~/domain/survey/result-view";
import { SATISFACTION_ITEMS } from "~/domain/survey/instruments/satisfaction-items";
import { itemsOf } from "~/domain/survey/instrument";
import { instrumentOf } from "~/domain/survey/instruments/catalogue";

const ANNUAL: Questionnaire = {
  instruments: [
    { key: "satisfaction", version: 1 },
    { key: "bjsq57", version: 1 },
  ],
  own: [
    {
      id: "Q1",
      text: { ja: "机は使いやすいか", en: "Is the desk good?" },
      kind: "choice",
      options: [
        { ja: "はい", en: "Yes" },
        { ja: "いいえ", en: "No" },
      ],
    },
  ],
  asksSex: true,
};
const UNITS = ["a", "b", "c"].map((unit) => ({
  ...{ unit, officeIds: [unit], name: `事業所${unit}`, nameEn: `Office ${unit}`, eligible: 15 },
}));

/** Twelve men in a, eleven women in b and four who keep it to themselves in c, all with the same answers. */
function sheets(): GivenSheet[] {
  const base = {
    ...Object.fromEntries(SATISFACTION_ITEMS.map(({ id }) => [`satisfaction:${id}`, 4])),
    ...Object.fromEntries(itemsOf(instrumentOf("bjsq57")).map(({ id }) => [`bjsq57:${id}`, 2])),
  };
  const of = (unit: string, count: number, sex: number): GivenSheet[] =>
    Array.from({ length: count }, () => ({ wave: "w1", unit, sheet: { ...base, Q1: 1, sex } }));
  return [...of("a", 12, 1), ...of("b", 11, 2), ...of("c", 4, 3)];
}
const published = resultOf({
  ...{ wave: "w1", questionnaire: ANNUAL, units: ["a", "b", "c"], sheets: sheets(), before: [] },
  ...{ published: { health: [], satisfaction: [] }, publishedSizes: new Map() },
  minimum: { health: 10, satisfaction: 5 },
});
const survey: ClosedSurvey = {
  ...{
    id: "w1",
    title: "年1回",
    titleEn: null,
    kind: "annual",
    fiscalYear: 2026,
    questionnaire: ANNUAL,
    freeText: false,
  },
  ...{ units: UNITS, openedOn: "2026-10-01", closedOn: "2026-10-31", eligible: 45, answered: 27, target: 80 },
  ...{ cells: publishedSchema.parse(JSON.parse(JSON.stringify(published))), waves: [] },
};

/** Every number and every text in a value, but for the ends of scales: that of physical complaints begins at eleven. */
function leaves(value: unknown): unknown[] {
  if (value === null || typeof value !== "object") return [value];
  return Object.entries(value).flatMap(([key, inner]) => (key === "low" || key === "high" ? [] : leaves(inner)));
}

describe("a page of results", () => {
  test("knows the whole, the largest office and the others together", () => {
    // 27 - 12 - 11 leaves 4: of the two larger offices only one can stand alone; 11 + 4 = 15 are shown together.
    const page = resultPage(survey);
    expect(page.groups.map(({ scope, names, answered }) => [scope, names.map(({ en }) => en), answered])).toEqual([
      ["all", [], { health: 27, satisfaction: 27 }],
      ["unit", ["Office a"], { health: 12, satisfaction: 12 }],
      ["pool", ["Office b", "Office c"], { health: 15, satisfaction: 15 }],
    ]);
    expect(page.unshown.map(({ en }) => en)).toEqual(["Office b", "Office c"]);
  });

  test("holds neither the count of a group that is not published nor the name of what cells are made of", () => {
    for (const group of [0, 1, 2]) {
      const page = resultPage(survey, group);
      expect(leaves(page).filter((one) => one === 11 || one === 4)).toEqual([]);
      expect(JSON.stringify(page)).not.toMatch(/w1\||"atoms"|"units"|eligible":15/);
    }
  });

  test("takes the whole where the wished group does not exist", () => {
    expect([resultPage(survey, 9).selected, resultPage(survey, -1).selected]).toEqual([0, 0]);
    expect(["group=2", "group=x", ""].map((text) => wishedGroup(new URLSearchParams(text)))).toEqual([2, 0, 0]);
  });

  test("shows questions of each family under their own, with all answers counted", () => {
    const { group } = resultPage(survey);
    expect(group?.questions.satisfaction).toHaveLength(11);
    expect(group?.questions.health).toHaveLength(57);
    const own = group?.questions.satisfaction.at(-1);
    expect(own?.answers.map(({ text, count }) => [text.en, count])).toEqual([
      ["Yes", 27],
      ["No", 0],
    ]);
  });

  test("says that nothing is published where nothing is", () => {
    const page = resultPage({ ...survey, cells: { health: [], satisfaction: [] } });
    expect([page.group, page.groups]).toEqual([null, []]);
  });
});

describe("scales", () => {
  const health = groupsOf(survey.cells, UNITS)[0]?.figures.health ?? null;

  test("run from their least to their greatest raw score", () => {
    const range = (key: string) => {
      const found = scalesOf(health).find((scale) => scale.key === `bjsq:${key}`);
      return [found?.low, found?.high];
    };
    // quant: 15 - 3 x 4 = 3 to 15 - 3 = 12; interpersonal: 10 + 1 - 8 = 3 to 10 + 4 - 2 = 12; depression: six answers 1 to 4.
    expect(["quant", "interpersonal", "depression", "skill"].map(range)).toEqual([
      [3, 12],
      [3, 12],
      [6, 24],
      [1, 4],
    ]);
  });

  test("have national means where there are any: for the four of the chart, for men and for women", () => {
    const withNorms = scalesOf(health).filter(({ norms }) => norms.length > 0);
    expect(withNorms.map(({ key }) => key)).toEqual(["bjsq:quant", "bjsq:control", "bjsq:boss", "bjsq:coworker"]);
    expect(withNorms[0]?.norms).toEqual([
      { of: "male", mean: 8.7 },
      { of: "female", mean: 7.9 },
    ]);
  });

  test("stand better or worse only where they differ notably from every national mean", () => {
    const chart = {
      low: 3,
      high: 12,
      direction: "burden" as const,
      norms: [
        { of: "male" as const, mean: 8.7 },
        { of: "female" as const, mean: 7.9 },
      ],
    };
    // 3 % of 9 points is 0.27: above 8.97 both are passed, below 7.63 both are undercut.
    const standing = (mean: number) => standingOf({ ...chart, mean });
    expect([8.98, 8.96, 8, 7.64, 7.62].map(standing)).toEqual(["worse", "similar", "similar", "similar", "better"]);
    expect(standingOf({ ...chart, direction: "resource", mean: 9 })).toBe("better");
    expect(standingOf({ ...chart, norms: [], mean: 9 })).toBeNull();
  });
});

test("worthwhile work is set against the target: 12 of 15 are 80 percent, which is enough", () => {
  const cell = (counts: number[]) => ({
    ...{ scope: "all" as const, units: [], answered: 15, means: [], highStress: null, risks: [], totalRisk: null },
    distributions: [{ key: "satisfaction:meaning", counts }],
  });
  expect(worthwhileFigure(cell([1, 1, 1, 7, 5]), 80)).toEqual({ top: 12, answered: 15, percent: 80, met: true });
  expect(worthwhileFigure(cell([1, 1, 2, 7, 4]), 80)).toMatchObject({ top: 11, met: false });
  expect(worthwhileFigure(cell([0, 0, 0, 0, 0]), 80)).toBeNull();
  expect(worthwhileFigure(null, 80)).toBeNull();
});
