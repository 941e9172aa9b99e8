/** The timetable: what runs by itself, and when. Times are those of Asia/Tokyo. */
import { evaluate } from "./evaluate";
import type { Job } from "./job";
import { surveyReminders, surveys } from "./surveys";

export const TIME_ZONE = "Asia/Tokyo";

export type Timetable = readonly { job: Job; cron: string; title: string }[];

/** In the order in which a process catches up: a survey is closed before anybody is reminded of it. */
export const TIMETABLE: Timetable = [
  { job: surveys, cron: "10 0 * * *", title: "アンケートの開始と締切" },
  { job: evaluate, cron: "0 2 * * *", title: "注意喚起の判定" },
  { job: surveyReminders, cron: "0 9 * * *", title: "アンケートの回答のお願い" },
];

/** When mail goes out: every minute. It is no run of a night: what became of each mail stands in the queue. */
export const MAIL = "* * * * *";

/** When waiting answers to surveys are shuffled: every minute, and without a record, whose counts would tell how many answer. */
export const SHUFFLE = "* * * * *";

/** How often every process looks for runs that another one left unfinished, that failed, or that were missed. */
export const SWEEP = "*/5 * * * *";
