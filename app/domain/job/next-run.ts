import { addDays, instantAt } from "~/lib/calendar";

import { lastDueDay } from "./nights";

/** When the jobs run by themselves: wall-clock time in Tokyo, every day. The timetable in jobs/ agrees. */
export const JOB_TIMES = [
  { job: "surveys", time: "00:10" },
  { job: "evaluate", time: "02:00" },
  { job: "surveyReminders", time: "09:00" },
] as const;

/** The next instant after `now` at which a job of that time is due. */
export function nextRun(now: Date, time: string): Date {
  return instantAt(addDays(lastDueDay(now, time), 1), time);
}
