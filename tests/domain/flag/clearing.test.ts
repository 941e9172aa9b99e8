import fc from "fast-check";
import { expect, test } from "vitest";

import { clearingOf, type ClearingCode } from "~/domain/flag/clearing";
import type { WorkerRule } from "~/domain/flag/catalogue";
import type { Finding } from "~/domain/flag/finding";
import { overloadActive, overloadCap } from "~/domain/overload/rules";
import { overloadOvertime } from "~/domain/overload/overtime";
import { qualificationExpiry } from "~/domain/qualification/flag-rules";
import { retentionExits } from "~/domain/retention/flag-rules";
import { burnoutConditions } from "~/domain/burnout/rules";
import { supervisionDue } from "~/domain/supervision/flag-rules";
import { trainingPace } from "~/domain/training/flag-rules";
import { addDays, fiscalYearEnd, fiscalYearOf } from "~/lib/calendar";

import { aWorkerWith, TERMS } from "../../setup/worker-facts";

const DAY = "2026-11-24";
const day = fc.integer({ min: 0, max: 364 }).map((days) => addDays("2026-04-01", days));

/** The finding of a rule, and one thing that would clear it; null where the rule finds nothing. */
function found(rule: WorkerRule, worker: Parameters<WorkerRule>[0], on: string, code: ClearingCode) {
  const finding = rule(worker, TERMS, on);
  const step = finding && clearingOf(finding, on).find((one) => one.code === code);
  return finding && step ? { finding, step } : null;
}
const session = (on: string) => ({ sessionId: "s", day: on, kind: "individual", external: false }) as never;

test("so many new cases until 31 March keep the cap, and one more passes it", () => {
  const caseload = fc.record({
    annualCases: fc.integer({ min: 0, max: 70 }),
    newCases: fc.integer({ min: 0, max: 40 }),
  });
  fc.assert(
    fc.property(caseload, fc.integer({ min: 20, max: 40 }), day, (counts, weeklyHours, on) => {
      const worker = (more: number) =>
        aWorkerWith({ weeklyHours, caseload: { ...counts, annualCases: counts.annualCases + more } });
      const given = found(overloadCap, worker(0), on, "capNew");
      if (!given) return;
      const { by } = given.step.params;
      expect(by).toBe(fiscalYearEnd(fiscalYearOf(on)));
      expect(overloadCap(worker(given.step.count ?? 0), TERMS, String(by))).toBeNull();
      expect(overloadCap(worker((given.step.count ?? 0) + 1), TERMS, String(by))?.severity).toBe("critical");
    }),
  );
});

test("a year's cases above the cap last until 1 April: 52 of 50 cannot become fewer", () => {
  const finding = overloadCap(aWorkerWith({ caseload: { annualCases: 52 } }), TERMS, DAY);
  expect(finding && clearingOf(finding, DAY)).toEqual([
    { code: "capOver", count: 52, params: { cap: 50, on: "2027-04-01" } },
  ]);
});

test("so much less load, or so many cases of weight 1, silence the rule on load; half a case less does not", () => {
  const hours = fc.constantFrom(40, 32, 30, 24, 20);
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 140 }), hours, (halves, weeklyHours) => {
      const worker = (weightedLoad: number) => aWorkerWith({ weeklyHours, caseload: { weightedLoad } });
      const given = found(overloadActive, worker(halves / 2), DAY, "activeLoad");
      if (!given) return;
      const less = Number(given.step.params.less);
      expect(overloadActive(worker(halves / 2 - less), TERMS)).toBeNull();
      expect(overloadActive(worker(halves / 2 - (given.step.count ?? 0)), TERMS)).toBeNull();
      expect(overloadActive(worker(halves / 2 - less + 0.5), TERMS)).not.toBeNull();
    }),
  );
});

test("a next month at the limit ends the flag of overtime", () => {
  const report = (month: string, overtimeHours: number) => ({ month, overtimeHours, leaveDaysTaken: null });
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 130 }), { minLength: 3, maxLength: 3 }), (hours) => {
      const overtime = hours.map((of, index) => report(`2026-${String(8 + index).padStart(2, "0")}`, of));
      const given = found(overloadOvertime, aWorkerWith({ overtime }), DAY, "overtimeMonth");
      if (!given) return;
      const { month, hours: limit } = given.step.params;
      const later = [...overtime, report(String(month), Number(limit))];
      expect(month).toBe("2026-11");
      expect(overloadOvertime(aWorkerWith({ overtime: later }), TERMS, "2026-12-01")).toBeNull();
    }),
  );
});

