import { createTask, validate } from "node-cron";
import { expect, test } from "vitest";

import { lastSlot, nextRun } from "~/domain/job/timetable";

import { chain } from "../../jobs/chain";
import { cronOf, EVERY_MINUTE, ON_REQUEST, SWEEP, TIME_ZONE, TIMETABLE } from "../../jobs/schedule";

test("each job starts at its hour in Tokyo", () => {
  expect(TIMETABLE.map((job) => [job.key, cronOf(job)])).toEqual([
    ["surveys", "10 0 * * *"],
    ["evaluate", "0 2 * * *"],
    ["snapshots", "0 3 1 * *"],
    ["cleanUp", "0 4 * * *"],
    ["importCleanUp", "10 4 * * *"],
    ["returnsDue", "0 8 * * *"],
    ["reminders", "0 8,9,10,11,12,13,14,15,16,17,18,19 * * *"],
    ["surveyReminders", "0 9 * * *"],
    ["digests", "30 7 * * *"],
  ]);
  expect([SWEEP, EVERY_MINUTE, ON_REQUEST].map(validate)).toEqual([true, true, true]);
});

test.each(TIMETABLE)("$key: the expression fires when a run falls due and at no minute near it", (job) => {
  const task = createTask(cronOf(job), () => undefined, { timezone: TIME_ZONE });
  const now = new Date("2026-03-31T12:34:00+09:00");
  for (const due of [lastSlot(job, now).at, nextRun(job, now)]) {
    expect(task.match(due)).toBe(true);
    for (const minutes of [-30, -1, 1, 30]) expect(task.match(new Date(due.getTime() + minutes * 60_000))).toBe(false);
  }
});

test("rounds go one behind the other; one that fails is complained of, and none begins while the process ends", async () => {
  const seen: string[] = [];
  let ending = false;
  const rounds = chain(
    () => ending,
    (name, error) => seen.push(`${name} failed: ${String(error)}`),
  );
  const first = rounds("first", async () => {
    await Promise.resolve();
    seen.push("first");
  });
  const second = rounds("second", () => Promise.reject("no"));
  const third = rounds("third", async () => {
    seen.push("third");
    ending = true;
  });
  const fourth = rounds("fourth", async () => seen.push("fourth"));
  await Promise.all([first, second, third, fourth]);
  expect(seen).toEqual(["first", "second failed: no", "third"]);
});
