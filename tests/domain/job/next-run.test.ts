import { expect, test } from "vitest";

import { JOB_TIMES, nextRun } from "~/domain/job/next-run";
import { TIMETABLE } from "../../../jobs/schedule";

test("the next run is tonight's before the hour and tomorrow night's from the hour on", () => {
  // 02:00 in Tokyo is 17:00 UTC of the day before.
  expect(nextRun(new Date("2026-11-23T16:59:59Z"), "02:00").toISOString()).toBe("2026-11-23T17:00:00.000Z");
  expect(nextRun(new Date("2026-11-23T17:00:00Z"), "02:00").toISOString()).toBe("2026-11-24T17:00:00.000Z");
});

test("the times on the screen are those of the timetable", () => {
  expect(TIMETABLE.map(({ job }) => ({ job: job.key, time: job.time }))).toEqual(JOB_TIMES);
});
