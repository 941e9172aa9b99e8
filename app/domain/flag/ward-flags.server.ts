import { asFacts, KEPT, Prisma, type Tx, type WardView } from "../../db/scope.server";
import { fiscalYearOf, type Day } from "../../lib/calendar";
import { capFor } from "../caseload/rules";
import { loadContractFacts } from "../kpi/facts.server";
import type { ContractFacts, WorkerFacts } from "../workforce/facts";
import { isSupportStaffOn } from "../workforce/rules";
import type { Severity } from "../workforce/vocabulary";
import {
  countFactors,
  countSeverities,
  distributionOf,
  groupsOfStaff,
  highestLoad,
  isSmall,
  type Distribution,
  type Group,
  type Load,
  type SeverityCounts,
} from "./disclosure";
import type { StoredFigures } from "./episodes";
import { isGroupRule, RULE_KEYS, worst, type Figures, type RuleKey, type StrainFactor } from "./finding";
import { thresholdsOf, type Thresholds } from "./thresholds";
import { lastEvaluatedDay, openFlagsOn, readFigures } from "./reading.server";

/** One flag of a ward: a rule in a group of workers, or one about an office or contract. Nothing in it names a worker. */
export type WardFlag = {
  rule: RuleKey;
  version: number;
  severity: Severity;
  scope: Group["scope"];
  offices: { officeCode: string; name: string; nameEn: string | null }[];
  /** Support staff employed in the group on the day. */
  supportStaff: number;
  counts: SeverityCounts;
  /** overload.cap: workers per band of annual cases against the cap, and the highest of those with a whole post. */
  distribution?: Distribution;
  highest?: Load;
  /** burnout.conditions: workers per strain factor, among those flagged. */
  factors?: Partial<Record<StrainFactor, number>>;
  /** Rules about offices and contracts: the figures that a ward may have; of pay none. */
  figures?: Figures;
  /** The rule's thresholds as they stood on the day, where it has any. */
  thresholds?: Partial<Thresholds>;
  /** What else there is to tell is withheld: the whole contract is smaller than the smallest group. */
  withheld?: "small";
};

export type WardContractFlags = {
  contractId: string;
  contractCode: string;
  supportStaff: number;
  /** "small": neither distributions, factors nor burnout.conditions are told of this contract. */
  withheld: "small" | null;
  evaluatedOn: Day | null;
  flags: WardFlag[];
};

export type OpenFlag = {
  staffId: string | null;
  officeId: string | null;
  rule: RuleKey;
  version: number;
  severity: Severity;
  stored: StoredFigures;
};

/**
 * The flags open in a ward's contracts as of a day, one per office and rule; offices too small to be told of are pooled.
 * @param contractId one contract, or null for all of the ward's
 */
export function listWardFlags(view: WardView, contractId: string | null, day: Day): Promise<WardContractFlags[]> {
  return asFacts(view, async (tx) => {
    const contracts = await tx.contract.findMany({
      ...{
        where: { wardId: view.wardId, ...(contractId === null ? {} : { id: contractId }) },
        orderBy: { code: "asc" },
      },
      select: { id: true },
    });
    const result: WardContractFlags[] = [];
    for (const contract of contracts)
      result.push(await contractFlags(tx, { wardId: view.wardId, contractId: contract.id }, day));
    return result;
  });
}

async function contractFlags(tx: Tx, of: { wardId: string; contractId: string }, day: Day): Promise<WardContractFlags> {
  const facts = await loadContractFacts(tx, of, day);
  const { groups, staff, flags } = wardFlagsAmong(facts, await openFlagsOf(tx, of, day));
  return {
    ...{ contractId: of.contractId, contractCode: facts.contractCode, supportStaff: staff.length },
    withheld: groups.some(isSmall) ? "small" : null,
    evaluatedOn: await lastEvaluatedDay(tx, of, day),
    flags,
  };
}

/** The flags open in a contract as of a day, as they stand in its history. */
export function openFlagsOf(tx: Tx, of: { wardId: string; contractId: string }, day: Day): Promise<OpenFlag[]> {
  return tx.$queryRaw<OpenFlag[]>`${KEPT} ${openFlagsQuery(of, day)}`;
}

/** The query whose rows are a contract's open flags. */
export function openFlagsQuery(of: { wardId: string; contractId: string }, day: Day): Prisma.Sql {
  return Prisma.sql`
    SELECT f.staff_id::text AS "staffId", f.office_id::text AS "officeId", f.rule, f.rule_version AS version, state.severity,
      state.figures AS stored
    FROM ${openFlagsOn(of, day)}`;
}

