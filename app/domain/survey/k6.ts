/**
 * K6 psychological distress (Kessler et al. 2003; Japanese version Furukawa et al. 2008). Free to use with the copyright
 * notice. Answers 1 (all of the time) to 5 (none of the time) as on the official form; points are 4 to 0, total 0 to 24.
 */
import type { Answers } from "./instrument";

export const K6_IDS = ["K1", "K2", "K3", "K4", "K5", "K6"] as const;
/** Bounds in use: 5 and 10 in Japan's national survey, 13 for serious distress. */
export const K6_BANDS = [5, 10, 13] as const;

/** The total, 0 to 24; null where an answer is missing: there is no official rule for gaps. */
export function k6Total(answers: Answers): number | null {
  let total = 0;
  for (const id of K6_IDS) {
    const answer = answers[id];
    if (answer === undefined) return null;
    total += 5 - answer;
  }
  return total;
}

/** 0 below 5, 1 from 5, 2 from 10, 3 from 13. */
export function k6Band(total: number): 0 | 1 | 2 | 3 {
  return K6_BANDS.filter((bound) => total >= bound).length as 0 | 1 | 2 | 3;
}
