import { createTask, validate } from "node-cron";
import { expect, test } from "vitest";

import { addDays, instantAt } from "~/lib/calendar";

import { SWEEP, TIME_ZONE, TIMETABLE } from "../../jobs/schedule";

test("the evaluation runs every night at 02:00 in Tokyo", () => {
  expect(TIMETABLE.map(({ job, cron }) => [job.key, cron])).toEqual([["evaluate", "0 2 * * *"]]);
  expect(validate(SWEEP)).toBe(true);
});

test.each(TIMETABLE)(
  "$job.key: the expression fires at the job's time of every day and at no other minute",
  ({ job, cron }) => {
    const task = createTask(cron, () => undefined, { timezone: TIME_ZONE });
    const due = instantAt("2026-03-31", job.time);
    expect(task.match(due)).toBe(true);
    expect(task.match(instantAt(addDays("2026-03-31", 1), job.time))).toBe(true);
    for (const minutes of [-720, -60, -1, 1, 60])
      expect(task.match(new Date(due.getTime() + minutes * 60_000))).toBe(false);
  },
);
