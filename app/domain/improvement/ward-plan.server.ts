/** The ward's side of a plan: it agrees, sends back with a reason, answers what it is asked for, or adds a word. */
import { asWard, Prisma, type Tx, type WardView } from "~/db/scope.server";
import { addDays, dayOfInstant } from "~/lib/calendar";

import { ANSWER_DAYS } from "../flag/episodes";
import { thePlan } from "./reading.server";
import type { WardStep } from "./schema";
import { openForAction, placeOf, recordPlanEvent, tellChange, type PlanActor, type PlanSaved } from "./writing.server";

/**
 * One step of the ward's. An agreement puts the plan's open flags in hand (the database does that, as the ward reads none of them);
 * a plan sent back gives the contractor another 14 days.
 */
export function takeWardStep(
  view: WardView,
  at: { contractId: string; planId: string },
  step: WardStep,
  by: PlanActor,
): Promise<PlanSaved> {
  const { contractId, planId } = at;
  const place = placeOf(view, contractId);
  return asWard(view, async (tx) => {
    const version = step.intent === "comment" ? undefined : step.version;
    const opened = await openForAction(tx, place, planId, { side: "ward", action: step.intent, version });
    if ("refused" in opened) return opened.refused;
    const { plan } = opened;
    if (step.intent === "answer" && plan.wardRequest === null) return { ok: false, reason: "status" };
    const day = dayOfInstant(by.at);
    const write = (set: Prisma.Sql) => update(tx, place, planId, set);
    switch (step.intent) {
      case "agree":
        await write(Prisma.sql`status = 'agreed', agreed_on = ${day}::date`);
        await recordPlanEvent(tx, place, planId, by, { kind: "agreed" });
        return { ok: true, planId, change: await tellChange(tx, place, plan, by, { kind: "planAgreed", by: "ward" }) };
      case "return": {
        const dueOn = addDays(day, ANSWER_DAYS);
        await write(Prisma.sql`status = 'returned', due_on = ${dueOn}::date`);
        await recordPlanEvent(tx, place, planId, by, { kind: "returned", note: step.reason });
        return {
          ok: true,
          planId,
          change: await tellChange(tx, place, plan, by, { kind: "planReturned", by: "ward", dueOn }),
        };
      }
      case "answer":
        await write(Prisma.sql`ward_answer = ${step.answer}, ward_answered_on = ${day}::date`);
        await recordPlanEvent(tx, place, planId, by, { kind: "answered", note: step.answer });
        return {
          ok: true,
          planId,
          change: await tellChange(tx, place, plan, by, { kind: "requestAnswered", by: "ward" }),
        };
      case "comment":
        await recordPlanEvent(tx, place, planId, by, { kind: "comment", note: step.comment });
        return {
          ...{ ok: true, planId },
          change: await tellChange(tx, place, plan, by, {
            kind: "planCommented",
            by: "ward",
            mark: by.at.toISOString(),
          }),
        };
    }
  });
}

async function update(tx: Tx, place: { wardId: string; contractId: string }, planId: string, set: Prisma.Sql) {
  await tx.$executeRaw`UPDATE improvement_plan p SET ${set}, version = version + 1 WHERE ${thePlan(place, planId)}`;
}
