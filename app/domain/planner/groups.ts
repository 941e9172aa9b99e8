/** Groups where capacity is short: those without a session together, and others whose own sessions then free their slots. */
import type { Board, Placed } from "./board";
import { bestSlot, mayJoin, placeAll, type Budget } from "./place";
import type { Place } from "./plan";
import { changePrice, spreadPrice } from "./price";

/** How many of the most promising slots are tried in earnest. */
const TRIED = 40;

type Candidate = { supervisor: number; day: number; start: number; office: Place; waiting: number[]; price: number };

/** Forms groups as long as each covers more workers than before. */
export function formGroups(board: Board, waiting: () => number[], budget: Budget): void {
  if (!board.terrain.input.settings.allowGroups || board.terrain.days.length === 0) return;
  for (;;) {
    const before = board.covered();
    const left = waiting();
    if (left.length === 0) return;
    const candidates = rank(board, left);
    if (!candidates.some((candidate) => form(board, candidate, left, before, budget))) return;
  }
}

/** The slots of groups, those first in which most of the waiting could come. */
function rank(board: Board, waiting: readonly number[]): Candidate[] {
  const { terrain } = board;
  const { groupMinutes, groupMax } = terrain.input.settings;
  const joining = waiting.filter((worker) => mayJoin(terrain, worker, groupMinutes));
  const found: Candidate[] = [];
  for (let supervisor = 0; supervisor < terrain.input.supervisors.length; supervisor += 1) {
    const own = joining.filter((worker) => terrain.supervisorsOf[worker]?.includes(supervisor));
    for (let day = 0; day < terrain.days.length; day += 1)
      for (const office of officesFor(board, supervisor, day))
        for (const start of terrain.starts(supervisor, day, office, groupMinutes)) {
          const interval = { from: start, to: start + groupMinutes };
          const there = firstThat(own, groupMax, (worker) => terrain.fits(worker, day, interval, office));
          const price = priceOf(board, { supervisor, day, start, office }, interval);
          found.push({ supervisor, day, start, office, waiting: there, price });
        }
  }
  return found.sort((a, b) => b.waiting.length - a.waiting.length || a.price - b.price).slice(0, TRIED);
}

function firstThat(workers: readonly number[], count: number, holds: (worker: number) => boolean): number[] {
  const found: number[] = [];
  for (const worker of workers) {
    if (found.length === count) break;
    if (holds(worker)) found.push(worker);
  }
  return found;
}

function priceOf(
  board: Board,
  slot: { supervisor: number; day: number; start: number; office: Place },
  interval: { from: number; to: number },
): number {
  const { supervisor, day, office } = slot;
  const taken = board.conflicts(supervisor, day, interval, office).length + (board.isFull(supervisor, day) ? 1 : 0);
  const week = board.terrain.days[day]?.week ?? 0;
  return 20 * taken + changePrice(board, supervisor, day, slot) + spreadPrice(board, supervisor, week);
}

/** A group meets at an office of the workers, or where the supervisor's hours say. */
function officesFor({ terrain }: Board, supervisor: number, day: number): Place[] {
  const workers = terrain.input.workers.filter((_, at) => terrain.supervisorsOf[at]?.includes(supervisor));
  return [...new Set([...workers.map(({ officeId }) => officeId), ...terrain.namedOffices(supervisor, day)])];
}

/** Forms the group and finds room again for who had to give way; undone unless more are covered than before. */
function form(board: Board, candidate: Candidate, left: readonly number[], before: number, budget: Budget): boolean {
  const { terrain } = board;
  const { groupMinutes, groupMin, groupMax, maxPerDay } = terrain.input.settings;
  const { supervisor, day, start, office } = candidate;
  const interval = { from: start, to: start + groupMinutes };
  const givingWay = board.conflicts(supervisor, day, interval, office);
  const others = board.on(supervisor, day).filter((placed) => !givingWay.includes(placed));
  const surplus = others.length + 1 + terrain.bookedOn(supervisor, day) - maxPerDay;
  if (surplus > 0) givingWay.push(...others.filter(({ lockedId }) => lockedId === null).slice(0, surplus));
  if (surplus > others.length || givingWay.some(({ kind, lockedId }) => lockedId !== null || kind === "group"))
    return false;
  const could = (worker: number) =>
    mayJoin(terrain, worker, groupMinutes) &&
    (terrain.supervisorsOf[worker] ?? []).includes(supervisor) &&
    terrain.fits(worker, day, interval, office);
  const displaced = givingWay.flatMap(({ workers }) => workers);
  const members = [...displaced.filter(could), ...candidate.waiting].slice(0, groupMax);
  const pulled: Placed[] = [];
  for (const placed of board.all()) {
    if (members.length >= groupMin) break;
    const [worker] = placed.workers;
    if (placed.kind === "group" || placed.lockedId !== null || worker === undefined) continue;
    if (members.includes(worker) || !could(worker)) continue;
    members.push(worker);
    pulled.push(placed);
  }
  if (members.length < groupMin) return false;
  const mark = board.mark();
  for (const placed of [...givingWay, ...pulled]) board.take(placed);
  board.put({ ...interval, kind: "group", supervisor, day, office, workers: members, lockedId: null });
  placeAll(board, [...displaced, ...left], budget);
  if (board.covered() > before) return true;
  board.rollback(mark);
  return false;
}

/** Gives members a session of their own where there is room after all, as long as the group stays large enough or goes altogether. */
export function dissolveGroups(board: Board): void {
  const { groupMin } = board.terrain.input.settings;
  for (const group of board.all().filter(({ kind, lockedId }) => kind === "group" && lockedId === null)) {
    const mark = board.mark();
    board.take(group);
    const staying: number[] = [];
    for (const worker of group.workers) {
      const own = bestSlot(board, worker);
      if (own) board.put(own);
      else staying.push(worker);
    }
    if (staying.length === 0) continue;
    board.rollback(mark);
    shrink(board, group, groupMin);
  }
}

function shrink(board: Board, group: Placed, smallest: number): void {
  let current = group;
  for (const worker of group.workers) {
    if (current.workers.length <= smallest) return;
    const rest = { ...current, workers: current.workers.filter((one) => one !== worker) };
    const own = bestSlot(board, worker);
    if (!own) continue;
    board.take(current);
    board.put(rest);
    board.put(own);
    current = rest;
  }
}
