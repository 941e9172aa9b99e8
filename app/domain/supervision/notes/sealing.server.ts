/**
 * Seals confidential notes with AES-256-GCM (NIST SP 800-38D): a fresh random nonce of 12 bytes for each sealing, a tag of
 * 16 bytes after the text. The note's place and people are authenticated with it, so that a sealed text opens only in the
 * row for which it was written.
 */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

import type { KeyRing, NoteKey } from "~/lib/key-ring";

import type { NoteText } from "./note";

/** Whose note it is, and of which session. */
export type NoteAddress = {
  id: string;
  sessionId: string;
  staffId: string;
  authorId: string;
  /** Who may read what the supervisee wrote; null where the supervisor does not sign in here. */
  supervisorId: string | null;
};
export type Sealed = { keyId: string; nonce: Uint8Array<ArrayBuffer>; sealed: Uint8Array<ArrayBuffer> };

const ALGORITHM = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Seals a text under the current key. */
export function seal(ring: KeyRing, text: string, address: NoteAddress): Sealed {
  const [{ id: keyId, key }] = ring;
  const nonce = new Uint8Array(randomBytes(NONCE_BYTES));
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(associated(address));
  const sealed = new Uint8Array(Buffer.concat([cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]));
  return { keyId, nonce, sealed };
}

/** Opens a sealed text, or says why it cannot be opened. */
export function open(ring: KeyRing, given: Sealed, address: NoteAddress): NoteText {
  const found = ring.find(({ id }) => id === given.keyId);
  if (!found) return { text: null, problem: "missingKey" };
  const text = unsealed(found, given, address);
  return text === null ? { text: null, problem: "damaged" } : { text, problem: null };
}

function unsealed({ key }: NoteKey, { nonce, sealed }: Sealed, address: NoteAddress): string | null {
  const end = sealed.byteLength - TAG_BYTES;
  if (nonce.byteLength !== NONCE_BYTES || end < 0) return null;
  try {
    const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(associated(address));
    decipher.setAuthTag(sealed.subarray(end));
    return Buffer.concat([decipher.update(sealed.subarray(0, end)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

/** Unambiguous: each part is a UUID or a dash. */
function associated({ id, sessionId, staffId, authorId, supervisorId }: NoteAddress): Buffer {
  return Buffer.from(["sasae note 1", id, sessionId, staffId, authorId, supervisorId ?? "-"].join("|"));
}
