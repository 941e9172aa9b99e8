import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { moneyOf, costPerFteFrom } from "~/domain/simulator/cost";
import { groundOf, leaveMonths, startMonths, type SimulatorFacts } from "~/domain/simulator/ground";
import { countAbove, outcomeOf, project, UNCHANGED } from "~/domain/simulator/project";
import { neededFor, reaches, withHires } from "~/domain/simulator/search";
import { staffingInput, staffingResult, type StaffingInput } from "~/domain/simulator/schema";
import { simulate, simulateForWard } from "~/domain/simulator/simulate";
import { workerFigures } from "~/domain/kpi/worker";

import { aWorkerWith, factsWith } from "../../setup/worker-facts";
import { staffingInputWith } from "../../setup/staffing";

/**
 * Open days: 3 Nov – 31 Jan (the 90 days) 18 + 20 + 19 = 57; February 20 weekdays less the 11th and 23rd = 18; March 22
 * less the 20th = 21. 19 new cases in 57 open days are 1/3 a day: 6 in February, 7 in March.
 */
const DAY = "2026-01-31";
const A = aWorkerWith({ staffCode: "A", caseload: { annualCases: 45, newCases: 19, activeCases: 15 } });
const B = aWorkerWith({ staffCode: "B", caseload: { annualCases: 20, newCases: 19, activeCases: 10 } });
const C = aWorkerWith({ staffCode: "C", caseload: { annualCases: 30, newCases: 0, activeCases: 5 } });
const FACTS = { ...factsWith([A, B, C], DAY), contractCases: 90, contractNewCases: 57 };
const FEBRUARY = { fte: 1, month: "2026-02", role: "support_worker" } as const;
const MARCH = { fte: 1, month: "2026-03", role: "support_worker" } as const;

function means(given: Partial<StaffingInput>) {
  const { desks, newcomers } = project(groundOf(FACTS, 50), { ...UNCHANGED, ...given });
  return [...desks, ...newcomers].map(({ forecast }) => forecast.mean);
}
function close(numbers: number[]) {
  return numbers.map((number) => expect.closeTo(number, 9));
}

describe("who ends the year with how many cases", () => {
  test("nothing changed: so far + 6 + 7, and who took nothing new takes nothing new", () => {
    expect(means({})).toEqual([58, 33, 30]);
    expect(countAbove(project(groundOf(FACTS, 50), UNCHANGED))).toEqual({ low: 1, expected: 1, high: 1 });
  });

  test("a third more demand: 13 more cases become 13 x 4/3", () => {
    expect(means({ demandPercent: 100 / 3 })).toEqual(close([45 + 52 / 3, 20 + 52 / 3, 30]));
  });

  test("a hire from February takes 8.1 / (8.1 + 55): cap 50 x 59/365 = 8.08, room 5 + 30 + 20", () => {
    const taken = 8.1 / 63.1;
    expect(means({ hires: [FEBRUARY] })).toEqual(close([45 + 13 * (1 - taken), 20 + 13 * (1 - taken), 30, 26 * taken]));
  });

  test("half the intake, if that is what new staff take, from the month in which the first begins", () => {
    // 45 + 6 + 7/2; 20 + 6 + 7/2; 30; half of 7 + 7
    expect(means({ hires: [MARCH], newSharePercent: 50 })).toEqual(close([54.5, 29.5, 30, 7]));
    expect(means({ newSharePercent: 50 })).toEqual([58, 33, 30]);
  });

  test("two hires share by their caps: 8.1 and 4.0 (50 x 0.5 x 59/365 = 4.04) of half the intake of 26", () => {
    const [, , , full, half] = means({ hires: [{ ...FEBRUARY, fte: 1.5 }], newSharePercent: 50 });
    expect([full, half]).toEqual(close([(13 * 8.1) / 12.1, (13 * 4) / 12.1]));
  });

  test("one of three leaves at the end of February: each takes 3/2 of March's intake and half of the ten open cases", () => {
    // 30 open cases x 1/3 = 10, for two who stay 5 each: 45 + 6 + 10.5 + 5; 20 + 6 + 10.5 + 5; 30 + 5
    expect(means({ departures: [{ fte: 1, month: "2026-02" }] })).toEqual(close([66.5, 41.5, 35]));
    // half of it all goes to the hire: 45 + 6 + 5.25 + 2.5; 20 + 6 + 5.25 + 2.5; 30 + 2.5; (14 + 10) / 2
    const given = { departures: [{ fte: 1, month: "2026-02" }], hires: [MARCH], newSharePercent: 50 };
    expect(means(given)).toEqual(close([58.75, 33.75, 32.5, 12]));
    // the hire's cap for March alone is 50 x 31/365 = 4.2, so the hire is above it as well
    expect(countAbove(project(groundOf(FACTS, 50), { ...UNCHANGED, ...given })).expected).toBe(2);
  });

  test("a hired clerk takes no case and counts for no FTE", () => {
    const input = { ...UNCHANGED, hires: [{ ...FEBRUARY, role: "clerk" as const }] };
    expect(outcomeOf(groundOf(FACTS, 50), input)).toEqual(outcomeOf(groundOf(FACTS, 50), UNCHANGED));
  });

  test("new staff begin on a first of a month that is still to come", () => {
    expect(startMonths(DAY)).toEqual(["2026-02", "2026-03"]);
    expect([startMonths("2026-02-10"), leaveMonths("2026-02-10")]).toEqual([["2026-03"], ["2026-02", "2026-03"]]);
    expect([startMonths("2026-03-31"), leaveMonths("2026-03-31")]).toEqual([[], []]);
  });
});

