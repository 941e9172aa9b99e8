/**
 * Seals confidential notes. The note's place and people are authenticated with it, so that a sealed text opens only in the
 * row for which it was written.
 */
import type { KeyRing } from "~/lib/key-ring";

import { openBytes, sealBytes, type Sealed } from "../../access/sealed.server";
import type { NoteText } from "./note";

export type { Sealed };

/** Whose note it is, and of which session. */
export type NoteAddress = {
  id: string;
  sessionId: string;
  staffId: string;
  authorId: string;
  /** Who may read what the supervisee wrote; null where the supervisor does not sign in here. */
  supervisorId: string | null;
};

/** Seals a text under the current key. */
export function seal(ring: KeyRing, text: string, address: NoteAddress): Sealed {
  return sealBytes(ring, new TextEncoder().encode(text), associated(address));
}

/** Opens a sealed text, or says why it cannot be opened. */
export function open(ring: KeyRing, given: Sealed, address: NoteAddress): NoteText {
  const opened = openBytes(ring, given, associated(address));
  if ("problem" in opened) return { text: null, problem: opened.problem };
  return { text: opened.content.toString("utf8"), problem: null };
}

/** Unambiguous: each part is a UUID or a dash. */
function associated({ id, sessionId, staffId, authorId, supervisorId }: NoteAddress): string {
  return ["sasae note 1", id, sessionId, staffId, authorId, supervisorId ?? "-"].join("|");
}
