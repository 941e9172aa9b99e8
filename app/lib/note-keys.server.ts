/**
 * Where the keys of confidential notes are: in SASAE_NOTE_KEYS, or in a file of the data folder; never in the database,
 * so that neither its administrator nor a backup can open a note. Nothing here ever prints a key.
 */
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

import { dataDir, env } from "./env.server";
import { formatKeyRing, parseKeyRing, type KeyRing, type KeyRingProblem, type NoteKey } from "./key-ring";

const FILE = "note-keys";
const VARIABLE = "SASAE_NOTE_KEYS";

/** Where keys may come from; the arguments' defaults are this process's own. */
export type KeySource = { given: string | undefined; dir: string };

/**
 * The keys, the current one first: SASAE_NOTE_KEYS where set, otherwise the file, which is made at the first use. The file
 * is read each time, so that a new key holds at once in every process.
 * @throws Error that names the variable or the file and what is wrong with which entry
 */
export function noteKeys(source: KeySource = ownSource()): KeyRing {
  if (source.given !== undefined) return ringOf(source.given, VARIABLE);
  const file = path.join(source.dir, FILE);
  if (!existsSync(file)) writeWhole(file, [newKey()], false);
  return ringOf(readFileSync(file, "utf8"), file);
}

/** Puts a new key first in the file; null where SASAE_NOTE_KEYS is set, whose order is the operator's. */
export function addNoteKey(source: KeySource = ownSource()): KeyRing | null {
  if (source.given !== undefined) return null;
  const ring: KeyRing = [newKey(), ...noteKeys(source)];
  writeWhole(path.join(source.dir, FILE), ring, true);
  return ring;
}

function ownSource(): KeySource {
  return { given: env().SASAE_NOTE_KEYS, dir: dataDir() };
}

function newKey(): NoteKey {
  return { id: `k${randomBytes(4).toString("hex")}`, key: new Uint8Array(randomBytes(32)) };
}

/** Writes a file that is there whole or not at all, readable by its owner alone. */
function writeWhole(file: string, ring: KeyRing, replace: boolean): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  writeFileSync(draft, formatKeyRing(ring), { mode: 0o600, flag: "wx", flush: true });
  try {
    chmodSync(draft, 0o600);
    if (replace) renameSync(draft, file);
    // why: where two processes make the first key at once, the second must take the first one's.
    else linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function ringOf(text: string, name: string): KeyRing {
  const read = parseKeyRing(text);
  if ("ring" in read) return read.ring;
  throw new Error(`The keys of confidential notes (${name}) cannot be used: ${sentence(read.wrong)}`);
}

function sentence({ entry, problem }: KeyRingProblem): string {
  switch (problem) {
    case "empty":
      return "there is no key.";
    case "form":
      return `entry ${entry} is not "id:base64" (an id of letters, digits, ".", "_" or "-", a colon, the key in base64).`;
    case "length":
      return `the key of entry ${entry} is not 32 bytes long. "openssl rand -base64 32" makes one that is.`;
    case "twice":
      return `entry ${entry} has an id that another entry has already.`;
  }
}