describe("cases per FTE of the year", () => {
  const kpi = (given: Partial<StaffingInput>) => outcomeOf(groundOf(FACTS, 50), { ...UNCHANGED, ...given });
  test("57 new cases in 57 days are 39 more: 129 / 3 = 43", () => {
    expect(kpi({})).toMatchObject({ people: 3, newcomers: 0, averageFte: 3, casesPerFte: { expected: 43 } });
  });
  test("with a hire from 1 February 129 / (3 + 59/365), and a leaver after February 31/365 less", () => {
    expect(kpi({ hires: [FEBRUARY] }).casesPerFte?.expected).toBeCloseTo((129 * 365) / 1154, 9);
    expect(kpi({ departures: [{ fte: 1, month: "2026-02" }] }).averageFte).toBeCloseTo(3 - 31 / 365, 9);
  });
  test("a tenth more demand: 90 + 42.9 cases, with the interval of a Poisson count of 42.9", () => {
    // P(X <= 34) = 0.097, P(X <= 35) = 0.127; P(X <= 50) = 0.876, P(X <= 51) = 0.903
    expect(kpi({ demandPercent: 10 }).cases).toEqual({ low: 125, expected: expect.closeTo(132.9, 9), high: 141 });
  });
});

describe("money", () => {
  const costed = {
    hires: [],
    departures: [],
    costPerFteJpy: 6_000_000,
    overheadPercent: 10,
    currentFeeJpy: 30_000_000,
  };
  test("one FTE from February: 6,000,000 x 1.1 x 2/12 this year, 6,600,000 in a full one", () => {
    expect(moneyOf({ ...costed, hires: [FEBRUARY] }, 2025)).toEqual({
      ...{ thisYearJpy: 1_100_000, fullYearJpy: 6_600_000, feeThisYearJpy: 31_100_000, feeFullYearJpy: 36_600_000 },
    });
  });
  test("a leaver saves from the month after the last day: half an FTE after February saves March, 275,000", () => {
    const money = moneyOf({ ...costed, departures: [{ fte: 0.5, month: "2026-02" }] }, 2025);
    expect(money).toMatchObject({ thisYearJpy: -275_000, fullYearJpy: -3_300_000 });
  });
  test("half a yen rounds up: 0.1 FTE x 5,999,950 x 1/12 = 49,999.583 → 50,000; 5 x 0.1 → 1", () => {
    const tenth = { ...costed, hires: [{ ...MARCH, fte: 0.1 }], overheadPercent: 0 };
    expect(moneyOf({ ...tenth, costPerFteJpy: 5_999_950 }, 2025).thisYearJpy).toBe(50_000);
    expect(moneyOf({ ...tenth, costPerFteJpy: 5 }, 2025).fullYearJpy).toBe(1);
  });
  test("without a cost there is none, and without a fee no fee", () => {
    expect(Object.values(moneyOf({ ...costed, costPerFteJpy: null }, 2025))).toEqual([null, null, null, null]);
    expect(moneyOf({ ...costed, currentFeeJpy: null }, 2025)).toMatchObject({ thisYearJpy: 0, feeThisYearJpy: null });
  });
  test("the cost of an FTE by the contract's pay: (4,000,000 + 2,400,000) / 1.6 x 1.165 = 4,660,000", () => {
    const posts = [
      { fte: 1, annualPayJpy: 4_000_000 },
      { fte: 0.6, annualPayJpy: 2_400_000 },
      { fte: 1, annualPayJpy: null },
    ];
    expect(costPerFteFrom(posts)).toBe(4_660_000);
    expect(costPerFteFrom([{ fte: 1, annualPayJpy: null }])).toBeNull();
  });
});

