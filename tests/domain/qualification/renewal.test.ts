import { describe, expect, test } from "vitest";

import {
  firstExpiry,
  isWithinWindow,
  looksLikeRenewalCourse,
  renewalChecklist,
  renewedExpiry,
  type RegistrationPeriod,
  type RenewalCourse,
} from "~/domain/qualification/renewal";

/** Registered on 1 April 2021: five years, the last valid day is 31 March 2026. */
const PERIOD: RegistrationPeriod = { obtainedOn: "2021-04-01", expiresOn: "2026-03-31", appliedOn: null, exempt: null };
const ENOUGH: RenewalCourse[] = [
  { part: "knowledge", hours: 8, completedOn: "2024-06-01" },
  { part: "skill", hours: 30, completedOn: "2024-07-01" },
];
const on = (day: string, courses: RenewalCourse[] = [], given: Partial<RegistrationPeriod> = {}) =>
  renewalChecklist({ ...PERIOD, ...given }, courses, day);

describe("the window around the last valid day, 31 March 2026", () => {
  // 31 March less 30 days is 1 March (31 days in March); less 90: 31 December 2025 (31 March + 28 + 31 = 90 days);
  // less 120: 1 December 2025. The last 14 days of the window are 16 February (43 days left: 28 - 16 + 31) to 1 March.
  test.each([
    ["2025-11-30", 121, "later", null],
    ["2025-12-01", 120, "prepare", "prepare"],
    ["2025-12-30", 91, "prepare", "prepare"],
    ["2025-12-31", 90, "open", "open"],
    ["2026-02-15", 44, "open", "open"],
    ["2026-02-16", 43, "closing", "closing"],
    ["2026-02-28", 31, "closing", "closing"],
    ["2026-03-01", 30, "closing", "closing"],
    ["2026-03-02", 29, "closed", "closed"],
    ["2026-03-31", 0, "closed", "closed"],
    ["2026-04-01", -1, "expired", null],
  ])("on %s there are %i days left: %s", (day, daysLeft, stage, alert) => {
    expect(on(day)).toMatchObject({ daysLeft, stage, alert });
  });

  test("is told as dates", () => {
    expect(on("2025-12-01")).toMatchObject({
      ...{ preparesOn: "2025-12-01", opensOn: "2025-12-31", closesOn: "2026-03-01", expiresOn: "2026-03-31" },
      daysToClose: 90,
    });
  });

  test.each([
    ["2025-12-30", false],
    ["2025-12-31", true],
    ["2026-03-01", true],
    ["2026-03-02", false],
  ])("an application of %s is taken: %s", (day, taken) => {
    expect(isWithinWindow("2026-03-31", day)).toBe(taken);
  });
});

describe("the hours", () => {
  test("miss 8 and 30 where nothing is done", () => {
    expect(on("2025-12-31")).toMatchObject({
      knowledge: { hours: 0, required: 8, missing: 8 },
      skill: { hours: 0, required: 30, missing: 30 },
    });
  });

  test("of the two parts do not stand in for each other", () => {
    // 10 h of knowledge are 2 more than needed; of skill 29.75 h leave a quarter of an hour.
    const courses: RenewalCourse[] = [
      { part: "knowledge", hours: 10, completedOn: "2023-01-01" },
      { part: "skill", hours: 29.75, completedOn: "2023-01-01" },
    ];
    expect(on("2025-12-31", courses)).toMatchObject({ knowledge: { missing: 0 }, skill: { missing: 0.25 } });
  });

  test("count from the registration's own day to today, and not before or after", () => {
    const courses: RenewalCourse[] = [
      { part: "knowledge", hours: 1, completedOn: "2021-03-31" },
      { part: "knowledge", hours: 2, completedOn: "2021-04-01" },
      { part: "knowledge", hours: 3, completedOn: "2025-12-31" },
      { part: "knowledge", hours: 4, completedOn: "2026-01-01" },
    ];
    expect(on("2025-12-31", courses).knowledge.hours).toBe(5);
  });

  test("from which a person is exempt count once confirmed: 30 less 10 is 20", () => {
    const asked = on("2025-12-31", [], { exempt: { hours: 10, verified: false } });
    expect([asked.skill.required, asked.unconfirmedExempt]).toEqual([30, 10]);
    const confirmed = on("2025-12-31", [], { exempt: { hours: 10, verified: true } });
    expect([confirmed.skill.required, confirmed.unconfirmedExempt]).toEqual([20, 0]);
  });
});

describe("the steps", () => {
  const states = (day: string, courses: RenewalCourse[] = [], given: Partial<RegistrationPeriod> = {}) =>
    on(day, courses, given).steps.map(({ key, state }) => `${key} ${state}`);

  test("wait for the window, are open in it and missed after it", () => {
    expect(states("2025-12-30")).toEqual(["knowledge open", "skill open", "apply notYet"]);
    expect(states("2025-12-31", ENOUGH)).toEqual(["knowledge done", "skill done", "apply open"]);
    expect(states("2026-03-02")).toEqual(["knowledge missed", "skill missed", "apply missed"]);
  });

  test("are done once applied for, and nobody is told any more", () => {
    const applied = { appliedOn: "2026-01-10" };
    expect(states("2026-01-10", ENOUGH, applied)).toEqual(["knowledge done", "skill done", "apply done"]);
    expect(on("2026-02-20", ENOUGH, applied)).toMatchObject({ stage: "closing", alert: null });
    expect(on("2026-01-09", ENOUGH, applied)).toMatchObject({ appliedOn: null, alert: "open" });
  });
});

test("a registration lasts five years less a day, and its successor five years on", () => {
  expect(firstExpiry("2021-04-01")).toBe("2026-03-31");
  // 29 February has its fifth anniversary on 1 March 2029.
  expect(firstExpiry("2024-02-29")).toBe("2029-02-28");
  expect(renewedExpiry("2026-03-31")).toBe("2031-03-31");
});

test("training is offered where its name speaks of the profession", () => {
  expect(
    ["キャリアコンサルタント更新講習（技能）", "キャリコン勉強会", "Career Consultant course", "依存症研修"].map(
      looksLikeRenewalCourse,
    ),
  ).toEqual([true, true, true, false]);
});
