/** The group that a plan is about, as the ward knows it: one of the published groups of today's staff, or the whole contract. */
import type { Group } from "../flag/disclosure";

/** Stands for staff without an office where offices are listed by id. */
export const NO_OFFICE = "00000000-0000-0000-0000-000000000000";

/** A group's name in an address: stable, and made of office codes only. */
export type GroupKey = string;

type Named = { scope: Group["scope"]; offices: readonly { officeCode: string }[] };

/** The name of a published group in an address. A contract has one pool at most. */
export function groupKey({ scope, offices }: Named): GroupKey {
  if (scope !== "office") return scope;
  const [office] = offices;
  return office ? `office.${office.officeCode}` : "no-office";
}

type Subject = { subject: "staff" | "office" | "contract"; officeId: string | null };

/** The offices of the published group that a flag belongs to, sorted; none of them means the whole contract. */
export function groupOfFlag({ subject, officeId }: Subject, groups: readonly Group[]): string[] {
  if (subject === "contract") return [];
  if (subject === "office") return officeId === null ? [] : [officeId];
  const group = groups.find(({ officeIds }) => officeIds.includes(officeId));
  if (!group || group.scope === "contract") return [];
  return group.officeIds.map((id) => id ?? NO_OFFICE).sort();
}

/** Whether two groups, by their offices, are the same. */
export function isSameGroup(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().join() === [...b].sort().join();
}

/** What a plan's group is for its name: the whole contract, one office, or several together. */
export function scopeOf(officeIds: readonly string[]): Group["scope"] {
  if (officeIds.length === 0) return "contract";
  return officeIds.length === 1 ? "office" : "pooled";
}
