import type { Tx } from "~/db/scope.server";

import type { SessionFacts } from "../calendar/event";
import type { Invitation } from "./content";
import { enqueue } from "./enqueue.server";
import type { Mailing } from "./mailing";

export type InvitationMethod = Invitation["method"];

type Contact = {
  sessionId: string;
  /** Null for the supervisor. */
  staffId: string | null;
  userId: string | null;
  name: string;
  email: string;
  locale: string;
};

/**
 * Queues one mail for each participant of the sessions, and one for the supervisor with an account, in the caller's
 * transaction; each once per session, person, sequence and method. Works in the people and the contract scope.
 * @param mailing null where no mail server is configured: then nothing is queued
 * @returns how many were queued anew
 */
export async function queueInvitations(
  tx: Tx,
  at: { wardId: string; contractId: string },
  sessionIds: readonly string[],
  method: InvitationMethod,
  mailing: Mailing | null,
): Promise<number> {
  if (!mailing || sessionIds.length === 0) return 0;
  const ids = [...new Set(sessionIds)];
  const sessions = await tx.$queryRaw<(Omit<SessionFacts, "audience"> & { supervisor: string | null })[]>`
    SELECT s.id::text AS "sessionId", s.held_on::text AS "heldOn", s.start_time AS "startTime", s.minutes, s.kind, s.status, s.tentative,
      s.place, s.video_url AS "videoUrl", s.sequence, to_char(s.changed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "changedAt",
      coalesce((SELECT i.name FROM staff p
          JOIN staff_identity i ON i.ward_id = p.ward_id AND i.contract_id = p.contract_id AND i.staff_id = p.id
        WHERE p.ward_id = s.ward_id AND p.contract_id = s.contract_id AND p.staff_code = s.supervisor_code), s.supervisor_code) AS supervisor
    FROM supervision_session s
    WHERE s.ward_id = ${at.wardId}::uuid AND s.contract_id = ${at.contractId}::uuid AND s.id = ANY (${ids}::uuid[])`;
  const contacts = await tx.$queryRaw<Contact[]>`
    SELECT session_id::text AS "sessionId", staff_id::text AS "staffId", user_id::text AS "userId", name, email, locale
    FROM app_session_contacts(${ids}::uuid[])`;
  const holders = new Map(contacts.filter((one) => one.staffId === null).map((one) => [one.sessionId, one.name]));
  const bySession = new Map(sessions.map((session) => [session.sessionId, session]));
  return enqueue(
    tx,
    contacts.flatMap(({ sessionId, staffId, userId, name, email, locale }) => {
      const found = bySession.get(sessionId);
      if (!found) return [];
      const { supervisor, ...session } = found;
      const thread = `session:${sessionId}:${staffId ?? userId ?? ""}`;
      const audience = staffId === null ? ("supervisor" as const) : ("participant" as const);
      const content: Invitation = {
        ...{ kind: "invitation", method, attendee: name, origin: mailing.origin },
        session: { ...session, audience },
        supervisor: holders.get(sessionId) ?? supervisor,
      };
      return [
        {
          ...{ key: `${thread}:${session.sequence}:${method}`, thread, step: session.sequence },
          ...{ to: email, locale, userId, wardId: at.wardId, contractId: at.contractId, content },
        },
      ];
    }),
  );
}
