/**
 * Self-check of accumulated fatigue (労働者の疲労蓄積度自己診断チェックリスト, 2023). Source: Ministry of Health, Labour and
 * Welfare. Symptoms score 0, 1, 3 each and give grade I to IV; conditions of work 0, 1, 3 each and give grade A to D; the
 * table of both gives 0 to 7 points. For the person alone.
 */
import { FATIGUE_SYMPTOMS, FATIGUE_WORK } from "./instruments/fatigue-items";
import type { Answers } from "./instrument";

/** Answers are numbered 0, 1, 2; the third scores three. */
const WEIGHTS = [0, 1, 3] as const;
const SYMPTOM_GRADES = [2, 7, 14] as const;
const WORK_GRADES = [0, 5, 11] as const;
const TABLE = [
  [0, 0, 2, 4],
  [0, 1, 3, 5],
  [0, 2, 4, 6],
  [1, 3, 5, 7],
] as const;

export type Fatigue = {
  symptoms: number;
  work: number;
  /** 0 to 3: I to IV. */
  symptomGrade: number;
  /** 0 to 3: A to D. */
  workGrade: number;
  /** 0 to 7. */
  points: number;
  /** low 0–1, moderate 2–3, high 4–5, veryHigh 6–7. */
  level: "low" | "moderate" | "high" | "veryHigh";
};

/** The result; null where an answer is missing. */
export function fatigue(answers: Answers): Fatigue | null {
  const symptoms = score(
    answers,
    FATIGUE_SYMPTOMS.map(({ id }) => id),
  );
  const work = score(
    answers,
    FATIGUE_WORK.map(({ id }) => id),
  );
  return symptoms === null || work === null ? null : fatigueOf(symptoms, work);
}

/** The result from the two sums. */
export function fatigueOf(symptoms: number, work: number): Fatigue {
  const symptomGrade = SYMPTOM_GRADES.filter((bound) => symptoms > bound).length;
  const workGrade = WORK_GRADES.filter((bound) => work > bound).length;
  const points = TABLE[symptomGrade]?.[workGrade] ?? 0;
  const level = (["low", "moderate", "high", "veryHigh"] as const)[Math.floor(points / 2)] ?? "veryHigh";
  return { symptoms, work, symptomGrade, workGrade, points, level };
}

function score(answers: Answers, ids: readonly string[]): number | null {
  let sum = 0;
  for (const id of ids) {
    const weight = WEIGHTS[answers[id] ?? -1];
    if (weight === undefined) return null;
    sum += weight;
  }
  return sum;
}
