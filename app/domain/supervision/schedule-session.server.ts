import { asPeople, type People, type Tx } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";
import type { OpenSpan } from "~/lib/spans";

import { recordAudit } from "../access/audit.server";
import { entryRef } from "../workforce/entry-ref.server";
import {
  checkAppointment,
  type Appointment,
  type Booking,
  type Invitee,
  type Refusal,
  type Warning,
} from "./schedule-rules";
import type { Rescheduling, SessionPlan } from "./schema";

export type Objections = { ok: false; refusals: Refusal[]; warnings: Warning[] };
export type Scheduled = { ok: true; sessionId: string; duplicate: boolean } | Objections;

/**
 * Schedules a session with some of the supervisees. Refused, or held back until its warnings are confirmed, with the
 * reasons; a form sent twice is stored once.
 * @param supervisor how the session names who holds it, where that person has no staff code in the contract
 */
export async function scheduleSession(
  people: People,
  plan: SessionPlan,
  supervisor: { name: string; today: Day },
): Promise<Scheduled> {
  const participants = [...new Set(plan.participants)];
  if (participants.some((staffId) => !people.staffIds.includes(staffId)))
    return { ok: false, refusals: [{ code: "notSupervised" }], warnings: [] };
  const { sessionRef: formRef, confirmed, ...content } = plan;
  const sessionRef = entryRef(people.userId, formRef, content);
  return asPeople(people, async (tx) => {
    // why: of the same form sent twice at a moment, the second must find what the first has stored.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${sessionRef}, 2))`;
    const before = await tx.supervisionSession.findFirst({
      where: { contractId: people.contractId, sessionRef },
      select: { id: true },
    });
    if (before) return { ok: true, sessionId: before.id, duplicate: true };
    const objections = await objectionsTo(tx, people, plan, participants, { today: supervisor.today, except: null });
    if (objections.refusals.length > 0 || (objections.warnings.length > 0 && !confirmed)) return objections;
    const [code] = await tx.$queryRaw<{ code: string | null }[]>`SELECT app_own_staff_code() AS code`;
    const [added] = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO supervision_session (ward_id, contract_id, session_ref, held_on, start_time, minutes, kind, supervisor_code, external,
        status, place, themes, created_by)
      VALUES (${people.wardId}::uuid, ${people.contractId}::uuid, ${sessionRef}, ${plan.heldOn}::date, ${plan.startTime ?? null},
        ${plan.minutes}, ${plan.kind}, ${code?.code ?? supervisor.name}, ${!code?.code}, 'planned', ${plan.place ?? null},
        ${plan.themes}::text[], ${people.userId}::uuid)
      RETURNING id::text`;
    const sessionId = added?.id ?? "";
    await tx.$executeRaw`
      INSERT INTO supervision_attendance (ward_id, contract_id, session_id, staff_id)
      SELECT ${people.wardId}::uuid, ${people.contractId}::uuid, ${sessionId}::uuid, unnest(${participants}::uuid[])`;
    await audit(tx, people, "session.schedule", sessionId, { participants: participants.length, heldOn: plan.heldOn });
    return { ok: true, sessionId, duplicate: false };
  });
}

/** Moves a planned session, with the same checks. Null where there is no such planned session. */
export async function rescheduleSession(
  people: People,
  sessionId: string,
  change: Rescheduling,
  today: Day,
): Promise<{ ok: true } | Objections | null> {
  return asPeople(people, async (tx) => {
    const session = await tx.supervisionSession.findFirst({
      where: { contractId: people.contractId, id: sessionId, status: "planned" },
      select: { kind: true, attendance: { select: { staffId: true } } },
    });
    if (!session) return null;
    const plan = { ...change, kind: session.kind === "group" ? ("group" as const) : ("individual" as const) };
    const participants = session.attendance.map((row) => row.staffId);
    const objections = await objectionsTo(tx, people, plan, participants, { today, except: sessionId });
    // why: the reader may see fewer participants of a group than it has, so its number is not judged again.
    const refusals = objections.refusals.filter((one) => one.code === "onLeave" || one.code === "notEmployed");
    const warnings = objections.warnings.filter((one) => one.code !== "groupSize");
    if (refusals.length > 0 || (warnings.length > 0 && !change.confirmed)) return { ok: false, refusals, warnings };
    const changed = await tx.$executeRaw`
      UPDATE supervision_session SET held_on = ${change.heldOn}::date, start_time = ${change.startTime ?? null}, minutes = ${change.minutes},
        place = ${change.place ?? null}, themes = ${change.themes}::text[]
      WHERE contract_id = ${people.contractId}::uuid AND id = ${sessionId}::uuid AND status = 'planned'`;
    if (changed === 0) return null;
    await audit(tx, people, "session.reschedule", sessionId, { heldOn: change.heldOn });
    return { ok: true };
  });
}

/** Cancels a session that is planned: it stays on the list and never counts. False where there is no such session. */
export async function cancelSession(people: People, sessionId: string): Promise<boolean> {
  return asPeople(people, async (tx) => {
    const changed = await tx.$executeRaw`
      UPDATE supervision_session SET status = 'cancelled'
      WHERE contract_id = ${people.contractId}::uuid AND id = ${sessionId}::uuid AND status = 'planned'`;
    if (changed > 0) await audit(tx, people, "session.cancel", sessionId);
    return changed > 0;
  });
}

async function objectionsTo(
  tx: Tx,
  people: People,
  plan: Appointment,
  participants: string[],
  { today, except }: { today: Day; except: string | null },
): Promise<Objections> {
  const invitees = await tx.$queryRaw<
    (Omit<Invitee, "leave" | "bookings"> & { leave: OpenSpan[]; bookings: Booking[] })[]
  >`
    SELECT p.id::text AS "staffId", p.hired_on::text AS "hiredOn", p.left_on::text AS "leftOn",
      coalesce((SELECT json_agg(json_build_object('from', l.starts_on::text, 'to', l.ends_on::text)) FROM staff_leave l
        WHERE l.contract_id = p.contract_id AND l.staff_id = p.id), '[]') AS leave,
      coalesce((SELECT json_agg(json_build_object('startTime', s.start_time, 'minutes', s.minutes)) FROM supervision_session s
          JOIN supervision_attendance a ON a.contract_id = s.contract_id AND a.session_id = s.id
        WHERE s.contract_id = p.contract_id AND a.staff_id = p.id AND s.held_on = ${plan.heldOn}::date AND s.status <> 'cancelled'
          AND s.id IS DISTINCT FROM ${except}::uuid), '[]') AS bookings
    FROM staff p WHERE p.contract_id = ${people.contractId}::uuid AND p.id = ANY (${participants}::uuid[]) ORDER BY p.staff_code`;
  const supervisorBookings = await tx.$queryRaw<Booking[]>`
    SELECT start_time AS "startTime", minutes FROM supervision_session
    WHERE contract_id = ${people.contractId}::uuid AND held_on = ${plan.heldOn}::date AND status <> 'cancelled'
      AND id IS DISTINCT FROM ${except}::uuid AND (created_by = ${people.userId}::uuid OR supervisor_code = app_own_staff_code())`;
  return { ok: false, ...checkAppointment(plan, invitees, supervisorBookings, today) };
}

async function audit(
  tx: Tx,
  people: People,
  action: string,
  subjectId: string,
  detail?: Record<string, string | number>,
) {
  const { wardId, contractId, userId } = people;
  await recordAudit(tx, {
    ...{ wardId, contractId, actorId: userId, actorRole: "supervisor", action },
    ...{ subject: "supervision_session", subjectId, detail },
  });
}
