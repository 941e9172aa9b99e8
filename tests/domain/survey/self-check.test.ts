import { describe, expect, test } from "vitest";

import { fatigue, fatigueOf } from "~/domain/survey/fatigue";
import { checkAnswers, INSTRUMENT_KEYS, itemsOf, valuesOf, type Answers } from "~/domain/survey/instrument";
import { instrumentOf } from "~/domain/survey/instruments/catalogue";
import { k6Band, k6Total } from "~/domain/survey/k6";

/** K6 answers from points: the form prints 1 for the most, which is worth 4. */
const k6 = (points: number[]): Answers => Object.fromEntries(points.map((point, i) => [`K${i + 1}`, 5 - point]));

describe("K6", () => {
  test.each([
    [[1, 0, 2, 1, 2, 0], 6, 1],
    [[2, 3, 2, 3, 2, 2], 14, 3],
    [[4, 4, 3, 2, 0, 0], 13, 3],
    [[4, 4, 4, 4, 4, 4], 24, 3],
    [[0, 0, 0, 0, 0, 0], 0, 0],
    [[2, 2, 2, 2, 1, 1], 10, 2],
    [[2, 2, 0, 0, 0, 0], 4, 0],
  ])("points %j make %i", (points, total, band) => {
    expect(k6Total(k6(points))).toBe(total);
    expect(k6Band(total)).toBe(band);
  });

  test("a gap gives no total", () => {
    const most = Object.fromEntries(Object.entries(k6([1, 1, 1, 1, 1, 1])).filter(([id]) => id !== "K4"));
    expect(k6Total(most)).toBeNull();
  });
});

describe("accumulated fatigue", () => {
  test("symptoms 3 x 2 + 1 x 4 = 10 (III) and work 1 x 3 + 3 x 1 = 6 (C) make 4: high", () => {
    expect(fatigueOf(10, 6)).toMatchObject({ symptomGrade: 2, workGrade: 2, points: 4, level: "high" });
    const symptoms = [2, 2, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0];
    const work = [1, 1, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    const answers = Object.fromEntries([
      ...symptoms.map((answer, i) => [`S${i + 1}`, answer] as const),
      ...work.map((answer, i) => [`W${i + 1}`, answer] as const),
    ]);
    expect(fatigue(answers)).toMatchObject({ symptoms: 10, work: 6, points: 4 });
  });

  test.each([
    [2, 13, 4, "high"],
    [15, 0, 1, "low"],
    [0, 0, 0, "low"],
    [15, 12, 7, "veryHigh"],
    [8, 5, 2, "moderate"],
    [7, 12, 5, "high"],
    [14, 12, 6, "veryHigh"],
  ] as const)("symptoms %i and work %i make %i, %s", (symptoms, work, points, level) => {
    expect(fatigueOf(symptoms, work)).toMatchObject({ points, level });
  });
});

describe.each(INSTRUMENT_KEYS)("%s", (key) => {
  const instrument = instrumentOf(key);
  const items = itemsOf(instrument);

  test("has as many questions as its name says, each once and in both languages", () => {
    const count = { bjsq57: 57, bjsq23: 23, bjsq80: 80, k6: 6, fatigue2023: 27, satisfaction: 10 }[key];
    expect(items).toHaveLength(count);
    expect(new Set(items.map(({ id }) => id)).size).toBe(count);
    const words = [
      instrument.name,
      instrument.notice,
      ...items.map(({ text }) => text),
      ...instrument.sections.flatMap(({ lead, answers }) => [lead, ...answers]),
    ];
    for (const { ja, en } of words) {
      expect(ja).toMatch(/\S/);
      expect(en).toMatch(/^[\x20-\x7E…–©（）0-9]+$/u);
    }
  });

  test("takes a full sheet, and names what is missing, out of range or unknown", () => {
    const full = Object.fromEntries(items.map(({ id }) => [id, valuesOf(instrument, id)[0] ?? -1]));
    expect(checkAnswers(instrument, full)).toEqual([]);
    const [first, second] = items.map(({ id }) => id);
    const without = Object.fromEntries(Object.entries(full).filter(([id]) => id !== first));
    expect(checkAnswers(instrument, { ...without, [second ?? ""]: 9, Z1: 1 })).toEqual([
      { id: first, code: "missing" },
      { id: second, code: "outOfRange" },
      { id: "Z1", code: "unknown" },
    ]);
    expect(checkAnswers(instrument, { ...full, [second ?? ""]: 1.5 })).toEqual([{ id: second, code: "outOfRange" }]);
  });
});
