import { describe, expect, test } from "vitest";

import { CATALOGUE, RETURN_INDICATORS, type IndicatorKey } from "~/domain/kpi/catalogue";
import { groupIndicators, indicatorIn, indicators, officeIndicators, trainingReachedShare } from "~/domain/kpi/rules";
import { totalIndicators } from "~/domain/kpi/totals";
import type { ContractFacts, WorkerFacts } from "~/domain/workforce/facts";

import { aWorkerWith, factsWith } from "../../setup/worker-facts";

const END = "2026-03-31";
const session = (day: string) => ({ day, kind: "individual", external: false }) as const;
const hours = (amount: number) =>
  ({
    attendedOn: "2025-05-01",
    hours: amount,
    topic: "basic",
    format: "lecture",
    inWorkingTime: true,
    publiclyFunded: true,
  }) as const;
const licence = { kind: "certified_social_worker", obtainedOn: "2015-04-01", expiresOn: null } as const;

function figure(key: IndicatorKey, workers: WorkerFacts[], day = END, more: Partial<ContractFacts> = {}) {
  return indicatorIn(indicators({ ...factsWith(workers, day), ...more }), key);
}

test("the catalogue holds the twenty indicators: six from records, fourteen from the monthly return", () => {
  expect(CATALOGUE.map(({ key }) => key).slice(0, 6)).toEqual([
    ...["retention3y", "caseloadPerWorker", "qualifiedShare", "worthwhileShare", "trainingHours", "supervisionRate"],
  ]);
  expect(RETURN_INDICATORS).toHaveLength(14);
  expect(indicators(factsWith([], END)).map(({ key }) => key)).toEqual(CATALOGUE.map(({ key }) => key));
});

test("a contract without records has no data anywhere, never 0 % or 100 %", () => {
  for (const { value, met } of indicators(factsWith([], END))) expect([value, met]).toEqual([null, null]);
});

describe("retention after three years", () => {
  test.each([
    { because: "still employed", hiredOn: "2022-06-01", leftOn: null, counts: [1, 1] },
    { because: "left on the anniversary itself", hiredOn: "2022-06-01", leftOn: "2025-06-01", counts: [1, 1] },
    { because: "left the day before it", hiredOn: "2022-06-01", leftOn: "2025-05-31", counts: [0, 1] },
    { because: "anniversary on the day", hiredOn: "2023-03-31", leftOn: null, counts: [1, 1] },
    { because: "anniversary on the first of the 365 days", hiredOn: "2022-04-01", leftOn: null, counts: [1, 1] },
    { because: "anniversary one day before them", hiredOn: "2022-03-31", leftOn: null, counts: [0, 0] },
    { because: "anniversary to come", hiredOn: "2023-04-01", leftOn: null, counts: [0, 0] },
    { because: "left long after it", hiredOn: "2022-06-01", leftOn: "2025-12-31", counts: [1, 1] },
  ])("$because: $counts", ({ hiredOn, leftOn, counts }) => {
    const { numerator, denominator } = figure("retention3y", [aWorkerWith({ hiredOn, leftOn })]);
    expect([numerator, denominator]).toEqual(counts);
  });
  test("a hire on 29 February 2024 has it on 1 March 2027: not in February, on the last day left counts", () => {
    const hired = (leftOn: string | null) => aWorkerWith({ hiredOn: "2024-02-29", leftOn });
    expect(figure("retention3y", [hired(null)], "2027-02-28").denominator).toBe(0);
    expect(figure("retention3y", [hired(null)], "2027-03-01").value).toBe(100);
    expect(figure("retention3y", [hired("2027-02-28")], "2027-03-01").value).toBe(0);
    expect(figure("retention3y", [hired("2027-03-01")], "2027-03-01").value).toBe(100);
  });
  test("managers, supervisors and clerks are not asked", () => {
    expect(figure("retention3y", [aWorkerWith({ hiredOn: "2022-06-01", role: "clerk" })]).denominator).toBe(0);
  });
  test("4 of 5 are 80 % and meet the target exactly", () => {
    const cohort = [null, null, null, null, "2024-04-01"].map((leftOn) =>
      aWorkerWith({ hiredOn: "2022-06-01", leftOn }),
    );
    expect(figure("retention3y", cohort)).toMatchObject({ value: 80, numerator: 4, denominator: 5, met: true });
  });
});

