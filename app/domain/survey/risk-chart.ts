/**
 * The geometry of the job stress chart (仕事のストレス判定図): two fields of means from 3 to 12, crossed by lines of equal
 * risk. Chart 1 sets workload against control, chart 2 the support of superiors against that of colleagues.
 */
import { nationalMeans, riskSlopes, type CoefficientVersion, type GroupMeans } from "./group-risk";
import type { Sex } from "./instruments/bjsq-scales";

export const RISK_CHARTS = {
  job: { x: "workload", y: "control" },
  support: { x: "superiors", y: "colleagues" },
} as const satisfies Record<string, { x: keyof GroupMeans; y: keyof GroupMeans }>;
export type RiskChartKind = keyof typeof RISK_CHARTS;

/** The ends of both axes: the least and the greatest mean that the scales allow. */
export const FIELD = { low: 3, high: 12 } as const;
/** The risks that lines are drawn for; 100 is the national mean. */
export const RISK_LEVELS = [80, 100, 120, 150] as const;

export type Point = { x: number; y: number };
export type RiskLine = { level: number; from: Point; to: Point };

/** The point of a group. */
export function riskPoint(kind: RiskChartKind, means: GroupMeans): Point {
  const { x, y } = RISK_CHARTS[kind];
  return { x: means[x], y: means[y] };
}

/** The national mean as a point: it lies on the line of 100. */
export function nationalPoint(kind: RiskChartKind, sex: Sex, version: CoefficientVersion): Point {
  return riskPoint(kind, nationalMeans(sex, version));
}

/**
 * Where the risk is `level`: level = 100 exp((x - mx) a + (y - my) b), so y = my + (ln(level / 100) - (x - mx) a) / b; the
 * part of that line within the field, or null where it passes it by.
 */
export function riskLine(kind: RiskChartKind, sex: Sex, level: number, version: CoefficientVersion): RiskLine | null {
  const { x, y } = RISK_CHARTS[kind];
  const [means, slopes] = [nationalMeans(sex, version), riskSlopes(sex)];
  const needed = Math.log(level / 100);
  const yAt = (at: number) => means[y] + (needed - (at - means[x]) * slopes[x]) / slopes[y];
  const xAt = (at: number) => means[x] + (needed - (at - means[y]) * slopes[y]) / slopes[x];
  const isInside = (value: number) => value >= FIELD.low && value <= FIELD.high;
  const ends = [FIELD.low, FIELD.high].flatMap((edge): Point[] => [
    ...(isInside(yAt(edge)) ? [{ x: edge, y: yAt(edge) }] : []),
    ...(isInside(xAt(edge)) ? [{ x: xAt(edge), y: edge }] : []),
  ]);
  const [from, to] = ends.sort((a, b) => a.x - b.x).filter((_, index, all) => index === 0 || index === all.length - 1);
  return from && to ? { level, from, to } : null;
}

/** Every line of a chart that crosses its field. */
export function riskLines(kind: RiskChartKind, sex: Sex, version: CoefficientVersion): RiskLine[] {
  return RISK_LEVELS.flatMap((level) => riskLine(kind, sex, level, version) ?? []);
}

/** How a group's total risk reads: below the national mean, up to a fifth above it, or more. */
export function riskBand(total: number): "below" | "around" | "above" {
  if (total < 100) return "below";
  return total < 120 ? "around" : "above";
}
