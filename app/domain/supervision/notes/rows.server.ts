/** Who stands on which side of a session, and the sealed notes between them. */
import { Prisma, type People, type Tx } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";
import type { KeyRing } from "~/lib/key-ring";

import type { NotePage, NoteSide, NoteView } from "./note";
import { open, type Sealed } from "./sealing.server";

export type NoteRow = Sealed & {
  id: string;
  sessionId: string;
  staffId: string;
  authorId: string;
  supervisorId: string | null;
  version: number;
  changedAt: string;
};
export type Sides = {
  userId: string;
  heldOn: Day;
  side: NoteSide;
  canWrite: boolean;
  supervisor: NotePage["supervisor"];
  people: { staffId: string; name: string }[];
  notes: NoteRow[];
};
type SessionFacts = {
  heldOn: Day;
  supervisorId: string | null;
  supervisorName: string | null;
  participants: { staffId: string; name: string; isSelf: boolean }[];
};

/** The columns of a note; the caller's scope decides which rows there are. */
export const NOTE_COLUMNS = Prisma.sql`id::text, session_id::text AS "sessionId", staff_id::text AS "staffId", author_id::text AS "authorId",
  supervisor_id::text AS "supervisorId", key_id AS "keyId", nonce, sealed, version,
  to_char(changed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "changedAt"`;

/** The reader's side of a session with the notes they may read, or null where they are on neither. */
export async function sidesOf(tx: Tx, people: People, sessionId: string): Promise<Sides | null> {
  const { userId, contractId } = people;
  const [session] = await tx.$queryRaw<SessionFacts[]>`
    SELECT s.held_on::text AS "heldOn", app_session_supervisor(s.id)::text AS "supervisorId",
      app_session_supervisor_name(s.id) AS "supervisorName",
      coalesce((SELECT json_agg(json_build_object('staffId', a.staff_id, 'name', coalesce(i.name, p.staff_code),
          'isSelf', app_is_self(a.staff_id)) ORDER BY p.staff_code)
        FROM supervision_attendance a JOIN staff p ON p.contract_id = a.contract_id AND p.id = a.staff_id
          LEFT JOIN staff_identity i ON i.contract_id = a.contract_id AND i.staff_id = a.staff_id
        WHERE a.contract_id = s.contract_id AND a.session_id = s.id), '[]') AS participants
    FROM supervision_session s WHERE s.contract_id = ${contractId}::uuid AND s.id = ${sessionId}::uuid`;
  if (!session || !userId) return null;
  const notes = await tx.$queryRaw<NoteRow[]>`
    SELECT ${NOTE_COLUMNS} FROM confidential_note WHERE contract_id = ${contractId}::uuid AND session_id = ${sessionId}::uuid ORDER BY id`;
  const own = session.participants.find((one) => one.isSelf);
  const supervises = session.supervisorId === userId;
  const { supervisorId, supervisorName, heldOn } = session;
  const hasWrittenTo = (staffId: string) => notes.some((note) => note.authorId === userId && note.staffId === staffId);
  const chosen = own ? [own] : session.participants.filter(({ staffId }) => supervises || hasWrittenTo(staffId));
  if (chosen.length === 0) return null;
  return {
    ...{ userId, heldOn, side: own ? "supervisee" : "supervisor", canWrite: own !== undefined || supervises },
    supervisor: supervisorId ? { userId: supervisorId, name: supervisorName ?? "" } : null,
    ...{ people: chosen.map(({ staffId, name }) => ({ staffId, name })), notes },
  };
}

/** The reader's own note to a participant. */
export function ownNote({ notes, userId }: Sides, staffId: string): NoteRow | undefined {
  return notes.find((note) => note.authorId === userId && note.staffId === staffId);
}

/** The note opened, or what keeps it closed. */
export function viewOf(row: NoteRow, ring: KeyRing): NoteView {
  const { id, version, changedAt } = row;
  return { id, version, changedAt, ...open(ring, row, row) };
}
