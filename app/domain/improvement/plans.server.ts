/** Plans as the contractor reads them: the list, one plan with its flags, the plan of a flag, and what a new one may answer. */
import { asTenant, Prisma, type Tenant, type Tx } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";
import { pageOf } from "~/lib/page";

import type { RuleKey } from "../flag/finding";
import { isSameGroup } from "./group";
import type { PlanEvent, PlanFlag, PlanOffice, PlanStatus } from "./plan";
import { listCandidates, type Candidate } from "./plan-flags.server";
import type { PlanQuery } from "./plan-query";
import { readPlanEvents, readPlans, thePlan, type OwnPlan } from "./reading.server";
import { isLive, LIVE_STATUSES } from "./rules";
import { byAttention, urgency, type Attention } from "./urgency";

export type ListedPlan = OwnPlan & { attention: Attention[] };
export type PlanPage = { rows: ListedPlan[]; total: number; page: number; pages: number };

/** A page of a contract's plans, those that need the contractor first. */
export async function listPlans(tenant: Tenant, query: PlanQuery, day: Day, pageSize?: number): Promise<PlanPage> {
  const plans = await asTenant(tenant, (tx) =>
    readPlans(tx, Prisma.sql`${ofContract(tenant)} AND (${query.status}::text IS NULL OR p.status = ${query.status})`),
  );
  return pageOf(byAttention(plans, "contractor", day), query.page, pageSize);
}

/** What of a contract's plans needs the contractor, the most urgent first, each with its plan. */
export async function listPlanAttention(
  tenant: Tenant,
  day: Day,
): Promise<{ attention: Attention; plan: ListedPlan }[]> {
  const plans = await asTenant(tenant, (tx) =>
    readPlans(tx, Prisma.sql`${ofContract(tenant)} AND p.status = ANY (${[...LIVE_STATUSES]}::text[])`),
  );
  return byAttention(plans, "contractor", day)
    .flatMap((plan) => plan.attention.map((attention) => ({ attention, plan })))
    .sort((a, b) => urgency(a.attention, b.attention));
}

/** `further`: open flags of the plan's rule and group that no plan answers. `isCleared`: its flags are all resolved. */
export type PlanDetail = {
  plan: ListedPlan;
  events: PlanEvent[];
  flags: PlanFlag[];
  further: PlanFlag[];
  isCleared: boolean;
  scenario: { scenarioId: string; name: string } | null;
};

/** One plan, or null where the contract has none of that id. */
export function getPlan(tenant: Tenant, planId: string, day: Day): Promise<PlanDetail | null> {
  return asTenant(tenant, async (tx) => {
    const [plan] = byAttention(await readPlans(tx, thePlan(tenant, planId)), "contractor", day);
    if (!plan) return null;
    const tied = await tx.$queryRaw<{ flagId: string }[]>`SELECT flag_id::text AS "flagId" FROM plan_flag
      WHERE ward_id = ${tenant.wardId}::uuid AND contract_id = ${tenant.contractId}::uuid AND plan_id = ${planId}::uuid`;
    const candidates = isLive(plan.status) ? await listCandidates(tx, tenant, { rule: plan.rule }, day) : [];
    const further = candidates.filter((one) => !one.isAnswered && isSameGroup(one.officeIds, plan.officeIds));
    const ids = [...tied, ...further].map(({ flagId }) => flagId);
    const named = new Map((await namedFlags(tx, tenant, ids)).map((flag) => [flag.flagId, flag]));
    const flagsOf = (list: readonly { flagId: string }[]) => list.flatMap(({ flagId }) => named.get(flagId) ?? []);
    const flags = flagsOf(tied).sort((a, b) => a.raisedOn.localeCompare(b.raisedOn));
    return {
      ...{ plan, events: await readPlanEvents(tx, tenant.contractId, planId), flags, further: flagsOf(further) },
      isCleared: flags.length > 0 && further.length === 0 && flags.every(({ resolvedOn }) => resolvedOn !== null),
      scenario: await findScenario(tx, tenant, plan.scenarioId),
    };
  });
}

export type FlagsPlan = { planId: string; status: PlanStatus; proposedOn: Day | null };

