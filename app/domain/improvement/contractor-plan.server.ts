/** The contractor's side of a plan's words: making it for flags of one rule and group, changing it, proposing it to the ward. */
import { asTenant, type Tenant, type Tx } from "~/db/scope.server";
import { addDays, dayOfInstant, type Day } from "~/lib/calendar";

import { ANSWER_DAYS, dueOn as answerDueOn } from "../flag/episodes";
import { entryRef } from "../workforce/entry-ref.server";
import type { PlanChange } from "./events";
import { isSameGroup } from "./group";
import { namer } from "./naming";
import { listCandidates, tieFlags } from "./plan-flags.server";
import { readPlans, thePlan } from "./reading.server";
import type { MeasureEntry, PlanEntry } from "./schema";
import { openForAction, recordPlanEvent, tellChange, type PlanActor, type PlanSaved } from "./writing.server";

/** flags = none of them is open and unanswered; mixed = they are of several rules or groups. */
export type PlanMade = PlanSaved | { ok: false; reason: "flags" | "mixed" };

/** Makes a plan, as a draft or proposed at once; a form sent twice is stored once. The flags' group is the one of the day. */
export async function createPlan(tenant: Tenant, entry: PlanEntry, by: PlanActor): Promise<PlanMade> {
  const { wardId, contractId, userId } = tenant;
  const planId = entryRef(userId, entry.formRef, { ...entry, version: 0 });
  const day = dayOfInstant(by.at);
  return asTenant(tenant, async (tx) => {
    const [before] = await readPlans(tx, thePlan(tenant, planId));
    if (before) return { ok: true, planId, change: null };
    const fields = await namedFields(tx, tenant, textsOf(entry));
    if (fields.length > 0) return { ok: false, reason: "names", fields };
    const flags = (await listCandidates(tx, tenant, { flagIds: entry.flags }, day)).filter((one) => !one.isAnswered);
    const [first] = flags;
    if (!first) return { ok: false, reason: "flags" };
    if (flags.some(({ rule, officeIds }) => rule !== first.rule || !isSameGroup(officeIds, first.officeIds)))
      return { ok: false, reason: "mixed" };
    const due = flags.flatMap(({ dueOn }) => dueOn ?? []).sort()[0] ?? answerDueOn(day);
    await tx.$executeRaw`INSERT INTO improvement_plan (ward_id, contract_id, id, rule, office_ids, cause, due_on, review_on, ward_request,
        ward_due_on, scenario_id, created_by, created_at)
      VALUES (${wardId}::uuid, ${contractId}::uuid, ${planId}::uuid, ${first.rule}, ${first.officeIds}::uuid[], ${entry.cause}, ${due}::date,
        ${entry.reviewOn}::date, ${entry.wardRequest}, ${entry.wardDueOn}::date, ${entry.scenarioId}::uuid, ${userId}::uuid,
        ${by.at.toISOString()}::timestamptz)`;
    await writeMeasures(tx, tenant, planId, entry.measures);
    const flagIds = flags.map(({ flagId }) => flagId);
    await tieFlags(tx, tenant, { planId, isAgreed: false }, flagIds, by);
    await recordPlanEvent(tx, tenant, planId, by, { kind: "created" });
    return { ok: true, planId, change: entry.isProposed ? await propose(tx, tenant, planId, by) : null };
  });
}

/** Changes the words, measures and days of a plan that is not agreed yet, and proposes it where asked to. */
export function changePlan(tenant: Tenant, planId: string, entry: PlanEntry, by: PlanActor): Promise<PlanSaved> {
  return asTenant(tenant, async (tx) => {
    const opened = await openForAction(tx, tenant, planId, {
      ...{ side: "contractor", action: "change", version: entry.version },
    });
    if ("refused" in opened) return opened.refused;
    const fields = await namedFields(tx, tenant, textsOf(entry));
    if (fields.length > 0) return { ok: false, reason: "names", fields };
    const { plan } = opened;
    // why: a proposal keeps a last day for its request, which the database asks for.
    const asked = entry.wardRequest === null ? null : (entry.wardDueOn ?? plan.wardDueOn ?? inTwoWeeks(by));
    await tx.$executeRaw`UPDATE improvement_plan p SET cause = ${entry.cause}, review_on = ${entry.reviewOn}::date,
        ward_answer = CASE WHEN ward_request IS NOT DISTINCT FROM ${entry.wardRequest} THEN ward_answer END,
        ward_answered_on = CASE WHEN ward_request IS NOT DISTINCT FROM ${entry.wardRequest} THEN ward_answered_on END,
        ward_request = ${entry.wardRequest}, ward_due_on = ${asked}::date, scenario_id = ${entry.scenarioId}::uuid, version = version + 1
      WHERE ${thePlan(tenant, planId)}`;
    await writeMeasures(tx, tenant, planId, entry.measures);
    await recordPlanEvent(tx, tenant, planId, by, { kind: "changed" });
    const isToPropose = entry.isProposed && plan.status !== "proposed";
    return { ok: true, planId, change: isToPropose ? await propose(tx, tenant, planId, by) : null };
  });
}

