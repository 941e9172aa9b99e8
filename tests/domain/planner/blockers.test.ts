import { describe, expect, test } from "vitest";

import type { PlanInput } from "../../../app/domain/planner/plan";
import { propose } from "../../../app/domain/planner/propose";
import { aPlanInput, aPlanSupervisor, aPlanWorker } from "./plan-inputs";

// One week, Monday 6 to Friday 10 April 2026: five open days.
const WEEK = { from: "2026-04-06", to: "2026-04-10" };
const MONDAY_9_TO_10 = { weekday: 1, from: 540, to: 600 };

function blockers(given: Parameters<typeof aPlanInput>[0], workerId = "a") {
  return propose(aPlanInput({ span: WEEK, ...given })).uncovered.find((one) => one.workerId === workerId)?.blockers;
}

function alone(worker: Parameters<typeof aPlanWorker>[1], more: Partial<PlanInput> = {}) {
  return blockers({ workers: [aPlanWorker("a", worker)], ...more });
}

describe("who is left out hears what is in the way", () => {
  test("away throughout: on leave, not employed, or the one after the other", () => {
    expect(alone({ leave: [{ from: "2026-04-01", to: null }] })).toEqual([{ code: "onLeave", days: 5 }]);
    expect(alone({ leftOn: "2026-04-03" })).toEqual([{ code: "notEmployed", days: 5 }]);
    // On leave on Monday and Tuesday, gone from Wednesday on.
    expect(alone({ leave: [{ from: "2026-04-06", to: "2026-04-07" }], leftOn: "2026-04-07" })).toEqual([
      { code: "awayThroughout", days: 5, leave: 2, notEmployed: 3 },
    ]);
  });

  test("nobody to hold it, no day left, no stretch of work long enough", () => {
    expect(alone({ supervisorIds: [] })).toEqual([{ code: "noSupervisor" }]);
    expect(alone({}, { notBefore: "2026-04-11" })).toEqual([{ code: "noOpenDay" }]);
    expect(alone({ hours: [{ weekday: 1, from: 540, to: 590 }] })).toEqual([{ code: "noWorkingHours" }]);
  });

  test("the supervisor is away on every day on which the worker is there", () => {
    const supervisors = [aPlanSupervisor("s", { absences: [{ from: "2026-04-06", to: "2026-04-08" }] })];
    expect(alone({ leftOn: "2026-04-07" }, { supervisors })).toEqual([{ code: "supervisorAbsent", days: 2 }]);
  });

  test("availability and working hours never meet for an hour, nor for a group", () => {
    const supervisors = [aPlanSupervisor("s", { hours: [{ weekday: 2, from: 540, to: 720, officeId: null }] })];
    expect(alone({ hours: [{ weekday: 2, from: 690, to: 1020 }] }, { supervisors })).toEqual([
      { code: "hoursNeverMeet", days: 5, minutes: 60 },
      { code: "groupTooSmall", count: 1, min: 3 },
    ]);
  });

  test("all common slots are taken: each counted once under what is first in its way", () => {
    // Monday 9:00–12:00 in common, starts every 30 minutes: 9:00, 9:30, 10:00, 10:30, 11:00.
    // Own session 9:00–10:00 meets 9:00 and 9:30; the supervisor's 10:30–11:30 at A meets 10:00 (ends 11:00), 10:30, 11:00.
    const supervisors = [
      aPlanSupervisor("s", {
        hours: [{ weekday: 1, from: 540, to: 720, officeId: null }],
        bookings: [{ day: "2026-04-06", from: 630, to: 690, place: "A" }],
      }),
    ];
    const bookings = [{ day: "2026-04-06", from: 540, to: 600, place: "A" }];
    expect(alone({ overdue: true, bookings }, { supervisors })).toEqual([
      { code: "slotsTaken", common: 5, booked: 2, full: 0, taken: 3, travel: 0 },
      { code: "needsOwn" },
    ]);
  });

  test("the way between offices blocks what would otherwise be free", () => {
    // Monday 9:00–11:00; the supervisor's own session at B ends at 9:30. At A: 9:00 overlaps; 9:30 and 10:00 lie under 45 minutes away.
    const supervisors = [
      aPlanSupervisor("s", {
        hours: [{ weekday: 1, from: 540, to: 660, officeId: null }],
        bookings: [{ day: "2026-04-06", from: 510, to: 570, place: "B" }],
      }),
    ];
    expect(alone({}, { supervisors })?.[0]).toEqual({
      ...{ code: "slotsTaken", common: 3, booked: 0, full: 0, taken: 1, travel: 2 },
    });
  });

  test("one hour for three people: two are left out, and a group of 90 minutes does not fit either", () => {
    const supervisors = [aPlanSupervisor("s", { hours: [{ ...MONDAY_9_TO_10, officeId: null }] })];
    const workers = ["a", "b", "c"].map((id) => aPlanWorker(id));
    const { items, uncovered } = propose(aPlanInput({ span: WEEK, supervisors, workers }));
    expect(items).toHaveLength(1);
    expect(uncovered.map((one) => one.blockers)).toEqual(
      Array(2).fill([
        { code: "slotsTaken", common: 1, booked: 0, full: 0, taken: 1, travel: 0 },
        { code: "groupTooSmall", count: 1, min: 3 },
      ]),
    );
  });

  test("a full day is named as such, and switched-off groups are", () => {
    const supervisors = [
      aPlanSupervisor("s", {
        hours: [{ ...MONDAY_9_TO_10, officeId: null }],
        bookings: [{ day: "2026-04-06", from: 780, to: 840, place: "A" }],
      }),
    ];
    expect(
      blockers({ workers: [aPlanWorker("a")], supervisors, settings: { maxPerDay: 1, allowGroups: false } }),
    ).toEqual([{ code: "slotsTaken", common: 1, booked: 0, full: 1, taken: 0, travel: 0 }, { code: "groupsOff" }]);
  });
});
