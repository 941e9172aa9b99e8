import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  byTable57,
  byTotal23,
  byTotal57,
  columnOf,
  isHighBySum,
  isHighByTable,
  scaleScores,
} from "~/domain/survey/bjsq";
import { furtherScores } from "~/domain/survey/bjsq80";
import type { Answers } from "~/domain/survey/instrument";
import { SHORT_FORM } from "~/domain/survey/instruments/bjsq-items";
import { SCALES, SEXES } from "~/domain/survey/instruments/bjsq-scales";

/** Answers of the 57 items from the digits of each area. */
function sheet(a: string, b: string, c: string, d = "11"): Answers {
  const all: [string, string][] = [
    ...[
      ["A", a],
      ["B", b],
      ["C", c],
      ["D", d],
    ],
  ] as [string, string][];
  return Object.fromEntries(
    all.flatMap(([area, digits]) => [...digits].map((digit, index) => [`${area}${index + 1}`, Number(digit)])),
  );
}
const all = (n: number) => sheet(`${n}`.repeat(17), `${n}`.repeat(29), `${n}`.repeat(9), `${n}`.repeat(2));
const WORST = sheet("11111114441114144", `111${"4".repeat(26)}`, "4".repeat(9));
const BEST = sheet("44444441114441411", `444${"1".repeat(26)}`, "1".repeat(9));
const WORN = sheet("11111233333222222", "11133344333233332222343422223", "332322332", "32");
const WELL = sheet("23122242224332321", "22311221112111111111121211111", "221221221", "21");

// Worked examples of the manual and of two independent implementations; (A, B, C) and whether it is high stress.
describe.each([
  ["every answer 1", all(1), [50, 38, 9, false], [22, 26, 15, false], [22, 26, 15, false]],
  ["every answer 2", all(2), [45, 61, 18, false], [24, 17, 10, false], [23, 18, 10, false]],
  ["every answer 3", all(3), [40, 84, 27, true], [26, 12, 5, true], [27, 12, 6, true]],
  ["every answer 4", all(4), [35, 107, 36, true], [28, 10, 3, true], [29, 10, 3, true]],
  ["the worst there is", WORST, [68, 116, 36, true], [9, 6, 3, true], [9, 6, 3, true]],
  ["the best there is", BEST, [17, 29, 9, false], [42, 30, 15, false], [43, 30, 15, false]],
  ["somebody worn out", WORN, [51, 85, 23, true], [21, 9, 7, true], [21, 11, 8, true]],
  ["somebody well", WELL, [37, 39, 15, false], [32, 24, 12, false], [31, 25, 12, false]],
] as const)("%s", (_, answers, total, male, female) => {
  const judged = ([a, b, c, isHighStress]: readonly [number, number, number, boolean]) => ({ a, b, c, isHighStress });
  test("by total points", () => expect(byTotal57(answers)).toEqual(judged(total)));
  test("by the table for men", () => expect(byTable57(answers, "male")).toEqual(judged(male)));
  test("by the table for women", () => expect(byTable57(answers, "female")).toEqual(judged(female)));
});

test.each([
  [17, 76, 9, false],
  [17, 77, 9, true],
  [46, 62, 30, false],
  [46, 63, 30, true],
  [45, 63, 30, false],
])("the bounds by total points: A %i, B %i, C %i", (a, b, c, high) => {
  expect(isHighBySum({ a, b, c }, { b: 77, ac: 76, bWithAc: 63 })).toBe(high);
});

test("the manual's example by the table: A 21, B 7, C 4 is high twice over", () => {
  expect(isHighByTable({ a: 21, b: 7, c: 4 })).toBe(true);
  expect(isHighByTable({ a: 21, b: 13, c: 5 })).toBe(true);
  expect(isHighByTable({ a: 22, b: 13, c: 5 })).toBe(false);
  expect(isHighByTable({ a: 21, b: 18, c: 5 })).toBe(false);
});

test("questions 1 to 3 answered 1, 1, 2 make raw 11 = 15 - 4 and two points", () => {
  const scores = scaleScores({ ...all(2), A1: 1, A2: 1, A3: 2 }, "male");
  expect(scores?.find(({ key }) => key === "quant")).toMatchObject({ raw: 11, column: 4, points: 2 });
});

