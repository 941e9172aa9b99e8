/** The plan while it is being made: what lies on which supervisor's day, with every change undoable. */
import type { SessionKind } from "../workforce/vocabulary";
import type { Place } from "./plan";
import type { Terrain } from "./terrain";
import { gapBetween, type Interval } from "./time";

/** A session on the board; workers, supervisor and day by their index. */
export type Placed = Interval & {
  kind: SessionKind;
  supervisor: number;
  day: number;
  office: Place;
  workers: readonly number[];
  /** The locked item that it stands for. */
  lockedId: string | null;
};

export type Board = {
  terrain: Terrain;
  all: () => Placed[];
  /** Groups that are not locked. */
  groups: () => Iterable<Placed>;
  on: (supervisor: number, day: number) => readonly Placed[];
  /** The session that covers a worker. */
  of: (worker: number) => Placed | null;
  /** How many workers are covered. */
  covered: () => number;
  /** Sessions of the supervisor in a week. */
  inWeek: (supervisor: number, week: number) => number;
  /** Whether the supervisor's day has as many sessions as it may. */
  isFull: (supervisor: number, day: number) => boolean;
  /** What overlaps, or lies too near for the way. */
  conflicts: (supervisor: number, day: number, interval: Interval, office: Place) => Placed[];
  /** Whether nothing is in conflict. */
  isClear: (supervisor: number, day: number, interval: Interval, office: Place) => boolean;
  put: (placed: Placed) => void;
  take: (placed: Placed) => void;
  mark: () => number;
  rollback: (mark: number) => void;
};

/** An empty board. A locked session covers those of its participants that it may cover. */
export function makeBoard(terrain: Terrain): Board {
  const { days, travel, input } = terrain;
  const width = Math.max(1, days.length);
  const byDay: Placed[][] = Array.from({ length: input.supervisors.length * width }, () => []);
  const cover = new Map<number, Placed>();
  const groups = new Set<Placed>();
  const weekCounts = new Map<number, number>();
  const journal: { put: boolean; placed: Placed }[] = [];

  function at(supervisor: number, day: number): Placed[] {
    return byDay[supervisor * width + day] ?? [];
  }

  function weekKey(supervisor: number, day: number): number {
    return supervisor * 100 + (days[day]?.week ?? 0);
  }

  function change(placed: Placed, isPut: boolean): void {
    const { supervisor, day, workers } = placed;
    const list = at(supervisor, day);
    if (isPut) list.push(placed);
    else list.splice(list.indexOf(placed), 1);
    if (placed.kind === "group" && placed.lockedId === null) {
      if (isPut) groups.add(placed);
      else groups.delete(placed);
    }
    const key = weekKey(supervisor, day);
    weekCounts.set(key, (weekCounts.get(key) ?? 0) + (isPut ? 1 : -1));
    for (const worker of workers) {
      if (isPut) cover.set(worker, placed);
      else if (cover.get(worker) === placed) cover.delete(worker);
    }
  }

  function apply(placed: Placed, isPut: boolean): void {
    change(placed, isPut);
    journal.push({ put: isPut, placed });
  }

  return {
    terrain,
    all: () => byDay.flat(),
    groups: () => groups,
    on: at,
    of: (worker) => cover.get(worker) ?? null,
    covered: () => cover.size,
    inWeek: (supervisor, week) => weekCounts.get(supervisor * 100 + week) ?? 0,
    isFull: (supervisor, day) =>
      at(supervisor, day).length + terrain.bookedOn(supervisor, day) >= input.settings.maxPerDay,
    conflicts: (supervisor, day, interval, office) =>
      at(supervisor, day).filter((placed) => gapBetween(interval, placed) < travel(office, placed.office)),
    isClear: (supervisor, day, interval, office) => {
      for (const placed of at(supervisor, day))
        if (gapBetween(interval, placed) < travel(office, placed.office)) return false;
      return true;
    },
    put: (placed) => apply(placed, true),
    take: (placed) => apply(placed, false),
    mark: () => journal.length,
    rollback: (mark) => {
      while (journal.length > mark) {
        const last = journal.pop();
        if (last) change(last.placed, !last.put);
      }
    },
  };
}
