import { describe, expect, test } from "vitest";

import { staffingBelow } from "~/domain/staffing/flag-rules";
import type { ContractFacts, Terms, WorkerFacts } from "~/domain/workforce/facts";

import { aWorkerWith, factsWith, TERMS } from "../../setup/worker-facts";

const DAY = "2026-11-24";

function found(workers: WorkerFacts[], terms: Partial<Terms>, given: Partial<ContractFacts> = {}) {
  const agreed = { ...TERMS, requiredFte: 3, requiredOutreachWorkers: 0, ...terms };
  return staffingBelow({ ...factsWith(workers, DAY), terms: agreed, hasSpecification: true, ...given });
}
const full = (given: Partial<WorkerFacts> = {}) => aWorkerWith(given as Parameters<typeof aWorkerWith>[0]);

describe("staff against the specification", () => {
  test("exactly enough is enough: 38.75 h of 38.75 h, twice and half a post make 2.5 FTE", () => {
    const staff = [full({ weeklyHours: 38.75 }), full({ weeklyHours: 40 }), full({ weeklyHours: 19.375 })];
    // 19.375 h are 19.38 h in hundredths: 38.75 + 38.75 + 19.38 = 96.88 of 2.5 x 38.75 = 96.875.
    expect(found(staff, { fullTimeHours: 38.75, requiredFte: 2.5 })).toBeNull();
    expect(found(staff, { fullTimeHours: 38.75, requiredFte: 2.51 })?.severity).toBe("critical");
  });

  test("below today is a warning, below on every day of two months critical", () => {
    const until = (leftOn: string) => found([full(), full(), full({ leftOn })], {});
    // The two months that end on 24 November begin on 25 September, the day after the last day of employment.
    expect(until("2026-11-24")).toBeNull();
    expect(until("2026-11-23")).toMatchObject({ severity: "warning", figures: { fte: 2, belowSince: "2026-11-24" } });
    expect(until("2026-09-25")).toMatchObject({ severity: "warning", figures: { belowSince: "2026-09-26" } });
    expect(until("2026-09-24")).toMatchObject({
      severity: "critical",
      figures: {
        fte: 2,
        requiredFte: 3,
        isFteBelow: true,
        isOutreachBelow: false,
        belowSince: "2026-09-25",
        months: 2,
      },
    });
  });

  test("a day on which enough were there begins anew; staff on leave are not there", () => {
    const leave = [
      { from: "2026-01-01", to: "2026-10-31" },
      { from: "2026-11-02", to: null },
    ];
    expect(found([full(), full(), full({ leave })], {})).toMatchObject({
      severity: "warning",
      figures: { belowSince: "2026-11-02" },
    });
  });

  test("dedicated outreach workers are counted by heads, and either shortfall counts", () => {
    const outreach = full({ dedicatedOutreach: true });
    expect(found([full(), full(), outreach], { requiredOutreachWorkers: 2 })).toMatchObject({
      severity: "critical",
      figures: { isFteBelow: false, isOutreachBelow: true, outreachWorkers: 1, requiredOutreachWorkers: 2 },
    });
    // Short of FTE until 30 September, short of outreach since: below on every day.
    const early = full({ dedicatedOutreach: true, leftOn: "2026-09-30" });
    const late = [full({ hiredOn: "2026-10-01" }), full({ hiredOn: "2026-10-01" })];
    expect(found([outreach, early, ...late], { requiredOutreachWorkers: 2 })?.severity).toBe("critical");
  });

  test("nothing is said without a specification, before the contract began or after it ended", () => {
    expect(found([], {}, { hasSpecification: false })).toBeNull();
    expect(found([], {}, { startsOn: "2026-11-25" })).toBeNull();
    expect(found([], {}, { endsOn: "2026-11-23" })).toBeNull();
  });

  test("days before the contract began do not count", () => {
    expect(found([], {}, { startsOn: "2026-09-26" })?.severity).toBe("warning");
    expect(found([], {}, { startsOn: "2026-09-25" })?.severity).toBe("critical");
    expect(
      found([], { thresholds: { ...TERMS.thresholds, staffingMonths: 1 } }, { startsOn: "2026-10-25" }),
    ).toMatchObject({
      severity: "critical",
      figures: { fte: 0, belowSince: "2026-10-25", months: 1 },
    });
  });
});
