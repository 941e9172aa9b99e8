import { expect, test } from "vitest";

import { groupRisk, weightedTotal, type CoefficientVersion, type GroupMeans } from "~/domain/survey/group-risk";
import type { Sex } from "~/domain/survey/instruments/bjsq-scales";

const means = (workload: number, control: number, superiors: number, colleagues: number): GroupMeans => ({
  ...{ workload, control, superiors, colleagues },
});
const MEN = means(9.7, 6.9, 6.5, 7.1);
const WOMEN = means(9.5, 6.8, 6.0, 7.5);
const STRAINED = means(10, 6, 6, 7);

// Men: 100 exp((9.7 - 8.7) 0.076 + (6.9 - 7.9) (-0.089)) = 100 exp(0.165) = 117.94; support 100 exp(0.194) = 121.41.
test.each<[string, GroupMeans, Sex, CoefficientVersion, number, number, number]>([
  ["men", MEN, "male", "updated", 117.94, 121.41, 143.19],
  ["women", WOMEN, "female", "updated", 110.43, 113.44, 125.27],
  ["men under strain", STRAINED, "male", "updated", 130.72, 128.69, 168.22],
])("%s, %o, as worked out by hand", (_, given, sex, version, job, support, total) => {
  const risk = groupRisk(given, sex, version);
  expect(risk.version).toBe(version);
  expect(risk.jobRisk).toBeCloseTo(job, 2);
  expect(risk.supportRisk).toBeCloseTo(support, 2);
  expect(risk.total).toBeCloseTo(total, 2);
});

test.each<[GroupMeans, Sex, number]>([
  [MEN, "male", 145.88],
  [WOMEN, "female", 134.76],
  [STRAINED, "male", 171.38],
])("the earlier national means give other totals, so a result names its version", (given, sex, total) => {
  expect(groupRisk(given, sex, "legacy").total).toBeCloseTo(total, 2);
});

test("the national means themselves are 100, 100, 100", () => {
  expect(groupRisk(means(8.7, 7.9, 7.5, 8.1), "male")).toEqual({
    ...{ version: "updated", jobRisk: 100, supportRisk: 100, total: 100 },
  });
});

test("eight men and twelve women: (143.19 x 8 + 125.27 x 12) / 20 = 132.44", () => {
  const total = weightedTotal([
    { size: 8, total: groupRisk(MEN, "male").total },
    { size: 12, total: groupRisk(WOMEN, "female").total },
  ]);
  expect(total).toBeCloseTo(132.44, 2);
  expect(weightedTotal([])).toBeNull();
});