/** What a ward may learn of some of a contract's flags, by the groups of the facts' day. */
export function wardFlagsAmong(
  facts: ContractFacts,
  open: OpenFlag[],
): { groups: Group[]; staff: WorkerFacts[]; flags: WardFlag[] } {
  const staff = facts.workers.filter((worker) => isSupportStaffOn(worker, facts.day));
  const groups = groupsOfStaff(staff);
  const flags = RULE_KEYS.flatMap((rule) =>
    isGroupRule(rule)
      ? open.filter((flag) => flag.rule === rule).map((flag) => groupFlag(flag, facts, staff, groups))
      : groups.flatMap((group) => wardFlag(rule, group, facts, staff, open) ?? []),
  );
  return { groups, staff, flags };
}

function wardFlag(
  rule: RuleKey,
  group: Group,
  facts: ContractFacts,
  staff: WorkerFacts[],
  open: OpenFlag[],
): WardFlag | null {
  if (rule === "burnout.conditions" && isSmall(group)) return null;
  const members = staff.filter((worker) => group.officeIds.includes(worker.officeId));
  const ids = new Set(members.map((worker) => worker.staffId));
  const flags = open.filter((flag) => flag.rule === rule && flag.staffId !== null && ids.has(flag.staffId));
  const severity = worst(flags.map((flag) => flag.severity));
  if (severity === null) return null;
  return {
    ...{ rule, version: Math.max(...flags.map((flag) => flag.version)), severity, scope: group.scope },
    offices: facts.offices
      .filter((office) => group.officeIds.includes(office.officeId))
      .map(({ officeCode, name, nameEn }) => ({ officeCode, name, nameEn })),
    ...{ supportStaff: group.supportStaff, counts: countSeverities(flags.map((flag) => flag.severity)) },
    ...limitsOf(rule, facts),
    ...(isSmall(group) ? { withheld: "small" as const } : details(rule, facts, members, flags)),
  };
}

/**
 * A flag about an office or the contract as the ward reads it. Where fewer work there today than may be told of, what a survey
 * said is a warning at most: critical would tell that one of these few is overloaded.
 */
function groupFlag(flag: OpenFlag, facts: ContractFacts, staff: WorkerFacts[], groups: Group[]): WardFlag {
  const { officeId, rule, version } = flag;
  const scope = officeId === null ? "contract" : "office";
  const offices = officeId === null ? facts.offices : facts.offices.filter((office) => office.officeId === officeId);
  const members = officeId === null ? staff : staff.filter((worker) => worker.officeId === officeId);
  const isTold =
    officeId === null
      ? !groups.some(isSmall)
      : groups.some(({ officeIds }) => officeIds.length === 1 && officeIds[0] === officeId);
  const isHeld = rule === "burnout.survey" && flag.severity === "critical" && !isTold;
  const severity = isHeld ? "warning" : flag.severity;
  const figures = publishedFigures(rule, readFigures(flag.stored).figures);
  return {
    ...{ rule, version, severity, scope },
    offices: offices.map(({ officeCode, name, nameEn }) => ({ officeCode, name, nameEn })),
    ...{ supportStaff: members.length, counts: countSeverities([severity]), figures },
    ...limitsOf(rule, facts),
  };
}

function limitsOf(rule: RuleKey, { terms }: ContractFacts): Pick<WardFlag, "thresholds"> {
  const thresholds = thresholdsOf(rule, terms.thresholds);
  return Object.keys(thresholds).length > 0 ? { thresholds } : {};
}

/** The figures but for whether somebody is overloaded, and for ids; of pay none but whether the floor is met. */
function publishedFigures(rule: RuleKey, figures: Figures): Figures {
  if (rule === "pay.below") return {};
  const untold = ["hasOverload", "surveyId", "beforeSurveyId"];
  return Object.fromEntries(Object.entries(figures).filter(([key]) => !untold.includes(key)));
}

function details(rule: RuleKey, facts: ContractFacts, members: WorkerFacts[], flags: OpenFlag[]): Partial<WardFlag> {
  if (rule === "burnout.conditions")
    return { factors: countFactors(flags.map((flag) => readFigures(flag.stored).factors)) };
  if (rule !== "overload.cap") return {};
  const loads = members.map((worker) => ({
    count: worker.caseload.annualCases,
    cap: capFor(facts.terms, worker, fiscalYearOf(facts.day)),
  }));
  const highest = highestLoad(loads, facts.terms.cap);
  return { distribution: distributionOf(loads), ...(highest ? { highest } : {}) };
}
