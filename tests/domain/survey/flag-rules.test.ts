import { describe, expect, test } from "vitest";

import type { WorkerFinding } from "~/domain/flag/finding";
import { askedAgain, burnoutSurvey, surveyFacts, surveyFindings, wellbeingIndex } from "~/domain/survey/flag-rules";
import type { SurveyFacts } from "~/domain/workforce/facts";

const reading = (index: number, answered = 5, eligible = 10) => ({
  ...{ officeIds: null, answered, eligible, index },
  ...{ campaignId: "now", closedOn: "2026-11-01" },
});
const before = (index: number) => ({ ...reading(index), campaignId: "then", closedOn: "2026-05-01" });
const severity = (...of: Parameters<typeof burnoutSurvey>) => burnoutSurvey(...of)?.severity ?? null;

describe("the index", () => {
  test("is the mean of (mean - 1) / 4 over the questions, times 100", () => {
    // (3.5 - 1) / 4 = 0.625, (2 - 1) / 4 = 0.25; (0.625 + 0.25) / 2 = 0.4375
    expect(wellbeingIndex([3.5, 2])).toBe(43.75);
    expect(wellbeingIndex([1, 1])).toBe(0);
    expect(wellbeingIndex([5])).toBe(100);
    expect(wellbeingIndex([])).toBeNull();
  });
});

describe("how grave it is", () => {
  test("a fall of 10 points is told, one of 9.99 is not", () => {
    expect(severity(reading(60), before(70), false)).toBe("watch");
    expect(severity(reading(60.01), before(70), false)).toBeNull();
  });

  test("a fall of exactly 10 points is told although the means are thirds", () => {
    // Means of 3.8 and 3.4 over three questions: 70 and 60, which binary fractions miss by a hair.
    const [high, low] = [wellbeingIndex([3.8, 3.8, 3.8]) ?? 0, wellbeingIndex([3.4, 3.4, 3.4]) ?? 0];
    expect(severity(reading(low), before(high), false)).toBe("watch");
  });

  test("50 is not unfavourable, 49.99 is, also without a survey before", () => {
    expect(severity(reading(50), null, false)).toBeNull();
    expect(severity(reading(49.99), null, false)).toBe("watch");
    expect(severity(reading(49.99), before(45), true)).toBe("watch");
  });

  test("both are a warning, and critical with half of them answering and an overload", () => {
    expect(severity(reading(45), before(55), false)).toBe("warning");
    expect(severity(reading(45, 5, 10), before(55), true)).toBe("critical");
    // 6 of 13 are 46 %; 7 of 14 are 50 %.
    expect(severity(reading(45, 6, 13), before(55), true)).toBe("warning");
    expect(severity(reading(45, 7, 14), before(55), true)).toBe("critical");
  });

  test("an overload and a good response alone make nothing grave", () => {
    expect(severity(reading(45, 10, 10), before(54.99), true)).toBe("watch");
    expect(severity(reading(50, 10, 10), before(60), true)).toBe("watch");
  });

  test("the figures say all that is needed to check it", () => {
    expect(burnoutSurvey(reading(43.754, 7, 9), before(62.5), true)?.figures).toEqual({
      ...{ index: 43.75, before: 62.5, change: -18.75, isFallen: true, isUnfavourable: true, fall: 10, bound: 50 },
      // 7 of 9 are 77.777... %
      ...{ hasOverload: true, answered: 7, eligible: 9, responseRate: 77.78 },
      ...{ closedOn: "2026-11-01", beforeClosedOn: "2026-05-01", surveyId: "now", beforeSurveyId: "then" },
    });
  });
});

const group = (officeIds: string[] | null, index: number, eligible: number) => ({
  ...{ officeIds, index, answered: eligible, eligible },
});
const overload = (officeId: string, severity: "watch" | "warning"): WorkerFinding => ({
  ...{ rule: "overload.active", version: 1, severity, figures: {}, staffId: "s", officeId },
});
const found = (surveys: SurveyFacts[], open: WorkerFinding[] = []) =>
  surveyFindings({ contractId: "c", offices: [{ officeId: "A" }, { officeId: "B" }, { officeId: "C" }], surveys }, open)
    .map((finding) => `${finding.officeId ?? finding.contractId} ${finding.severity} ${finding.figures.before}`)
    .join(", ");

