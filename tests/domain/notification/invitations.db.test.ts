import { randomUUID } from "node:crypto";

import { beforeAll, describe, expect, test } from "vitest";

import { asPeople, asTenant, asWard, wardViewOf, type People, type Tenant, type Tx } from "~/db/scope.server";
import { mailContent } from "~/domain/notification/content";
import { queueInvitations } from "~/domain/notification/invitations.server";
import { aContract, asOwner, aWorker } from "../../setup/factories";
import { aSupervisorOf, aWorkerSignedIn } from "../../setup/people";
import { aSession } from "../../setup/sessions";

const MAILING = { origin: "https://sasae.example.jp" };

type Row = {
  key: string;
  to_address: string;
  locale: string;
  content: unknown;
  user_id: string | null;
  thread: string;
  step: number;
};

async function queued(sessionId: string): Promise<Row[]> {
  const sql = "SELECT * FROM outgoing_mail WHERE key LIKE $1 ORDER BY key";
  return (await asOwner((owner) => owner.query(sql, [`session:${sessionId}:%`]))).rows;
}

let tenant: Tenant;
let hana: string;
let taro: string;
let hanaSignedIn: People;
let supervisor: People;

beforeAll(async () => {
  tenant = await aContract();
  [hana, taro] = await Promise.all([aWorker(tenant, { staffCode: "H1" }), aWorker(tenant, { staffCode: "T1" })]);
  const lead = await aWorker(tenant, { staffCode: "L1", role: "supervisor" });
  hanaSignedIn = await aWorkerSignedIn(tenant, hana);
  supervisor = await aSupervisorOf(tenant, [hana, taro], lead);
  await asOwner(async (owner) => {
    await owner.query("UPDATE user_account SET locale = 'en', name = 'Hana' WHERE id = $1", [hanaSignedIn.userId]);
    await owner.query("UPDATE staff_identity SET email = 'taro@example.jp' WHERE staff_id = $1", [taro]);
    await owner.query("UPDATE staff_identity SET email = 'old-hana@example.jp' WHERE staff_id = $1", [hana]);
  });
});

function session(given: Parameters<typeof aSession>[1] = {}) {
  return aSession(tenant, { supervisorCode: "L1", participants: [hana, taro], ...given });
}

function queue(tx: Tx, ids: string[], method: "REQUEST" | "CANCEL" = "REQUEST") {
  return queueInvitations(tx, tenant, ids, method, MAILING);
}

