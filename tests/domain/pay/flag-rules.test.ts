import { describe, expect, test } from "vitest";

import { payBelow, payOn } from "~/domain/pay/flag-rules";
import type { WorkerFacts } from "~/domain/workforce/facts";

import { aWorkerWith, factsWith, TERMS } from "../../setup/worker-facts";

const DAY = "2026-11-24";
const FLOOR = 3_600_000;

const paid = (annualPayJpy: number | null, given: Partial<Omit<WorkerFacts, "caseload">> = {}) =>
  aWorkerWith({ annualPayJpy, ...given });
const found = (workers: WorkerFacts[], payFloorJpy: number | null = FLOOR) =>
  payBelow({ ...factsWith(workers, DAY), terms: { ...TERMS, payFloorJpy } });

describe("pay against the specification", () => {
  test("the floor is in proportion to hours: half a post needs half of it", () => {
    expect(found([paid(FLOOR), paid(1_800_000, { weeklyHours: 20 })])).toBeNull();
    expect(found([paid(FLOOR), paid(1_799_999, { weeklyHours: 20 })])).toMatchObject({
      ...{ rule: "pay.below", severity: "critical" },
      figures: { below: 1, known: 2, floorJpy: FLOOR, months: 2 },
    });
  });

  test("nothing is said without a floor, of pay that is not known, or of others than support staff in post", () => {
    expect(found([paid(1)], null)).toBeNull();
    expect(found([paid(null)])).toBeNull();
    expect(found([paid(1, { role: "clerk" }), paid(1, { leftOn: "2026-11-23" })])).toBeNull();
  });

  test("somebody below since less than two months is a warning", () => {
    const hired = (hiredOn: string) => found([paid(FLOOR), paid(1, { hiredOn })]);
    expect(hired("2026-09-26")).toMatchObject({ severity: "warning", figures: { belowSince: "2026-09-26" } });
    expect(hired("2026-09-25")?.severity).toBe("critical");
    // One left below the floor on 10 October, another began below it on the 11th: somebody was on every day.
    const changing = [paid(1, { leftOn: "2026-10-10" }), paid(1, { hiredOn: "2026-10-11" })];
    expect(found(changing)).toMatchObject({ severity: "critical", figures: { below: 1, known: 1 } });
  });

  test("pay is what was recorded to hold on each day", () => {
    const payHistory = [
      { from: "2025-04-01", annualPayJpy: FLOOR },
      { from: "2026-10-01", annualPayJpy: FLOOR - 1 },
      { from: "2026-12-01", annualPayJpy: FLOOR },
    ];
    const worker = paid(FLOOR, { payHistory });
    expect(["2025-03-31", "2026-09-30", "2026-10-01", "2026-12-01"].map((day) => payOn(worker, day))).toEqual([
      ...[null, FLOOR, FLOOR - 1, FLOOR],
    ]);
    expect(found([worker])).toMatchObject({ severity: "warning", figures: { belowSince: "2026-10-01" } });
  });
});
