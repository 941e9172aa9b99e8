import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import { afterAll, beforeEach, describe, expect, test } from "vitest";

import { formatKeyRing, parseKeyRing } from "~/lib/key-ring";
import { addNoteKey, noteKeys } from "~/lib/note-keys.server";

const folders: string[] = [];
let dir = "";
const KEY = Buffer.alloc(32, 9).toString("base64");
const OTHER = Buffer.alloc(32, 200).toString("base64url");

beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), "sasae-keys-"));
  folders.push(dir);
});

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

describe("a list of keys", () => {
  test("is read in order, one a line or separated by commas, in either alphabet of base64", () => {
    for (const text of [`2026:${KEY},2025:${OTHER}`, ` 2026:${KEY}\n\n2025:${OTHER}\n`]) {
      const read = parseKeyRing(text);
      expect("ring" in read && read.ring.map(({ id, key }) => [id, Buffer.from(key)])).toEqual([
        ["2026", Buffer.alloc(32, 9)],
        ["2025", Buffer.alloc(32, 200)],
      ]);
    }
  });

  test("written is read the same", () => {
    const ring = [
      { id: "a", key: new Uint8Array(randomBytes(32)) },
      { id: "b", key: new Uint8Array(randomBytes(32)) },
    ] as const;
    expect(parseKeyRing(formatKeyRing(ring))).toEqual({ ring });
  });

  test.each([
    ["", { entry: 0, problem: "empty" }],
    [" ,\n", { entry: 0, problem: "empty" }],
    [KEY, { entry: 1, problem: "form" }],
    [`a:${KEY},b`, { entry: 2, problem: "form" }],
    [`a b:${KEY}`, { entry: 1, problem: "form" }],
    [`a:${Buffer.alloc(31).toString("base64")}`, { entry: 1, problem: "length" }],
    [`a:${Buffer.alloc(33).toString("base64")}`, { entry: 1, problem: "length" }],
    ["a:AAAAA", { entry: 1, problem: "length" }],
    [`a:${KEY},a:${OTHER}`, { entry: 2, problem: "twice" }],
  ])("%j is refused", (text, wrong) => {
    expect(parseKeyRing(text)).toEqual({ wrong });
  });
});

describe("the keys of this process", () => {
  test("are those of the variable where it is set, and no file is made", () => {
    expect(noteKeys({ given: `v:${KEY}`, dir }).map(({ id }) => id)).toEqual(["v"]);
    expect(addNoteKey({ given: `v:${KEY}`, dir })).toBeNull();
    expect(readdirSync(dir)).toEqual([]);
  });

  test("are made once into a file that only its owner reads", () => {
    const source = { given: undefined, dir: path.join(dir, "new") };
    const first = noteKeys(source);
    expect(noteKeys(source)).toEqual(first);
    expect(first[0].key.byteLength).toBe(32);
    expect(readdirSync(source.dir)).toEqual(["note-keys"]);
    expect(statSync(path.join(source.dir, "note-keys")).mode & 0o777).toBe(0o600);
  });

  test("take a new one first, and keep the older", () => {
    const source = { given: undefined, dir };
    const [old] = noteKeys(source);
    const added = addNoteKey(source);
    expect(added?.[1]).toEqual(old);
    expect(added?.[0].id).not.toBe(old.id);
    expect(noteKeys(source)).toEqual(added);
    expect(statSync(path.join(dir, "note-keys")).mode & 0o777).toBe(0o600);
  });

  test.each([
    ["the variable", (text: string) => ({ given: text, dir }), "SASAE_NOTE_KEYS"],
    [
      "the file",
      (text: string) => (writeFileSync(path.join(dir, "note-keys"), text), { given: undefined, dir }),
      "note-keys",
    ],
  ])("that cannot be used are refused by the name of %s, without a sign of them", (_, source, name) => {
    const secret = randomBytes(20).toString("base64");
    for (const text of [secret, `id-of-mine:${secret}`, `a:${KEY},a:${KEY}`, `a:${KEY}, ${secret}`]) {
      const failure = failureOf(() => noteKeys(source(text)));
      expect(failure).toMatch(/^The keys of confidential notes \(.+\) cannot be used: .+\.$/);
      expect(failure).toContain(name);
      for (const part of [secret, KEY, "id-of-mine"]) expect(failure).not.toContain(part);
    }
  });

  test("of a file are never replaced by others, even where the file is empty", () => {
    writeFileSync(path.join(dir, "note-keys"), "");
    expect(failureOf(() => noteKeys({ given: undefined, dir }))).toContain("there is no key");
    expect(readFileSync(path.join(dir, "note-keys"), "utf8")).toBe("");
  });
});

function failureOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("This should have failed.");
}