describe("where public implementations are known to be wrong", () => {
  test("women have columns of their own: raw 11 of fatigue is column 5 for men (10 < 11) and 4 for women (11)", () => {
    const tired = { ...all(1), B7: 4, B8: 4, B9: 3 };
    const column = (sex: "male" | "female") => scaleScores(tired, sex)?.find(({ key }) => key === "fatigue")?.column;
    expect([column("male"), column("female")]).toEqual([5, 4]);
  });

  test("the use of skills reaches column 4 at best, for women too", () => {
    for (const sex of SEXES)
      expect(scaleScores(all(4), sex)?.find(({ key }) => key === "skill")).toMatchObject({ raw: 4, column: 4 });
  });

  test("satisfaction counts upwards: satisfied twice is raw 8 = 10 - 2 and column 5", () => {
    for (const sex of SEXES)
      expect(scaleScores(all(1), sex)?.find(({ key }) => key === "satisfaction")).toMatchObject({ raw: 8, column: 5 });
  });

  test("women's working environment has no second column: raw 1 is column 1, raw 2 column 3", () => {
    const columns = SCALES.find(({ key }) => key === "environment")?.columns;
    expect([1, 2].map((raw) => columnOf(raw, columns?.female ?? []))).toEqual([1, 3]);
    expect([1, 2].map((raw) => columnOf(raw, columns?.male ?? []))).toEqual([2, 3]);
  });

  test("the short form has 6 + 11 + 6 questions and bounds of its own", () => {
    expect(["A", "B", "C"].map((area) => SHORT_FORM.filter((id) => id.startsWith(area)).length)).toEqual([6, 11, 6]);
    const high = { b: 31, ac: 39, bWithAc: 23 };
    expect(isHighBySum({ a: 10, b: 31, c: 10 }, high)).toBe(true);
    expect(isHighBySum({ a: 10, b: 30, c: 10 }, high)).toBe(false);
    expect(isHighBySum({ a: 20, b: 23, c: 19 }, high)).toBe(true);
    expect(isHighBySum({ a: 20, b: 23, c: 18 }, high)).toBe(false);
    expect(isHighBySum({ a: 20, b: 22, c: 19 }, high)).toBe(false);
    // Every answer 2: A1 A2 A3 turned to 3 each and A8 A9 A10 as they are: 9 + 6; B 11 x 2; C 6 x 2.
    expect(byTotal23(all(2))).toEqual({ a: 15, b: 22, c: 12, isHighStress: false });
  });
});

test("a missing answer gives no judgement rather than a wrong one", () => {
  const most = Object.fromEntries(Object.entries(all(2)).filter(([id]) => id !== "B29"));
  expect(byTotal57(most)).toBeNull();
  expect(byTable57(most, "male")).toBeNull();
  expect(byTotal57({ ...most, B29: 2 })).not.toBeNull();
});

test("columns cover every raw score that answers can make, and a heavier burden never earns more points", () => {
  const answer = fc.integer({ min: 1, max: 4 });
  fc.assert(
    fc.property(fc.array(answer, { minLength: 57, maxLength: 57 }), fc.constantFrom(...SEXES), (digits, sex) => {
      const text = digits.join("");
      const scores = scaleScores(sheet(text.slice(0, 17), text.slice(17, 46), text.slice(46, 55), text.slice(55)), sex);
      expect(scores?.every(({ column }) => column >= 1 && column <= 5)).toBe(true);
    }),
  );
  for (const scale of SCALES)
    for (const sex of SEXES) {
      const bounds = scale.columns[sex].filter((bound) => bound !== null);
      expect([...bounds].sort((a, b) => a - b)).toEqual(bounds);
    }
});

describe("the further 23 questions", () => {
  const score = (answers: Answers, key: string) => furtherScores(answers).find((one) => one.key === key);

  test("engagement is the mean of two turned answers: (5 - 2 + 5 - 1) / 2 = 3.5, against 2.52", () => {
    expect(score({ E79: 2, E80: 1 }, "engagement")).toEqual({ key: "engagement", score: 3.5, norm: 2.52 });
  });

  test("emotional demands count as answered: 1 is 1, against 2.66", () => {
    expect(score({ E58: 1 }, "emotional")).toEqual({ key: "emotional", score: 1, norm: 2.66 });
  });

  test("no harassment at all is 4, the best", () => {
    expect(score({ E77: 4 }, "harassment")?.score).toBe(4);
  });

  test("half an answer makes no scale", () => {
    expect(score({ E79: 2 }, "engagement")).toBeUndefined();
  });
});
