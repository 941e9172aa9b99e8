/**
 * What makes one slot better than another: prices in points, lower is better. They never decide who is covered, only where.
 * Overdue and overloaded workers early; the rest spread over the weeks; not within two weeks of the last session; the same
 * supervisor as before; the worker's own office; few changes of office on a day.
 */
import type { Board } from "./board";
import { isPriority, type Place } from "./plan";
import type { Minute } from "./time";

const POINTS = { week: 4, spread: 6, sameDay: 0.5, tooSoon: 8, otherSupervisor: 5, otherOffice: 4, officeChange: 6 };

/** The price of a supervisor's day for a worker, whatever the time. */
export function dayPrice(board: Board, worker: number, supervisor: number, day: number): number {
  const { input, days, isTooSoon } = board.terrain;
  const one = input.workers[worker];
  const date = days[day];
  if (!one || !date) return 0;
  const isOther = one.lastSupervisorId !== null && one.lastSupervisorId !== input.supervisors[supervisor]?.id;
  return (
    (isPriority(one) ? POINTS.week * date.week : spreadPrice(board, supervisor, date.week)) +
    POINTS.sameDay * board.on(supervisor, day).length +
    (isTooSoon(worker, day) ? POINTS.tooSoon : 0) +
    (isOther ? POINTS.otherSupervisor : 0)
  );
}

/** The price of a start at an office on that day. */
export function slotPrice(board: Board, worker: number, supervisor: number, day: number, slot: Slot): number {
  const away = board.terrain.input.workers[worker]?.officeId !== slot.office ? POINTS.otherOffice : 0;
  return away + changePrice(board, supervisor, day, slot);
}

/** The price of the supervisor's additional ways between offices. */
export function changePrice(board: Board, supervisor: number, day: number, slot: Slot): number {
  const placed = board.on(supervisor, day);
  if (placed.length === 0) return 0;
  const before = [...placed].sort((a, b) => a.from - b.from).map(({ from, office }) => ({ start: from, office }));
  const after = [...before, slot].sort((a, b) => a.start - b.start);
  return POINTS.officeChange * (officeChanges(after) - officeChanges(before));
}

/** The price of one more session in a week: what lies in it, per open day. */
export function spreadPrice(board: Board, supervisor: number, week: number): number {
  return (POINTS.spread * board.inWeek(supervisor, week)) / (board.terrain.weekDays[week] ?? 1);
}

/** How often the place changes from one session to the next. */
export function officeChanges(slots: readonly { office: Place }[]): number {
  return slots.filter((slot, at) => at > 0 && slot.office !== slots[at - 1]?.office).length;
}

type Slot = { start: Minute; office: Place };
