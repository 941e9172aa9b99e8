/**
 * Exhaustive search over who is covered how, for what the heuristics leave: a branch for each slot of each worker, for each group
 * begun, and for leaving the worker out, cut where not even everyone left could beat the best known. Finished, it proves the best.
 */
import type { Board, Placed } from "./board";
import { hasSeat, mayJoin, type Budget } from "./place";
import type { Place } from "./plan";

/** More workers than this are not searched: the budget would never suffice. */
export const EXACT_WORKERS = 12;

/**
 * Looks for a plan that covers more of the workers, leaving it on the board if there is one.
 * @returns whether all possibilities were looked at, so that no plan covers more
 */
export function searchAll(board: Board, workers: readonly number[], budget: Budget): boolean {
  const { terrain } = board;
  const { groupMin, groupMinutes } = terrain.input.settings;
  const free = workers.filter((worker) => (board.of(worker)?.lockedId ?? null) === null);
  let best = { count: countCovered(), placed: movable() };
  const start = board.mark();
  movable().forEach((placed) => board.take(placed));
  const coveredByLocked = board.covered();
  const individual = new Map(free.map((worker) => [worker, ownSessions(board, worker)]));
  const order = [...free].sort((a, b) => (individual.get(a)?.length ?? 0) - (individual.get(b)?.length ?? 0) || a - b);
  const groups = groupSessions(board, order);
  const isComplete = branch(0);
  board.rollback(start);
  movable().forEach((placed) => board.take(placed));
  best.placed.forEach((placed) => board.put(placed));
  return isComplete;

  function movable(): Placed[] {
    return board.all().filter(({ lockedId }) => lockedId === null);
  }

  /** Workers covered, groups that are too small left out. */
  function countCovered(): number {
    return movable()
      .filter(({ kind, workers: members }) => kind === "individual" || members.length >= groupMin)
      .reduce((sum, { workers: members }) => sum + members.length, 0);
  }

  /** Whether the branch was looked at to its end. */
  function branch(depth: number): boolean {
    if (best.count === order.length) return true;
    const worker = order[depth];
    if (worker === undefined) {
      const count = countCovered();
      const isWhole = movable().every(
        ({ kind, workers: members }) => kind === "individual" || members.length >= groupMin,
      );
      if (isWhole && count > best.count) best = { count, placed: movable() };
      return true;
    }
    if (board.covered() - coveredByLocked + order.length - depth <= best.count) return true;
    if (budget.steps <= 0) return false;
    for (const option of individual.get(worker) ?? []) if (!tryOut(option, null, depth)) return false;
    for (const group of [...board.groups()])
      if (hasSeat(board, group, worker) && !tryOut({ ...group, workers: [...group.workers, worker] }, group, depth))
        return false;
    if (mayJoin(terrain, worker, groupMinutes) && order.length - depth >= groupMin)
      for (const group of groups)
        if (couldCome(worker, group) && !tryOut({ ...group, workers: [worker] }, null, depth)) return false;
    return branch(depth + 1);
  }

  function couldCome(worker: number, group: Placed): boolean {
    const { supervisor, day, office } = group;
    return (terrain.supervisorsOf[worker] ?? []).includes(supervisor) && terrain.fits(worker, day, group, office);
  }

  function tryOut(option: Placed, instead: Placed | null, depth: number): boolean {
    budget.steps -= 1;
    const mark = board.mark();
    if (instead) board.take(instead);
    const { supervisor, day, office } = option;
    const isFree = !board.isFull(supervisor, day) && board.isClear(supervisor, day, option, office);
    if (!isFree) {
      board.rollback(mark);
      return true;
    }
    board.put(option);
    const isComplete = branch(depth + 1);
    board.rollback(mark);
    return isComplete;
  }
}

function ownSessions({ terrain }: Board, worker: number): Placed[] {
  const minutes = terrain.minutesOf[worker] ?? 0;
  return (terrain.supervisorsOf[worker] ?? []).flatMap((supervisor) =>
    terrain.days.flatMap((_, day) =>
      terrain.slots(worker, supervisor, day).map(({ start, office }): Placed => ({
        ...{ kind: "individual", supervisor, day, from: start, to: start + minutes, office },
        ...{ workers: [worker], lockedId: null },
      })),
    ),
  );
}

function groupSessions({ terrain }: Board, workers: readonly number[]): Placed[] {
  const { groupMinutes, groupMin } = terrain.input.settings;
  const joining = workers.filter((worker) => mayJoin(terrain, worker, groupMinutes));
  const offices = new Set<Place>(joining.map((worker) => terrain.input.workers[worker]?.officeId ?? null));
  return terrain.input.supervisors.flatMap((_, supervisor) =>
    terrain.days.flatMap((__, day) =>
      [...new Set([...offices, ...terrain.namedOffices(supervisor, day)])].flatMap((office) =>
        terrain
          .starts(supervisor, day, office, groupMinutes)
          .map((start) => ({ from: start, to: start + groupMinutes }))
          .filter(
            (interval) => joining.filter((worker) => terrain.fits(worker, day, interval, office)).length >= groupMin,
          )
          .map((interval): Placed => ({
            ...{ ...interval, kind: "group", supervisor, day, office, workers: [], lockedId: null },
          })),
      ),
    ),
  );
}
