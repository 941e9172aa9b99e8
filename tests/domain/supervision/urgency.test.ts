import { describe, expect, test } from "vitest";

import { byUrgency, missingSessions, needOf, type Waiting } from "~/domain/supervision/urgency";

import { aWorkerWith } from "../../setup/worker-facts";

// Fiscal year 2026: Q1 Apr–Jun, Q2 Jul–Sep, Q3 Oct–Dec; the day lies in Q3, 37 days before its end.
const DAY = "2026-11-24";
const LIGHT = { annualCases: 10, cap: 50, weightedLoad: 12, fte: 1 };
const at = (...days: string[]) => days.map((day) => ({ day, kind: "individual" as const, external: false }));
const attending = (...days: string[]) => ({ attended: at(...days), lastAttendedOn: days.at(-1) ?? null });
const EVERY_QUARTER = attending("2026-05-10", "2026-08-10", "2026-10-10");

describe("sessions that are missing", () => {
  test.each([
    { worker: EVERY_QUARTER, missing: 0, because: "one in each quarter" },
    { worker: attending("2026-05-10", "2026-08-10"), missing: 0, because: "only the running quarter's own is open" },
    { worker: attending("2026-08-10"), missing: 1, because: "3 are due by 31 December, less 1, less Q3's own" },
    { worker: attending("2026-08-10", "2026-08-20"), missing: 0, because: "a second session makes up for Q1" },
    { worker: attending(), missing: 2, because: "3 are due, none was attended, less Q3's own" },
    { worker: attending("2026-10-10"), missing: 2, because: "Q3's own was attended: 3 - 1" },
    {
      worker: { ...attending(), planned: at("2026-12-01") },
      missing: 2,
      because: "what is planned is Q3's own: 3 - 1",
    },
    { worker: { ...attending(), planned: at("2027-01-10") }, missing: 2, because: "what is planned belongs to Q4" },
    {
      worker: { ...attending("2026-08-10"), planned: at("2026-12-01", "2026-12-08") },
      missing: 0,
      because: "two are planned in Q3: 3 - 1 - 2",
    },
    { worker: attending("2026-05-10", "2026-06-10"), missing: 1, because: "Q2 had none, and none came since" },
    {
      worker: { ...attending("2026-10-10"), hiredOn: "2026-08-02" },
      missing: 1,
      because: "60 days of Q2 are due: 2 - 1",
    },
    { worker: { ...attending("2026-10-10"), hiredOn: "2026-08-03" }, missing: 0, because: "59 days of Q2 are not" },
  ])("$missing: $because", ({ worker, missing }) => {
    expect(missingSessions(aWorkerWith(worker), DAY)).toBe(missing);
  });

  test("on 2 April, the fourth quarter of the year before without one is missing", () => {
    expect(missingSessions(aWorkerWith(attending("2026-12-10")), "2027-04-02")).toBe(1);
    expect(missingSessions(aWorkerWith(attending("2027-01-10")), "2027-04-02")).toBe(0);
  });

  test("on a quarter's last day its own session is missing too", () => {
    const worker = aWorkerWith(attending("2026-05-10", "2026-08-10"));
    expect([missingSessions(worker, "2026-12-30"), missingSessions(worker, "2026-12-31")]).toEqual([0, 1]);
  });
});

describe("why somebody needs a session", () => {
  test("nothing attended or planned in the running quarter: 37 days are left until 31 December", () => {
    const worker = aWorkerWith(attending("2026-05-10", "2026-08-10"));
    expect(needOf(worker, LIGHT, DAY)).toEqual({ reason: "due", quarter: 3, daysLeft: 37 });
    expect(needOf({ ...worker, planned: at("2026-12-20") }, LIGHT, DAY)).toBeNull();
    expect(needOf({ ...worker, planned: at("2027-01-20") }, LIGHT, DAY)).toMatchObject({ reason: "due" });
  });

  test("a missing session comes before the running quarter", () => {
    expect(needOf(aWorkerWith(attending("2026-05-10")), LIGHT, DAY)).toEqual({ reason: "missed", missing: 1 });
  });

  test("nobody on leave is asked for a session", () => {
    const leave = [{ from: "2026-11-20", to: null }];
    expect(needOf(aWorkerWith({ ...attending(), leave }), LIGHT, DAY)).toBeNull();
  });

  test.each([
    { load: { ...LIGHT, annualCases: 50 }, needs: false, because: "at the cap" },
    { load: { ...LIGHT, annualCases: 51 }, needs: true, because: "one above the cap" },
    { load: { ...LIGHT, weightedLoad: 40 }, needs: false, because: "a weighted load of 40 for one FTE" },
    { load: { ...LIGHT, weightedLoad: 40.5 }, needs: true, because: "a weighted load above 40" },
    { load: { ...LIGHT, weightedLoad: 20.5, fte: 0.5 }, needs: true, because: "above 40 x half an FTE" },
  ])("$because: $needs", ({ load, needs }) => {
    const need = needOf(aWorkerWith(EVERY_QUARTER), load, DAY);
    expect(need).toEqual(needs ? { reason: "overloaded", quietDays: 45 } : null);
  });

  test("an overloaded worker is left alone for 30 days after a session, and where one is planned", () => {
    const heavy = { ...LIGHT, annualCases: 60 };
    const with30 = attending("2026-05-10", "2026-08-10", "2026-10-25");
    const with31 = attending("2026-05-10", "2026-08-10", "2026-10-24");
    expect(needOf(aWorkerWith(with30), heavy, DAY)).toBeNull();
    expect(needOf(aWorkerWith(with31), heavy, DAY)).toEqual({ reason: "overloaded", quietDays: 31 });
    expect(needOf(aWorkerWith({ ...with31, planned: at("2027-01-10") }), heavy, DAY)).toBeNull();
  });
});

test("missed comes before due before overloaded; then more missing, the graver flag, the longer wait", () => {
  const waiting = (staffCode: string, given: Partial<Waiting>): Waiting => ({
    ...{ staffCode, need: { reason: "due", quarter: 3, daysLeft: 37 }, severity: null, lastAttendedOn: "2026-08-01" },
    ...given,
  });
  const rows = [
    waiting("overloaded", { need: { reason: "overloaded", quietDays: 90 }, severity: "critical" }),
    waiting("due", {}),
    waiting("due longer", { lastAttendedOn: "2026-07-01" }),
    waiting("due never", { lastAttendedOn: null }),
    waiting("due grave", { severity: "warning" }),
    waiting("missed 1", { need: { reason: "missed", missing: 1 }, severity: "critical" }),
    waiting("missed 2", { need: { reason: "missed", missing: 2 } }),
  ];
  expect(rows.sort(byUrgency).map((row) => row.staffCode)).toEqual([
    ...["missed 2", "missed 1", "due grave", "due never", "due longer", "due", "overloaded"],
  ]);
});
