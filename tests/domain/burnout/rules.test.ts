import { describe, expect, test } from "vitest";

import { applies, burnoutConditions } from "~/domain/burnout/rules";
import type { StrainFactor } from "~/domain/flag/finding";
import type { WorkerFacts } from "~/domain/workforce/facts";

import { aWorkerWith, TERMS } from "../../setup/worker-facts";

const DAY = "2026-03-31";
type Given = Parameters<typeof aWorkerWith>[0];
const six = (leaveDaysTaken: (number | null)[]): WorkerFacts["overtime"] =>
  leaveDaysTaken.map((days, index) => ({
    month: ["2025-09", "2025-10", "2025-11", "2025-12", "2026-01", "2026-02"][index] ?? "",
    overtimeHours: null,
    leaveDaysTaken: days,
  }));
const lastMonth = (overtimeHours: number | null, month = "2026-02") => [{ month, overtimeHours, leaveDaysTaken: null }];
const complex = (manyTagCases: number) => ({ manyTagCases, newestManyTagFrom: "2026-02-10" });

describe("strain factors", () => {
  test.each<{ factor: StrainFactor; given: Given; holds: boolean; because: string }>([
    { factor: "caseload", given: { caseload: { annualCases: 50 } }, holds: false, because: "at the cap" },
    { factor: "caseload", given: { caseload: { annualCases: 51 } }, holds: true, because: "one case over the cap" },
    { factor: "active_load", given: { caseload: { weightedLoad: 40 } }, holds: false, because: "at 40 for one FTE" },
    { factor: "active_load", given: { caseload: { weightedLoad: 40.5 } }, holds: true, because: "over 40 for one FTE" },
    { factor: "no_supervision", given: { lastAttendedOn: "2025-12-01" }, holds: false, because: "120 days ago" },
    { factor: "no_supervision", given: { lastAttendedOn: "2025-11-30" }, holds: true, because: "121 days ago" },
    {
      factor: "no_supervision",
      given: { hiredOn: "2025-12-01" },
      holds: false,
      because: "never yet, hired 120 days ago",
    },
    { factor: "no_supervision", given: { hiredOn: "2025-11-30" }, holds: true, because: "never, hired 121 days ago" },
    { factor: "overtime", given: { overtime: lastMonth(45) }, holds: false, because: "45 hours" },
    { factor: "overtime", given: { overtime: lastMonth(45.25) }, holds: true, because: "a quarter over 45 hours" },
    {
      factor: "overtime",
      given: { overtime: lastMonth(90, "2026-01") },
      holds: false,
      because: "not the month before",
    },
    { factor: "overtime", given: { overtime: lastMonth(null) }, holds: false, because: "not reported" },
    { factor: "complex_cases", given: { caseload: complex(2) }, holds: false, because: "two such cases" },
    {
      factor: "complex_cases",
      given: { caseload: complex(3) },
      holds: true,
      because: "three, and never any supervision",
    },
    {
      factor: "complex_cases",
      given: { caseload: complex(3), lastAttendedOn: "2026-02-09" },
      holds: true,
      because: "supervision the day before",
    },
    {
      factor: "complex_cases",
      given: { caseload: complex(3), lastAttendedOn: "2026-02-10" },
      holds: false,
      because: "supervision on the day",
    },
    { factor: "little_leave", given: { overtime: six([0, 1, 0.5, 2, 0, 1]) }, holds: true, because: "4.5 days" },
    { factor: "little_leave", given: { overtime: six([0, 1, 1, 2, 0, 1]) }, holds: false, because: "five days" },
    {
      factor: "little_leave",
      given: { overtime: six([0, 0, 0, null, 0, 0]) },
      holds: false,
      because: "one month is not reported",
    },
    {
      factor: "little_leave",
      given: { overtime: six([0, 0, 0, 0, 0]) },
      holds: false,
      because: "five months are reported",
    },
    { factor: "first_year", given: { hiredOn: "2025-04-01" }, holds: true, because: "the day before the anniversary" },
    { factor: "first_year", given: { hiredOn: "2025-03-31" }, holds: false, because: "the anniversary itself" },
    { factor: "incident", given: { incidents: ["2026-03-01"] }, holds: true, because: "one within 60 days" },
    { factor: "incident", given: {}, holds: false, because: "none" },
  ])("$factor: $because", ({ factor, given, holds }) => {
    expect(
      applies(factor, aWorkerWith({ lastAttendedOn: "2026-01-31", ...given, ...never(factor, given) }), TERMS, DAY),
    ).toBe(holds);
  });
});

/** A case about someone who never attended says so by not naming a day. */
function never(factor: StrainFactor, given: Given): Given {
  return factor.match(/supervision|complex/) && given?.lastAttendedOn === undefined ? { lastAttendedOn: null } : {};
}

describe("strain factors together", () => {
  const supervised = { lastAttendedOn: "2026-03-01" };
  const overtime = lastMonth(60);
  const incidents = ["2026-03-01"];

  test("one factor is no flag, two are watch, three a warning, four critical", () => {
    const at = (given: Given) => burnoutConditions(aWorkerWith({ ...supervised, ...given }), TERMS, DAY);
    expect(at({ overtime })).toBeNull();
    expect(at({ overtime, incidents })).toMatchObject({
      severity: "watch",
      factors: ["overtime", "incident"],
      figures: { factorCount: 2 },
    });
    expect(at({ overtime, incidents, hiredOn: "2025-10-01" })?.severity).toBe("warning");
    expect(
      at({ overtime, incidents, hiredOn: "2025-10-01", caseload: complex(3), lastAttendedOn: "2026-02-09" })?.severity,
    ).toBe("critical");
  });

  test("three are critical with a critical overload and a warning with a lesser one", () => {
    const at = (caseload: NonNullable<Given>["caseload"]) =>
      burnoutConditions(aWorkerWith({ ...supervised, overtime, incidents, caseload }), TERMS, DAY);
    expect(at({ weightedLoad: 50 })).toMatchObject({ severity: "warning", figures: { criticalOverload: false } });
    expect(at({ weightedLoad: 50.5 })).toMatchObject({ severity: "critical", figures: { criticalOverload: true } });
    expect(at({ annualCases: 51 })).toMatchObject({
      severity: "critical",
      factors: ["caseload", "overtime", "incident"],
    });
  });

  test("two stay watch even with a critical overload", () => {
    expect(
      burnoutConditions(aWorkerWith({ ...supervised, overtime, caseload: { annualCases: 51 } }), TERMS, DAY)?.severity,
    ).toBe("watch");
  });
});
