/** Arithmetic on times of day in whole minutes after midnight. An interval ends before its `to`. */
import { toNumber, type Day } from "../../lib/calendar";

export type Minute = number;
export type Interval = { from: Minute; to: Minute };

/** "09:30" → 570. */
export function minuteOf(time: string): Minute {
  return +time.slice(0, 2) * 60 + +time.slice(3, 5);
}

/** 570 → "09:30". */
export function timeOf(minute: Minute): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: Day): number {
  // why: 1970-01-01, day 0, was a Thursday.
  return ((toNumber(day) + 3) % 7) + 1;
}

/** A number that all days of a week, Monday to Sunday, share; the next week's is one more. */
export function weekOf(day: Day): number {
  return Math.floor((toNumber(day) + 3) / 7);
}

/** Sorted, disjoint intervals that cover the same minutes; touching ones become one. */
export function merge(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const { from, to } of [...intervals].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
}

/** Whether merged intervals cover all of another. */
export function covers(merged: readonly Interval[], { from, to }: Interval): boolean {
  return merged.some((interval) => interval.from <= from && to <= interval.to);
}

/** Minutes between two intervals; negative where they overlap. */
export function gapBetween(a: Interval, b: Interval): number {
  return Math.max(a.from, b.from) - Math.min(a.to, b.to);
}
