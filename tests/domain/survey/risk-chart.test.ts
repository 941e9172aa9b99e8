import { describe, expect, test } from "vitest";

import { groupRisk } from "~/domain/survey/group-risk";
import { nationalPoint, riskBand, riskLine, riskLines, riskPoint } from "~/domain/survey/risk-chart";

describe("the lines of the job stress chart", () => {
  test("that of 100 passes through the national mean", () => {
    // Men, workload and control: slope of the line = -0.076 / -0.089 = 0.853933 upwards, through (8.7, 7.9).
    const line = riskLine("job", "male", 100, "updated");
    const nation = nationalPoint("job", "male", "updated");
    expect(nation).toEqual({ x: 8.7, y: 7.9 });
    const slope = line ? (line.to.y - line.from.y) / (line.to.x - line.from.x) : Number.NaN;
    expect(slope).toBeCloseTo(0.076 / 0.089, 10);
    expect(line && line.from.y + (8.7 - line.from.x) * slope).toBeCloseTo(7.9, 10);
    // At the left edge, x = 3: 7.9 - 5.7 x 0.853933 = 3.032584; at the right edge, x = 12: 7.9 + 3.3 x 0.853933 = 10.717978.
    expect(line?.from).toEqual({ x: 3, y: expect.closeTo(3.032584, 5) });
    expect(line?.to).toEqual({ x: 12, y: expect.closeTo(10.717978, 5) });
  });

  test("run where the risk is what they say", () => {
    for (const sex of ["male", "female"] as const)
      for (const kind of ["job", "support"] as const)
        for (const { level, from, to } of riskLines(kind, sex, "updated"))
          for (const { x, y } of [from, to, { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }]) {
            const national = {
              job: nationalPoint("job", sex, "updated"),
              support: nationalPoint("support", sex, "updated"),
            };
            const means = {
              ...{ workload: national.job.x, control: national.job.y },
              ...{ superiors: national.support.x, colleagues: national.support.y },
              ...(kind === "job" ? { workload: x, control: y } : { superiors: x, colleagues: y }),
            };
            const risk = groupRisk(means, sex);
            expect(kind === "job" ? risk.jobRisk : risk.supportRisk).toBeCloseTo(level, 6);
          }
  });

  test("stay within the field, and those that pass it by are left out", () => {
    const ends = (["job", "support"] as const).flatMap((kind) =>
      riskLines(kind, "female", "updated").flatMap(({ from, to }) => [from.x, from.y, to.x, to.y]),
    );
    expect(Math.min(...ends)).toBeGreaterThanOrEqual(3);
    expect(Math.max(...ends)).toBeLessThanOrEqual(12);
    expect(riskLine("support", "male", 1000, "updated")).toBeNull();
  });

  test("a group's point takes the two means of its chart", () => {
    const means = { workload: 9.5, control: 6.8, superiors: 6, colleagues: 7.5 };
    expect([riskPoint("job", means), riskPoint("support", means)]).toEqual([
      { x: 9.5, y: 6.8 },
      { x: 6, y: 7.5 },
    ]);
  });
});

test("a total risk reads as below, around or above the national mean", () => {
  expect([99.9, 100, 119.9, 120, 168].map(riskBand)).toEqual(["below", "around", "around", "above", "above"]);
});
