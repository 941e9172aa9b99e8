import { createHash } from "node:crypto";

/**
 * The reference under which an entry of a form is stored: the same form with the same content, by the same person, has the
 * same one, so that a double tap stores once; changed content (after going back) has another. Shaped like a UUID.
 */
export function entryRef(person: string | null, formRef: string, content: object): string {
  const sorted = Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1));
  const hex = createHash("sha256")
    .update(JSON.stringify([person, formRef, sorted]))
    .digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
}
