/**
 * Confidential notes of a session. Row-level security lets through the author, the session's supervisor and the supervisee;
 * what the database keeps is sealed, and the log says that something was done, never what.
 */
import { randomUUID } from "node:crypto";

import { asPeople, type People, type Tx } from "~/db/scope.server";
import type { KeyRing } from "~/lib/key-ring";

import { recordDeed } from "../../access/audit.server";
import type { NoteDeleted, NoteDraft, NotePage, NoteSide, NoteWritten } from "./note";
import { NOTE_COLUMNS, ownNote, sidesOf, viewOf, type NoteRow, type Sides } from "./rows.server";
import { seal } from "./sealing.server";

/**
 * The reader's note and the other side's, or null for anybody who is on neither side of the session.
 * @param staffId the participant whom a supervisor chose in a group; without one, the first
 */
export async function readNotes(
  people: People,
  sessionId: string,
  keyRing: KeyRing,
  staffId?: string,
): Promise<NotePage | null> {
  return asPeople(people, async (tx) => {
    const sides = await sidesOf(tx, people, sessionId);
    if (!sides) return null;
    const { heldOn, side, canWrite, supervisor } = sides;
    const participants = sides.people.map((one) => ({ ...one, hasNote: ownNote(sides, one.staffId) !== undefined }));
    const participant = participants.find((one) => staffId === undefined || one.staffId === staffId);
    if (!participant) return null;
    const mine = ownNote(sides, participant.staffId);
    const theirs = sides.notes.filter((note) => note.staffId === participant.staffId && note.authorId !== sides.userId);
    for (const note of theirs) await audit(tx, people, side, "note.read", note.id);
    return {
      ...{ sessionId, heldOn, side, canWrite, supervisor, participants, participant },
      mine: mine ? viewOf(mine, keyRing) : null,
      writtenFor: writtenFor(sides, mine),
      theirs: theirs.map((note) => viewOf(note, keyRing)),
    };
  });
}

/**
 * Writes or changes the own note to a participant. A form opened before somebody changed or deleted the note is a conflict;
 * the same text again is stored once.
 * @param at the instant of the change
 */
export async function writeNote(
  people: People,
  sessionId: string,
  staffId: string,
  draft: NoteDraft,
  keyRing: KeyRing,
  at: Date,
): Promise<NoteWritten> {
  return asPeople(people, async (tx) => {
    const sides = await sidesOf(tx, people, sessionId);
    if (!sides?.canWrite || !sides.people.some((one) => one.staffId === staffId))
      return { ok: false, reason: "notFound" };
    const supervisorId = sides.supervisor?.userId ?? null;
    // why: who writes was told who will read it; another reader needs another decision.
    if (sides.side === "supervisee" && (draft.readerId ?? null) !== supervisorId)
      return { ok: false, reason: "readerChanged" };
    const before = ownNote(sides, staffId);
    const stands = before ? viewOf(before, keyRing) : null;
    if (stands && stands.text === null) return { ok: false, reason: "locked" };
    if (stands?.version !== draft.version) {
      if (stands?.text === draft.text) return { ok: true, noteId: stands.id, version: stands.version };
      return { ok: false, reason: "conflict", stands };
    }
    const id = before?.id ?? randomUUID();
    const address = { id, sessionId, staffId, authorId: sides.userId, supervisorId };
    const stored = { ...address, ...seal(keyRing, draft.text, address), at, side: sides.side };
    const version = before ? await change(tx, people, stored, before.version) : await add(tx, people, stored);
    if (version === null) return { ok: false, reason: "conflict", stands: await standing(tx, people, stored, keyRing) };
    await audit(tx, people, sides.side, before ? "note.change" : "note.write", id);
    return { ok: true, noteId: id, version };
  });
}

/** Deletes the own note; one that was changed since the form was opened is a conflict, one that is gone is done. */
export async function deleteNote(
  people: People,
  sessionId: string,
  staffId: string,
  version: number | undefined,
  keyRing: KeyRing,
): Promise<NoteDeleted> {
  return asPeople(people, async (tx) => {
    const sides = await sidesOf(tx, people, sessionId);
    if (!sides?.people.some((one) => one.staffId === staffId)) return { ok: false, reason: "notFound" };
    const before = ownNote(sides, staffId);
    if (!before) return { ok: true };
    const removed = await tx.$executeRaw`
      DELETE FROM confidential_note WHERE contract_id = ${people.contractId}::uuid AND id = ${before.id}::uuid
        AND author_id = ${sides.userId}::uuid AND version = ${version ?? 0}`;
    if (removed === 0) return { ok: false, reason: "conflict", stands: await standing(tx, people, before, keyRing) };
    await audit(tx, people, sides.side, "note.delete", before.id);
    return { ok: true };
  });
}

function writtenFor({ side, supervisor }: Sides, mine: NoteRow | undefined): NotePage["writtenFor"] {
  if (!mine || side === "supervisor" || mine.supervisorId === (supervisor?.userId ?? null)) return "current";
  return mine.supervisorId ? "former" : "nobody";
}

type Stored = Omit<NoteRow, "version" | "changedAt"> & { at: Date; side: NoteSide };

async function add(tx: Tx, people: People, note: Stored): Promise<number | null> {
  const added = await tx.$executeRaw`
    INSERT INTO confidential_note (ward_id, contract_id, id, session_id, staff_id, author, author_id, supervisor_id, key_id, nonce, sealed, changed_at)
    VALUES (${people.wardId}::uuid, ${people.contractId}::uuid, ${note.id}::uuid, ${note.sessionId}::uuid, ${note.staffId}::uuid, ${note.side},
      ${note.authorId}::uuid, ${note.supervisorId}::uuid, ${note.keyId}, ${note.nonce}, ${note.sealed}, ${note.at.toISOString()}::timestamptz)
    ON CONFLICT (ward_id, contract_id, session_id, staff_id, author_id) DO NOTHING`;
  return added === 0 ? null : 1;
}

async function change(tx: Tx, people: People, note: Stored, version: number): Promise<number | null> {
  const changed = await tx.$executeRaw`
    UPDATE confidential_note SET supervisor_id = ${note.supervisorId}::uuid, key_id = ${note.keyId}, nonce = ${note.nonce},
      sealed = ${note.sealed}, version = version + 1, changed_at = ${note.at.toISOString()}::timestamptz
    WHERE contract_id = ${people.contractId}::uuid AND id = ${note.id}::uuid AND author_id = ${note.authorId}::uuid AND version = ${version}`;
  return changed === 0 ? null : version + 1;
}

/** What stands after somebody was quicker: the own note of the same session and participant. */
async function standing(
  tx: Tx,
  people: People,
  note: { sessionId: string; staffId: string; authorId: string },
  keyRing: KeyRing,
): Promise<Extract<NoteDeleted, { reason: "conflict" }>["stands"]> {
  const [row] = await tx.$queryRaw<NoteRow[]>`
    SELECT ${NOTE_COLUMNS} FROM confidential_note WHERE contract_id = ${people.contractId}::uuid AND session_id = ${note.sessionId}::uuid
      AND staff_id = ${note.staffId}::uuid AND author_id = ${note.authorId}::uuid`;
  return row ? viewOf(row, keyRing) : null;
}

function audit(tx: Tx, people: People, side: Sides["side"], action: string, subjectId: string): Promise<void> {
  const actorRole = side === "supervisee" ? "worker" : "supervisor";
  return recordDeed(tx, people, actorRole, { action, subject: "confidential_note", subjectId });
}
