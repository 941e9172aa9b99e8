/** Confidential notes of a session as its two sides see them. */
import { z } from "zod";

import type { Day } from "../../../lib/calendar";

export const NOTE_MAX_LENGTH = 4000;
export type NoteSide = "supervisee" | "supervisor";

/** Why a stored note cannot be opened: its key is not among the keys, or its bytes or its place are not what was sealed. */
export type SealProblem = "missingKey" | "damaged";
export type NoteText = { text: string; problem: null } | { text: null; problem: SealProblem };
export type NoteView = NoteText & {
  id: string;
  version: number;
  /** ISO 8601, UTC. */
  changedAt: string;
};

/** `hasNote`: whether the reader has written one. */
export type NoteParticipant = { staffId: string; name: string; hasNote: boolean };
/** The notes of one pair: the reader's own, which they may change, and the other side's. */
export type NotePage = {
  sessionId: string;
  heldOn: Day;
  side: NoteSide;
  /** A supervisor who handed the session over only reads. */
  canWrite: boolean;
  /** The session's supervisor who signs in here; null where there is none, and a supervisee's note is theirs alone. */
  supervisor: { userId: string; name: string } | null;
  /** Whom the reader may choose: a supervisor the session's participants, a worker only themselves. */
  participants: NoteParticipant[];
  participant: NoteParticipant;
  mine: NoteView | null;
  /** For whom a worker's stored note was written: the supervisor of now, one before, or nobody who signs in here. */
  writtenFor: "current" | "former" | "nobody";
  theirs: NoteView[];
};

/** What a form brings: `version` as it was opened with, none for a first note; `readerId`: the supervisor it named as reader. */
export type NoteDraft = { text: string; version?: number | undefined; readerId?: string | undefined };

/** `stands`: the note as it stands now, null where it was deleted in the meantime. */
export type NoteConflict = { ok: false; reason: "conflict"; stands: NoteView | null };
export type NoteRefusal = { ok: false; reason: "notFound" | "readerChanged" | "locked" };
export type NoteWritten = { ok: true; noteId: string; version: number } | NoteConflict | NoteRefusal;
export type NoteDeleted = { ok: true } | NoteConflict | NoteRefusal;

export const noteForm = z.object({
  staffId: z.uuid(),
  version: z.coerce.number().int().positive().optional(),
  readerId: z.uuid().optional(),
  text: z.string().max(NOTE_MAX_LENGTH),
});
export const deleteNoteForm = noteForm.pick({ staffId: true, version: true });
