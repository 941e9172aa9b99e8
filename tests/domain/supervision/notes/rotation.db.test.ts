import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { run } from "~/cli/commands/notes";
import type { Tenant } from "~/db/scope.server";
import { rotateNotes } from "~/domain/supervision/notes/rotation.server";
import { open, seal } from "~/domain/supervision/notes/sealing.server";
import type { KeyRing } from "~/lib/key-ring";
import { noteKeys } from "~/lib/note-keys.server";
import { aContract, asOwner, aWorker } from "../../../setup/factories";
import { aKeyRing } from "../../../setup/note-keys";
import { aSession } from "../../../setup/sessions";

const folder = mkdtempSync(path.join(os.tmpdir(), "sasae-rotation-"));
let tenant: Tenant;
let [staffId, sessionId] = ["", ""];

beforeAll(async () => {
  tenant = await aContract();
  staffId = await aWorker(tenant);
  sessionId = await aSession(tenant, { participants: [staffId] });
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Empties the table and writes notes "note 0", "note 1" … sealed under a key. */
async function notesUnder(ring: KeyRing, count: number, keep = false): Promise<void> {
  await asOwner(async (owner) => {
    if (!keep) await owner.query("DELETE FROM confidential_note");
    const notes = Array.from({ length: count }, (_, index) => {
      const address = { id: randomUUID(), sessionId, staffId, authorId: randomUUID(), supervisorId: null };
      return { ...address, ...seal(ring, `note ${index}`, address) };
    });
    await owner.query(
      `INSERT INTO confidential_note (ward_id, contract_id, id, session_id, staff_id, author, author_id, key_id, nonce, sealed)
       SELECT $1, $2, id, $3, $4, 'supervisee', author_id, $5, nonce, sealed FROM unnest($6::uuid[], $7::uuid[], $8::bytea[], $9::bytea[])
         AS n (id, author_id, nonce, sealed)`,
      [
        ...[tenant.wardId, tenant.contractId, sessionId, staffId, ring[0].id],
        ...[notes.map(({ id }) => id), notes.map(({ authorId }) => authorId)],
        ...[notes.map(({ nonce }) => Buffer.from(nonce)), notes.map(({ sealed }) => Buffer.from(sealed))],
      ],
    );
  });
}

/** The texts that a ring of keys opens, sorted; null for each that it does not. */
async function texts(ring: KeyRing): Promise<(string | null)[]> {
  const found = await asOwner((owner) =>
    owner.query(
      `SELECT id, session_id AS "sessionId", staff_id AS "staffId", author_id AS "authorId", supervisor_id AS "supervisorId",
         key_id AS "keyId", nonce, sealed FROM confidential_note`,
    ),
  );
  return found.rows.map((row) => open(ring, row, row).text).sort();
}

const expected = (count: number) => Array.from({ length: count }, (_, index) => `note ${index}`).sort();

test("after a rotation the old key is not needed any more", async () => {
  await notesUnder(aKeyRing("old"), 1203);
  const steps: number[] = [];
  const rotation = await rotateNotes(aKeyRing("new", "old"), (done) => steps.push(done));
  expect(rotation).toEqual({ resealed: 1203, missingKey: 0, damaged: 0, byKey: [{ keyId: "new", notes: 1203 }] });
  expect(steps).toEqual([500, 1000, 1203]);
  expect(await texts(aKeyRing("new"))).toEqual(expected(1203));
  expect(new Set(await texts(aKeyRing("old")))).toEqual(new Set([null]));
});

test("a second rotation finds nothing to do, and versions and times stay", async () => {
  await notesUnder(aKeyRing("old"), 5);
  const look = () =>
    asOwner(
      async (owner) => (await owner.query("SELECT id, version, changed_at FROM confidential_note ORDER BY id")).rows,
    );
  const before = await look();
  await rotateNotes(aKeyRing("new", "old"));
  expect(await rotateNotes(aKeyRing("new", "old"))).toMatchObject({ resealed: 0 });
  expect(await look()).toEqual(before);
});

test("one that was broken off goes on where it stood", async () => {
  await notesUnder(aKeyRing("old"), 900);
  const broken = rotateNotes(aKeyRing("new", "old"), () => {
    throw new Error("power cut");
  });
  await expect(broken).rejects.toThrow("power cut");
  expect((await texts(aKeyRing("new"))).filter((text) => text !== null)).toHaveLength(500);
  expect(await texts(aKeyRing("new", "old"))).toEqual(expected(900));
  expect(await rotateNotes(aKeyRing("new", "old"))).toMatchObject({ resealed: 400 });
  expect(await texts(aKeyRing("new"))).toEqual(expected(900));
});

test("two at once seal each note, and none is lost", async () => {
  await notesUnder(aKeyRing("old"), 700);
  await Promise.all([rotateNotes(aKeyRing("new", "old")), rotateNotes(aKeyRing("new", "old"))]);
  expect(await texts(aKeyRing("new"))).toEqual(expected(700));
});

test("what cannot be opened stays as it is and is counted", async () => {
  await notesUnder(aKeyRing("old"), 3);
  await notesUnder(aKeyRing("lost"), 2, true);
  await asOwner((owner) =>
    owner.query(
      "UPDATE confidential_note SET staff_id = staff_id, author_id = gen_random_uuid() WHERE id = (SELECT id FROM confidential_note WHERE key_id = 'old' LIMIT 1)",
    ),
  );
  expect(await rotateNotes(aKeyRing("new", "old"))).toEqual({
    ...{ resealed: 2, missingKey: 2, damaged: 1 },
    byKey: [
      { keyId: "lost", notes: 2 },
      { keyId: "new", notes: 2 },
      { keyId: "old", notes: 1 },
    ],
  });
});

/** Runs the command and gives its exit status and what it printed. */
async function command(args: string[], source: { given: string | undefined; dir: string }) {
  const said: string[] = [];
  const io = { out: (text: string) => said.push(text), err: (text: string) => said.push(text), locale: "en" as const };
  return { status: await run(args, io, source), said: said.join("\n") };
}

test("the command makes a new key in the file, seals anew and names the key that can go", async () => {
  const source = { given: undefined, dir: folder };
  const [old] = noteKeys(source);
  await notesUnder([old], 7);
  const { status, said } = await command(["--new-key", "--json"], source);
  const [current] = noteKeys(source);
  expect(status).toBe(0);
  expect(JSON.parse(said.split("\n").at(-1) ?? "")).toEqual({
    ...{ keyId: current.id, resealed: 7, missingKey: 0, damaged: 0 },
    ...{ byKey: [{ keyId: current.id, notes: 7 }], spare: [old.id] },
  });
  expect(await texts([current])).toEqual(expected(7));
  for (const line of readFileSync(path.join(folder, "note-keys"), "utf8").split("\n").filter(Boolean))
    expect(said).not.toContain(line.split(":")[1]);
});

test("the command leaves the order of SASAE_NOTE_KEYS to the operator, and ends with 1 where a key is missing", async () => {
  const given = `only:${Buffer.alloc(32, 3).toString("base64")}`;
  await notesUnder(aKeyRing("lost"), 1);
  const refused = await command(["--new-key"], { given, dir: folder });
  expect([refused.status, refused.said]).toEqual([1, expect.stringContaining("SASAE_NOTE_KEYS")]);
  const missing = await command([], { given, dir: folder });
  expect([missing.status, missing.said]).toEqual([
    1,
    expect.stringContaining("1 notes were left as they were: their key is missing."),
  ]);
  expect((await command(["now"], { given, dir: folder })).status).toBe(2);
});
