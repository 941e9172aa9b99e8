/** The timetable: what runs by itself, and when. Times are those of Asia/Tokyo. */
import { evaluate } from "./evaluate";
import type { Job } from "./job";

export const TIME_ZONE = "Asia/Tokyo";

export type Timetable = readonly { job: Job; cron: string; title: string }[];

export const TIMETABLE: Timetable = [{ job: evaluate, cron: "0 2 * * *", title: "注意喚起の判定" }];

/** When mail goes out: every minute. It is no run of a night: what became of each mail stands in the queue. */
export const MAIL = "* * * * *";

/** How often every process looks for runs that another one left unfinished, that failed, or that were missed. */
export const SWEEP = "*/5 * * * *";
