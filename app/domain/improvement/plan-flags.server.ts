/** Flags and their plans, as the contractor relates them: which flags one plan may answer, and what it does to them. */
import { Prisma, type Tenant, type Tx } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";

import { acknowledge, eventOfAnswered } from "../flag/answers.server";
import { groupsOfStaff, type Group } from "../flag/disclosure";
import type { RuleKey, SubjectKind } from "../flag/finding";
import { listPosts } from "../kpi/people-facts.server";
import { isSupportStaffOn } from "../workforce/rules";
import { groupOfFlag } from "./group";
import { LIVE_STATUSES } from "./rules";
import type { PlanActor } from "./writing.server";

/** An open flag on the way into a plan: its rule, the group it is published in, and the plan that already answers it. */
export type Candidate = {
  flagId: string;
  rule: RuleKey;
  officeIds: string[];
  dueOn: Day | null;
  isAnswered: boolean;
};

/** The published groups of a contract's staff on a day. */
export async function groupsOn(tx: Tx, tenant: Tenant, day: Day): Promise<Group[]> {
  return groupsOfStaff((await listPosts(tx, tenant)).filter((post) => isSupportStaffOn(post, day)));
}

/** The open flags of these ids, or of one rule, each with its group on the day. */
export async function listCandidates(
  tx: Tx,
  tenant: Tenant,
  which: { flagIds: readonly string[] } | { rule: RuleKey },
  day: Day,
): Promise<Candidate[]> {
  const wanted =
    "rule" in which ? Prisma.sql`f.rule = ${which.rule}` : Prisma.sql`f.id = ANY (${[...which.flagIds]}::uuid[])`;
  const rows = await tx.$queryRaw<(Omit<Candidate, "officeIds"> & { subject: SubjectKind; officeId: string | null })[]>`
    SELECT f.id::text AS "flagId", f.rule, f.subject_kind AS subject, f.due_on::text AS "dueOn",
      (CASE WHEN f.staff_id IS NULL THEN f.office_id ELSE s.office_id END)::text AS "officeId",
      EXISTS (SELECT 1 FROM plan_flag l JOIN improvement_plan p ON p.ward_id = l.ward_id AND p.contract_id = l.contract_id AND p.id = l.plan_id
        WHERE l.ward_id = f.ward_id AND l.contract_id = f.contract_id AND l.flag_id = f.id
          AND p.status = ANY (${[...LIVE_STATUSES]}::text[])) AS "isAnswered"
    FROM flag f LEFT JOIN staff s ON s.ward_id = f.ward_id AND s.contract_id = f.contract_id AND s.id = f.staff_id
    WHERE f.ward_id = ${tenant.wardId}::uuid AND f.contract_id = ${tenant.contractId}::uuid AND f.resolved_on IS NULL AND ${wanted}
    ORDER BY f.raised_on, f.id`;
  if (rows.length === 0) return [];
  const groups = await groupsOn(tx, tenant, day);
  return rows.map(({ subject, officeId, ...row }) => ({
    ...row,
    officeIds: groupOfFlag({ subject, officeId }, groups),
  }));
}

/** Ties flags to a plan; those nobody has acknowledged yet are with it. Under an agreed plan they are agreed upon. */
export async function tieFlags(
  tx: Tx,
  tenant: Tenant,
  plan: { planId: string; isAgreed: boolean },
  flagIds: readonly string[],
  by: PlanActor,
): Promise<void> {
  const { wardId, contractId } = tenant;
  await tx.$executeRaw`INSERT INTO plan_flag (ward_id, contract_id, plan_id, flag_id)
    SELECT ${wardId}::uuid, ${contractId}::uuid, ${plan.planId}::uuid, unnest(${[...flagIds]}::uuid[]) ON CONFLICT DO NOTHING`;
  await acknowledge(tx, tenant, flagIds, by);
  if (plan.isAgreed)
    await tx.$executeRaw`WITH answered AS (
        UPDATE flag SET status = 'plan_agreed' WHERE ward_id = ${wardId}::uuid AND contract_id = ${contractId}::uuid
          AND id = ANY (${[...flagIds]}::uuid[]) AND resolved_on IS NULL AND status <> 'plan_agreed' RETURNING id)
      ${eventOfAnswered(tenant, "agreed", by)}`;
}

/** Flags whose agreed plan has ended while they are open are acknowledged again; with a last day, they wait for a new answer. */
export async function releaseFlags(
  tx: Tx,
  tenant: Tenant,
  planId: string,
  by: PlanActor,
  dueOn: Day | null,
): Promise<void> {
  await tx.$executeRaw`WITH answered AS (
      UPDATE flag f SET status = 'acknowledged', due_on = greatest(f.due_on, ${dueOn}::date)
      FROM plan_flag l WHERE l.ward_id = ${tenant.wardId}::uuid AND l.contract_id = ${tenant.contractId}::uuid AND l.plan_id = ${planId}::uuid
        AND f.ward_id = l.ward_id AND f.contract_id = l.contract_id AND f.id = l.flag_id AND f.status = 'plan_agreed'
      RETURNING f.id)
    ${eventOfAnswered(tenant, "acknowledged", by)}`;
}
