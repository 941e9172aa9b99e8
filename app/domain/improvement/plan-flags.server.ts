/** Flags and their plans, as the contractor relates them: which flags one plan may answer, and what it does to them. */
import { Prisma, type Tenant, type Tx } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";

import { publishedGroups, type Group } from "../flag/disclosure";
import type { RuleKey, SubjectKind } from "../flag/finding";
import { listPosts } from "../kpi/people-facts.server";
import { tellOfFlags } from "../notification/flag-deeds.server";
import { isSupportStaffOn } from "../workforce/rules";
import { groupOfFlag } from "./group";
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
  const staff = (await listPosts(tx, tenant)).filter((post) => isSupportStaffOn(post, day));
  const officeIds = [...new Set(staff.map(({ officeId }) => officeId))];
  return publishedGroups(
    officeIds.map((officeId) => ({
      officeId,
      supportStaff: staff.filter((post) => post.officeId === officeId).length,
    })),
  );
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
          AND p.status IN ('draft', 'proposed', 'returned', 'agreed')) AS "isAnswered"
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
      ${eventOfEach(tenant, "agreed", by)}`;
}

/** Marks the open ones among flags as acknowledged, and tells those concerned; gives how many. */
export async function acknowledge(tx: Tx, tenant: Tenant, flagIds: readonly string[], by: PlanActor): Promise<number> {
  const answered = await tx.$queryRaw<{ id: string }[]>`WITH answered AS (
      UPDATE flag SET status = 'acknowledged', acknowledged_at = ${by.at.toISOString()}::timestamptz, acknowledged_by = ${tenant.userId}::uuid
      WHERE ward_id = ${tenant.wardId}::uuid AND contract_id = ${tenant.contractId}::uuid AND id = ANY (${[...flagIds]}::uuid[])
        AND status = 'open' RETURNING id)
    ${eventOfEach(tenant, "acknowledged", by)} RETURNING flag_id::text AS id`;
  const ids = answered.map(({ id }) => id);
  if (ids.length > 0) await tellOfFlags(tx, tenant, ids, { kind: "flag.acknowledged", at: by.at });
  return ids.length;
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
    ${eventOfEach(tenant, "acknowledged", by)}`;
}

function eventOfEach(tenant: Tenant, kind: "acknowledged" | "agreed", by: PlanActor): Prisma.Sql {
  const actor = JSON.stringify({ actorName: by.name, actorRole: by.role });
  const at = by.at.toISOString();
  return Prisma.sql`INSERT INTO flag_event (ward_id, contract_id, flag_id, day, kind, figures, actor_id, at)
    SELECT ${tenant.wardId}::uuid, ${tenant.contractId}::uuid, answered.id, (${at}::timestamptz AT TIME ZONE 'Asia/Tokyo')::date, ${kind},
      ${actor}::jsonb, ${tenant.userId}::uuid, ${at}::timestamptz FROM answered`;
}
