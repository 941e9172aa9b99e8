/** Which work each job of the timetable does, and the expressions by which node-cron starts it. Times are those of Asia/Tokyo. */
import { JOB_KEYS, JOBS, type Timing } from "~/domain/job/timetable";

import { cleanUp, importCleanUp } from "./clean-up";
import { digests } from "./digests";
import { evaluate } from "./evaluate";
import type { Job } from "./job";
import { reminders } from "./reminders";
import { returnsDue } from "./returns-due";
import { snapshots } from "./snapshots";
import { surveyReminders, surveys } from "./surveys";

export const TIME_ZONE = "Asia/Tokyo";

const WORK = { surveys, evaluate, snapshots, cleanUp, importCleanUp, returnsDue, reminders, surveyReminders, digests };

/** Every job, in the order in which a process catches up. */
export const TIMETABLE: readonly Job[] = JOB_KEYS.map((key) => ({ ...JOBS[key], ...WORK[key], key }));

/** The expression that fires at a job's times, on every day on which it may be due. */
export function cronOf({ times, on }: Timing): string {
  const minute = times[0]?.slice(3) ?? "0";
  return `${Number(minute)} ${times.map((time) => Number(time.slice(0, 2))).join(",")} ${on === "monthStart" ? "1" : "*"} * *`;
}

/**
 * When mail goes out and waiting answers to surveys are shuffled. Neither is a run: what became of each mail stands in the
 * queue, and counts of answers would tell how many answer.
 */
export const EVERY_MINUTE = "* * * * *";

/** How often the process looks for runs that people asked for: somebody waits for them. */
export const ON_REQUEST = "*/5 * * * * *";

/** How often every process looks for runs that another one left unfinished, that failed, or that were missed. */
export const SWEEP = "*/5 * * * *";
