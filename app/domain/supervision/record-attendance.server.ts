import { asPeople, type People } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";

import { recordAudit } from "../access/audit.server";
import type { Attendance } from "../workforce/vocabulary";

export type AttendanceRecorded =
  | { ok: true; changed: number }
  | { ok: false; reason: "notFound" | "cancelled" | "notYet" | "incomplete" | "notSupervised" };

/**
 * Records who was there and marks the session as held. Every participant whom the reader supervises needs an answer;
 * others cannot be answered for. The same answers again change nothing.
 */
export async function recordAttendance(
  people: People,
  sessionId: string,
  rows: readonly { staffId: string; attendance: Attendance }[],
  today: Day,
): Promise<AttendanceRecorded> {
  const answers = new Map(rows.map((row) => [row.staffId, row.attendance]));
  if ([...answers.keys()].some((staffId) => !people.staffIds.includes(staffId)))
    return { ok: false, reason: "notSupervised" };
  return asPeople(people, async (tx) => {
    const [session] = await tx.$queryRaw<{ heldOn: Day; status: string; invited: string[] }[]>`
      SELECT s.held_on::text AS "heldOn", s.status, ARRAY(SELECT a.staff_id::text FROM supervision_attendance a
        WHERE a.contract_id = s.contract_id AND a.session_id = s.id) AS invited
      FROM supervision_session s WHERE s.contract_id = ${people.contractId}::uuid AND s.id = ${sessionId}::uuid`;
    if (!session) return { ok: false, reason: "notFound" };
    if (session.status === "cancelled") return { ok: false, reason: "cancelled" };
    if (session.heldOn > today) return { ok: false, reason: "notYet" };
    if ([...answers.keys()].some((staffId) => !session.invited.includes(staffId)))
      return { ok: false, reason: "notSupervised" };
    if (session.invited.some((staffId) => !answers.has(staffId))) return { ok: false, reason: "incomplete" };
    const changed = await tx.$executeRaw`
      UPDATE supervision_attendance a SET attendance = given.attendance
      FROM unnest(${[...answers.keys()]}::uuid[], ${[...answers.values()]}::text[]) AS given (staff_id, attendance)
      WHERE a.contract_id = ${people.contractId}::uuid AND a.session_id = ${sessionId}::uuid AND a.staff_id = given.staff_id
        AND a.attendance IS DISTINCT FROM given.attendance`;
    const held = await tx.$executeRaw`
      UPDATE supervision_session SET status = 'held'
      WHERE contract_id = ${people.contractId}::uuid AND id = ${sessionId}::uuid AND status = 'planned'`;
    if (changed + held > 0) {
      const { wardId, contractId, userId } = people;
      await recordAudit(tx, {
        ...{ wardId, contractId, actorId: userId, actorRole: "supervisor", action: "session.attendance" },
        ...{ subject: "supervision_session", subjectId: sessionId, detail: { changed, held: held > 0 } },
      });
    }
    return { ok: true, changed };
  });
}
