/** The keys of confidential notes: the first seals, every one opens. */

export type NoteKey = { id: string; key: Uint8Array };
export type KeyRing = readonly [NoteKey, ...NoteKey[]];

const KEY_BYTES = 32;

/** What is wrong with a list of keys, in words that show nothing of it. */
export type KeyRingProblem = { entry: number; problem: "form" | "length" | "twice" } | { entry: 0; problem: "empty" };

/** Reads "id:base64 of 32 bytes" entries, one a line or separated by commas. */
export function parseKeyRing(text: string): { ring: KeyRing } | { wrong: KeyRingProblem } {
  const keys: NoteKey[] = [];
  const entries = text.split(/[,\s]+/).filter((entry) => entry !== "");
  for (const [index, entry] of entries.entries()) {
    const [, id, base64] = /^([A-Za-z0-9._-]{1,40}):([A-Za-z0-9+/_-]+=*)$/.exec(entry) ?? [];
    if (!id || !base64) return { wrong: { entry: index + 1, problem: "form" } };
    const key = fromBase64(base64);
    if (key?.length !== KEY_BYTES) return { wrong: { entry: index + 1, problem: "length" } };
    if (keys.some((known) => known.id === id)) return { wrong: { entry: index + 1, problem: "twice" } };
    keys.push({ id, key });
  }
  const [first, ...rest] = keys;
  return first ? { ring: [first, ...rest] } : { wrong: { entry: 0, problem: "empty" } };
}

/** The keys as text that parseKeyRing reads, one a line. */
export function formatKeyRing(ring: KeyRing): string {
  return ring.map(({ id, key }) => `${id}:${btoa(String.fromCharCode(...key))}\n`).join("");
}

function fromBase64(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
  } catch {
    return null;
  }
}
