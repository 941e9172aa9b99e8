import { asPeople, asTenant, type People, type Tenant, type Tx } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";

import { isAnswerable } from "./confirmation";
import { sessionIn } from "./repository.server";
import type { RecordAnswerEntry } from "./schema";
import type { Stale } from "./session";

export type RecordAnswered = { ok: true } | { ok: false; reason: "notFound" | "notYet" } | Stale;

/** Lets the record and the answers to it change one after the other: nobody confirms what is being corrected. */
export async function lockRecord(tx: Tx, sessionId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${sessionId}, 3))`;
}

/** Stores what a supervisee says to the record as it was opened; a later answer takes the place of an earlier one. */
export async function answerRecord(
  people: People,
  staffId: string,
  sessionId: string,
  given: RecordAnswerEntry,
  at: Date,
): Promise<RecordAnswered> {
  return asPeople(people, async (tx) => {
    await lockRecord(tx, sessionId);
    const session = await sessionIn(tx, people, sessionId);
    const own = session?.participants.find((one) => one.staffId === staffId);
    if (!session || !own) return { ok: false, reason: "notFound" };
    if (!isAnswerable(session, own.attendance)) return { ok: false, reason: "notYet" };
    if (session.version !== given.version) return { ok: false, reason: "stale", stands: session };
    await tx.$executeRaw`
      INSERT INTO session_confirmation (ward_id, contract_id, session_id, staff_id, answer, comment, at)
      VALUES (${people.wardId}::uuid, ${people.contractId}::uuid, ${sessionId}::uuid, ${staffId}::uuid, ${given.answer},
        ${given.comment ?? null}, ${at.toISOString()}::timestamptz)
      ON CONFLICT (ward_id, contract_id, session_id, staff_id)
        DO UPDATE SET answer = excluded.answer, comment = excluded.comment, at = excluded.at`;
    return { ok: true };
  });
}

export type Dispute = { staffId: string; staffName: string; heldOn: Day; comment: string | null };

/** The records that workers of the contract dispute, oldest first. Row-level security shows the employer no other answer. */
export async function listDisputes(tenant: Tenant): Promise<Dispute[]> {
  return asTenant(
    tenant,
    (tx) => tx.$queryRaw<Dispute[]>`
      SELECT c.staff_id::text AS "staffId", coalesce(i.name, p.staff_code) AS "staffName", s.held_on::text AS "heldOn", c.comment
      FROM session_confirmation c
        JOIN supervision_session s ON s.contract_id = c.contract_id AND s.id = c.session_id AND s.status = 'held'
        JOIN staff p ON p.contract_id = c.contract_id AND p.id = c.staff_id
        LEFT JOIN staff_identity i ON i.contract_id = c.contract_id AND i.staff_id = c.staff_id
      WHERE c.contract_id = ${tenant.contractId}::uuid AND c.answer = 'disputed' ORDER BY s.held_on, p.staff_code`,
  );
}