/** The latest plan of each of some flags that was not withdrawn, by flag. */
export async function plansOfFlags(
  tenant: Tenant,
  flags: readonly { flagId: string }[],
): Promise<Record<string, FlagsPlan>> {
  const flagIds = flags.map(({ flagId }) => flagId);
  const rows = await asTenant(
    tenant,
    (tx) => tx.$queryRaw<(FlagsPlan & { flagId: string })[]>`
      SELECT DISTINCT ON (l.flag_id) l.flag_id::text AS "flagId", p.id::text AS "planId", p.status, p.proposed_on::text AS "proposedOn"
      FROM plan_flag l JOIN improvement_plan p ON p.ward_id = l.ward_id AND p.contract_id = l.contract_id AND p.id = l.plan_id
      WHERE l.ward_id = ${tenant.wardId}::uuid AND l.contract_id = ${tenant.contractId}::uuid AND l.flag_id = ANY (${flagIds}::uuid[])
        AND p.status <> 'withdrawn'
      ORDER BY l.flag_id, p.created_at DESC`,
  );
  return Object.fromEntries(rows.map(({ flagId, ...plan }) => [flagId, plan]));
}

export type NewPlanGroup = { rule: RuleKey; officeIds: string[]; offices: PlanOffice[]; flags: PlanFlag[] };

/** Open flags without a plan, by rule and group: each group can have a plan. With the what-if to begin from, if it is the contract's. */
export function newPlanGroups(
  tenant: Tenant,
  flagIds: readonly string[],
  scenarioId: string | null,
  day: Day,
): Promise<{ groups: NewPlanGroup[]; scenario: NewPlanScenario | null }> {
  return asTenant(tenant, async (tx) => {
    const free = (await listCandidates(tx, tenant, { flagIds }, day)).filter(({ isAnswered }) => !isAnswered);
    const named = new Map((await namedFlags(tx, tenant, flagIds)).map((flag) => [flag.flagId, flag]));
    const offices = await tx.$queryRaw<(PlanOffice & { officeId: string })[]>`
      SELECT id::text AS "officeId", office_code AS "officeCode", name, name_en AS "nameEn" FROM office
      WHERE contract_id = ${tenant.contractId}::uuid ORDER BY office_code`;
    const groups = new Map<string, Candidate[]>();
    for (const flag of free) {
      const key = [flag.rule, ...flag.officeIds].join();
      groups.set(key, [...(groups.get(key) ?? []), flag]);
    }
    return {
      scenario: await findScenario(tx, tenant, scenarioId),
      groups: [...groups.values()].flatMap((flags) => {
        const [first] = flags;
        if (!first) return [];
        const inGroup = offices.filter(({ officeId }) => first.officeIds.includes(officeId));
        return {
          ...{ rule: first.rule, officeIds: first.officeIds },
          offices: inGroup.map(({ officeCode, name, nameEn }) => ({ officeCode, name, nameEn })),
          flags: flags.flatMap(({ flagId }) => named.get(flagId) ?? []),
        };
      }),
    };
  });
}

export type NewPlanScenario = { scenarioId: string; name: string; kind: "redistribution" | "staffing" };

async function findScenario(tx: Tx, tenant: Tenant, id: string | null): Promise<NewPlanScenario | null> {
  if (id === null) return null;
  const [found] = await tx.$queryRaw<NewPlanScenario[]>`SELECT id::text AS "scenarioId", name, kind FROM scenario
    WHERE ward_id = ${tenant.wardId}::uuid AND contract_id = ${tenant.contractId}::uuid AND id = ${id}::uuid AND side = 'contractor'`;
  return found ?? null;
}

function namedFlags(tx: Tx, tenant: Tenant, ids: readonly string[]): Promise<PlanFlag[]> {
  return tx.$queryRaw<PlanFlag[]>`
    SELECT f.id::text AS "flagId", f.severity, f.status, i.name AS "staffName", s.staff_code AS "staffCode", o.name AS "officeName",
      o.name_en AS "officeNameEn", f.raised_on::text AS "raisedOn", f.resolved_on::text AS "resolvedOn"
    FROM flag f LEFT JOIN staff s ON s.ward_id = f.ward_id AND s.contract_id = f.contract_id AND s.id = f.staff_id
      LEFT JOIN staff_identity i ON i.ward_id = s.ward_id AND i.contract_id = s.contract_id AND i.staff_id = s.id
      LEFT JOIN office o ON o.ward_id = f.ward_id AND o.contract_id = f.contract_id
        AND o.id = CASE WHEN f.staff_id IS NULL THEN f.office_id ELSE s.office_id END
    WHERE f.ward_id = ${tenant.wardId}::uuid AND f.contract_id = ${tenant.contractId}::uuid AND f.id = ANY (${[...ids]}::uuid[])`;
}

function ofContract(tenant: Tenant): Prisma.Sql {
  return Prisma.sql`p.ward_id = ${tenant.wardId}::uuid AND p.contract_id = ${tenant.contractId}::uuid`;
}
