/** What the changes of plans share: who acts, the plan as it stands, its history, and what became of the change. */
import type { Tenant, Tx, WardView } from "~/db/scope.server";
import { dayOfInstant } from "~/lib/calendar";

import { recordDeed } from "../access/audit.server";
import type { Role } from "../access/policy";
import { tellOfPlans } from "../notification/plans.server";
import type { PlanChange } from "./events";
import type { PlanEventKind } from "./plan";
import { readPlans, thePlan, type OwnPlan } from "./reading.server";
import { mayAct, type PlanAction, type Side } from "./rules";

/** Who acts, as the history will name them, and when. */
export type PlanActor = { name: string; role: Role; at: Date };

/**
 * What came of it. `change` is what others may want to hear of. gone = no such plan in this scope; status = not something to do
 * with a plan that stands so; conflict = somebody else changed it since; names = fields with the name or code of one of the staff.
 */
export type PlanSaved =
  | { ok: true; planId: string; change: PlanChange | null }
  | { ok: false; reason: "gone" | "status" }
  | { ok: false; reason: "names"; fields: string[] }
  | { ok: false; reason: "conflict"; stands: OwnPlan };

type Place = { wardId: string; contractId: string; userId: string | null };

/** Where a ward acts: one of its contracts. */
export function placeOf(view: WardView, contractId: string): Place {
  return { wardId: view.wardId, contractId, userId: view.userId };
}

/** The plan, locked until the transaction ends, where the side may do this with it as it was opened; or why not. */
export async function openForAction(
  tx: Tx,
  place: Place | Tenant,
  planId: string,
  asked: { side: Side; action: PlanAction; version?: number },
): Promise<{ plan: OwnPlan } | { refused: PlanSaved & { ok: false } }> {
  const { wardId, contractId } = place;
  await tx.$queryRaw<
    object[]
  >`SELECT 1 FROM improvement_plan WHERE ward_id = ${wardId}::uuid AND contract_id = ${contractId}::uuid
    AND id = ${planId}::uuid FOR UPDATE`;
  const [plan] = await readPlans(tx, thePlan(place, planId));
  if (!plan) return { refused: { ok: false, reason: "gone" } };
  if (asked.version !== undefined && asked.version !== plan.version)
    return { refused: { ok: false, reason: "conflict", stands: plan } };
  if (!mayAct(asked.side, asked.action, plan.status)) return { refused: { ok: false, reason: "status" } };
  return { plan };
}

/** Adds an entry to the plan's history and to the log. */
export async function recordPlanEvent(
  tx: Tx,
  place: Place | Tenant,
  planId: string,
  by: PlanActor,
  event: { kind: PlanEventKind; note?: string | null },
): Promise<void> {
  const { wardId, contractId, userId } = place;
  await tx.$executeRaw`INSERT INTO plan_event (ward_id, contract_id, plan_id, kind, note, actor_id, actor_name, actor_role, at)
    VALUES (${wardId}::uuid, ${contractId}::uuid, ${planId}::uuid, ${event.kind}, ${event.note ?? null}, ${userId}::uuid, ${by.name},
      ${by.role}, ${by.at.toISOString()}::timestamptz)`;
  const action = `improvement.${event.kind}`;
  await recordDeed(tx, place, by.role, { action, subject: "improvement_plan", subjectId: planId });
}

/**
 * Tells the other side of a change, and gives what it is told. It is named by the plan's version after it (or, for a word, by
 * its instant).
 */
export async function tellChange(
  tx: Tx,
  place: Place | Tenant,
  plan: OwnPlan,
  by: PlanActor,
  change: Pick<PlanChange, "kind" | "by"> & { dueOn?: string | null; mark?: string },
): Promise<PlanChange> {
  const { planId, contractId, rule, officeIds, version } = plan;
  const { kind, dueOn = null, mark = String(version + 1) } = change;
  const told: PlanChange = {
    ...{ key: `${kind}:${planId}:${mark}`, kind, by: change.by, on: dayOfInstant(by.at), dueOn },
    ...{ planId, contractId, rule, officeIds },
  };
  await tellOfPlans(tx, place, [told], told.on);
  return told;
}