describe("how many are needed", () => {
  const input = staffingInputWith({ searchMonth: "2026-02", costPerFteJpy: 6_000_000 });
  test("A may take 5 of 13: 55 / (55 + caps) <= 5/13 wants caps of 88, which 10.5 (85.0) lack and 11 (89.1) have", () => {
    expect(neededFor("expected", groundOf(FACTS, 50), input)).toMatchObject({ fte: 11, fullYearJpy: 66_000_000 });
    expect(neededFor("upper", groundOf(FACTS, 50), input)).toMatchObject({ fte: expect.toSatisfy((fte) => fte > 11) });
  });
  test("nobody, where nobody is above: 58 cases of 60", () => {
    expect(neededFor("expected", groundOf(FACTS, 60), input)).toMatchObject({ fte: 0, fullYearJpy: 0 });
  });
  test("nothing helps who is above already, and nobody begins when the year is over", () => {
    expect(neededFor("expected", groundOf(FACTS, 44), input)).toEqual({ reason: "tooLate" });
    expect(neededFor("expected", groundOf(FACTS, 50), { ...input, searchMonth: null })).toEqual({ reason: "noMonth" });
  });
  test("the KPI at 40: 129 / 40 = 3.225 average FTE, 0.225 x 365/59 = 1.39 from February", () => {
    expect(neededFor("kpi", groundOf(FACTS, 40), input)).toMatchObject({ fte: 1.5 });
    expect(neededFor("kpi", groundOf(FACTS, 43), input)).toMatchObject({ fte: 0 });
  });
});

