import { describe, expect, test } from "vitest";

import { renewalChecklist } from "~/domain/qualification/renewal";
import type { GridCell } from "~/domain/supervision/rules";
import { ownTasks, type OwnStanding } from "~/domain/workforce/own-tasks";
import { daysBetween } from "~/lib/calendar";

// 24 November 2026 lies in the third quarter, which ends on 31 December, 37 days later.
const DAY = "2026-11-24";
const cell = (quarter: GridCell["quarter"], state: GridCell["state"]): GridCell => ({
  ...{ quarter, state, attended: 0, planned: 0, hasBegun: quarter <= 3 },
});
const standing = (given: Partial<OwnStanding> = {}): OwnStanding => ({
  cells: [cell(1, "done"), cell(2, "done"), cell(3, "planned"), cell(4, "due")],
  ...{ missingSessions: 0, hours: 15, target: 20, renewals: [] },
  ...given,
});

test("with a session planned and 15 of 20 x 3/4 hours, nothing is left to do", () => {
  expect(ownTasks(standing(), DAY)).toEqual([]);
});

test("a running quarter without a session is named with its end; one to come is not", () => {
  const cells = [cell(3, "due"), cell(4, "due")];
  expect(ownTasks(standing({ cells }), DAY)).toEqual([
    { code: "supervisionDue", quarter: 3, endsOn: "2026-12-31", daysLeft: 37 },
  ]);
});

test("sessions missing from quarters before are counted", () => {
  expect(ownTasks(standing({ missingSessions: 2 }), DAY)).toEqual([{ code: "supervisionMissing", missing: 2 }]);
});

describe("training hours against the target's part by the quarter's end", () => {
  test.each([
    { hours: 14.75, target: 20, missing: 0.25, goal: 15, because: "20 x 3/4 = 15" },
    { hours: 0, target: 10, missing: 7.5, goal: 7.5, because: "10 x 3/4 = 7.5" },
    { hours: 10, target: 13.42, missing: 0.25, goal: 10.25, because: "13.42 x 3/4 = 10.065, up to the quarter-hour" },
    { hours: 0, target: 0, missing: 0, goal: 0, because: "nobody on leave all year owes hours" },
  ])("$hours of $target hours: $missing missing, because $because", ({ hours, target, missing, goal }) => {
    expect(ownTasks(standing({ hours, target }), DAY)).toEqual(
      missing > 0 ? [{ code: "training", hoursMissing: missing, hoursGoal: goal, endsOn: "2026-12-31" }] : [],
    );
  });
});

describe("qualifications that end", () => {
  test.each([
    { daysLeft: 91, code: undefined },
    { daysLeft: 90, code: "qualificationExpiring" },
    { daysLeft: 0, code: "qualificationExpiring" },
    { daysLeft: -1, code: "qualificationExpired" },
  ])("$daysLeft days left: $code", ({ daysLeft, code }) => {
    const renewal = { kind: "career_consultant" as const, obtainedOn: "2021-01-01", expiresOn: "2026-12-31", daysLeft };
    expect(ownTasks(standing({ renewals: [renewal] }), DAY)[0]?.code).toBe(code);
  });
});

describe("the renewal of キャリアコンサルタント", () => {
  // The window of a registration until 31 March 2026 is 31 December 2025 to 1 March 2026.
  const period = { obtainedOn: "2021-04-01", expiresOn: "2026-03-31", appliedOn: null, exempt: null };
  const tasksOn = (day: string, appliedOn: string | null = null) => {
    const consultant = renewalChecklist({ ...period, appliedOn }, [], day);
    const renewal = { kind: "career_consultant" as const, obtainedOn: period.obtainedOn, expiresOn: period.expiresOn };
    const renewals = [{ ...renewal, daysLeft: daysBetween(day, period.expiresOn) }];
    return ownTasks({ ...standing({ renewals, hours: 20 }), cells: [], consultant }, day).map(({ code }) => code);
  };

  test("is one task from 120 days on, and stands for the qualification's own end", () => {
    expect(tasksOn("2025-11-30")).toEqual([]);
    expect(tasksOn("2025-12-01")).toEqual(["renewal"]);
    expect(tasksOn("2026-03-31")).toEqual(["renewal"]);
  });

  test("rests once applied for, and the end is named once it has passed", () => {
    expect(tasksOn("2026-01-20", "2026-01-10")).toEqual([]);
    expect(tasksOn("2026-04-01", "2026-01-10")).toEqual(["qualificationExpired"]);
  });
});
