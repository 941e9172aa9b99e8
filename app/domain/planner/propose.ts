/**
 * Proposes the sessions of a quarter. First everyone a session of their own, the overdue and the overloaded first, moving others
 * where that makes room; groups where capacity is short; then, for few enough workers, an exhaustive search; last, better places
 * for what is covered. The same input gives the same plan.
 */
import type { Board, Placed } from "./board";
import { makeBoard } from "./board";
import { explain, type Unplaced } from "./blockers";
import { EXACT_WORKERS, searchAll } from "./exact";
import { dissolveGroups, formGroups } from "./groups";
import { bestSlot, placeAll, placeFreely } from "./place";
import { isPriority, type PlanInput, type PlanItem } from "./plan";
import { dayPrice, slotPrice } from "./price";
import { survey, type Terrain } from "./terrain";

const PLACING_STEPS = 50_000;
const EXACT_STEPS = 60_000;
const IMPROVING_ROUNDS = 2;

export type Proposal = {
  items: PlanItem[];
  uncovered: Unplaced[];
  /** Whether it is proven that no plan covers more workers. */
  isProven: boolean;
};

/** A plan that breaks no hard rule, around what is locked. */
export function propose(input: PlanInput, locked: readonly PlanItem[] = []): Proposal {
  const { board, open } = lay(input, locked);
  const budget = { steps: PLACING_STEPS };
  const waiting = () => open.filter((worker) => board.of(worker) === null);
  for (const worker of open) placeFreely(board, worker);
  placeAll(board, waiting(), budget);
  formGroups(board, waiting, budget);
  let isProven = waiting().every((worker) => isOutOfReach(board.terrain, worker));
  if (!isProven && open.length <= EXACT_WORKERS) isProven = searchAll(board, open, { steps: EXACT_STEPS });
  improve(board);
  const items = itemsOf(board, locked);
  return { items, uncovered: explain(input, items), isProven };
}

/** A plan of one pass without moves, groups or improvement: the yardstick of the benchmark. */
export function proposeGreedily(input: PlanInput): PlanItem[] {
  const { board, open } = lay(input, []);
  for (const worker of open) placeFreely(board, worker);
  return itemsOf(board, []);
}

/** The board with what is locked, and the workers who still need a session, the most urgent and the least flexible first. */
function lay(input: PlanInput, locked: readonly PlanItem[]): { board: Board; open: number[] } {
  const terrain = survey({ ...input, workers: input.workers.map((worker) => withLocked(worker, locked)) });
  const board = makeBoard(terrain);
  const dayIndex = new Map(terrain.days.map(({ day }, at) => [day, at]));
  const { workers, supervisors } = input;
  const covers = (item: PlanItem, at: number) => {
    const worker = workers[at];
    return worker !== undefined && (item.kind === "individual" || !isPriority(worker));
  };
  for (const item of locked) {
    const day = dayIndex.get(item.day);
    const supervisor = supervisors.findIndex(({ id }) => id === item.supervisorId);
    if (day === undefined || supervisor < 0) continue;
    const participants = item.participants.map((id) => workers.findIndex((worker) => worker.id === id));
    board.put({
      ...{ kind: item.kind, supervisor, day, from: item.start, to: item.start + item.minutes, office: item.officeId },
      ...{ workers: participants.filter((at) => at >= 0 && covers(item, at)), lockedId: item.id },
    });
  }
  const room = workers.map((_, worker) => roomFor(terrain, worker));
  const rank = (worker: number) => {
    const one = workers[worker];
    return one?.overdue ? 0 : one?.overloaded ? 1 : 2;
  };
  const open = workers
    .map((_, worker) => worker)
    .filter((worker) => workers[worker]?.settled === null && board.of(worker) === null)
    .sort((a, b) => rank(a) - rank(b) || (room[a] ?? 0) - (room[b] ?? 0) || a - b);
  return { board, open };
}

