import { describe, expect, test } from "vitest";

import {
  averageFte,
  fteOf,
  isEmployedOn,
  isOnLeaveOn,
  isSupportStaffOn,
  leaversIn12Months,
  presentDays,
  shareOfYear,
  tenureYears,
  thirdAnniversary,
} from "~/domain/workforce/rules";

import { aWorkerWith } from "../../setup/worker-facts";

describe("support staff", () => {
  test("the day of hire and the last day of employment count, the days around them do not", () => {
    const post = { hiredOn: "2025-04-01", leftOn: "2025-09-30" };
    const days = ["2025-03-31", "2025-04-01", "2025-09-30", "2025-10-01"];
    expect(days.map((day) => isEmployedOn(post, day))).toEqual([false, true, true, false]);
  });

  test.each([
    ["support_worker", true],
    ["chief_support_worker", true],
    ["employment_support_worker", true],
    ["outreach_worker", true],
    ["supervisor", false],
    ["manager", false],
    ["clerk", false],
  ] as const)("a %s is support staff: %s", (role, expected) => {
    expect(isSupportStaffOn(aWorkerWith({ role }), "2025-06-01")).toBe(expected);
  });

  test("leave does not end being support staff", () => {
    const post = aWorkerWith({ leave: [{ from: "2025-05-01", to: null }] });
    expect([isSupportStaffOn(post, "2025-06-01"), isOnLeaveOn(post, "2025-06-01")]).toEqual([true, true]);
    expect([isOnLeaveOn(post, "2025-04-30"), isOnLeaveOn(post, "2025-05-01")]).toEqual([false, true]);
  });
});

describe("FTE", () => {
  test.each([
    { weekly: 40, full: 40, fte: 1 },
    { weekly: 30, full: 40, fte: 0.75 },
    { weekly: 38.75, full: 38.75, fte: 1 },
    { weekly: 45, full: 40, fte: 1 },
    { weekly: 20, full: 38, fte: 20 / 38 },
  ])("$weekly of $full hours are $fte", ({ weekly, full, fte }) => {
    expect(fteOf(weekly, full)).toBe(fte);
  });

  test("averages over the days: a leave, a part-timer, a leaver, a manager", () => {
    const posts = [
      // 30 days of April less the leave of the 11th to 20th = 20 days x 1.0 = 20
      aWorkerWith({ leave: [{ from: "2025-04-11", to: "2025-04-20" }] }),
      // 30 days x 0.5 = 15
      aWorkerWith({ weeklyHours: 20 }),
      // 1 to 10 April = 10 days x 1.0 = 10
      aWorkerWith({ leftOn: "2025-04-10" }),
      // not support staff
      aWorkerWith({ role: "manager" }),
    ];
    // (20 + 15 + 10) / 30 = 1.5
    expect(averageFte(posts, "2025-04-01", "2025-04-30", 40)).toBe(1.5);
  });
});

describe("days present", () => {
  const year = { from: "2025-04-01", to: "2026-03-31" };

  test("overlapping leaves count once", () => {
    const post = aWorkerWith({
      leave: [
        { from: "2025-06-01", to: "2025-06-30" },
        { from: "2025-06-16", to: "2025-07-15" },
      ],
    });
    // 365 - (30 days of June + 15 of July)
    expect(presentDays(post, year)).toBe(320);
  });

  test("an open leave swallows a later one and lasts to the year's end", () => {
    const post = aWorkerWith({
      leave: [
        { from: "2026-01-01", to: null },
        { from: "2026-02-01", to: "2026-02-10" },
      ],
    });
    // April to December: 30+31+30+31+31+30+31+30+31 = 275
    expect(presentDays(post, year)).toBe(275);
  });

  test("leave before the hire and after the last day takes nothing away", () => {
    const post = aWorkerWith({
      ...{ hiredOn: "2025-10-01", leftOn: "2025-10-31" },
      leave: [
        { from: "2025-09-01", to: "2025-10-05" },
        { from: "2025-10-30", to: "2025-12-31" },
      ],
    });
    // 31 days less 1 to 5 and 30 to 31 October
    expect(presentDays(post, year)).toBe(24);
  });

  test("fiscal year 2023 has 366 days, 2024 has 365", () => {
    expect(shareOfYear(aWorkerWith(), 2023)).toEqual({ days: 366, of: 366 });
    expect(shareOfYear(aWorkerWith({ hiredOn: "2024-03-31" }), 2023)).toEqual({ days: 1, of: 366 });
    expect(shareOfYear(aWorkerWith(), 2024)).toEqual({ days: 365, of: 365 });
  });
});

describe("time in post", () => {
  test("someone hired on 29 February has the third anniversary on 1 March", () => {
    expect(thirdAnniversary("2024-02-29")).toBe("2027-03-01");
    expect(thirdAnniversary("2024-02-28")).toBe("2027-02-28");
  });

  test("tenure counts days in years of 365.25, and nothing before the hire", () => {
    // 2020-04-01 to 2024-04-01 are 1461 days
    expect(tenureYears("2020-04-01", "2024-04-01")).toBe(4);
    expect(tenureYears("2024-04-01", "2024-03-01")).toBe(0);
  });

  test("leavers are those whose last day lies in the 365 days, of all employed on any of them", () => {
    const day = "2026-03-31";
    const posts = [
      aWorkerWith(),
      aWorkerWith({ leftOn: "2025-04-01" }), // the first of the 365 days
      aWorkerWith({ leftOn: "2025-03-31" }), // the day before: out of both counts
      aWorkerWith({ leftOn: "2026-03-31" }),
      aWorkerWith({ leftOn: "2026-04-30" }), // still to come
      aWorkerWith({ leftOn: "2025-12-31", role: "clerk" }),
      aWorkerWith({ hiredOn: "2026-04-01" }),
    ];
    expect(leaversIn12Months(posts, day)).toEqual({ leavers: 2, of: 4 });
  });
});
