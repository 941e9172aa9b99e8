/** What runs by itself, and when: the one list that the jobs' process, the screens and the health check read. */
import { addDays, dayOfInstant, instantAt, isOpenDay, type Day } from "../../lib/calendar";

/** When a job is due. Times are wall-clock times in Asia/Tokyo, "HH:MM", in order. */
export type Timing = {
  times: readonly string[];
  /** On which days: the first of each month, or the days on which offices are open; every day where nothing is said. */
  on?: "monthStart" | "openDay";
  /** After a pause only the latest missed run is done: what it would have said in between is told by it. */
  latestOnly?: true;
};
/** Whether a job works on each contract by itself or on the platform as a whole. */
export type JobPlan = Timing & { per: "contract" | "platform" };

const DAY_HOURS = ["08", "09", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19"].map((hour) => `${hour}:00`);

/** In the order in which a process catches up: what is told to people comes after what is told of. */
export const JOBS = {
  surveys: { per: "contract", times: ["00:10"] },
  evaluate: { per: "contract", times: ["02:00"] },
  snapshots: { per: "contract", times: ["03:00"], on: "monthStart" },
  cleanUp: { per: "platform", times: ["04:00"] },
  importCleanUp: { per: "contract", times: ["04:10"] },
  returnsDue: { per: "contract", times: ["08:00"] },
  reminders: { per: "contract", times: DAY_HOURS, latestOnly: true },
  surveyReminders: { per: "contract", times: ["09:00"] },
  digests: { per: "platform", times: ["07:30"], on: "openDay", latestOnly: true },
} as const satisfies Record<string, JobPlan>;

export type JobKey = keyof typeof JOBS;
export const JOB_KEYS = Object.keys(JOBS) as JobKey[];
/** The scope of a platform-wide job's runs. */
export const PLATFORM_SCOPE = "all";

/** One run that is due: the day it works on, and the instant. */
export type Slot = { day: Day; at: Date };

/** Missed runs that are caught up; older ones are recorded as skipped. */
export const MOST_MISSED = 31;
/** A job is late when a run that was due so long ago is neither done nor overtaken. */
export const LATE_HOURS = 26;
/** Longer than any pause between two due days: a month. */
const MOST_DAYS_BETWEEN = 40;

/** Whether the text names a job. */
export function isJobKey(text: string): text is JobKey {
  return Object.hasOwn(JOBS, text);
}

function slotsOf({ times, on }: Timing, day: Day): Slot[] {
  if (on === "monthStart" && !day.endsWith("-01")) return [];
  if (on === "openDay" && !isOpenDay(day)) return [];
  return times.map((time) => ({ day, at: instantAt(day, time) }));
}

/** The run that fell due last at an instant. */
export function lastSlot(timing: Timing, now: Date): Slot {
  const today = dayOfInstant(now);
  for (let back = 0; back <= MOST_DAYS_BETWEEN; back += 1) {
    const slot = slotsOf(timing, addDays(today, -back)).findLast(({ at }) => at <= now);
    if (slot) return slot;
  }
  throw new RangeError("A job without a due day");
}

/** The next instant after `now` at which a job is due. */
export function nextRun(timing: Timing, now: Date): Date {
  const today = dayOfInstant(now);
  for (let ahead = 0; ahead <= MOST_DAYS_BETWEEN; ahead += 1) {
    const slot = slotsOf(timing, addDays(today, ahead)).find(({ at }) => at > now);
    if (slot) return slot.at;
  }
  throw new RangeError("A job without a due day");
}

/** The runs a scope is owed, oldest first, and those too old to be caught up. */
export type OwedRuns = { due: Slot[]; skipped: Slot[] };

/**
 * The runs after the last successful one up to the last due one. Without any success only the last due one is owed: there is
 * no past to catch up.
 */
export function owedRuns(timing: Timing, lastDone: Date | null, now: Date): OwedRuns {
  const last = lastSlot(timing, now);
  if (lastDone !== null && last.at <= lastDone) return { due: [], skipped: [] };
  if (lastDone === null || timing.latestOnly) return { due: [last], skipped: [] };
  const missed: Slot[] = [];
  for (let day = dayOfInstant(lastDone); day <= last.day; day = addDays(day, 1))
    missed.push(...slotsOf(timing, day).filter(({ at }) => at > lastDone && at <= last.at));
  return { due: missed.slice(-MOST_MISSED), skipped: missed.slice(0, -MOST_MISSED) };
}

/** Whether a run that was due more than LATE_HOURS ago is still missing. */
export function isLate(timing: Timing, lastDone: Date | null, now: Date): boolean {
  const { at } = lastSlot(timing, new Date(now.getTime() - LATE_HOURS * 3_600_000));
  return lastDone === null || lastDone < at;
}