/** The worker with the locked sessions that they are in as bookings. */
function withLocked(worker: PlanInput["workers"][number], locked: readonly PlanItem[]): typeof worker {
  const own = locked.filter(({ participants }) => participants.includes(worker.id));
  if (own.length === 0) return worker;
  const bookings = own.map(({ day, start, minutes, officeId }) => ({
    ...{ day, from: start, to: start + minutes, place: officeId },
  }));
  return { ...worker, bookings: [...worker.bookings, ...bookings] };
}

/** On how many supervisors' days the worker could have a session. */
function roomFor(terrain: Terrain, worker: number): number {
  let room = 0;
  for (const supervisor of terrain.supervisorsOf[worker] ?? [])
    for (let day = 0; day < terrain.days.length; day += 1)
      if (terrain.slots(worker, supervisor, day).length > 0) room += 1;
  return room;
}

/** Whether there is no time at all at which the worker and a supervisor are both there, alone or in a group. */
function isOutOfReach(terrain: Terrain, worker: number): boolean {
  const { groupMinutes, allowGroups } = terrain.input.settings;
  if (roomFor(terrain, worker) > 0) return false;
  // why: a group shorter than the worker's own session could fit where that does not.
  return !allowGroups || groupMinutes >= (terrain.minutesOf[worker] ?? 0);
}

/** Gives each session of one person the best slot that is free, as long as some move is for the better. */
function improve(board: Board): void {
  dissolveGroups(board);
  for (let round = 0; round < IMPROVING_ROUNDS; round += 1) {
    let moves = 0;
    for (const placed of board.all()) if (canBeBetter(board, placed)) moves += 1;
    if (moves === 0) return;
  }
}

function canBeBetter(board: Board, placed: Placed): boolean {
  const [worker] = placed.workers;
  if (placed.kind === "group" || placed.lockedId !== null || worker === undefined) return false;
  board.take(placed);
  const better = bestSlot(board, worker);
  const isBetter = better !== null && priceOf(board, worker, better) < priceOf(board, worker, placed);
  board.put(isBetter ? better : placed);
  return isBetter;
}

function priceOf(board: Board, worker: number, { supervisor, day, from, office }: Placed): number {
  return dayPrice(board, worker, supervisor, day) + slotPrice(board, worker, supervisor, day, { start: from, office });
}

/** The board as items in order of time; locked ones as they were, new ones numbered on. */
function itemsOf(board: Board, locked: readonly PlanItem[]): PlanItem[] {
  const fresh = board
    .all()
    .filter(({ lockedId }) => lockedId === null)
    .map((placed) => itemOf(board, placed))
    .sort(byTime);
  const last = locked.reduce((highest, { id }) => Math.max(highest, +id.slice(1) || 0), 0);
  return [...locked, ...fresh.map((item, at) => ({ id: `i${last + at + 1}`, ...item }))].sort(byTime);
}

function itemOf({ terrain }: Board, placed: Placed): Omit<PlanItem, "id"> {
  const { input, days } = terrain;
  return {
    kind: placed.kind,
    supervisorId: input.supervisors[placed.supervisor]?.id ?? "",
    day: days[placed.day]?.day ?? "",
    ...{ start: placed.from, minutes: placed.to - placed.from, officeId: placed.office },
    participants: placed.workers.map((worker) => input.workers[worker]?.id ?? "").sort(),
    locked: false,
  };
}

/** The earlier first. */
export function byTime(a: Omit<PlanItem, "id">, b: Omit<PlanItem, "id">): number {
  return a.day < b.day ? -1 : a.day > b.day ? 1 : a.start - b.start || (a.supervisorId < b.supervisorId ? -1 : 1);
}

/** The best free time for one more session of a worker's own beside the items; null where there is none. */
export function bestTimeFor(
  input: PlanInput,
  items: readonly PlanItem[],
  workerId: string,
): Omit<PlanItem, "id"> | null {
  const { board } = lay(input, items);
  const placed = bestSlot(
    board,
    input.workers.findIndex(({ id }) => id === workerId),
  );
  return placed && itemOf(board, placed);
}
