/** Keys of confidential notes for tests: the same name gives the same key. */
import { createHash } from "node:crypto";

import type { KeyRing, NoteKey } from "../../app/lib/key-ring";

export function aKeyRing(first: string, ...rest: string[]): KeyRing {
  return [keyNamed(first), ...rest.map(keyNamed)];
}

function keyNamed(id: string): NoteKey {
  return { id, key: createHash("sha256").update(id).digest() };
}
