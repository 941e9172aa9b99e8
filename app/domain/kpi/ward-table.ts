/**
 * The ward's table of requirements: n of N per group of offices and quarter. The groups are those of flag/disclosure.ts;
 * a contract whose support staff are too few for any group shows nothing here. No row speaks of one person.
 */
import { QUARTERS, fiscalYearOf, quarterSpan, type Day, type Quarter } from "../../lib/calendar";
import { capFor } from "../caseload/rules";
import { distributionOf, groupsOfStaff, isSmall, type Distribution, type Group } from "../flag/disclosure";
import { attendedIn, isDueIn } from "../supervision/rules";
import { hasReachedTarget, hoursOf } from "../training/rules";
import type { ContractFacts, WorkerFacts } from "../workforce/facts";
import { isSupportStaffOn } from "../workforce/rules";

/** supervision: attended, of those with a session due · training: own target reached · cap: above the own cap. */
export const REQUIREMENTS = ["supervision", "training", "cap"] as const;
export type Requirement = (typeof REQUIREMENTS)[number];

/** met · running: not met, and the period has not ended · short: not met by some · unmet: by all · notApplicable · future. */
export type RequirementState = "met" | "running" | "short" | "unmet" | "notApplicable" | "future";
export type RequirementCell = { quarter: Quarter; state: RequirementState; n: number; of: number; hasEnded: boolean };
export type GroupTable = {
  group: Group;
  /** Null where the group is too small to be shown. */
  rows: { requirement: Requirement; cells: RequirementCell[] }[] | null;
  /** Workers per band of annual cases against the own cap; null where the group is too small. */
  bands: Distribution | null;
};

/** Annual cases by staff id at the end of a quarter, or on the day where the quarter has not ended. */
export type CasesAt = ReadonlyMap<Quarter, ReadonlyMap<string, number>>;

/** The tables of a contract's groups as of the facts' day, about the support staff employed on it. */
export function groupTables(facts: ContractFacts, casesAt: CasesAt): GroupTable[] {
  const staff = facts.workers.filter((worker) => isSupportStaffOn(worker, facts.day));
  const groups = groupsOfStaff(staff);
  return groups.map((group) => {
    if (isSmall(group)) return { group, rows: null, bands: null };
    const members = staff.filter((worker) => group.officeIds.includes(worker.officeId));
    const loads = members.map((worker) => ({
      count: worker.caseload.annualCases,
      cap: capFor(facts.terms, worker, fiscalYearOf(facts.day)),
    }));
    const rows = REQUIREMENTS.map((requirement) => ({
      requirement,
      cells: QUARTERS.map((quarter) => cellOf(requirement, quarter, members, facts, casesAt)),
    }));
    return { group, rows, bands: distributionOf(loads) };
  });
}

function cellOf(
  requirement: Requirement,
  quarter: Quarter,
  members: readonly WorkerFacts[],
  facts: ContractFacts,
  casesAt: CasesAt,
): RequirementCell {
  const fiscalYear = fiscalYearOf(facts.day);
  const span = quarterSpan(fiscalYear, quarter);
  const hasEnded = span.to <= facts.day;
  if (span.from > facts.day) return { quarter, state: "future", n: 0, of: 0, hasEnded };
  const until = hasEnded ? span.to : facts.day;
  if (requirement === "supervision") {
    const due = members.filter((worker) => isDueIn(worker, fiscalYear, quarter));
    const n = due.filter((worker) => attendedIn(worker, { from: span.from, to: until }) > 0).length;
    return { quarter, state: reaching(n, due.length, hasEnded), n, of: due.length, hasEnded };
  }
  if (requirement === "training") {
    const n = members.filter((worker) => hasTrained(worker, facts, until)).length;
    return { quarter, state: reaching(n, members.length, hasEnded && quarter === 4), n, of: members.length, hasEnded };
  }
  const cases = casesAt.get(quarter);
  const over = members.filter((worker) => (cases?.get(worker.staffId) ?? 0) > capFor(facts.terms, worker, fiscalYear));
  return { quarter, state: over.length > 0 ? "short" : "met", n: over.length, of: members.length, hasEnded };
}

function hasTrained(worker: WorkerFacts, facts: ContractFacts, until: Day): boolean {
  const hours = hoursOf(worker.training.filter((record) => record.attendedOn <= until));
  return hasReachedTarget(hours, facts.terms, worker, fiscalYearOf(facts.day));
}

function reaching(n: number, of: number, hasEnded: boolean): RequirementState {
  if (of === 0) return "notApplicable";
  if (n === of) return "met";
  if (!hasEnded) return "running";
  return n === 0 ? "unmet" : "short";
}
