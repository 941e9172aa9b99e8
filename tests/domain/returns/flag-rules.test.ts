import { describe, expect, test } from "vitest";

import { monthsAsked, returnLate, returnsDue } from "~/domain/returns/flag-rules";
import type { ContractFacts } from "~/domain/workforce/facts";

import { factsWith, TERMS } from "../../setup/worker-facts";

/** Returns are due on the 10th; the contract began in August 2026. */
function found(day: string, filed: [month: string, submittedOn: string][], given: Partial<ContractFacts> = {}) {
  return returnLate({
    ...factsWith([], day),
    ...{ startsOn: "2026-08-01", terms: { ...TERMS, returnDueDay: 10 } },
    filings: filed.map(([month, submittedOn]) => ({ month, submittedOn })),
    ...given,
  });
}
const UNTIL_SEPTEMBER: [string, string][] = [
  ["2026-08", "2026-09-08"],
  ["2026-09", "2026-10-08"],
];

describe("monthly returns", () => {
  test.each([
    { day: "2026-11-04", severity: null, because: "six days are left" },
    { day: "2026-11-05", severity: "watch", because: "five days are left" },
    { day: "2026-11-10", severity: "watch", because: "it may be handed in on the day itself" },
    { day: "2026-11-11", severity: "warning", because: "it is late" },
    { day: "2026-12-09", severity: "warning", because: "it is 29 days late" },
    { day: "2026-12-10", severity: "critical", because: "it is 30 days late" },
  ])("October's is $severity on $day: $because", ({ day, severity }) => {
    expect(found(day, UNTIL_SEPTEMBER)?.severity ?? null).toBe(severity);
  });

  test("the oldest month is told, and how many are late", () => {
    expect(found("2026-11-24", [["2026-09", "2026-10-08"]])).toMatchObject({
      ...{ rule: "return.late", version: 1, severity: "critical" },
      figures: { month: "2026-08", dueOn: "2026-09-10", limit: 30, lateMonths: 2 },
    });
  });

  test("late ones and those due within the contract's own days of notice are counted", () => {
    // August was due on 10 September, September on 10 October; October, which has not ended, is asked for from November, due on the 10th.
    const facts = {
      ...factsWith([], "2026-10-21"),
      ...{ startsOn: "2026-08-01", filings: [] },
    };
    const terms = (returnNotice: number) => ({
      ...{ ...TERMS, returnDueDay: 10, thresholds: { ...TERMS.thresholds, returnNotice } },
    });
    expect(returnsDue({ ...facts, terms: terms(20) })).toEqual({ dueSoon: 0, late: 2 });
    const later = { ...facts, day: "2026-11-01", terms: terms(9) };
    expect(returnsDue(later)).toEqual({ dueSoon: 1, late: 2 });
    expect(returnsDue({ ...later, terms: terms(8) })).toEqual({ dueSoon: 0, late: 2 });
  });

  test("what is handed in later does not count on an earlier day", () => {
    const late: [string, string][] = [...UNTIL_SEPTEMBER, ["2026-10", "2026-11-15"]];
    expect(found("2026-11-14", late)?.severity).toBe("warning");
    expect(found("2026-11-15", late)).toBeNull();
  });

  test("nothing is said where no day is agreed, and none is asked for beyond the contract", () => {
    expect(found("2026-11-24", [], { terms: TERMS })).toBeNull();
    expect(monthsAsked({ day: "2026-11-29", startsOn: "2026-08-15", endsOn: "2030-03-31" })).toEqual([
      ...["2026-08", "2026-09", "2026-10"],
    ]);
    expect(monthsAsked({ day: "2026-11-30", startsOn: "2026-10-01", endsOn: "2026-10-31" })).toEqual(["2026-10"]);
    const twelve = monthsAsked({ day: "2026-11-30", startsOn: "2020-04-01", endsOn: "2030-03-31" });
    expect([twelve.length, twelve[0], twelve.at(-1)]).toEqual([12, "2025-12", "2026-11"]);
  });
});
