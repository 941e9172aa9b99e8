import { describe, expect, test } from "vitest";

import { DERIVED_KEYS, derivedFigures, type DerivedKey } from "~/domain/kpi/derived";
import { distance } from "~/domain/kpi/distance";
import { judged, percentOf } from "~/domain/kpi/indicator";
import type { ContractFacts, WorkerFacts } from "~/domain/workforce/facts";

import { aWorkerWith, factsWith, TERMS } from "../../setup/worker-facts";

const END = "2026-03-31";
const licence = { kind: "certified_social_worker", obtainedOn: "2015-04-01", expiresOn: null } as const;

function derived(key: DerivedKey, workers: WorkerFacts[], more: Partial<ContractFacts> = {}) {
  return derivedFigures({ ...factsWith(workers, END), ...more }).find((figure) => figure.key === key);
}

test("all derived figures come in one order, without data for an empty contract", () => {
  const figures = derivedFigures(factsWith([], END));
  expect(figures.map(({ key }) => key)).toEqual([...DERIVED_KEYS]);
  const counted = ["topicCoverage", "staffingFte", "outreachWorkers"];
  expect(figures.filter(({ value }) => value !== null).map(({ key }) => key)).toEqual(counted);
});

test("workers over the cap are over, not at it", () => {
  const workers = [50, 51, 12].map((annualCases) => aWorkerWith({ caseload: { annualCases } }));
  expect(derived("overCapShare", workers)).toMatchObject({ numerator: 1, denominator: 3 });
  // 20 of 40 hours: cap 25
  expect(derived("overCapShare", [aWorkerWith({ weeklyHours: 20, caseload: { annualCases: 26 } })])).toMatchObject({
    value: 100,
  });
});

test("loads and tenure are means over the support staff of the day", () => {
  const workers = [
    aWorkerWith({ caseload: { activeCases: 10, weightedLoad: 14.5 }, hiredOn: "2022-03-31" }),
    aWorkerWith({ caseload: { activeCases: 5, weightedLoad: 5 }, hiredOn: END }),
    aWorkerWith({ caseload: { activeCases: 99, weightedLoad: 99 }, leftOn: "2026-03-30" }),
  ];
  expect(derived("activePerWorker", workers)?.value).toBe(7.5);
  expect(derived("weightedPerWorker", workers)?.value).toBe(9.75);
  expect(derived("averageTenure", workers)?.value).toBe(2); // 1461 days = 4 years, and 0
});

test("sessions are counted once each", () => {
  const heldSessions = { individual: 3, group: 1, external: 2 };
  const shares = (["individualShare", "groupShare", "externalShare"] as const).map(
    (key) => derived(key, [], { heldSessions })?.value,
  );
  expect(shares).toEqual([75, 25, 50]);
});

describe("pay and staffing against the specification", () => {
  const terms = { ...TERMS, payFloorJpy: 4_000_000, requiredFte: 2.5 };

  test("pay is set against the floor x FTE; unknown pay is left out", () => {
    const workers = [
      aWorkerWith({ annualPayJpy: 4_000_000 }),
      aWorkerWith({ annualPayJpy: 3_999_999 }),
      aWorkerWith({ annualPayJpy: 2_000_000, weeklyHours: 20, role: "outreach_worker" }),
      aWorkerWith({ annualPayJpy: null }),
    ];
    const pay = derived("payFloorShare", workers, { terms });
    expect(pay).toMatchObject({ numerator: 2, denominator: 3 });
    expect(pay?.roles?.map(({ role, numerator, denominator }) => [role, numerator, denominator])).toEqual([
      ["support_worker", 1, 2],
      ["chief_support_worker", 0, 0],
      ["employment_support_worker", 0, 0],
      ["outreach_worker", 1, 1],
    ]);
  });

  test("without a floor or without the right to see pay there is nothing to tell", () => {
    expect(derived("payFloorShare", [aWorkerWith({ annualPayJpy: 1 })])?.value).toBeNull();
    expect(derived("payFloorShare", [aWorkerWith()], { terms })?.value).toBeNull();
  });

  test("the allowance is asked of qualified staff whose pay is known", () => {
    const workers = [
      aWorkerWith({ qualifications: [licence], qualificationAllowanceJpy: 120_000 }),
      aWorkerWith({ qualifications: [licence], qualificationAllowanceJpy: 0 }),
      aWorkerWith({ qualifications: [licence] }),
      aWorkerWith({ qualificationAllowanceJpy: 0 }),
    ];
    expect(derived("allowanceShare", workers)).toMatchObject({ value: 50, numerator: 1, denominator: 2 });
  });

  test("staffing counts those present on the day: leave staffs nothing", () => {
    const workers = [
      aWorkerWith({ dedicatedOutreach: true, role: "outreach_worker" }),
      aWorkerWith({ weeklyHours: 4 }),
      aWorkerWith({ weeklyHours: 8 }),
      aWorkerWith({ dedicatedOutreach: true, leave: [{ from: "2026-03-31", to: null }] }),
    ];
    expect(derived("staffingFte", workers, { terms })).toMatchObject({ value: 1.3, required: 2.5 });
    expect(derived("outreachWorkers", workers)).toMatchObject({ value: 1, required: 2 });
  });
});

describe("the distance to the target", () => {
  test.each([
    [5, 7, 80, { code: "short", have: 5, of: 7, need: 6, missing: 1 }], // 5.6 people → 6
    [6, 7, 80, { code: "shareMet", have: 6, of: 7, need: 6, missing: 0 }],
    [3, 5, 60, { code: "shareMet", have: 3, of: 5, need: 3, missing: 0 }],
    [6, 7, 100, { code: "short", have: 6, of: 7, need: 7, missing: 1 }],
    [0, 0, 80, { code: "noData" }],
  ] as const)("%i of %i against %i %%", (have, of, target, expected) => {
    expect(distance(judged("retention3y", percentOf(have, of), { retention3y: target }))).toEqual(expected);
  });

  test("a share that should be low tells how many are too many", () => {
    const share = (have: number) => distance(judged("welfareTransitionRate", percentOf(have, 25)));
    expect(share(2)).toEqual({ code: "withinShare", have: 2, of: 25, allowed: 2, excess: 0 });
    expect(share(4)).toEqual({ code: "tooMany", have: 4, of: 25, allowed: 2, excess: 2 });
  });

  test("means and counts tell the gap", () => {
    const of = (key: "caseloadPerWorker" | "trainingHours", value: number) =>
      distance(judged(key, { value, numerator: value, denominator: 1 }));
    expect(of("caseloadPerWorker", 52.5)).toEqual({ code: "above", value: 52.5, target: 50, gap: 2.5 });
    expect(of("caseloadPerWorker", 50)).toEqual({ code: "within", value: 50, target: 50, gap: 0 });
    expect(of("trainingHours", 12)).toEqual({ code: "below", value: 12, target: 20, gap: 8 });
    expect(of("trainingHours", 20)).toEqual({ code: "reached", value: 20, target: 20, gap: 0 });
  });
});
