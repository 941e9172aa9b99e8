/** What a night's evaluation tells: of flags as they stand, and of groups as the ward knew them before and knows them now. */
import type { Day } from "../../lib/calendar";
import { entryOf } from "../flag/catalogue";
import { gravity, type RuleKey } from "../flag/finding";
import type { Severity } from "../workforce/vocabulary";
import type { FlagHappening, GroupHappening } from "./happenings";

/** A flag that is open, or was until lately. */
export type FlagStanding = Omit<FlagHappening, "kind" | "stamp"> & {
  raisedOn: Day;
  raisedAt: Severity;
  /** The last day on which its severity became what it is, or null where that is since it was raised. */
  changedOn: Day | null;
  resolvedOn: Day | null;
  /** Whether a person resolved it: that was told at once. */
  resolvedByPerson: boolean;
  /** The day of the plan that it is in, where one was agreed. */
  agreedOn: Day | null;
  dueOn: Day | null;
  /** Whether the contractor has answered: by a plan put before the ward. */
  isAnswered: boolean;
};

/** Of flags, what is news since the evaluation before, of which people were told. */
export function flagNews(flags: readonly FlagStanding[], since: Day, day: Day): FlagHappening[] {
  const isNew = (on: Day | null) => on !== null && on > since && on <= day;
  return flags.flatMap((flag): FlagHappening[] => {
    const { flagId, rule, severity, staffId, staffCode, officeCode } = flag;
    const about = { flagId, rule, severity, staffId, staffCode, officeCode };
    if (flag.resolvedOn !== null) {
      if (!isNew(flag.resolvedOn) || flag.resolvedByPerson) return [];
      return [{ ...about, kind: "flag.resolved", stamp: flag.resolvedOn }];
    }
    const rose = isNew(flag.changedOn) && gravity(severity) > gravity(flag.raisedAt);
    return [
      ...(isNew(flag.raisedOn) ? [{ ...about, kind: "flag.raised" as const }] : []),
      ...(!isNew(flag.raisedOn) && rose ? [{ ...about, kind: "flag.severity" as const }] : []),
      ...(isNew(flag.agreedOn) ? [{ ...about, kind: "flag.agreed" as const, stamp: flag.agreedOn ?? "" }] : []),
      ...(isOverdue(flag, since, day) ? [{ ...about, kind: "flag.due" as const, stamp: flag.dueOn ?? "" }] : []),
    ];
  });
}

/** Whether the day for an answer has passed without one since then; the day itself still counts. */
export function isOverdue(flag: FlagStanding, since: Day, day: Day): boolean {
  const { dueOn, resolvedOn, isAnswered } = flag;
  return resolvedOn === null && !isAnswered && dueOn !== null && dueOn >= since && dueOn < day;
}

/** What of a ward's flag counts here. */
export type GroupStanding = {
  rule: RuleKey;
  severity: Severity;
  scope: "office" | "pooled" | "contract";
  offices: readonly { officeCode: string }[];
  supportStaff: number;
  counts: Readonly<Record<Severity, number>>;
};

/** What a ward hears: groups newly flagged, graver than before, no longer flagged, or whose day for an answer has passed. */
export function groupNews(
  before: readonly GroupStanding[],
  now: readonly GroupStanding[],
  overdue: readonly GroupStanding[],
): GroupHappening[] {
  const earlier = new Map(before.map((group) => [placeOf(group), group]));
  const still = new Set(now.map(placeOf));
  return [
    ...now.flatMap((group): GroupHappening[] => {
      const was = earlier.get(placeOf(group));
      if (!was) return [happening("group.raised", group)];
      return gravity(group.severity) > gravity(was.severity) ? [happening("group.severity", group)] : [];
    }),
    ...overdue.map((group) => happening("group.due", group)),
    ...before.filter((group) => !still.has(placeOf(group))).map((group) => happening("group.resolved", group)),
  ];
}

function placeOf({ rule, scope, offices }: GroupStanding): string {
  return [rule, scope, ...offices.map(({ officeCode }) => officeCode)].join(" ");
}

function happening(kind: GroupHappening["kind"], group: GroupStanding): GroupHappening {
  const { rule, severity, scope, offices, supportStaff, counts } = group;
  const isOfWorkers = entryOf(rule).level === "worker";
  return {
    ...{ kind, rule, severity, offices: scope === "contract" ? [] : offices.map(({ officeCode }) => officeCode) },
    count: isOfWorkers ? counts.watch + counts.warning + counts.critical : null,
    of: isOfWorkers ? supportStaff : null,
  };
}