describe("caseload per worker", () => {
  test("divides distinct cases by the average FTE of the days so far", () => {
    // Over 365 days: 1.0 + 0.5 + 0.8 x 73/365 = 1.66; 83 / 1.66 = 50
    const workers = [
      aWorkerWith(),
      aWorkerWith({ weeklyHours: 20 }),
      aWorkerWith({ weeklyHours: 32, hiredOn: "2026-01-18" }),
      aWorkerWith({ role: "supervisor" }),
    ];
    const result = figure("caseloadPerWorker", workers, END, { contractCases: 83 });
    expect(result).toMatchObject({ value: 50, numerator: 83, denominator: 1.66, target: 50, met: true });
    expect(result.forecast).toBeUndefined();
  });
  test("counts staff on leave as 0 on those days", () => {
    // 30 days of April, away the last 15: 0.5 FTE; 10 / 0.5 = 20
    const away = aWorkerWith({ leave: [{ from: "2025-04-16", to: null }] });
    expect(figure("caseloadPerWorker", [away], "2025-04-30", { contractCases: 10 }).value).toBe(20);
  });
  test("has no value without FTE", () => {
    expect(figure("caseloadPerWorker", [], END, { contractCases: 3 })).toMatchObject({
      value: null,
      met: null,
      denominator: 0,
    });
  });
  test("before the year's end is forecast with the FTE of the whole year as recorded", () => {
    // 30 March 2026 is a Monday: one open day is left. Window from 31 December: 90 days.
    // A second worker leaves on 30 March: 364/365 FTE, so the year has 729/365 FTE.
    const workers = [aWorkerWith(), aWorkerWith({ leftOn: "2026-03-30" })];
    const { forecast } = figure("caseloadPerWorker", workers, "2026-03-30", { contractCases: 90, contractNewCases: 0 });
    expect(forecast).toEqual({ mean: (90 * 365) / 729, low: (90 * 365) / 729, high: (90 * 365) / 729 });
  });
});

describe("the other figures from records", () => {
  test("qualified are those with a valid recognised qualification, of the support staff of the day", () => {
    const workers = [
      aWorkerWith({ qualifications: [licence, { ...licence, kind: "care_worker" }] }),
      aWorkerWith({ qualifications: [{ ...licence, expiresOn: "2026-03-31" }] }),
      aWorkerWith({ qualifications: [{ ...licence, expiresOn: "2026-03-30" }] }),
      aWorkerWith({ qualifications: [{ ...licence, kind: "other" }] }),
      aWorkerWith({ qualifications: [licence], leftOn: "2026-03-30" }),
      aWorkerWith({ qualifications: [licence], role: "manager" }),
    ];
    expect(figure("qualifiedShare", workers)).toMatchObject({ value: 50, numerator: 2, denominator: 4, met: false });
  });

  test("training is the mean over the support staff of the day, whoever attended nothing included", () => {
    const workers = [
      aWorkerWith({ training: [hours(12.5), hours(10)] }),
      aWorkerWith(),
      aWorkerWith({ training: [hours(24)], leftOn: "2026-03-01" }),
      aWorkerWith({ training: [hours(8)], role: "clerk" }),
    ];
    expect(figure("trainingHours", workers)).toMatchObject({
      value: 11.25,
      numerator: 22.5,
      denominator: 2,
      met: false,
    });
    expect(trainingReachedShare(factsWith(workers, END))).toEqual({ value: 50, numerator: 1, denominator: 2 });
  });

  test("supervision counts only those with something due: four for a whole year's work", () => {
    const four = ["2025-04-10", "2025-04-20", "2025-10-01", "2026-03-31"].map(session);
    const workers = [
      aWorkerWith({ attended: four }),
      aWorkerWith({ attended: four.slice(1) }),
      aWorkerWith({ attended: [session("2026-03-10")], hiredOn: "2026-01-31" }), // 60 days in Q4: one due
      aWorkerWith({ hiredOn: "2026-02-01" }), // 59 days: nothing due
    ];
    expect(figure("supervisionRate", workers)).toMatchObject({ numerator: 2, denominator: 3, met: false });
    expect(figure("supervisionRate", workers, "2025-05-31").value).toBeNull();
  });

  test("worthwhile work is unknown until a survey has closed", () => {
    expect(figure("worthwhileShare", [aWorkerWith()])).toMatchObject({
      value: null,
      numerator: null,
      denominator: null,
    });
  });

  test("worthwhile work is what the survey publishes: 12 of 15 are 80 %, an office only where the survey shows it", () => {
    const worthwhile = [
      { officeIds: null, top: 12, answered: 15 },
      { officeIds: ["o1"], top: 3, answered: 6 },
    ];
    const facts = { ...factsWith([aWorkerWith()], END), worthwhile };
    const none = { cases: 0, newCases: 0 };
    expect(indicatorIn(indicators(facts), "worthwhileShare")).toMatchObject({
      value: 80,
      numerator: 12,
      denominator: 15,
      met: true,
    });
    expect(indicatorIn(officeIndicators(facts, "o1"), "worthwhileShare")).toMatchObject({ value: 50, met: false });
    expect(indicatorIn(officeIndicators(facts, "o2"), "worthwhileShare").value).toBeNull();
    expect(indicatorIn(groupIndicators(facts, ["o1", "o2"], none), "worthwhileShare").value).toBeNull();
  });

  test("a contract's own target replaces the catalogue's", () => {
    const facts = factsWith([aWorkerWith({ training: [hours(18)] })], END);
    const own = { ...facts, terms: { ...facts.terms, targets: { trainingHours: 18 } } };
    expect(indicatorIn(indicators(own), "trainingHours")).toMatchObject({ target: 18, met: true });
  });

  test("an office's figures count its own staff and cases", () => {
    const workers = [
      aWorkerWith({ officeId: "o1", qualifications: [licence] }),
      aWorkerWith({ officeId: "o2" }),
      aWorkerWith({ officeId: null }),
    ];
    const facts = { ...factsWith(workers, END), contractCases: 70, officeCases: new Map([["o1", 40]]) };
    const own = officeIndicators(facts, "o1");
    expect(own).toHaveLength(6);
    expect(indicatorIn(own, "qualifiedShare")).toMatchObject({ value: 100, denominator: 1 });
    expect(indicatorIn(own, "caseloadPerWorker").value).toBe(40);
    expect(indicatorIn(officeIndicators(facts, "o2"), "caseloadPerWorker").value).toBe(0);
  });
});

