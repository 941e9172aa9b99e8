/**
 * How good a redistribution can be at best, whatever the method: two bounds that need no search. Moving a case takes at
 * most its weight from its giver's excess, and the heaviest cases of a giver relieve it with the fewest moves.
 */
import { sum } from "../../lib/sum";
import { excessOf, isLongLed, yearRoom } from "./rules";
import type { Situation, WhatIfWorker } from "./schema";

/** Excess above the goal that no proposal can take away: long-led cases stay, and receivers' room is what it is. */
export function unavoidableExcess(situation: Situation): number {
  const { workers, settings } = situation;
  const above = workers.filter((worker) => excessOf(worker, settings) > 0);
  const excess = sum(above.map((worker) => excessOf(worker, settings)));
  const movable = above.map((worker) => Math.min(excessOf(worker, settings), sum(movableWeights(situation, worker))));
  const room = sum(workers.map((worker) => roomOf(situation, worker)));
  return Math.max(0, excess - Math.min(sum(movable), room));
}

function roomOf({ cases, settings }: Situation, worker: WhatIfWorker): number {
  const load = worker.limits.watch - worker.weightedLoad;
  const year = yearRoom(worker, settings);
  if (worker.isAway || load <= 0 || year < 0) return 0;
  // why: cases that the worker has led this year already take nothing of the year's room.
  if (cases.some((one) => one.ledBy.includes(worker.staffId))) return load;
  return Math.min(load, Math.floor(year) * Math.max(0, ...cases.map(({ weight }) => weight)));
}

/** The fewest moves with which each giver's excess falls by at least so much, were there room for every case. */
export function fewestMoves(situation: Situation, relief: ReadonlyMap<string, number>): number {
  return sum(
    situation.workers.map((worker) => {
      const wanted = relief.get(worker.staffId) ?? 0;
      let [moved, moves] = [0, 0];
      for (const weight of movableWeights(situation, worker)) {
        if (moved >= wanted) break;
        moved += weight;
        moves += 1;
      }
      return moves;
    }),
  );
}

function movableWeights(situation: Situation, { staffId }: WhatIfWorker): number[] {
  return situation.cases
    .filter((one) => one.staffId === staffId && !isLongLed(one, situation))
    .map(({ weight }) => weight)
    .sort((a, b) => b - a);
}
