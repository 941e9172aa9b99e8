/** What the contractor does with a plan besides its words: flags added, measures ticked off, a word, withdrawal, the review. */
import { asTenant, type Tenant, type Tx } from "~/db/scope.server";
import { addDays, dayOfInstant } from "~/lib/calendar";

import { ANSWER_DAYS } from "../flag/episodes";
import { namedFields, proposePlan } from "./contractor-plan.server";
import { isSameGroup } from "./group";
import { listCandidates, releaseFlags, tieFlags } from "./plan-flags.server";
import { thePlan } from "./reading.server";
import type { PlanStep } from "./schema";
import { openForAction, recordPlanEvent, tellChange, type PlanActor, type PlanSaved } from "./writing.server";

/** One step of the contractor's; proposing again is among them. */
export function takePlanStep(tenant: Tenant, planId: string, step: PlanStep, by: PlanActor): Promise<PlanSaved> {
  switch (step.intent) {
    case "propose":
      return proposePlan(tenant, planId, step.version, by);
    case "withdraw":
      return withdraw(tenant, planId, step, by);
    case "close":
      return close(tenant, planId, step, by);
    case "measure":
      return markMeasure(tenant, planId, step, by);
    case "addFlags":
      return addFlags(tenant, planId, step, by);
    case "comment":
      return comment(tenant, planId, step.comment, by);
  }
}

type Step<I extends PlanStep["intent"]> = Extract<PlanStep, { intent: I }>;

function withdraw(tenant: Tenant, planId: string, step: Step<"withdraw">, by: PlanActor): Promise<PlanSaved> {
  return asTenant(tenant, async (tx) => {
    const { version, reason } = step;
    const opened = await openForAction(tx, tenant, planId, { side: "contractor", action: "withdraw", version });
    if ("refused" in opened) return opened.refused;
    const fields = await namedFields(tx, tenant, { reason });
    if (fields.length > 0) return { ok: false, reason: "names", fields };
    const day = dayOfInstant(by.at);
    await tx.$executeRaw`UPDATE improvement_plan p SET status = 'withdrawn', closed_on = ${day}::date, version = version + 1
      WHERE ${thePlan(tenant, planId)}`;
    await releaseFlags(tx, tenant, planId, by, null);
    await recordPlanEvent(tx, tenant, planId, by, { kind: "withdrawn", note: reason });
    const isKnown = opened.plan.proposedOn !== null;
    const change = isKnown
      ? await tellChange(tx, tenant, opened.plan, by, { kind: "planWithdrawn", by: "contractor" })
      : null;
    return { ok: true, planId, change };
  });
}

/** Closes a plan with what its review found. Flags that are still open then wait for a new answer. */
function close(tenant: Tenant, planId: string, step: Step<"close">, by: PlanActor): Promise<PlanSaved> {
  return asTenant(tenant, async (tx) => {
    const { version, outcome } = step;
    const opened = await openForAction(tx, tenant, planId, { side: "contractor", action: "close", version });
    if ("refused" in opened) return opened.refused;
    const fields = await namedFields(tx, tenant, { outcome });
    if (fields.length > 0) return { ok: false, reason: "names", fields };
    const day = dayOfInstant(by.at);
    await tx.$executeRaw`UPDATE improvement_plan p SET status = 'done', closed_on = ${day}::date, outcome = ${outcome}, version = version + 1
      WHERE ${thePlan(tenant, planId)}`;
    await releaseFlags(tx, tenant, planId, by, addDays(day, ANSWER_DAYS));
    await recordPlanEvent(tx, tenant, planId, by, { kind: "closed", note: outcome });
    return {
      ok: true,
      planId,
      change: await tellChange(tx, tenant, opened.plan, by, { kind: "planClosed", by: "contractor" }),
    };
  });
}

function markMeasure(tenant: Tenant, planId: string, step: Step<"measure">, by: PlanActor): Promise<PlanSaved> {
  return asTenant(tenant, async (tx) => {
    const { version, measureId, done } = step;
    const opened = await openForAction(tx, tenant, planId, { side: "contractor", action: "markMeasure", version });
    if ("refused" in opened) return opened.refused;
    const measure = opened.plan.measures.find((one) => one.measureId === measureId);
    if (!measure) return { ok: false, reason: "gone" };
    if ((measure.doneOn !== null) === done) return { ok: true, planId, change: null };
    await tx.$executeRaw`UPDATE plan_measure SET done_on = ${done ? dayOfInstant(by.at) : null}::date
      WHERE ward_id = ${tenant.wardId}::uuid AND contract_id = ${tenant.contractId}::uuid AND plan_id = ${planId}::uuid AND id = ${measureId}::uuid`;
    await bump(tx, tenant, planId);
    await recordPlanEvent(tx, tenant, planId, by, { kind: done ? "measure_done" : "changed", note: measure.text });
    return { ok: true, planId, change: null };
  });
}

/** Adds flags that were raised after the plan was made, of its rule and group. */
function addFlags(tenant: Tenant, planId: string, step: Step<"addFlags">, by: PlanActor): Promise<PlanSaved> {
  return asTenant(tenant, async (tx) => {
    const { version, flags } = step;
    const opened = await openForAction(tx, tenant, planId, { side: "contractor", action: "addFlags", version });
    if ("refused" in opened) return opened.refused;
    const { plan } = opened;
    const fitting = (await listCandidates(tx, tenant, { flagIds: flags }, dayOfInstant(by.at))).filter(
      (one) => !one.isAnswered && one.rule === plan.rule && isSameGroup(one.officeIds, plan.officeIds),
    );
    if (fitting.length === 0) return { ok: false, reason: "status" };
    const isAgreed = plan.status === "agreed";
    await tieFlags(
      tx,
      tenant,
      { planId, isAgreed },
      fitting.map(({ flagId }) => flagId),
      by,
    );
    await bump(tx, tenant, planId);
    return { ok: true, planId, change: null };
  });
}

function comment(tenant: Tenant, planId: string, text: string, by: PlanActor): Promise<PlanSaved> {
  return asTenant(tenant, async (tx) => {
    const opened = await openForAction(tx, tenant, planId, { side: "contractor", action: "comment" });
    if ("refused" in opened) return opened.refused;
    const fields = await namedFields(tx, tenant, { comment: text });
    if (fields.length > 0) return { ok: false, reason: "names", fields };
    await recordPlanEvent(tx, tenant, planId, by, { kind: "comment", note: text });
    const isKnown = opened.plan.proposedOn !== null;
    const mark = by.at.toISOString();
    const change = isKnown
      ? await tellChange(tx, tenant, opened.plan, by, { kind: "planCommented", by: "contractor", mark })
      : null;
    return { ok: true, planId, change };
  });
}

async function bump(tx: Tx, tenant: Tenant, planId: string): Promise<void> {
  await tx.$executeRaw`UPDATE improvement_plan p SET version = version + 1 WHERE ${thePlan(tenant, planId)}`;
}
