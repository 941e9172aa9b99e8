/**
 * Scoring of the Brief Job Stress Questionnaire (職業性ストレス簡易調査票). Source: manual of the stress check programme
 * (Ministry of Health, Labour and Welfare). The result is for the person alone; it is no diagnosis and no statutory stress check.
 */
import { SHORT_FORM } from "./instruments/bjsq-items";
import { SCALES, type Scale, type Sex } from "./instruments/bjsq-scales";
import type { Answers } from "./instrument";

/** Sums or evaluation points of the areas: the work, the person's state, the people around. */
export type Areas = { a: number; b: number; c: number };
export type Judged = Areas & { isHighStress: boolean };
export type ScaleScore = { key: string; raw: number; column: number; points: number };

const WORST = 4;
const REVERSED = new Set([
  ...["A1", "A2", "A3", "A4", "A5", "A6", "A7", "A11", "A12", "A13", "A15"],
  ...["B1", "B2", "B3"],
]);
const COUNTS = { A: 17, B: 29, C: 9 } as const;

const ALL_ITEMS = (["A", "B", "C"] as const).flatMap((area) =>
  Array.from({ length: COUNTS[area] }, (_, index) => `${area}${index + 1}`),
);

/**
 * By total points: each answer 1 to 4, the burdening ones turned round, summed by area; D is not judged. High stress is
 * B >= 77, or A + C >= 76 with B >= 63. Null where an answer is missing.
 */
export function byTotal57(answers: Answers): Judged | null {
  const areas = sums(answers, ALL_ITEMS);
  return areas && { ...areas, isHighStress: isHighBySum(areas, { b: 77, ac: 76, bWithAc: 63 }) };
}

/** The same for the 23 items of the short form: B >= 31, or A + C >= 39 with B >= 23. */
export function byTotal23(answers: Answers): Judged | null {
  const areas = sums(answers, SHORT_FORM);
  return areas && { ...areas, isHighStress: isHighBySum(areas, { b: 31, ac: 39, bWithAc: 23 }) };
}

/** High stress from the sums of the areas, whatever they were made from. */
export function isHighBySum({ a, b, c }: Areas, limits: { b: number; ac: number; bWithAc: number }): boolean {
  return b >= limits.b || (a + c >= limits.ac && b >= limits.bWithAc);
}

/**
 * By the conversion table: raw score of each scale to a column 1 to 5, and to points of which few mean much stress
 * (a burden's points are 6 - column). High stress is B <= 12, or A + C <= 26 with B <= 17. Null where an answer is
 * missing. The short form has no valid table and is judged by its total only.
 */
export function byTable57(answers: Answers, sex: Sex): Judged | null {
  const scores = scaleScores(answers, sex);
  if (scores === null) return null;
  const total = (area: Scale["area"]) =>
    SCALES.reduce((sum, scale, index) => sum + (scale.area === area ? (scores[index]?.points ?? 0) : 0), 0);
  const [a, b, c] = [total("A"), total("B"), total("C")];
  return { a, b, c, isHighStress: isHighByTable({ a, b, c }) };
}

/** High stress from the evaluation points of the areas. */
export function isHighByTable({ a, b, c }: Areas): boolean {
  return b <= 12 || (a + c <= 26 && b <= 17);
}

/** The nineteen scales with raw score, column and points; null where an answer is missing. */
export function scaleScores(answers: Answers, sex: Sex): ScaleScore[] | null {
  const scores: ScaleScore[] = [];
  for (const scale of SCALES) {
    const raw = rawScore(answers, scale);
    if (raw === null) return null;
    const column = columnOf(raw, scale.columns[sex]);
    scores.push({ key: scale.key, raw, column, points: scale.direction === "burden" ? 6 - column : column });
  }
  return scores;
}

/** A scale's raw score; null where an answer is missing. */
export function rawScore(answers: Answers, scale: Pick<Scale, "base" | "plus" | "minus">): number | null {
  let sum = scale.base;
  for (const [ids, sign] of [[scale.plus, 1] as const, [scale.minus, -1] as const])
    for (const id of ids) {
      const answer = answers[id];
      if (answer === undefined) return null;
      sum += sign * answer;
    }
  return sum;
}

/** The column 1 to 5 that a raw score falls into: the first whose upper bound it does not pass. */
export function columnOf(raw: number, columns: readonly (number | null)[]): number {
  const index = columns.findIndex((bound) => bound !== null && raw <= bound);
  return index === -1 ? columns.length : index + 1;
}

function sums(answers: Answers, ids: readonly string[]): Areas | null {
  const areas = { a: 0, b: 0, c: 0 };
  for (const id of ids) {
    const answer = answers[id];
    if (answer === undefined) return null;
    const area = id.startsWith("A") ? "a" : id.startsWith("B") ? "b" : "c";
    areas[area] += REVERSED.has(id) ? 1 + WORST - answer : answer;
  }
  return areas;
}
