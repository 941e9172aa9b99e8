import { describe, expect, test } from "vitest";

import { isQualified, isValidOn, renewals } from "~/domain/qualification/rules";

import { TERMS } from "../../setup/worker-facts";

const licence = { kind: "career_consultant", obtainedOn: "2020-07-01", expiresOn: "2025-06-30" } as const;

describe("a qualification counts", () => {
  test("from the day obtained to the day of expiry, both included", () => {
    const days = ["2020-06-30", "2020-07-01", "2025-06-30", "2025-07-01"];
    expect(days.map((day) => isValidOn(licence, day))).toEqual([false, true, true, false]);
  });
  test("for ever where it has no expiry", () => {
    expect(isValidOn({ ...licence, expiresOn: null }, "2099-12-31")).toBe(true);
  });
  test("where it is recognised: every kind but `other`, or the specification's own list", () => {
    const other = [{ kind: "other", obtainedOn: "2010-04-01", expiresOn: null }] as const;
    expect(isQualified(other, TERMS, "2025-04-01")).toBe(false);
    expect(isQualified(other, { recognisedQualifications: ["other"] }, "2025-04-01")).toBe(true);
    expect(isQualified([licence], TERMS, "2025-06-30")).toBe(true);
    expect(isQualified([licence], TERMS, "2025-07-01")).toBe(false);
    expect(isQualified([licence], { recognisedQualifications: ["care_worker"] }, "2025-06-30")).toBe(false);
    expect(isQualified([], TERMS, "2025-06-30")).toBe(false);
  });
});

describe("renewal", () => {
  test("is needed for what ends, with the days left, soonest first", () => {
    const held = [licence, { kind: "other", obtainedOn: "2024-01-01", expiresOn: "2025-06-01" }] as const;
    expect(renewals(held, "2025-06-15")).toEqual([
      { kind: "other", obtainedOn: "2024-01-01", expiresOn: "2025-06-01", daysLeft: -14 },
      { ...licence, daysLeft: 15 },
    ]);
  });
  test("is not needed where a later record of the same kind renews it, once that was obtained", () => {
    const renewed = { kind: "career_consultant", obtainedOn: "2025-05-01", expiresOn: "2030-04-30" } as const;
    expect(renewals([licence, renewed], "2025-06-15")).toEqual([{ ...renewed, daysLeft: 1780 }]);
    expect(renewals([licence, renewed], "2025-04-30")).toEqual([{ ...licence, daysLeft: 61 }]);
  });
  test("is never needed where one record of the kind lasts", () => {
    expect(renewals([licence, { ...licence, obtainedOn: "2019-01-01", expiresOn: null }], "2026-01-01")).toEqual([]);
  });
});
