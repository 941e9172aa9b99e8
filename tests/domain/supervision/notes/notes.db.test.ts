import { randomUUID } from "node:crypto";

import { beforeAll, beforeEach, describe, expect, test } from "vitest";

import {
  asAccounts,
  asFacts,
  asPeople,
  asPlatform,
  asTenant,
  asWard,
  peopleOf,
  platformOf,
  wardViewOf,
  type People,
  type Tenant,
  type Tx,
} from "~/db/scope.server";
import { deleteNote, readNotes, writeNote } from "~/domain/supervision/notes/notes.server";
import { aContract, asOwner, aWorker } from "../../../setup/factories";
import { aKeyRing } from "../../../setup/note-keys";
import { aSupervisorOf, aWorkerSignedIn } from "../../../setup/people";
import { aSession } from "../../../setup/sessions";

const ring = aKeyRing("k1");
const AT = new Date("2026-11-24T03:00:00Z");
let tenant: Tenant;
let [first, second] = ["", ""];
let worker: People;
let supervisor: People;
let sessionId: string;

/** What a worker's form names as its reader. */
const toSupervisor = () => ({ readerId: supervisor.userId ?? undefined });

function workerWrites(text: string, version?: number) {
  return writeNote(worker, sessionId, first, { text, version, ...toSupervisor() }, ring, AT);
}

function supervisorWrites(text: string, version?: number, staffId = first) {
  return writeNote(supervisor, sessionId, staffId, { text, version }, ring, AT);
}

async function auditOf(userId: string | null): Promise<string[]> {
  const found = await asOwner((owner) =>
    owner.query("SELECT actor_role || ' ' || action AS line FROM audit_entry WHERE actor_id = $1 ORDER BY at", [
      userId,
    ]),
  );
  return found.rows.map(({ line }) => String(line));
}

beforeAll(async () => {
  tenant = await aContract();
});

beforeEach(async () => {
  const digits = randomUUID().slice(0, 8);
  first = await aWorker(tenant, { staffCode: `A${digits}` });
  second = await aWorker(tenant, { staffCode: `B${digits}` });
  const code = `V${first.slice(0, 6)}`;
  const place = await aWorker(tenant, { staffCode: code, role: "supervisor" });
  worker = await aWorkerSignedIn(tenant, first);
  supervisor = await aSupervisorOf(tenant, [first, second], place);
  sessionId = await aSession(tenant, { kind: "group", supervisorCode: code, participants: [first, second] });
});

