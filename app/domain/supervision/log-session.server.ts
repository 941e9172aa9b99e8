import { asPeople, type People, type Tx } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";

import { recordDeed } from "../access/audit.server";
import { entryRef } from "../workforce/entry-ref.server";
import type { SessionEntry } from "./schema";

/** `duplicate`: the same form came before, and stands once. */
export type SessionLogged =
  | { ok: true; sessionId: string; duplicate: boolean }
  | { ok: false; reason: "alreadyThere"; sessions: { startTime: string | null; minutes: number }[] };

/**
 * Logs a held session that a worker attended. Where the day already has a session with the worker, the person
 * first says that this is another one: a session that the supervisor scheduled must not count twice.
 */
export async function logSession(
  people: People,
  staffId: string,
  entry: SessionEntry,
  at: Date,
): Promise<SessionLogged> {
  const { sessionRef: formRef, another, ...content } = entry;
  const sessionRef = entryRef(staffId, formRef, content);
  return asPeople(people, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${staffId}, 1))`;
    const before = await tx.supervisionSession.findFirst({
      where: { contractId: people.contractId, sessionRef },
      select: { id: true, status: true },
    });
    if (before?.status === "cancelled")
      await tx.$executeRaw`
        UPDATE supervision_session SET status = 'held', version = version + 1, sequence = sequence + 1, changed_at = ${at.toISOString()}::timestamptz
        WHERE contract_id = ${people.contractId}::uuid AND id = ${before.id}::uuid`;
    if (before) return { ok: true, sessionId: before.id, duplicate: before.status !== "cancelled" };
    const sessions = another ? [] : await sessionsOn(tx, people, staffId, entry.heldOn);
    if (sessions.length > 0) return { ok: false, reason: "alreadyThere", sessions };
    const listed = entry.supervisor.startsWith("staff:");
    const supervisor = listed ? entry.supervisor.slice("staff:".length) : (entry.supervisorName ?? null);
    const [added] = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO supervision_session (ward_id, contract_id, session_ref, held_on, minutes, kind, supervisor_code, external, status,
        place, themes, created_by, changed_at)
      VALUES (${people.wardId}::uuid, ${people.contractId}::uuid, ${sessionRef}, ${entry.heldOn}::date, ${entry.minutes}, ${entry.kind},
        ${supervisor}, ${entry.supervisor === "external"}, 'held', ${entry.place ?? null}, ${entry.themes}::text[], ${people.userId}::uuid,
        ${at.toISOString()}::timestamptz)
      RETURNING id::text`;
    const sessionId = added?.id ?? "";
    await tx.$executeRaw`
      INSERT INTO supervision_attendance (ward_id, contract_id, session_id, staff_id, attendance)
      VALUES (${people.wardId}::uuid, ${people.contractId}::uuid, ${sessionId}::uuid, ${staffId}::uuid, 'attended')`;
    return { ok: true, sessionId, duplicate: false };
  });
}

function sessionsOn(tx: Tx, people: People, staffId: string, day: Day) {
  return tx.$queryRaw<{ startTime: string | null; minutes: number }[]>`
    SELECT s.start_time AS "startTime", s.minutes FROM supervision_session s
      JOIN supervision_attendance a ON a.contract_id = s.contract_id AND a.session_id = s.id
    WHERE s.contract_id = ${people.contractId}::uuid AND a.staff_id = ${staffId}::uuid AND s.held_on = ${day}::date
      AND s.status <> 'cancelled' ORDER BY s.start_time`;
}

/** Takes back a session that the worker logged: it stays as cancelled and no longer counts. False where there is none. */
export async function takeBackSession(people: People, sessionId: string, at: Date): Promise<boolean> {
  return asPeople(people, async (tx) => {
    const changed = await tx.$executeRaw`
      UPDATE supervision_session SET status = 'cancelled', version = version + 1, sequence = sequence + 1, changed_at = ${at.toISOString()}::timestamptz
      WHERE contract_id = ${people.contractId}::uuid AND id = ${sessionId}::uuid
        AND created_by = ${people.userId}::uuid AND status = 'held'`;
    if (changed === 0) return false;
    await recordDeed(tx, people, "worker", {
      action: "session.takeBack",
      subject: "supervision_session",
      subjectId: sessionId,
    });
    return true;
  });
}
