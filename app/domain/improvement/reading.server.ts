/** What the queries on plans share: a plan with its offices and measures, from whichever scope may read it. */
import { Prisma, type Tx } from "~/db/scope.server";

import type { Measure, Plan, PlanEvent, PlanOffice } from "./plan";

type Row = Omit<Plan, "offices" | "measures"> & {
  offices: PlanOffice[];
  measures: Measure[];
  scenarioId: string | null;
};
/** A plan with its saved what-if, which is the contractor's own. */
export type OwnPlan = Plan & { scenarioId: string | null };

const COLUMNS = Prisma.sql`p.id::text AS "planId", p.contract_id::text AS "contractId", p.rule, p.office_ids::text[] AS "officeIds", p.status,
  p.cause, p.due_on::text AS "dueOn", p.review_on::text AS "reviewOn", p.proposed_on::text AS "proposedOn", p.ward_request AS "wardRequest",
  p.ward_due_on::text AS "wardDueOn", p.ward_answer AS "wardAnswer", p.ward_answered_on::text AS "wardAnsweredOn",
  p.agreed_on::text AS "agreedOn", p.closed_on::text AS "closedOn", p.outcome, p.scenario_id::text AS "scenarioId", p.version,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('officeCode', o.office_code, 'name', o.name, 'nameEn', o.name_en) ORDER BY o.office_code), '[]')
    FROM office o WHERE o.ward_id = p.ward_id AND o.contract_id = p.contract_id AND o.id = ANY (p.office_ids)) AS offices,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('measureId', m.id, 'kind', m.kind, 'text', m.text, 'owner', m.owner, 'dueOn', m.due_on,
      'doneOn', m.done_on) ORDER BY m.position, m.id), '[]')
    FROM plan_measure m WHERE m.ward_id = p.ward_id AND m.contract_id = p.contract_id AND m.plan_id = p.id) AS measures`;

/** Plans that fit, `p` being the plan; the scope's row-level security narrows them further. */
export function readPlans(tx: Tx, where: Prisma.Sql): Promise<OwnPlan[]> {
  return tx.$queryRaw<Row[]>`SELECT ${COLUMNS} FROM improvement_plan p WHERE ${where} ORDER BY p.created_at, p.id`;
}

/** A plan's history, the latest first. */
export async function readPlanEvents(tx: Tx, contractId: string, planId: string): Promise<PlanEvent[]> {
  const rows = await tx.$queryRaw<(Omit<PlanEvent, "at"> & { at: Date })[]>`
    SELECT e.kind, e.note, e.at, e.actor_name AS "actorName", e.actor_role AS "actorRole" FROM plan_event e
    WHERE e.contract_id = ${contractId}::uuid AND e.plan_id = ${planId}::uuid ORDER BY e.at DESC, e.id`;
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** Where a plan stands: one contract's, by its id. */
export function thePlan(of: { wardId: string; contractId: string }, planId: string): Prisma.Sql {
  return Prisma.sql`p.ward_id = ${of.wardId}::uuid AND p.contract_id = ${of.contractId}::uuid AND p.id = ${planId}::uuid`;
}