describe("what the ward reads", () => {
  const input = staffingInputWith({ searchMonth: "2026-02", hires: [FEBRUARY] });
  test("of three support staff totals alone: no number of persons anywhere", () => {
    const result = simulateForWard(FACTS, input);
    expect(result).toMatchObject({ workers: null, groups: [], before: { above: null }, after: { above: null } });
    expect([result.needed.expected, result.needed.upper]).toEqual([{ reason: "withheld" }, { reason: "withheld" }]);
    expect(result.caps.every((row) => row.above === null && "reason" in row.needed)).toBe(true);
    expect(result.before.casesPerFte).toEqual(simulate(FACTS, input).before.casesPerFte);
  });
  test("of six, in an office of five and one of one, numbers for both together", () => {
    const offices = ["X", "Y"].map((id) => ({ officeId: id, officeCode: id, name: id, nameEn: null }));
    const workers = [A, B, C, A, B].map((worker) => ({ ...worker, officeId: "X" }));
    const result = simulateForWard({ ...FACTS, offices, workers: [...workers, { ...C, officeId: "Y" }] }, input);
    expect(result.before.above).toEqual({ low: 2, expected: 2, high: 2 });
    expect(result.groups.map((group) => [group.scope, group.supportStaff])).toEqual([["contract", 6]]);
    // 58 of 50 twice; 33 and 30 of 50 are at most 80 %
    expect(result.groups[0]?.before).toEqual({ upTo80: 4, upTo100: 0, upTo120: 2, over120: 0 });
    expect(result.workers).toBeNull();
    expect(JSON.stringify(result)).not.toContain("staffCode");
  });
  test("both answers are what a saved what-if may hold", () => {
    expect(staffingInput.parse(input)).toEqual(input);
    for (const result of [simulate(FACTS, input), simulateForWard(FACTS, input)])
      expect(staffingResult.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
  });
});

const load = fc.record({ annualCases: fc.nat(70), newCases: fc.nat(30), activeCases: fc.nat(40) });
const staff = fc.array(
  fc.record({ weeklyHours: fc.constantFrom(16, 20, 30, 40), caseload: load }).map((given) => aWorkerWith(given)),
  { minLength: 1, maxLength: 8 },
);
const facts: fc.Arbitrary<SimulatorFacts> = fc
  .record({ staff, day: fc.constantFrom("2025-07-14", "2025-12-31", "2026-01-31", "2026-02-10") })
  .map(({ staff: workers, day }) => ({ ...factsWith(workers, day), contractCases: 200, contractNewCases: 60 }));
const assumptions: fc.Arbitrary<Pick<StaffingInput, "demandPercent" | "departures">> = fc.record({
  demandPercent: fc.integer({ min: -50, max: 100 }),
  departures: fc.constantFrom<StaffingInput["departures"]>([], [{ fte: 0.3, month: "2026-02" }]),
});

describe("for any contract", () => {
  test("without a change everybody has the forecast of the own flags", () => {
    fc.assert(
      fc.property(facts, (given) => {
        const own = given.workers.map(
          (worker) => workerFigures(factsWith([], given.day), aWorkerWith(worker)).forecast,
        );
        expect(project(groundOf(given, 50), UNCHANGED).desks.map(({ forecast }) => forecast)).toEqual(own);
      }),
    );
  });

  test("more staff raise nobody's load, nor what is expected of any hire per case of cap", () => {
    fc.assert(
      fc.property(facts, assumptions, fc.integer({ min: 1, max: 12 }), (given, assumed, steps) => {
        const ground = groundOf(given, 50);
        const at = (fte: number) => project(ground, { ...staffingInputWith(assumed), hires: [{ ...MARCH, fte }] });
        const [fewer, more] = [at(steps / 2), at(steps / 2 + 0.5)];
        const loads = (one: typeof fewer) => one.desks.map(({ forecast }) => forecast);
        loads(more).forEach((forecast, index) => {
          expect(forecast.mean).toBeLessThanOrEqual((loads(fewer)[index]?.mean ?? 0) + 1e-9);
          expect(forecast.high).toBeLessThanOrEqual((loads(fewer)[index]?.high ?? 0) + 1e-9);
        });
        const heaviest = (one: typeof fewer) =>
          Math.max(...one.newcomers.map(({ newcomer, forecast }) => forecast.mean / newcomer.cap));
        expect(heaviest(more)).toBeLessThanOrEqual(heaviest(fewer) + 1e-9);
      }),
    );
  });

  test("what is found does it, and half an FTE less does not", () => {
    fc.assert(
      fc.property(facts, assumptions, fc.constantFrom("expected", "upper", "kpi"), (given, assumed, goal) => {
        const ground = groundOf(given, 50);
        const input = staffingInputWith({ ...assumed, searchMonth: "2026-03" });
        const found = neededFor(goal, ground, input);
        if ("reason" in found) return;
        expect(reaches(goal, ground, withHires(input, found.fte, "2026-03"))).toBe(true);
        if (found.fte > 0) expect(reaches(goal, ground, withHires(input, found.fte - 0.5, "2026-03"))).toBe(false);
      }),
    );
  });

  test("cases are neither lost nor made: nobody leaves, so all take what comes in", () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 1, max: 6 }), (given, fte) => {
        const ground = groundOf(given, 50);
        const { desks, newcomers } = project(ground, { ...UNCHANGED, hires: [{ ...MARCH, fte }] });
        const taken = [
          ...desks.map(({ desk, forecast }) => forecast.mean - desk.soFar),
          ...newcomers.map(({ forecast }) => forecast.mean),
        ].reduce((a, b) => a + b, 0);
        expect(taken).toBeCloseTo(
          ground.intake.reduce((a, b) => a + b, 0),
          6,
        );
      }),
    );
  });
});
