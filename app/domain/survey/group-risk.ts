/**
 * Group risk by the job stress chart (仕事のストレス判定図): what the means of workload, control and support say of a group's
 * health risk, the national mean being 100. Source: technical note of the chart's research group; two sets of national
 * means are in use, so each result names the set it was made with. Men and women are computed apart; the weighted total is
 * for reference. Meant for groups of twenty, usable from ten; never for a person.
 */
import type { Sex } from "./instruments/bjsq-scales";

export const COEFFICIENT_VERSIONS = ["updated", "legacy"] as const;
export type CoefficientVersion = (typeof COEFFICIENT_VERSIONS)[number];
/** Means of the raw scores, 3 to 12. */
export type GroupMeans = { workload: number; control: number; superiors: number; colleagues: number };
export type GroupRisk = { version: CoefficientVersion; jobRisk: number; supportRisk: number; total: number };

type Coefficients = { mean: GroupMeans; slope: GroupMeans };

const SLOPES: Record<Sex, GroupMeans> = {
  male: { workload: 0.076, control: -0.089, superiors: -0.097, colleagues: -0.097 },
  female: { workload: 0.048, control: -0.056, superiors: -0.097, colleagues: -0.097 },
};
const MEANS: Record<CoefficientVersion, Record<Sex, GroupMeans>> = {
  updated: {
    male: { workload: 8.7, control: 7.9, superiors: 7.5, colleagues: 8.1 },
    female: { workload: 7.9, control: 7.2, superiors: 6.6, colleagues: 8.2 },
  },
  legacy: {
    male: { workload: 8.7, control: 8.0, superiors: 7.6, colleagues: 8.1 },
    female: { workload: 7.6, control: 7.9, superiors: 6.9, colleagues: 8.1 },
  },
};

/** The national means that a version of the chart compares with. */
export function nationalMeans(sex: Sex, version: CoefficientVersion = "updated"): GroupMeans {
  return MEANS[version][sex];
}

/** The slopes of the chart's risks. */
export function riskSlopes(sex: Sex): GroupMeans {
  return SLOPES[sex];
}

function coefficients(version: CoefficientVersion, sex: Sex): Coefficients {
  return { mean: MEANS[version][sex], slope: SLOPES[sex] };
}

/** The risks of a group of one sex: job = 100 exp(workload, control), support = 100 exp(superiors, colleagues), total = job x support / 100. */
export function groupRisk(means: GroupMeans, sex: Sex, version: CoefficientVersion = "updated"): GroupRisk {
  const { mean, slope } = coefficients(version, sex);
  const part = (key: keyof GroupMeans) => (means[key] - mean[key]) * slope[key];
  const jobRisk = 100 * Math.exp(part("workload") + part("control"));
  const supportRisk = 100 * Math.exp(part("superiors") + part("colleagues"));
  return { version, jobRisk, supportRisk, total: (jobRisk * supportRisk) / 100 };
}

/** The total of groups of both sexes, weighted by their sizes; null for no people. */
export function weightedTotal(groups: readonly { size: number; total: number }[]): number | null {
  const people = groups.reduce((sum, { size }) => sum + size, 0);
  return people === 0 ? null : groups.reduce((sum, { size, total }) => sum + size * total, 0) / people;
}
