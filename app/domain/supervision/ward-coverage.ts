/**
 * What a ward learns of supervision in a contract: rates and distributions of groups, never a worker. The groups are those of
 * flag/disclosure.ts (five support staff or more, pooled so that no difference speaks of fewer); the contract as a whole is
 * told of under the same rule.
 */
import { QUARTERS, type Quarter } from "../../lib/calendar";
import type { Requirement } from "../contract/requirement";
import { groupsOfStaff, isSmall, SMALLEST_GROUP, type Group } from "../flag/disclosure";
import { groupTables } from "../kpi/ward-table";
import type { ContractFacts, WorkerFacts } from "../workforce/facts";
import { isSupportStaffOn } from "../workforce/rules";
import { judge, type Seat } from "./requirement";

/** Sessions attended in the fiscal year; the last band has no upper end. */
export const SESSION_BANDS = ["0", "1", "2", "3", "4+"] as const;
export type SessionBand = (typeof SESSION_BANDS)[number];
export type SessionBands = Record<SessionBand, number>;

export type Share = { n: number; of: number };
export type QuarterRate = Share & { quarter: Quarter; hasBegun: boolean; hasEnded: boolean };
export type CoverageFigures = {
  /** Attended in the quarter, of those with a session due in it. */
  quarters: QuarterRate[];
  bands: SessionBands;
  /** Of the places attended in the fiscal year. */
  individual: Share;
  external: Share;
  /** Of the workers with anything due in the fiscal year. */
  met: Share;
  onCourse: Share;
};
/** Figures are null where the group is too small to be told of. */
export type GroupCoverage = { group: Group; figures: CoverageFigures | null };
export type ContractCoverage = { supportStaff: number; total: CoverageFigures | null; groups: GroupCoverage[] };

/** A contract's supervision as of the facts' day, about the support staff employed on it. */
export function wardCoverage(
  facts: ContractFacts,
  seatsOf: (staffId: string) => readonly Seat[],
  requirement: Requirement,
): ContractCoverage {
  const staff = facts.workers.filter((worker) => isSupportStaffOn(worker, facts.day));
  const groups = groupsOfStaff(staff);
  const figuresOf = (members: readonly WorkerFacts[]) => coverageFigures(members, facts, seatsOf, requirement);
  return {
    supportStaff: staff.length,
    total: staff.length < SMALLEST_GROUP ? null : figuresOf(staff),
    groups: groups.map((group) => ({
      group,
      figures: isSmall(group) ? null : figuresOf(staff.filter((worker) => group.officeIds.includes(worker.officeId))),
    })),
  };
}

function coverageFigures(
  members: readonly WorkerFacts[],
  facts: ContractFacts,
  seatsOf: (staffId: string) => readonly Seat[],
  requirement: Requirement,
): CoverageFigures {
  const attended = members.map(({ staffId }) => seatsOf(staffId).filter((seat) => seat.is === "attended"));
  const places = attended.flat();
  const judged = members
    .map((worker) => judge({ ...worker, seats: seatsOf(worker.staffId) }, requirement, facts.day).state)
    .filter((state) => state !== "notApplicable");
  const share = (fitting: readonly unknown[], all: readonly unknown[]) => ({ n: fitting.length, of: all.length });
  return {
    quarters: quarterRates(members, facts),
    bands: bandsOf(attended.map((seats) => seats.length)),
    individual: share(
      places.filter((seat) => seat.kind === "individual"),
      places,
    ),
    external: share(
      places.filter((seat) => seat.external),
      places,
    ),
    met: share(
      judged.filter((state) => state === "met"),
      judged,
    ),
    onCourse: share(
      judged.filter((state) => state === "onCourse"),
      judged,
    ),
  };
}

/** Supervision's row of the requirement tables, for any members taken together. */
function quarterRates(members: readonly WorkerFacts[], facts: ContractFacts): QuarterRate[] {
  const workers = members.map((worker) => ({ ...worker, officeId: null }));
  const [table] = groupTables({ ...facts, workers }, new Map());
  const cells = table?.rows?.find((row) => row.requirement === "supervision")?.cells ?? [];
  return QUARTERS.flatMap((quarter) => {
    const cell = cells.find((one) => one.quarter === quarter);
    return cell
      ? [{ quarter, n: cell.n, of: cell.of, hasBegun: cell.state !== "future", hasEnded: cell.hasEnded }]
      : [];
  });
}

/** How many workers attended so many sessions. */
export function bandsOf(attended: readonly number[]): SessionBands {
  const bands: SessionBands = { "0": 0, "1": 0, "2": 0, "3": 0, "4+": 0 };
  for (const sessions of attended) bands[SESSION_BANDS[Math.min(sessions, 4)] ?? "4+"] += 1;
  return bands;
}
