import { createHash } from "node:crypto";

/**
 * The reference under which an entry of a form is stored: the same form with the same content, by the same person, has the
 * same one, so that a double tap stores once; changed content (after going back) has another. A UUID of version 8 (RFC 9562),
 * so that it may name a row.
 */
export function entryRef(person: string | null, formRef: string, content: object): string {
  const sorted = Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1));
  const hex = createHash("sha256")
    .update(JSON.stringify([person, formRef, sorted]))
    .digest("hex");
  const variant = "89ab"[parseInt(hex[16] ?? "0", 16) % 4];
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
