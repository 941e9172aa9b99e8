/** The private self-check: what is kept on a device where its person wishes, and how a result stands against the usual. */
import { z } from "zod";

import { byTotal23 } from "./bjsq";
import { fatigue } from "./fatigue";
import type { Answers } from "./instrument";
import { k6Total } from "./k6";
import { parsed } from "./kept";

export const CHECKS = ["k6", "fatigue2023", "bjsq23"] as const;
export type Check = (typeof CHECKS)[number];

const checkResult = z.object({
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  check: z.enum(CHECKS),
  score: z.number().min(0).max(200),
});
export type CheckResult = z.output<typeof checkResult>;

/** Results as they were kept as text; anything else counts as none. */
export function resultsFrom(text: string | null): CheckResult[] {
  const read = z.array(checkResult).safeParse(parsed(text));
  return read.success ? read.data : [];
}

/** One number of which more means more strain: K6's total, the load from work, the total of all three areas. Null with a gap. */
export function scoreOf(check: Check, answers: Answers): number | null {
  if (check === "k6") return k6Total(answers);
  if (check === "fatigue2023") return fatigue(answers)?.points ?? null;
  const judged = byTotal23(answers);
  return judged && judged.a + judged.b + judged.c;
}

/** The median of a person's results before; null where there is none. */
export function usual(before: readonly number[]): number | null {
  if (before.length === 0) return null;
  const sorted = [...before].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle] ?? 0, sorted[middle] ?? 0];
  return (low + high) / 2;
}

export type Compared = CheckResult & { against: number | null };

/** A check's results, the newest first, each with its difference from the usual of those before it. */
export function compared(results: readonly CheckResult[], check: Check): Compared[] {
  const own = results.filter((result) => result.check === check).sort((a, b) => (a.day < b.day ? -1 : 1));
  return own
    .map((result, index) => {
      const before = usual(own.slice(0, index).map(({ score }) => score));
      return { ...result, against: before === null ? null : result.score - before };
    })
    .reverse();
}