describe("writing", () => {
  test("the worker's note is read by both sides, and by the worker as their own", async () => {
    const written = await workerWrites("眠れていません");
    expect(written).toMatchObject({ ok: true, version: 1 });
    expect(await readNotes(worker, sessionId, ring)).toMatchObject({
      ...{ side: "supervisee", canWrite: true, writtenFor: "current", theirs: [], heldOn: "2026-12-01" },
      supervisor: { userId: supervisor.userId, name: "試験 太郎" },
      participants: [{ staffId: first, hasNote: true }],
      mine: { text: "眠れていません", version: 1, problem: null, changedAt: "2026-11-24T03:00:00Z" },
    });
    expect(await readNotes(supervisor, sessionId, ring, first)).toMatchObject({
      ...{ side: "supervisor", canWrite: true, mine: null, theirs: [{ text: "眠れていません" }] },
      participants: [
        { staffId: first, hasNote: false },
        { staffId: second, hasNote: false },
      ],
    });
  });

  test("in a group each participant's note is theirs alone", async () => {
    await supervisorWrites("一人目に", undefined, first);
    await supervisorWrites("二人目に", undefined, second);
    await workerWrites("一人目から");
    const other = await aWorkerSignedIn(tenant, second);
    expect((await readNotes(other, sessionId, ring))?.theirs.map(({ text }) => text)).toEqual(["二人目に"]);
    expect((await readNotes(worker, sessionId, ring))?.theirs.map(({ text }) => text)).toEqual(["一人目に"]);
    expect(await readNotes(supervisor, sessionId, ring, second)).toMatchObject({
      mine: { text: "二人目に" },
      theirs: [],
    });
  });

  test("what is stored shows nothing of the text", async () => {
    await workerWrites("眠れていません");
    const rows = await asOwner((owner) =>
      owner.query("SELECT * FROM confidential_note WHERE session_id = $1", [sessionId]),
    );
    expect(rows.rows).toMatchObject([
      { author: "supervisee", author_id: worker.userId, supervisor_id: supervisor.userId, key_id: "k1" },
    ]);
    expect(JSON.stringify(rows.rows)).not.toContain("眠れ");
  });

  test("a change counts the version; the same form sent twice stores once", async () => {
    expect(await workerWrites("一")).toMatchObject({ ok: true, version: 1 });
    expect(await workerWrites("一")).toMatchObject({ ok: true, version: 1 });
    expect(await workerWrites("二", 1)).toMatchObject({ ok: true, version: 2 });
    expect(await workerWrites("二", 1)).toMatchObject({ ok: true, version: 2 });
    expect(await auditOf(worker.userId)).toEqual(["worker note.write", "worker note.change"]);
  });

  test("a second writer sees what stands, and nothing is overwritten", async () => {
    await workerWrites("一");
    await workerWrites("二", 1);
    expect(await workerWrites("三", 1)).toMatchObject({
      ok: false,
      reason: "conflict",
      stands: { text: "二", version: 2 },
    });
    expect(await workerWrites("四")).toMatchObject({
      ok: false,
      reason: "conflict",
      stands: { text: "二", version: 2 },
    });
    expect((await readNotes(worker, sessionId, ring))?.mine?.text).toBe("二");
  });

  test("of forms sent at the same moment one is stored, and the others see it", async () => {
    const results = await Promise.all(["甲", "乙", "丙"].map((text) => workerWrites(text)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const stored = (await readNotes(worker, sessionId, ring))?.mine?.text;
    for (const result of results)
      if (!result.ok) expect(result).toMatchObject({ reason: "conflict", stands: { text: stored } });
  });

  test("a note deleted meanwhile is a conflict that shows nothing, and can be written anew", async () => {
    await workerWrites("一");
    await deleteNote(worker, sessionId, first, 1, ring);
    expect(await workerWrites("二", 1)).toEqual({ ok: false, reason: "conflict", stands: null });
    expect(await workerWrites("二")).toMatchObject({ ok: true, version: 1 });
  });

  test("a note that cannot be opened is not overwritten", async () => {
    await workerWrites("一");
    const others = aKeyRing("k2");
    expect((await readNotes(worker, sessionId, others))?.mine).toMatchObject({ text: null, problem: "missingKey" });
    const again = writeNote(worker, sessionId, first, { text: "二", version: 1, ...toSupervisor() }, others, AT);
    expect(await again).toEqual({ ok: false, reason: "locked" });
    expect((await readNotes(worker, sessionId, ring))?.mine?.text).toBe("一");
  });
});

describe("who reads a worker's note", () => {
  test("is the supervisor named in the form, and a change in between is asked about", async () => {
    const given = { text: "一", readerId: worker.userId ?? undefined };
    expect(await writeNote(worker, sessionId, first, given, ring, AT)).toEqual({ ok: false, reason: "readerChanged" });
    expect(await writeNote(worker, sessionId, first, { text: "一" }, ring, AT)).toEqual({
      ok: false,
      reason: "readerChanged",
    });
    expect((await readNotes(worker, sessionId, ring))?.mine).toBeNull();
  });

  test("is nobody else where the supervisor has no account", async () => {
    const external = await aSession(tenant, { supervisorCode: "外部の先生", participants: [first] });
    expect(await writeNote(worker, external, first, { text: "一" }, ring, AT)).toMatchObject({ ok: true });
    expect(await readNotes(worker, external, ring)).toMatchObject({
      supervisor: null,
      mine: { text: "一" },
      writtenFor: "current",
    });
    expect(await readNotes(supervisor, external, ring)).toBeNull();
  });

  test("stays the supervisor before until the worker writes again; the new one reads only what is written then", async () => {
    await workerWrites("前の人へ");
    await supervisorWrites("前の人から");
    const next = await aSupervisorOf(
      tenant,
      [first, second],
      await aWorker(tenant, { staffCode: `N${first.slice(0, 6)}` }),
    );
    await asOwner((owner) =>
      owner.query("UPDATE supervision_session SET supervisor_code = $2 WHERE id = $1", [
        sessionId,
        `N${first.slice(0, 6)}`,
      ]),
    );
    expect(await readNotes(next, sessionId, ring, first)).toMatchObject({ canWrite: true, mine: null, theirs: [] });
    expect(await readNotes(worker, sessionId, ring)).toMatchObject({
      writtenFor: "former",
      mine: { text: "前の人へ" },
    });
    expect(await readNotes(supervisor, sessionId, ring, first)).toMatchObject({
      ...{
        canWrite: false,
        participants: [{ staffId: first }],
        mine: { text: "前の人から" },
        theirs: [{ text: "前の人へ" }],
      },
    });
    expect(await supervisorWrites("まだ書く", 1)).toEqual({ ok: false, reason: "notFound" });
    const given = { text: "次の人へ", version: 1, readerId: next.userId ?? undefined };
    expect(await writeNote(worker, sessionId, first, given, ring, AT)).toMatchObject({ ok: true, version: 2 });
    expect((await readNotes(next, sessionId, ring, first))?.theirs.map(({ text }) => text)).toEqual(["次の人へ"]);
    expect((await readNotes(supervisor, sessionId, ring, first))?.theirs).toEqual([]);
  });
});

describe("deleting", () => {
  test("takes the own note from both sides; one that is gone is done", async () => {
    await workerWrites("一");
    expect(await deleteNote(worker, sessionId, first, 1, ring)).toEqual({ ok: true });
    expect(await deleteNote(worker, sessionId, first, 1, ring)).toEqual({ ok: true });
    expect((await readNotes(supervisor, sessionId, ring, first))?.theirs).toEqual([]);
    expect(await auditOf(worker.userId)).toEqual(["worker note.write", "worker note.delete"]);
  });

  test("a note changed meanwhile is a conflict", async () => {
    await workerWrites("一");
    await workerWrites("二", 1);
    expect(await deleteNote(worker, sessionId, first, 1, ring)).toMatchObject({
      reason: "conflict",
      stands: { text: "二" },
    });
    expect(await deleteNote(worker, sessionId, first, undefined, ring)).toMatchObject({ reason: "conflict" });
  });

  test("the other side's note stays", async () => {
    await supervisorWrites("わたしの");
    expect(await deleteNote(worker, sessionId, first, 1, ring)).toEqual({ ok: true });
    expect((await readNotes(worker, sessionId, ring))?.theirs.map(({ text }) => text)).toEqual(["わたしの"]);
  });
});

describe("the log", () => {
  test("says that the other side's note was read, and not that one's own was", async () => {
    await workerWrites("一");
    await readNotes(worker, sessionId, ring);
    await readNotes(supervisor, sessionId, ring, first);
    await readNotes(supervisor, sessionId, ring, second);
    expect(await auditOf(worker.userId)).toEqual(["worker note.write"]);
    expect(await auditOf(supervisor.userId)).toEqual(["supervisor note.read"]);
  });
});

describe("everybody else", () => {
  const rows = (tx: Tx) => tx.$queryRaw`SELECT id FROM confidential_note WHERE session_id = ${sessionId}::uuid`;

  beforeEach(async () => {
    await workerWrites("一");
    await supervisorWrites("二");
  });

  test("finds no page: another worker, another supervisor of the same workers, the same account as another", async () => {
    const colleague = await aWorkerSignedIn(tenant, await aWorker(tenant));
    const otherSupervisor = await aSupervisorOf(tenant, [first, second]);
    const pretender = peopleOf(tenant.wardId, tenant.contractId, [first], colleague.userId);
    const nobody = peopleOf(tenant.wardId, tenant.contractId, [first], null);
    for (const other of [colleague, otherSupervisor, pretender, nobody]) {
      expect(await readNotes(other, sessionId, ring)).toBeNull();
      expect(await readNotes(other, sessionId, ring, first)).toBeNull();
      const given = { text: "三", version: 1, ...toSupervisor() };
      expect(await writeNote(other, sessionId, first, given, ring, AT)).toEqual({ ok: false, reason: "notFound" });
      expect(await deleteNote(other, sessionId, first, 1, ring)).toEqual({ ok: false, reason: "notFound" });
      expect(await asPeople(other, rows)).toEqual([]);
    }
  });

  test("reads no row in any scope: manager, ward, facts, platform, sign-in, another contract", async () => {
    const elsewhere = await aContract();
    const view = wardViewOf(tenant.wardId);
    expect(await asTenant(tenant, rows)).toEqual([]);
    expect(await asTenant(elsewhere, rows)).toEqual([]);
    expect(await asWard(view, rows)).toEqual([]);
    expect(await asFacts(view, rows)).toEqual([]);
    expect(await asFacts(tenant, rows)).toEqual([]);
    expect(await asPlatform(platformOf(), rows)).toEqual([]);
    expect(await asAccounts(rows)).toEqual([]);
    expect(await asPeople(worker, rows)).toHaveLength(2);
  });

  test("changes and deletes nothing of the other side, even in their own scope", async () => {
    const take = (tx: Tx) =>
      tx.$executeRaw`UPDATE confidential_note SET author_id = ${supervisor.userId}::uuid WHERE session_id = ${sessionId}::uuid AND author = 'supervisee'`;
    const remove = (tx: Tx) =>
      tx.$executeRaw`DELETE FROM confidential_note WHERE session_id = ${sessionId}::uuid AND author = 'supervisee'`;
    expect([await asPeople(supervisor, take), await asPeople(supervisor, remove)]).toEqual([0, 0]);
    expect([await asTenant(tenant, remove), await asPlatform(platformOf(), remove)]).toEqual([0, 0]);
  });

  test("who left the supervisor's list takes the notes along", async () => {
    const without = peopleOf(tenant.wardId, tenant.contractId, [second], supervisor.userId);
    expect(await readNotes(without, sessionId, ring, first)).toBeNull();
    expect(await asPeople(without, rows)).toEqual([]);
  });

  test("notes swapped between rows do not open", async () => {
    await asOwner((owner) =>
      owner.query(
        `UPDATE confidential_note n SET nonce = o.nonce, sealed = o.sealed FROM confidential_note o
         WHERE n.session_id = $1 AND o.session_id = $1 AND n.id <> o.id`,
        [sessionId],
      ),
    );
    expect(await readNotes(worker, sessionId, ring)).toMatchObject({
      ...{ mine: { text: null, problem: "damaged" }, theirs: [{ text: null, problem: "damaged" }] },
    });
  });

  test("a reader entered into the database by hand reads nothing", async () => {
    const intruder = await aSupervisorOf(tenant, [first]);
    await asOwner((owner) =>
      owner.query("UPDATE confidential_note SET supervisor_id = $2 WHERE session_id = $1", [
        sessionId,
        intruder.userId,
      ]),
    );
    await asOwner((owner) =>
      owner.query("UPDATE supervision_session SET supervisor_code = NULL, created_by = $2 WHERE id = $1", [
        sessionId,
        intruder.userId,
      ]),
    );
    const page = await readNotes(intruder, sessionId, ring, first);
    expect(page?.theirs.map(({ text, problem }) => [text, problem])).toEqual([
      [null, "damaged"],
      [null, "damaged"],
    ]);
  });
});
