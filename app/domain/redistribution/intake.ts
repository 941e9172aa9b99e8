/**
 * Who can take the new cases to come (新規受付の配分) without crossing a cap by 31 March. Everybody keeps the number expected
 * at the present rate as far as the cap lets them; what is left over goes to those with room, in proportion to it.
 */
import { sum } from "../../lib/sum";
import { forecastWith } from "../forecast/rules";
import type { Intake } from "./schema";

export type IntakeWorker = {
  staffId: string;
  cap: number;
  /** Cases of the year with those that are moved in. */
  soFar: number;
  /** New cases expected until 31 March at the present rate. */
  expected: number;
  /** Whether there is any open day left on which the worker is at work. */
  isThere: boolean;
};

/** Whole new cases for each until 31 March, of as many as are expected of all together. */
export function shareIntake(workers: readonly IntakeWorker[]): Intake {
  const total = Math.round(sum(workers.map(({ expected }) => expected)));
  const most = workers.map((worker) =>
    worker.isThere ? Math.max(0, Math.floor(worker.cap - worker.soFar + 1e-9)) : 0,
  );
  const placeable = Math.min(total, sum(most));
  const kept = workers.map(({ expected }, index) => Math.min(expected, most[index] ?? 0));
  const room = kept.map((part, index) => (most[index] ?? 0) - part);
  const share = sum(room) > 0 ? Math.min(1, Math.max(0, placeable - sum(kept)) / sum(room)) : 0;
  const proposed = wholeParts(
    kept.map((part, index) => part + share * (room[index] ?? 0)),
    most,
    placeable,
  );
  return {
    total,
    unplaced: total - placeable,
    shares: workers.map(({ staffId, expected, soFar }, index) => {
      const number = proposed[index] ?? 0;
      return { staffId, expected, most: most[index] ?? 0, proposed: number, forecast: forecastWith(soFar, number) };
    }),
  };
}

/** Whole numbers near the parts, none above its most, that add up to the total: the largest remainders are rounded up. */
function wholeParts(parts: readonly number[], most: readonly number[], total: number): number[] {
  const whole = parts.map((part) => Math.floor(part + 1e-9));
  let left = total - sum(whole);
  while (left > 0) {
    let next = -1;
    for (const [index, part] of parts.entries()) {
      if ((whole[index] ?? 0) >= (most[index] ?? 0)) continue;
      const remainder = part - (whole[index] ?? 0);
      if (next < 0 || remainder > (parts[next] ?? 0) - (whole[next] ?? 0)) next = index;
    }
    if (next < 0) break;
    whole[next] = (whole[next] ?? 0) + 1;
    left -= 1;
  }
  return whole;
}
