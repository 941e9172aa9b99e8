import { describe, expect, test } from "vitest";

import { overloadOvertime } from "~/domain/overload/overtime";

import { aWorkerWith, TERMS } from "../../setup/worker-facts";

const DAY = "2026-11-24";

/** Hours reported in October, September, August, July, June and May 2026; null is no report. */
function found(...hours: (number | null)[]) {
  const months = ["2026-10", "2026-09", "2026-08", "2026-07", "2026-06", "2026-05"];
  const overtime = hours.flatMap((overtimeHours, index) =>
    overtimeHours === null ? [] : [{ month: months[index] ?? "", overtimeHours, leaveDaysTaken: null }],
  );
  return overloadOvertime(aWorkerWith({ overtime }), TERMS, DAY);
}

describe("overtime", () => {
  test.each([
    { hours: [45], severity: null, because: "45 h is exactly at the limit" },
    { hours: [45.5], severity: "watch", because: "45.5 h > 45 h in one month" },
    { hours: [80], severity: "watch", because: "80 h is not above 80 h" },
    { hours: [80.5], severity: "warning", because: "80.5 h > 80 h" },
    { hours: [100], severity: "warning", because: "100 h is not above 100 h" },
    { hours: [100.5], severity: "critical", because: "100.5 h > 100 h" },
    { hours: [46, 46], severity: "watch", because: "two months running are not three" },
    { hours: [46, 46, 46], severity: "warning", because: "more than 45 h in each of three months" },
    { hours: [46, 45, 46, 46], severity: "watch", because: "September is at the limit and ends the run" },
    { hours: [46, null, 46, 46], severity: "watch", because: "a month without a report ends the run" },
    { hours: [45, 90, 90, 90], severity: null, because: "the latest month reported is what counts" },
    { hours: [null, null, 60], severity: "watch", because: "August is the third month back" },
    { hours: [null, null, null, 120], severity: null, because: "July is too long ago" },
    { hours: [], severity: null, because: "nothing is reported" },
  ])("$severity: $because", ({ hours, severity }) => {
    expect(found(...hours)?.severity ?? null).toBe(severity);
  });

  test("the figures name the month, its hours, the limit passed and what clears it", () => {
    expect(found(50, 47, 46)).toMatchObject({
      ...{ rule: "overload.overtime", version: 1, severity: "warning" },
      figures: { month: "2026-10", hours: 50, limit: 45, isRunning: true, months: 3, clearedAt: 45 },
    });
  });

  test("a contract's own limits hold instead", () => {
    const thresholds = { ...TERMS.thresholds, overtimeWatch: 20, overtimeMonths: 2 };
    const overtime = ["2026-10", "2026-09"].map((month) => ({ month, overtimeHours: 21, leaveDaysTaken: null }));
    const finding = overloadOvertime(aWorkerWith({ overtime }), { ...TERMS, thresholds }, DAY);
    expect(finding).toMatchObject({ severity: "warning", figures: { limit: 20, months: 2 } });
  });
});
