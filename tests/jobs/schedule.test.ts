import { createTask, validate } from "node-cron";
import { expect, test } from "vitest";

import { addDays, instantAt } from "~/lib/calendar";

import { SHUFFLE, SWEEP, TIME_ZONE, TIMETABLE } from "../../jobs/schedule";

test("in Tokyo's time surveys open and close as the day begins, flags are evaluated at 02:00, and people are reminded at 09:00", () => {
  expect(TIMETABLE.map(({ job, cron }) => [job.key, cron])).toEqual([
    ["surveys", "10 0 * * *"],
    ["evaluate", "0 2 * * *"],
    ["surveyReminders", "0 9 * * *"],
  ]);
  expect([validate(SWEEP), validate(SHUFFLE)]).toEqual([true, true]);
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
