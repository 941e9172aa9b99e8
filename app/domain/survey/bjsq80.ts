/** Scoring of the 23 further questions of the New Brief Job Stress Questionnaire: means of 1 to 4, higher is better. */
import { FURTHER_SCALES } from "./instruments/bjsq80-items";
import type { Answers } from "./instrument";

export type FurtherScore = { key: string; score: number; norm: number };

/** The further scales with the national mean of all; a scale with a missing answer is left out. Never part of the high-stress judgement. */
export function furtherScores(answers: Answers): FurtherScore[] {
  return FURTHER_SCALES.flatMap(({ key, items, reversed, norm }) => {
    const given = items.map((id) => answers[id]).filter((answer) => answer !== undefined);
    if (given.length < items.length) return [];
    const sum = given.reduce((total, answer) => total + (reversed ? 5 - answer : answer), 0);
    return [{ key, score: sum / given.length, norm: norm.all }];
  });
}
