import { describe, expect, test } from "vitest";

import { isLate, JOBS, lastSlot, nextRun, owedRuns, type Timing } from "~/domain/job/timetable";

const at = (text: string) => new Date(`${text}+09:00`);
const nightly = JOBS.evaluate;
const days = (timing: Timing, lastDone: Date | null, now: string) =>
  owedRuns(timing, lastDone, at(now)).due.map(({ day, at: due }) => `${day} ${due.toISOString().slice(11, 16)}`);

describe("the next and the last run", () => {
  test("of a nightly job change at the hour, in Tokyo's time", () => {
    expect(nextRun(nightly, new Date("2026-11-23T16:59:59Z")).toISOString()).toBe("2026-11-23T17:00:00.000Z");
    expect(nextRun(nightly, new Date("2026-11-23T17:00:00Z")).toISOString()).toBe("2026-11-24T17:00:00.000Z");
    expect(lastSlot(nightly, new Date("2026-11-23T16:59:59Z")).day).toBe("2026-11-23");
    expect(lastSlot(nightly, new Date("2026-11-23T17:00:00Z")).day).toBe("2026-11-24");
  });

  test("of the monthly job are on the first, of the digest on working days, of reminders each hour from 8 to 19", () => {
    expect(nextRun(JOBS.snapshots, at("2026-12-01T03:00:00"))).toEqual(at("2027-01-01T03:00:00"));
    expect(lastSlot(JOBS.snapshots, at("2026-12-01T02:59:00")).day).toBe("2026-11-01");
    // Friday 20 November; Monday 23 November is Labour Thanksgiving Day.
    expect(nextRun(JOBS.digests, at("2026-11-20T07:30:00"))).toEqual(at("2026-11-24T07:30:00"));
    // The longest pause of a year: from 28 December to 4 January.
    expect(nextRun(JOBS.digests, at("2026-12-28T08:00:00"))).toEqual(at("2027-01-04T07:30:00"));
    expect(nextRun(JOBS.reminders, at("2026-11-24T10:00:00"))).toEqual(at("2026-11-24T11:00:00"));
    expect(nextRun(JOBS.reminders, at("2026-11-24T19:00:00"))).toEqual(at("2026-11-25T08:00:00"));
  });
});

describe("runs that a job owes", () => {
  test("are those after the last success, oldest first", () => {
    expect(days(nightly, at("2026-02-27T02:00:00"), "2026-03-02T09:00:00")).toEqual([
      ...["2026-02-28 17:00", "2026-03-01 17:00", "2026-03-02 17:00"],
    ]);
    expect(days(JOBS.snapshots, at("2026-01-01T03:00:00"), "2026-03-15T09:00:00")).toEqual([
      ...["2026-02-01 18:00", "2026-03-01 18:00"],
    ]);
  });

  test("are none where the last one is done, also where the clock went back, and only the last where none ever was", () => {
    for (const done of ["2026-03-02T02:00:00", "2026-03-03T02:00:00"])
      expect(days(nightly, at(done), "2026-03-02T12:00:00")).toEqual([]);
    expect(days(nightly, null, "2026-03-02T12:00:00")).toEqual(["2026-03-02 17:00"]);
  });

  test("are only the latest hour of a job that runs every hour, and one digest", () => {
    expect(days(JOBS.reminders, at("2026-11-20T10:00:00"), "2026-11-24T10:20:00")).toEqual(["2026-11-24 01:00"]);
    expect(days(JOBS.digests, at("2026-11-18T07:30:00"), "2026-11-24T10:20:00")).toEqual(["2026-11-24 22:30"]);
  });

  test("are 31 at most; the older ones are skipped", () => {
    const within = owedRuns(nightly, at("2026-01-01T02:00:00"), at("2026-02-01T12:00:00"));
    expect([within.due.length, within.due[0]?.day, within.skipped]).toEqual([31, "2026-01-02", []]);
    const beyond = owedRuns(nightly, at("2025-12-30T02:00:00"), at("2026-02-01T12:00:00"));
    expect([beyond.due.length, beyond.due[0]?.day]).toEqual([31, "2026-01-02"]);
    expect(beyond.skipped.map(({ day }) => day)).toEqual(["2025-12-31", "2026-01-01"]);
  });
});

test("a job is late once a run is missing 26 hours after it was due", () => {
  const done = at("2026-03-01T02:00:00");
  // The run of 2 March at 02:00 is missing; 26 hours later it is 3 March, 04:00.
  expect(isLate(nightly, done, at("2026-03-03T03:59:00"))).toBe(false);
  expect(isLate(nightly, done, at("2026-03-03T04:00:00"))).toBe(true);
  expect(isLate(JOBS.snapshots, done, at("2026-03-31T00:00:00"))).toBe(true);
  expect(isLate(JOBS.snapshots, at("2026-03-01T03:00:00"), at("2026-03-31T00:00:00"))).toBe(false);
  expect(isLate(nightly, null, at("2026-03-31T00:00:00"))).toBe(true);
});