test("one session by the day that is named ends a missing one, planned where the quarter still runs", () => {
  fc.assert(
    fc.property(day, fc.boolean(), (on, hasEarlier) => {
      const attended = hasEarlier ? [session("2026-05-11")] : [];
      const worker = aWorkerWith({ attended, lastAttendedOn: hasEarlier ? "2026-05-11" : null });
      const finding = supervisionDue(worker, TERMS, on);
      if (!finding) return;
      const [step] = clearingOf(finding, on);
      const by = String(step?.params.by);
      expect(by >= on).toBe(true);
      if (finding.severity === "watch") {
        const planned = [{ day: by }] as never;
        expect(supervisionDue({ ...worker, planned }, TERMS, on)).toBeNull();
      }
      const held = { ...worker, attended: [...attended, session(by)], lastAttendedOn: by };
      expect(supervisionDue(held, TERMS, by)).toBeNull();
    }),
  );
});

test("so many more hours reach the share of today, and so many the target of the year", () => {
  const hours = fc.integer({ min: 0, max: 39 }).map((halves) => halves / 2);
  fc.assert(
    fc.property(hours, day, fc.constantFrom("2020-04-01", "2026-06-10"), (so, on, hiredOn) => {
      const worker = (more: number) =>
        aWorkerWith({
          hiredOn,
          training: [{ day: "2026-05-01", hours: so + more, topic: "law", format: "lecture" }] as never,
        });
      const now = found(trainingPace, worker(0), on, "trainingNow");
      if (!now) return;
      if (on !== "2027-03-31") expect(trainingPace(worker(Number(now.step.params.hours)), TERMS, on)).toBeNull();
      const year = clearingOf(now.finding, on).find(({ code }) => code === "trainingYear");
      expect(trainingPace(worker(Number(year?.params.hours ?? 0)), TERMS, "2027-03-31")).toBeNull();
    }),
  );
});

test("a qualification renewed on the last day that is named is silent from then on", () => {
  const own = { kind: "certified_social_worker" as const, obtainedOn: "2021-04-01", expiresOn: "2026-12-31" };
  const given = found(qualificationExpiry, aWorkerWith({ qualifications: [own] }), DAY, "qualificationRenew");
  const by = String(given?.step.params.by);
  const renewed = { ...own, obtainedOn: by, expiresOn: "2031-12-31" };
  expect(given?.finding.severity).toBe("watch");
  expect(qualificationExpiry(aWorkerWith({ qualifications: [own, renewed] }), TERMS, by)).toBeNull();
});

test("strain: of three factors two must end, and each says how", () => {
  const overtime = [{ month: "2026-10", overtimeHours: 60, leaveDaysTaken: null }];
  const worker = aWorkerWith({ hiredOn: "2026-02-01", overtime, lastAttendedOn: "2026-06-01" });
  const finding = burnoutConditions(worker, TERMS, DAY);
  expect(finding && clearingOf(finding, DAY)).toEqual([
    { code: "strainFewer", count: 2, params: { factors: 3 } },
    { code: "strainSession", count: 1, params: {} },
    { code: "strainOvertime", count: null, params: { month: "2026-11" } },
    { code: "strainFirstYear", count: null, params: { on: "2027-02-01" } },
  ]);
  const eased = aWorkerWith({ hiredOn: "2026-02-01", lastAttendedOn: DAY });
  expect(burnoutConditions(eased, TERMS, DAY)).toBeNull();
});

test("so many departures fewer of the same staff end the flag of exits, one fewer of them does not", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 20 }), (gone, staying) => {
      const staff = (leavers: number) =>
        Array.from({ length: gone + staying }, (_, index) =>
          aWorkerWith({ leftOn: index < leavers ? "2026-08-31" : null }),
        );
      const finding = retentionExits(staff(gone), TERMS, DAY);
      if (!finding) return;
      const fewer = clearingOf(finding, DAY)[0]?.count ?? 0;
      expect(retentionExits(staff(gone - fewer), TERMS, DAY)).toBeNull();
      expect(retentionExits(staff(gone - fewer + 1), TERMS, DAY)).not.toBeNull();
    }),
  );
});

test("what a contract lacks is told by what is short: posts, pay, months", () => {
  const given = (rule: Finding["rule"], figures: Finding["figures"]) =>
    clearingOf({ rule, severity: "warning", figures }, DAY).map(({ code, count }) => [code, count]);
  const short = { fte: 8.25, requiredFte: 9, outreachWorkers: 1, requiredOutreachWorkers: 2 };
  expect(given("staffing.below", { ...short, isFteBelow: true, isOutreachBelow: true })).toEqual([
    ["staffingFte", 0.75],
    ["staffingOutreach", 1],
  ]);
  expect(given("staffing.below", { ...short, isFteBelow: false, isOutreachBelow: true })).toEqual([
    ["staffingOutreach", 1],
  ]);
  expect(given("pay.below", { below: 3, floorJpy: 3_900_000 })).toEqual([["payBelow", 3]]);
  expect(given("return.late", { month: "2026-08", dueOn: "2026-09-10", lateMonths: 3 })).toEqual([
    ["returnFile", null],
    ["returnFurther", 2],
  ]);
});