describe("whom it is about", () => {
  const old: SurveyFacts = {
    ...{ campaignId: "1", closedOn: "2026-01-31" },
    groups: [group(null, 60, 15), group(["A"], 70, 7), group(["B", "C"], 50, 8)],
  };
  const pulse: SurveyFacts = { campaignId: "2", closedOn: "2026-06-30", groups: [group(null, 44, 14)] };
  const latest: SurveyFacts = {
    ...{ campaignId: "3", closedOn: "2026-11-01" },
    groups: [group(null, 42, 15), group(["A"], 40, 7), group(["B", "C"], 44, 8)],
  };

  test("an office is compared with the last survey that published it, the contract with its own last", () => {
    // A: 40 - 70 = -30 against the first survey; the contract: 42 - 44 = -2 against the second, below 50 alone.
    expect(found([latest, pulse, old])).toBe("A warning 70, c watch 44");
  });

  test("an overload counts for its own office and for the contract, a watch does not", () => {
    expect(found([latest, old], [overload("A", "warning")])).toBe("A critical 70, c critical 60");
    expect(found([latest, old], [overload("B", "warning")])).toBe("A warning 70, c critical 60");
    expect(found([latest, old], [overload("A", "watch")])).toBe("A warning 70, c warning 60");
  });

  test("a contract all of whose offices are published by themselves is not told of as well", () => {
    const each = { ...latest, groups: [group(null, 42, 15), group(["A"], 40, 7), group(["B"], 44, 8)] };
    expect(found([each])).toBe("A watch null, B watch null");
  });

  test("what the latest survey does not publish is not told of, and without a survey nothing is", () => {
    expect(found([pulse, old])).toBe("c warning 60");
    expect(found([{ ...latest, groups: [] }, old])).toBe("");
    expect(found([])).toBe("");
  });
});

test("stored cells become groups with those who were asked in them; cells over waves and other questions do not", () => {
  const means = [
    { key: "satisfaction:meaning", mean: 3 },
    { key: "satisfaction:stay", mean: 4 },
    { key: "Q1", mean: 1 },
  ];
  const cell = (scope: string, units: string[], answered: number) => ({ scope, units, answered, means });
  const stored = {
    ...{ campaignId: "1", closedOn: "2026-01-31", answered: 12, eligible: 16 },
    units: [
      { unit: "A", officeIds: ["A"], eligible: 7 },
      { unit: "small", officeIds: ["B", "C"], eligible: 9 },
    ],
    cells: [cell("all", ["A", "small"], 12), cell("unit", ["small"], 6), cell("waves", ["A"], 11)],
  };
  // (0.5 + 0.75) / 2 = 0.625
  expect(surveyFacts([stored])).toEqual([
    {
      ...{ campaignId: "1", closedOn: "2026-01-31" },
      groups: [
        { officeIds: null, answered: 12, eligible: 16, index: 62.5 },
        { officeIds: ["B", "C"], answered: 6, eligible: 9, index: 62.5 },
      ],
    },
  ]);
  expect(surveyFacts([{ ...stored, cells: [{ ...cell("all", ["A"], 5), means: means.slice(2) }] }])[0]?.groups).toEqual(
    [],
  );
});

test("a later survey says whether it got better: the next one that published the group", () => {
  const surveys = [
    { campaignId: "3", closedOn: "2026-11-01", groups: [group(["A"], 60, 7)] },
    { campaignId: "2", closedOn: "2026-06-30", groups: [group(null, 44, 14)] },
    { campaignId: "1", closedOn: "2026-01-31", groups: [group(["A"], 40, 7), group(null, 42, 15)] },
  ];
  const then = { index: 40, closedOn: "2026-01-31" };
  expect(askedAgain(surveys, "A", "1")).toEqual({ then, again: { index: 60, closedOn: "2026-11-01" } });
  expect(askedAgain(surveys.slice(1), "A", "1")).toEqual({ then, again: null });
  expect(askedAgain(surveys, null, "1")?.again).toEqual({ index: 44, closedOn: "2026-06-30" });
  expect(askedAgain(surveys, "B", "1")).toBeNull();
});
