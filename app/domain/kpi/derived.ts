/**
 * Figures beside the indicators ("Also derived" in product.md): what the caseload, the staff, the training and the
 * sessions look like. Null where nothing was recorded or the reader's scope does not hold it (pay).
 */
import { fiscalYearOf } from "../../lib/calendar";
import { capFor } from "../caseload/rules";
import { reachesFloor } from "../pay/rules";
import { isQualified } from "../qualification/rules";
import { coveredPlanTopics, practicalShare, publicShare, workingTimeShare, type HoursShare } from "../training/rules";
import type { ContractFacts, Terms, WorkerFacts } from "../workforce/facts";
import { fteOf, isOnLeaveOn, leaversIn12Months, tenureYears } from "../workforce/rules";
import { PLAN_TOPICS, SUPPORT_ROLES, type StaffRole } from "../workforce/vocabulary";
import { meanOf, percentOf } from "./indicator";
import { supportStaff, trainingReachedShare } from "./rules";

export const DERIVED_KEYS = [
  "overCapShare",
  "activePerWorker",
  "weightedPerWorker",
  "averageTenure",
  "leavers12m",
  "trainingReachedShare",
  "practicalShare",
  "workingTimeShare",
  "publicShare",
  "topicCoverage",
  "individualShare",
  "groupShare",
  "externalShare",
  "payFloorShare",
  "allowanceShare",
  "staffingFte",
  "outreachWorkers",
] as const;
export type DerivedKey = (typeof DERIVED_KEYS)[number];

export type DerivedFigure = {
  key: DerivedKey;
  unit: "percent" | "cases" | "load" | "years" | "count" | "fte";
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  /** What is due: by the specification, or 100 % for training inside working time and publicly paid. */
  required: number | null;
  /** The same by role, where the specification speaks of roles. */
  roles?: { role: StaffRole; value: number | null; numerator: number; denominator: number | null }[];
};

/** All derived figures of the contract, in the order of the keys. */
export function derivedFigures(facts: ContractFacts): DerivedFigure[] {
  return [...caseloadFigures(facts), ...trainingFigures(facts), ...sessionFigures(facts), ...staffFigures(facts)].sort(
    (a, b) => DERIVED_KEYS.indexOf(a.key) - DERIVED_KEYS.indexOf(b.key),
  );
}

type Staffed = Pick<ContractFacts, "workers" | "day" | "terms">;

function caseloadFigures(facts: Staffed): DerivedFigure[] {
  const staff = supportStaff(facts);
  const year = fiscalYearOf(facts.day);
  const over = staff.filter((worker) => worker.caseload.annualCases > capFor(facts.terms, worker, year));
  const sum = (of: (worker: WorkerFacts) => number) => staff.reduce((total, worker) => total + of(worker), 0);
  const { leavers, of } = leaversIn12Months(facts.workers, facts.day);
  return [
    figure("overCapShare", "percent", percentOf(over.length, staff.length)),
    figure(
      "activePerWorker",
      "cases",
      meanOf(
        sum((worker) => worker.caseload.activeCases),
        staff.length,
      ),
    ),
    figure(
      "weightedPerWorker",
      "load",
      meanOf(
        sum((worker) => worker.caseload.weightedLoad),
        staff.length,
      ),
    ),
    figure(
      "averageTenure",
      "years",
      meanOf(
        sum((worker) => tenureYears(worker.hiredOn, facts.day)),
        staff.length,
      ),
    ),
    figure("leavers12m", "percent", percentOf(leavers, of)),
  ];
}

function trainingFigures(facts: Staffed): DerivedFigure[] {
  const training = supportStaff(facts).flatMap((worker) => worker.training);
  const share = ({ hours, of }: HoursShare) => percentOf(hours, of);
  const topics = coveredPlanTopics(training).length;
  return [
    figure("trainingReachedShare", "percent", trainingReachedShare(facts)),
    figure("practicalShare", "percent", share(practicalShare(training))),
    figure("workingTimeShare", "percent", share(workingTimeShare(training)), 100),
    figure("publicShare", "percent", share(publicShare(training)), 100),
    figure(
      ...(["topicCoverage", "count"] as const),
      { value: topics, numerator: topics, denominator: PLAN_TOPICS.length },
      PLAN_TOPICS.length,
    ),
  ];
}

function sessionFigures({ heldSessions }: Pick<ContractFacts, "heldSessions">): DerivedFigure[] {
  const { individual, group, external } = heldSessions;
  return [
    figure("individualShare", "percent", percentOf(individual, individual + group)),
    figure("groupShare", "percent", percentOf(group, individual + group)),
    figure("externalShare", "percent", percentOf(external, individual + group)),
  ];
}

function staffFigures(facts: Staffed): DerivedFigure[] {
  const { terms, day } = facts;
  const staff = supportStaff(facts);
  const working = staff.filter((worker) => !isOnLeaveOn(worker, day));
  const outreach = working.filter((worker) => worker.dedicatedOutreach).length;
  const entitled = staff.filter(
    (worker) => worker.qualificationAllowanceJpy !== null && isQualified(worker.qualifications, terms, day),
  );
  const paid = entitled.filter((worker) => (worker.qualificationAllowanceJpy ?? 0) > 0);
  const fte = fteSum(working, terms);
  return [
    {
      ...figure("payFloorShare", "percent", payFloor(staff, terms), 100),
      ...byRole(staff, (part) => payFloor(part, terms)),
    },
    figure("allowanceShare", "percent", percentOf(paid.length, entitled.length), 100),
    {
      ...figure("staffingFte", "fte", { value: fte, numerator: fte, denominator: null }, terms.requiredFte),
      ...byRole(working, (part) => ({ value: fteSum(part, terms), numerator: fteSum(part, terms), denominator: null })),
    },
    figure(
      ...(["outreachWorkers", "count"] as const),
      { value: outreach, numerator: outreach, denominator: null },
      terms.requiredOutreachWorkers,
    ),
  ];
}

/** Of those whose pay is known: the share paid at least the floor x FTE; nothing without a floor. */
function payFloor(staff: readonly WorkerFacts[], terms: Terms) {
  const { payFloorJpy } = terms;
  if (payFloorJpy === null) return percentOf(0, 0);
  const known = staff.filter((worker) => worker.annualPayJpy !== null);
  const reaching = known.filter((worker) => reachesFloor(worker, payFloorJpy, terms));
  return percentOf(reaching.length, known.length);
}

function fteSum(staff: readonly WorkerFacts[], terms: Terms): number {
  // why: FTE has at most four decimals of weight here; rounding keeps 0.1 + 0.2 from showing as 0.30000000000000004.
  return Math.round(staff.reduce((sum, worker) => sum + fteOf(worker.weeklyHours, terms.fullTimeHours), 0) * 1e6) / 1e6;
}

type Part = { value: number | null; numerator: number | null; denominator: number | null };

function byRole(
  staff: readonly WorkerFacts[],
  of: (part: readonly WorkerFacts[]) => Part,
): Pick<DerivedFigure, "roles"> {
  return {
    roles: SUPPORT_ROLES.map((role) => {
      const { value, numerator, denominator } = of(staff.filter((worker) => worker.role === role));
      return { role, value, numerator: numerator ?? 0, denominator };
    }),
  };
}

function figure(
  key: DerivedKey,
  unit: DerivedFigure["unit"],
  part: Part,
  required: number | null = null,
): DerivedFigure {
  const { value, numerator, denominator } = part;
  return { key, unit, value, numerator, denominator, required };
}
