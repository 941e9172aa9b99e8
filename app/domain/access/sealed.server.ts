/**
 * Sealing with AES-256-GCM (NIST SP 800-38D): a fresh random nonce of 12 bytes for each sealing, a tag of 16 bytes after the
 * content. What a sealed content belongs to is authenticated with it, so that it opens nowhere else.
 */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

import type { KeyRing } from "~/lib/key-ring";

export type Sealed = { keyId: string; nonce: Uint8Array<ArrayBuffer>; sealed: Uint8Array<ArrayBuffer> };

const ALGORITHM = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Seals bytes under the current key; they open only with the same `belongsTo`. */
export function sealBytes(ring: KeyRing, content: Uint8Array, belongsTo: string): Sealed {
  const [{ id: keyId, key }] = ring;
  const nonce = new Uint8Array(randomBytes(NONCE_BYTES));
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(belongsTo));
  const sealed = new Uint8Array(Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()]));
  return { keyId, nonce, sealed };
}

/** Opens sealed bytes; `missingKey` where the ring has lost the key, `damaged` where content or place was changed. */
export function openBytes(
  ring: KeyRing,
  { keyId, nonce, sealed }: Sealed,
  belongsTo: string,
): { content: Buffer } | { problem: "missingKey" | "damaged" } {
  const found = ring.find(({ id }) => id === keyId);
  if (!found) return { problem: "missingKey" };
  const end = sealed.byteLength - TAG_BYTES;
  if (nonce.byteLength !== NONCE_BYTES || end < 0) return { problem: "damaged" };
  try {
    const decipher = createDecipheriv(ALGORITHM, found.key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(belongsTo));
    decipher.setAuthTag(sealed.subarray(end));
    return { content: Buffer.concat([decipher.update(sealed.subarray(0, end)), decipher.final()]) };
  } catch {
    return { problem: "damaged" };
  }
}