describe("invitations", () => {
  test("go to each participant and the supervisor: the account's address and language first, else the staff list's", async () => {
    const id = await session({ heldOn: "2026-12-01", startTime: "10:00" });
    expect(await asPeople(supervisor, (tx) => queue(tx, [id]))).toBe(3);
    const rows = await queued(id);
    const expected = [
      [hana, `${hanaSignedIn.userId}@example.jp`, "en", hanaSignedIn.userId],
      [taro, "taro@example.jp", "ja", null],
      [supervisor.userId, `${supervisor.userId}@example.jp`, "ja", supervisor.userId],
    ];
    expect(rows.map((row) => [row.key.split(":")[2], row.to_address, row.locale, row.user_id])).toEqual(
      expected.sort((a, b) => String(a[0]).localeCompare(String(b[0]))),
    );
    expect(rows.every((row) => row.key.endsWith(":0:REQUEST"))).toBe(true);
  });

  test("hold the facts of the session, as of the transaction", async () => {
    const id = await session({ heldOn: "2026-12-01", startTime: "10:00", minutes: 90, place: "第2会議室" });
    await asTenant(tenant, (tx) => queue(tx, [id]));
    const [row] = (await queued(id)).filter(({ key }) => key.includes(hana));
    expect(mailContent.parse(row?.content)).toMatchObject({
      kind: "invitation",
      method: "REQUEST",
      attendee: "Hana",
      supervisor: "試験 太郎",
      origin: MAILING.origin,
      session: { sessionId: id, audience: "participant", heldOn: "2026-12-01", startTime: "10:00", minutes: 90 },
    });
  });

  test("are queued once per sequence and method, however often they are asked for", async () => {
    const id = await session();
    expect(await asPeople(supervisor, (tx) => queue(tx, [id, id]))).toBe(3);
    expect(await asPeople(supervisor, (tx) => queue(tx, [id]))).toBe(0);
    await asOwner((owner) => owner.query("UPDATE supervision_session SET sequence = 1 WHERE id = $1", [id]));
    expect(await asPeople(supervisor, (tx) => queue(tx, [id]))).toBe(3);
    await asOwner((owner) =>
      owner.query("UPDATE supervision_session SET sequence = 2, status = 'cancelled' WHERE id = $1", [id]),
    );
    expect(await asPeople(supervisor, (tx) => queue(tx, [id], "CANCEL"))).toBe(3);
    expect((await queued(id)).map((row) => row.step).sort()).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2]);
  });

  test("of a transaction that is rolled back are not sent", async () => {
    const id = await session();
    await expect(
      asPeople(supervisor, async (tx) => {
        await queue(tx, [id]);
        throw new Error("undone");
      }),
    ).rejects.toThrow("undone");
    expect(await queued(id)).toEqual([]);
  });

  test("are not queued at all where no mail server is configured", async () => {
    const id = await session();
    expect(await asPeople(supervisor, (tx) => queueInvitations(tx, tenant, [id], "REQUEST", null))).toBe(0);
    expect(await queued(id)).toEqual([]);
  });

  test("take the same statements for one session as for thirty", async () => {
    const ids = await Promise.all(Array.from({ length: 30 }, () => session()));
    const count = async (some: string[]) =>
      asPeople(supervisor, async (tx) => {
        let statements = 0;
        const counted = new Proxy(tx, {
          get(target, name) {
            if (name === "$queryRaw" || name === "$executeRaw") statements += 1;
            return Reflect.get(target, name) as unknown;
          },
        });
        const added = await queue(counted, some);
        return { added, statements };
      });
    const [one, many] = [await count(ids.slice(0, 1)), await count(ids.slice(1))];
    expect([one.added, many.added]).toEqual([3, 87]);
    expect(many.statements).toBe(one.statements);
  });
});

describe("whom a session's mail goes to", () => {
  test("is told only of sessions that the scope shows", async () => {
    const own = await session({ participants: [hana] });
    const others = await session({ participants: [taro] });
    expect(await asPeople(hanaSignedIn, (tx) => queue(tx, [own, others]))).toBe(2);
    expect(await queued(others)).toEqual([]);
    const elsewhere = await aContract();
    expect(await asTenant(elsewhere, (tx) => queueInvitations(tx, tenant, [own], "CANCEL", MAILING))).toBe(0);
    const contacts = (tx: Tx) => tx.$queryRaw`SELECT * FROM app_session_contacts(${[own]}::uuid[])`;
    expect(await asWard(wardViewOf(tenant.wardId), contacts)).toEqual([]);
  });

  test("leaves out an account that is disabled and a person without an address", async () => {
    const [left, unknown] = [await aWorker(tenant), await aWorker(tenant)];
    const account = await aWorkerSignedIn(tenant, left);
    await asOwner((owner) =>
      owner.query("UPDATE user_account SET disabled_at = now() WHERE id = $1", [account.userId]),
    );
    const id = await session({ participants: [left, unknown], supervisorCode: "EXTERNAL" });
    expect(await asTenant(tenant, (tx) => queue(tx, [id]))).toBe(0);
  });

  test("cannot be read back by those who queue", async () => {
    const id = await session();
    await asPeople(supervisor, (tx) => queue(tx, [id]));
    for (const read of [
      asPeople(supervisor, (tx) => tx.outgoingMail.count()),
      asTenant(tenant, (tx) => tx.outgoingMail.count()),
    ])
      expect(await read).toBe(0);
  });
});

test("a session that does not exist queues nothing", async () => {
  expect(await asTenant(tenant, (tx) => queue(tx, [randomUUID()]))).toBe(0);
});
