/** Which runs a job owes: one a day at its hour, from the last one that succeeded. */
import { addDays, dayOfInstant, daysBetween, instantAt, type Day } from "../../lib/calendar";

/** Missed nights that are caught up; older ones are recorded as skipped. */
export const MOST_NIGHTS = 31;

/** The nights a scope is owed, oldest first, and those too old to be caught up. */
export type OwedNights = { due: Day[]; skipped: { from: Day; to: Day } | null };

/** The last day whose run is due at an instant; `time` is the job's wall-clock time in Tokyo, "HH:MM". */
export function lastDueDay(now: Date, time: string): Day {
  const today = dayOfInstant(now);
  return instantAt(today, time) <= now ? today : addDays(today, -1);
}

/**
 * The nights after the last successful one up to the last due one.
 * Without any success only the last due night is owed: there is no past to catch up.
 */
export function owedNights(lastDone: Day | null, lastDue: Day): OwedNights {
  if (lastDone === null) return { due: [lastDue], skipped: null };
  const missed = daysBetween(lastDone, lastDue);
  const count = Math.min(Math.max(missed, 0), MOST_NIGHTS);
  const due = Array.from({ length: count }, (_, index) => addDays(lastDue, index - count + 1));
  const skipped = missed > MOST_NIGHTS ? { from: addDays(lastDone, 1), to: addDays(lastDue, -MOST_NIGHTS) } : null;
  return { due, skipped };
}