/** Puts a plan before the ward, which from then on reads it. */
export function proposePlan(tenant: Tenant, planId: string, version: number, by: PlanActor): Promise<PlanSaved> {
  return asTenant(tenant, async (tx) => {
    const opened = await openForAction(tx, tenant, planId, { side: "contractor", action: "propose", version });
    if ("refused" in opened) return opened.refused;
    return { ok: true, planId, change: await propose(tx, tenant, planId, by) };
  });
}

async function propose(tx: Tx, tenant: Tenant, planId: string, by: PlanActor): Promise<PlanChange | null> {
  const day = dayOfInstant(by.at);
  const later = inTwoWeeks(by);
  await tx.$executeRaw`UPDATE improvement_plan p SET status = 'proposed', proposed_on = ${day}::date, version = version + 1,
      ward_due_on = CASE WHEN ward_request IS NULL THEN NULL WHEN ward_due_on > ${day}::date THEN ward_due_on ELSE ${later}::date END
    WHERE ${thePlan(tenant, planId)}`;
  await recordPlanEvent(tx, tenant, planId, by, { kind: "proposed" });
  const [plan] = await readPlans(tx, thePlan(tenant, planId));
  if (!plan) return null;
  const dueOn = plan.wardDueOn ?? later;
  return tellChange(tx, tenant, plan, by, {
    kind: "planProposed",
    by: "contractor",
    dueOn,
    mark: String(plan.version),
  });
}

function inTwoWeeks(by: PlanActor): Day {
  return addDays(dayOfInstant(by.at), ANSWER_DAYS);
}

async function writeMeasures(tx: Tx, tenant: Tenant, planId: string, measures: readonly MeasureEntry[]): Promise<void> {
  const { wardId, contractId } = tenant;
  const rows = JSON.stringify(measures.map((measure, position) => ({ ...measure, position })));
  const given = measures.flatMap(({ measureId }) => measureId ?? []);
  await tx.$executeRaw`DELETE FROM plan_measure WHERE ward_id = ${wardId}::uuid AND contract_id = ${contractId}::uuid
    AND plan_id = ${planId}::uuid AND id <> ALL (${given}::uuid[])`;
  await tx.$executeRaw`UPDATE plan_measure m SET position = n.position, kind = n.kind, text = n.text, owner = n.owner, due_on = n."dueOn"
    FROM jsonb_to_recordset(${rows}::jsonb) AS n("measureId" uuid, position int, kind text, text text, owner text, "dueOn" date)
    WHERE m.ward_id = ${wardId}::uuid AND m.contract_id = ${contractId}::uuid AND m.plan_id = ${planId}::uuid AND m.id = n."measureId"`;
  await tx.$executeRaw`INSERT INTO plan_measure (ward_id, contract_id, plan_id, position, kind, text, owner, due_on)
    SELECT ${wardId}::uuid, ${contractId}::uuid, ${planId}::uuid, n.position, n.kind, n.text, n.owner, n."dueOn"
    FROM jsonb_to_recordset(${rows}::jsonb) AS n("measureId" uuid, position int, kind text, text text, owner text, "dueOn" date)
    WHERE n."measureId" IS NULL`;
}

function textsOf(entry: PlanEntry): Record<string, string | null> {
  const measures = entry.measures.map(({ text }) => text).join("\n");
  return { cause: entry.cause, measures, wardRequest: entry.wardRequest };
}

/** Which of some texts, by field, name one of the contract's staff, of now or of before. */
export async function namedFields(
  tx: Tx,
  tenant: Tenant,
  texts: Readonly<Record<string, string | null>>,
): Promise<string[]> {
  const people = await tx.$queryRaw<{ name: string | null; staffCode: string }[]>`
    SELECT i.name, s.staff_code AS "staffCode" FROM staff s
    LEFT JOIN staff_identity i ON i.ward_id = s.ward_id AND i.contract_id = s.contract_id AND i.staff_id = s.id
    WHERE s.ward_id = ${tenant.wardId}::uuid AND s.contract_id = ${tenant.contractId}::uuid`;
  const names = namer(people);
  return Object.entries(texts).flatMap(([field, text]) => (text !== null && names(text) ? [field] : []));
}
