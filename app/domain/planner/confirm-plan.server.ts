import { Prisma, asPeople, type People, type Tx } from "~/db/scope.server";

import { queueInvitations } from "../notification/invitations.server";
import type { Writing } from "../supervision/session";
import { lockSupervisor } from "../supervision/objections.server";
import { entryRef } from "../workforce/entry-ref.server";
import { violations, type Violation } from "./checker";
import { audit, draftById, groundOf, type Planner, type Stale } from "./drafts.server";
import { timeOf } from "./time";
import type { Draft, PlanGround } from "./view";

export type Confirmed =
  | { ok: true; sessions: number; duplicate: boolean }
  | { ok: false; reason: "notFound" | "empty" }
  /** What has come in between since the plan was made; nothing was written. */
  | { ok: false; reason: "against"; broken: Violation[] }
  | Stale;

/**
 * Turns a draft into planned sessions, all of them or none, and invites everyone. Checked against what the database says now;
 * confirmed twice, it is stored once.
 * @param supervisorName how the sessions name who holds them, where that person has no staff code in the contract
 */
export function confirmPlan(
  planner: Planner,
  plan: { planId: string; version: number },
  supervisorName: string,
  { at, mailing }: Writing,
): Promise<Confirmed> {
  const { people } = planner;
  return asPeople(people, async (tx) => {
    await lockSupervisor(tx, people);
    const draft = await draftById(tx, people, plan.planId);
    if (!draft) return { ok: false, reason: "notFound" };
    if (draft.status === "confirmed") return { ok: true, sessions: draft.items.length, duplicate: true };
    if (draft.version !== plan.version) return { ok: false, reason: "stale", stands: draft };
    if (draft.items.length === 0) return { ok: false, reason: "empty" };
    const ground = await groundOf(tx, planner, draft, draft.settings);
    const broken = violations(draft.items, ground.input);
    if (broken.length > 0) return { ok: false, reason: "against", broken };
    const sessionIds = await insertSessions(tx, people, draft, ground, supervisorName, at);
    await tx.$executeRaw`
      UPDATE quarter_plan SET status = 'confirmed', confirmed_at = ${at.toISOString()}::timestamptz, version = version + 1
      WHERE ward_id = ${people.wardId}::uuid AND contract_id = ${people.contractId}::uuid AND id = ${draft.planId}::uuid`;
    await audit(tx, people, "plan.confirm", draft.planId, { sessions: sessionIds.length });
    await queueInvitations(tx, people, sessionIds, "REQUEST", mailing);
    return { ok: true, sessions: sessionIds.length, duplicate: false };
  });
}

async function insertSessions(
  tx: Tx,
  { wardId, contractId, userId }: People,
  { planId, items }: Draft,
  { offices }: PlanGround,
  supervisorName: string,
  at: Date,
): Promise<string[]> {
  const officeName = new Map(offices.map(({ officeId, name }) => [officeId, name]));
  const [code] = await tx.$queryRaw<{ code: string | null }[]>`SELECT app_own_staff_code() AS code`;
  const rows = items.map((item) => {
    const ref = entryRef(userId, planId, { itemId: item.id });
    const place = item.officeId === null ? null : (officeName.get(item.officeId) ?? null);
    return Prisma.sql`(${wardId}::uuid, ${contractId}::uuid, ${ref}, ${item.day}::date, ${timeOf(item.start)}, ${item.minutes}, ${item.kind},
      ${code?.code ?? supervisorName}, ${!code?.code}, 'planned', ${place}, ${userId}::uuid, ${at.toISOString()}::timestamptz)`;
  });
  const added = await tx.$queryRaw<{ id: string; ref: string }[]>`
    INSERT INTO supervision_session (ward_id, contract_id, session_ref, held_on, start_time, minutes, kind, supervisor_code, external, status,
      place, created_by, changed_at)
    VALUES ${Prisma.join(rows)} RETURNING id::text, session_ref AS ref`;
  const idOf = new Map(added.map(({ id, ref }) => [ref, id]));
  const seats = items.flatMap((item) => {
    const sessionId = idOf.get(entryRef(userId, planId, { itemId: item.id })) ?? "";
    return item.participants.map((staffId) => ({ sessionId, staffId }));
  });
  await tx.$executeRaw`
    INSERT INTO supervision_attendance (ward_id, contract_id, session_id, staff_id)
    SELECT ${wardId}::uuid, ${contractId}::uuid, seat.session_id, seat.staff_id
    FROM unnest(${seats.map((seat) => seat.sessionId)}::uuid[], ${seats.map((seat) => seat.staffId)}::uuid[]) AS seat (session_id, staff_id)`;
  return added.map(({ id }) => id);
}
