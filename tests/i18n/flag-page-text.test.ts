import { expect, test } from "vitest";

import { RULE_KEYS, STRAIN_FACTORS, type Figures, type RuleKey } from "~/domain/flag/finding";
import { overloadCap } from "~/domain/overload/rules";
import { clearingSteps, figureRows } from "~/i18n/flag-page-text";
import { translator } from "~/i18n/i18n";
import { LOCALES } from "~/i18n/resources";
import { differingThresholds, namedProblems } from "~/i18n/threshold-text";

import { aWorkerWith, TERMS } from "../setup/worker-facts";

const DAY = "2026-11-24";
/** Figures of each rule, as its findings carry them. */
const FIGURES: Record<RuleKey, Figures> = {
  "overload.cap": {
    ...{
      count: 38,
      cap: 45,
      forecastMean: 58.16,
      forecastLow: 52,
      forecastHigh: 64,
      newCases: 13,
      windowFrom: "2026-08-27",
    },
    ...{ windowOpenDays: 62, openDaysLeft: 96, contractCap: 50, fte: 0.9, presentDays: 365, daysInYear: 365 },
  },
  "overload.active": { weightedLoad: 41.5, activeCases: 33, fte: 1, limitPerFte: 40, limit: 40, clearedAt: 30 },
  "overload.overtime": { month: "2026-10", hours: 52, limit: 45, isRunning: false, months: 1, clearedAt: 45 },
  "supervision.due": {
    ...{ fiscalYear: 2026, quarter: 2, quarterEndsOn: "2026-09-30", attended: 0, presentDays: 92 },
    ...{ plannedOn: "2026-12-10", lastAttendedOn: "2026-06-01" },
  },
  "training.pace": {
    ...{ fiscalYear: 2026, hours: 6, hoursDue: 13.04, percent: 75, threshold: 9.78, ownTarget: 20, missing: 14 },
    ...{ contractTarget: 20, presentDays: 238, daysInYear: 365 },
  },
  "qualification.expiry": { kind: "certified_social_worker", expiresOn: "2026-12-31", daysLeft: 37 },
  "burnout.conditions": {
    ...{ factorCount: 8, count: 52, cap: 50, weightedLoad: 41, loadLimit: 40, daysWithoutSupervision: 140 },
    ...{
      overtimeHours: 50,
      complexCases: 3,
      newestComplexFrom: "2026-10-01",
      leaveDays: 2,
      hiredOn: "2026-04-01",
      incidents: 1,
    },
  },
  "burnout.survey": {
    ...{ index: 45, before: 60, change: -15, fall: 10, bound: 50, responseRate: 78, answered: 7, eligible: 9 },
    ...{ closedOn: "2026-10-31", beforeClosedOn: "2026-04-30" },
  },
  "retention.exits": {
    ...{ leavers: 3, of: 10, percent: 30, clearedAt: 15, windowFrom: "2025-11-25", windowTo: DAY },
  },
  "staffing.below": {
    ...{ fte: 8.25, requiredFte: 9, outreachWorkers: 1, requiredOutreachWorkers: 2 },
    ...{ isFteBelow: true, isOutreachBelow: true, belowSince: "2026-10-01" },
  },
  "pay.below": { below: 3, known: 9, floorJpy: 3_900_000, belowSince: "2026-10-01" },
  "return.late": { month: "2026-09", dueOn: "2026-10-10", lateMonths: 2 },
};

test.each(LOCALES)("every figure and every way to clear a flag is told whole in %s", (locale) => {
  const t = translator(locale);
  for (const rule of RULE_KEYS) {
    const factors = rule === "burnout.conditions" ? STRAIN_FACTORS : [];
    const flag = { rule, severity: "watch" as const, figures: FIGURES[rule], factors };
    const rows = figureRows(t, locale, flag);
    const ways = [flag, { ...flag, severity: "critical" as const }].flatMap((one) =>
      clearingSteps(t, locale, one, DAY),
    );
    const texts = [...rows.flatMap(({ name, value, how }) => [name, value, how]), ...ways];
    expect(rows.length).toBeGreaterThan(0);
    expect(texts.filter((text) => /\{\{|undefined|NaN|null|threshold\./.test(text))).toEqual([]);
  }
});

test("the forecast can be summed again by hand, and what is left until 31 March is named with its day", () => {
  // 38 so far + 96 open days x 13 / 62 (0.21) a day = 58.13; upper end 64 - 38 = 26 more, the cap of 45 allows 7: 19 fewer
  const flag = { rule: "overload.cap" as const, severity: "warning" as const, figures: FIGURES["overload.cap"] };
  const [, , forecast] = figureRows(translator("en"), "en", flag);
  expect(forecast?.how).toBe("38 cases so far + 96 open days x 0.21 a day (13 new since 27 Aug 2026 / 62 open days)");
  expect(clearingSteps(translator("en"), "en", flag, DAY)).toEqual([
    "At most 7 new cases by 31 Mar 2027: 19 fewer than the 26 at the upper end of the forecast",
  ]);
  expect(clearingSteps(translator("ja"), "ja", flag, DAY)).toEqual([
    "令和9年3月31日までの新しい担当を、あと7件以内にする（見込みの上側は26件なので、それより19件少なく）",
  ]);
});

test("a real finding carries every figure that its page tells", () => {
  const finding = overloadCap(aWorkerWith({ caseload: { annualCases: 40, newCases: 12 } }), TERMS, DAY);
  expect(finding && figureRows(translator("ja"), "ja", finding).map(({ key }) => key)).toEqual([
    ...["count", "cap", "forecast", "range"],
  ]);
});

test("what differs between two versions is told alone, and a problem names the threshold that it comes from", () => {
  const t = translator("ja");
  expect(differingThresholds(t, "ja", [{ activeWatch: 25, exitsWatch: 10 }, { exitsWatch: 10 }])).toEqual([
    ...["参考：負荷がこれを超える 25（常勤換算1.0あたり）", "参考：負荷がこれを超える 30（常勤換算1.0あたり）"],
  ]);
  const { activeWatch } = namedProblems(t, {
    activeWatch: { code: "atMost", params: { max: 40, other: "activeWarning" } },
  });
  expect(activeWatch?.params).toEqual({ max: 40, other: "注意：負荷がこれを超える" });
});
