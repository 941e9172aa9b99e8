import { asPeople, type People } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";

import { recordDeed } from "../access/audit.server";
import type { Attendance } from "../workforce/vocabulary";
import { lockRecord } from "./confirm-record.server";
import { sessionIn } from "./repository.server";
import type { Stale } from "./session";

export type AttendanceRecorded =
  | { ok: true; changed: number }
  | { ok: false; reason: "notFound" | "cancelled" | "notYet" | "incomplete" | "notSupervised" }
  | Stale;

export type AttendanceGiven = {
  version: number;
  rows: readonly { staffId: string; attendance: Attendance }[];
  /** How long it was, where that differs from the plan. */
  minutes?: number;
};

/**
 * Records who was there and for how long, and marks the session as held. Every participant whom the reader supervises needs an
 * answer; others cannot be answered for. The same answers again change nothing; a changed one takes that supervisee's
 * confirmation back, changed minutes everybody's.
 */
export async function recordAttendance(
  people: People,
  sessionId: string,
  given: AttendanceGiven,
  { today, at }: { today: Day; at: Date },
): Promise<AttendanceRecorded> {
  const answers = new Map(given.rows.map((row) => [row.staffId, row.attendance]));
  if ([...answers.keys()].some((staffId) => !people.staffIds.includes(staffId)))
    return { ok: false, reason: "notSupervised" };
  return asPeople(people, async (tx) => {
    await lockRecord(tx, sessionId);
    const session = await sessionIn(tx, people, sessionId);
    if (!session) return { ok: false, reason: "notFound" };
    if (session.status === "cancelled") return { ok: false, reason: "cancelled" };
    if (session.heldOn > today) return { ok: false, reason: "notYet" };
    const invited = session.participants.map(({ staffId }) => staffId);
    if ([...answers.keys()].some((staffId) => !invited.includes(staffId)))
      return { ok: false, reason: "notSupervised" };
    if (invited.some((staffId) => !answers.has(staffId))) return { ok: false, reason: "incomplete" };
    const differing = session.participants
      .filter(({ staffId, attendance }) => answers.get(staffId) !== attendance)
      .map(({ staffId }) => staffId);
    const hasOtherLength = given.minutes !== undefined && given.minutes !== session.minutes;
    if (differing.length === 0 && !hasOtherLength && session.status === "held") return { ok: true, changed: 0 };
    if (session.version !== given.version) return { ok: false, reason: "stale", stands: session };
    const held = await tx.$executeRaw`
      UPDATE supervision_session SET status = 'held', tentative = false, minutes = ${given.minutes ?? session.minutes}, version = version + 1,
        sequence = sequence + CASE WHEN status <> 'held' OR ${hasOtherLength} THEN 1 ELSE 0 END, changed_at = ${at.toISOString()}::timestamptz
      WHERE contract_id = ${people.contractId}::uuid AND id = ${sessionId}::uuid AND version = ${given.version}`;
    if (held === 0) return { ok: false, reason: "notFound" };
    const changed = await tx.$executeRaw`
      UPDATE supervision_attendance a SET attendance = given.attendance
      FROM unnest(${[...answers.keys()]}::uuid[], ${[...answers.values()]}::text[]) AS given (staff_id, attendance)
      WHERE a.contract_id = ${people.contractId}::uuid AND a.session_id = ${sessionId}::uuid AND a.staff_id = given.staff_id
        AND a.attendance IS DISTINCT FROM given.attendance`;
    await tx.$executeRaw`
      DELETE FROM session_confirmation WHERE contract_id = ${people.contractId}::uuid AND session_id = ${sessionId}::uuid
        AND staff_id = ANY (${hasOtherLength ? invited : differing}::uuid[])`;
    await recordDeed(tx, people, "supervisor", {
      ...{ action: "session.attendance", subject: "supervision_session", subjectId: sessionId },
      detail: { changed, held: session.status !== "held" },
    });
    return { ok: true, changed };
  });
}
