/**
 * What a ward may learn of the workers behind flags (区への開示). The ward commissions a service and may
 * neither direct nor assess a single worker, so it gets groups: each office with at least five support
 * staff by itself, the smaller ones together. The groups of a contract are disjoint and cover everyone,
 * so that no sum or difference of what is published speaks of fewer than five people; where the
 * whole contract has fewer, it gets the bare number of flags and neither distribution nor factors.
 */
import type { Severity } from "../workforce/vocabulary";
import type { StrainFactor } from "./finding";

/** The smallest group whose distribution or factors a ward may see, in support staff. */
export const SMALLEST_GROUP = 5;

export type OfficeSize = { officeId: string | null; supportStaff: number };
export type Group = { scope: "office" | "pooled" | "contract"; officeIds: (string | null)[]; supportStaff: number };

/**
 * The groups in which a contract's workers are published.
 * Offices below the smallest group are pooled; a pool that is still too small takes the smallest other office in.
 */
export function publishedGroups(offices: readonly OfficeSize[]): Group[] {
  const staffed = offices.filter((office) => office.supportStaff > 0).sort(bySize);
  const large = staffed.filter((office) => office.supportStaff >= SMALLEST_GROUP);
  const pool = staffed.filter((office) => office.supportStaff < SMALLEST_GROUP);
  const next = large[0];
  if (pool.length > 0 && total(pool) < SMALLEST_GROUP && next) {
    pool.push(next);
    large.shift();
  }
  const groups = large.map((office) => groupOf("office", [office]));
  if (pool.length === 0) return groups;
  return [...groups, groupOf(groups.length === 0 ? "contract" : "pooled", pool)];
}

/** The groups in which these support staff are published, by the office of each. */
export function groupsOfStaff(staff: readonly { officeId: string | null }[]): Group[] {
  const sizes = new Map<string | null, number>();
  for (const { officeId } of staff) sizes.set(officeId, (sizes.get(officeId) ?? 0) + 1);
  return publishedGroups([...sizes].map(([officeId, supportStaff]) => ({ officeId, supportStaff })));
}

/** Whether a group is too small for anything but numbers of flags. */
export function isSmall(group: Group): boolean {
  return group.supportStaff < SMALLEST_GROUP;
}

function groupOf(scope: Group["scope"], offices: readonly OfficeSize[]): Group {
  return { scope, officeIds: offices.map((office) => office.officeId), supportStaff: total(offices) };
}

function total(offices: readonly OfficeSize[]): number {
  return offices.reduce((sum, office) => sum + office.supportStaff, 0);
}

function bySize(a: OfficeSize, b: OfficeSize): number {
  return a.supportStaff - b.supportStaff || String(a.officeId).localeCompare(String(b.officeId));
}

export type SeverityCounts = Record<Severity, number>;

/** How many of the severities are of each kind. */
export function countSeverities(severities: readonly Severity[]): SeverityCounts {
  const counts: SeverityCounts = { watch: 0, warning: 0, critical: 0 };
  for (const severity of severities) counts[severity] += 1;
  return counts;
}

/** Bands of annual cases against the cap, in percent; both upper limits belong to their band. */
export const LOAD_BANDS = ["upTo80", "upTo100", "upTo120", "over120"] as const;
export type LoadBand = (typeof LOAD_BANDS)[number];
export type Load = { count: number; cap: number };
export type Distribution = Record<LoadBand, number>;

/** The band of one worker; no cases are in the lowest band and any case without capacity is in the highest. */
export function bandOf({ count, cap }: Load): LoadBand {
  if (count * 100 <= cap * 80) return "upTo80";
  if (count <= cap) return "upTo100";
  return count * 100 <= cap * 120 ? "upTo120" : "over120";
}

/** How many workers are in each band. */
export function distributionOf(loads: readonly Load[]): Distribution {
  const bands: Distribution = { upTo80: 0, upTo100: 0, upTo120: 0, over120: 0 };
  for (const load of loads) bands[bandOf(load)] += 1;
  return bands;
}

/**
 * The highest count among those with a whole post all year, whose cap is the contract's own. A smaller cap tells of
 * hours or leave and so of a person; workers with one are in the distribution alone.
 */
export function highestLoad(loads: readonly Load[], contractCap: number): Load | null {
  const whole = loads.filter((load) => load.cap === contractCap);
  return whole.reduce<Load | null>((a, b) => (a === null || b.count > a.count ? b : a), null);
}

/** How many workers each strain factor applies to; factors that apply to nobody are left out. */
export function countFactors(factors: readonly (readonly StrainFactor[])[]): Partial<Record<StrainFactor, number>> {
  const counts: Partial<Record<StrainFactor, number>> = {};
  for (const factor of factors.flat()) counts[factor] = (counts[factor] ?? 0) + 1;
  return counts;
}
