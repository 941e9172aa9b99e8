/** Finds room for a worker: a free slot, a group with a seat, or, by moving others who can go elsewhere, a slot that is taken. */
import type { Board, Placed } from "./board";
import { isPriority } from "./plan";
import { dayPrice, slotPrice } from "./price";

/** How many others may be moved for one slot, and how many moves may follow one another. */
const MOVED = 2;
const DEPTH = 3;

/** Steps that a search may still take: slots looked at, or branches. */
export type Budget = { steps: number };

/** The best free slot of the worker's own, or null. */
export function bestSlot(board: Board, worker: number): Placed | null {
  const { terrain } = board;
  const minutes = terrain.minutesOf[worker] ?? 0;
  let best: Placed | null = null;
  let bestPrice = Infinity;
  for (const supervisor of terrain.supervisorsOf[worker] ?? [])
    for (let day = 0; day < terrain.days.length; day += 1) {
      if (!terrain.isPresent(worker, day) || board.isFull(supervisor, day)) continue;
      const base = dayPrice(board, worker, supervisor, day);
      if (base >= bestPrice) continue;
      for (const { start, office } of terrain.slots(worker, supervisor, day)) {
        const interval = { from: start, to: start + minutes };
        if (!board.isClear(supervisor, day, interval, office)) continue;
        const price = base + slotPrice(board, worker, supervisor, day, { start, office });
        if (price >= bestPrice) continue;
        best = { ...interval, kind: "individual", supervisor, day, office, workers: [worker], lockedId: null };
        bestPrice = price;
        if (price <= base) break;
      }
    }
  return best;
}

/** Puts a worker into a session that does not overlap another, or gives false. */
export function placeFreely(board: Board, worker: number): boolean {
  const placed = bestSlot(board, worker);
  if (placed) board.put(placed);
  return placed !== null;
}

/** Gives a worker, who may be in a group, a seat in one that has room. */
export function joinGroup(board: Board, worker: number): boolean {
  for (const group of board.groups())
    if (hasSeat(board, group, worker)) {
      board.take(group);
      board.put({ ...group, workers: [...group.workers, worker] });
      return true;
    }
  return false;
}

/** Whether the worker may take a seat in the group. */
export function hasSeat({ terrain }: Board, group: Placed, worker: number): boolean {
  return (
    group.kind === "group" &&
    group.lockedId === null &&
    group.workers.length < terrain.input.settings.groupMax &&
    mayJoin(terrain, worker, group.to - group.from) &&
    (terrain.supervisorsOf[worker] ?? []).includes(group.supervisor) &&
    terrain.fits(worker, group.day, group, group.office)
  );
}

/** Whether a worker may be covered by a group of so many minutes: not where a session of their own comes first. */
export function mayJoin({ input }: Board["terrain"], worker: number, minutes: number): boolean {
  const one = input.workers[worker];
  return one !== undefined && input.settings.allowGroups && !isPriority(one) && one.requiredMinutes <= minutes;
}

/** Puts everyone into a session for whom room is found; where none was, another like them is not tried until something has changed. */
export function placeAll(board: Board, workers: readonly number[], budget: Budget): void {
  const failed = new Set<string>();
  for (const worker of workers) {
    const twin = board.terrain.twins[worker] ?? "";
    if (board.of(worker) !== null || failed.has(twin)) continue;
    if (placeByMoving(board, worker, budget)) failed.clear();
    else failed.add(twin);
  }
}

/**
 * Puts a worker into a session, moving up to two others for it, who may move others in turn, at most three moves deep.
 * Nothing has changed where it gives false.
 */
function placeByMoving(board: Board, worker: number, budget: Budget): boolean {
  for (let depth = 0; depth <= DEPTH; depth += 1) if (place(board, worker, depth, budget, new Set())) return true;
  return false;
}

function place(board: Board, worker: number, depth: number, budget: Budget, settled: Set<number>): boolean {
  if (placeFreely(board, worker)) return true;
  if (joinGroup(board, worker)) return true;
  if (depth === 0) return false;
  const { terrain } = board;
  const minutes = terrain.minutesOf[worker] ?? 0;
  for (const supervisor of terrain.supervisorsOf[worker] ?? [])
    for (let day = 0; day < terrain.days.length; day += 1)
      for (const { start, office } of terrain.slots(worker, supervisor, day)) {
        if (budget.steps <= 0) return false;
        budget.steps -= 1;
        const interval = { from: start, to: start + minutes };
        const own: Placed = {
          ...interval,
          kind: "individual",
          supervisor,
          day,
          office,
          workers: [worker],
          lockedId: null,
        };
        for (const moved of whatToMove(board, own)) {
          if (moved.some((other) => other.lockedId !== null || other.workers.some((one) => settled.has(one)))) continue;
          const mark = board.mark();
          moved.forEach((other) => board.take(other));
          board.put(own);
          settled.add(worker);
          if (moved.every((other) => placeAgain(board, other, depth - 1, budget, settled))) return true;
          settled.delete(worker);
          board.rollback(mark);
        }
      }
  return false;
}

/** The sets of sessions that would have to give way: the conflicting ones, and on a full day one more at a time. */
function whatToMove(board: Board, own: Placed): Placed[][] {
  const conflicts = board.conflicts(own.supervisor, own.day, own, own.office);
  if (conflicts.length > MOVED) return [];
  if (conflicts.length > 0 || !board.isFull(own.supervisor, own.day)) return [conflicts];
  return board.on(own.supervisor, own.day).map((other) => [other]);
}

function placeAgain(board: Board, other: Placed, depth: number, budget: Budget, settled: Set<number>): boolean {
  const [first] = other.workers;
  if (other.kind === "individual" && first !== undefined) return place(board, first, depth, budget, settled);
  return moveGroup(board, other);
}

/** Finds another time for a group as it is. */
function moveGroup(board: Board, group: Placed): boolean {
  const { terrain } = board;
  const minutes = group.to - group.from;
  for (let day = 0; day < terrain.days.length; day += 1) {
    if (board.isFull(group.supervisor, day)) continue;
    for (const start of terrain.starts(group.supervisor, day, group.office, minutes)) {
      const interval = { from: start, to: start + minutes };
      if (!group.workers.every((worker) => terrain.fits(worker, day, interval, group.office))) continue;
      if (!board.isClear(group.supervisor, day, interval, group.office)) continue;
      board.put({ ...group, ...interval, day });
      return true;
    }
  }
  return false;
}