describe("the figures from the monthly return", () => {
  const returns = [
    { indicator: "independenceRate", month: "2025-04", numerator: 3, denominator: 4 },
    { indicator: "independenceRate", month: "2025-05", numerator: 1, denominator: 6 },
    { indicator: "welfareTransitionRate", month: "2025-04", numerator: 1, denominator: 10 },
    { indicator: "multiAgencyRate", month: "2025-04", numerator: 0, denominator: 0 },
    { indicator: "outreachVisits", month: "2025-04", numerator: 40, denominator: null },
    { indicator: "outreachVisits", month: "2025-05", numerator: 0, denominator: null },
    { indicator: "coordinationMeetings", month: "2025-04", numerator: 3, denominator: null },
    { indicator: "coordinationMeetings", month: "2025-05", numerator: 2, denominator: null },
  ];
  const of = (key: IndicatorKey) => figure(key, [], "2025-05-31", { returns });

  test("a rate adds numerators and denominators: 4 of 10, not the mean of 75 % and 16.7 %", () => {
    expect(of("independenceRate")).toMatchObject({ value: 40, numerator: 4, denominator: 10, met: false });
  });
  test("a rate that should be low is met at its target", () => {
    expect(of("welfareTransitionRate")).toMatchObject({ value: 10, direction: "lower", met: true });
  });
  test("0 of 0 is no data", () => {
    expect(of("multiAgencyRate")).toMatchObject({ value: null, numerator: 0, denominator: 0, met: null });
  });
  test("a count adds up and has no denominator; a reported 0 is a 0, an unreported one is no data", () => {
    expect(of("outreachVisits")).toMatchObject({ value: 40, numerator: 40, denominator: null });
    expect(of("mobileConsultations")).toMatchObject({ value: null, numerator: null, met: null });
  });
  test("meetings are a mean over the months reported", () => {
    expect(of("coordinationMeetings")).toMatchObject({ value: 2.5, numerator: 5, denominator: 2, met: true });
  });
});

test("a ward's totals add numerators and denominators of its contracts", () => {
  const first = indicators({ ...factsWith([aWorkerWith({ qualifications: [licence] })], END), contractCases: 40 });
  const second = indicators({ ...factsWith([aWorkerWith(), aWorkerWith()], END), contractCases: 140 });
  const totals = totalIndicators([first, second]);
  expect(indicatorIn(totals, "qualifiedShare")).toMatchObject({ numerator: 1, denominator: 3, met: false });
  expect(indicatorIn(totals, "caseloadPerWorker")).toMatchObject({ value: 60, numerator: 180, denominator: 3 });
  expect(indicatorIn(totals, "independenceRate").value).toBeNull();
});
