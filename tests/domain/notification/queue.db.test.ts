import { randomUUID } from "node:crypto";

import { beforeEach, describe, expect, test } from "vitest";

import { asPlatform, platformOf } from "~/db/scope.server";
import type { Invitation } from "~/domain/notification/content";
import { enqueue, type NewMail } from "~/domain/notification/enqueue.server";
import {
  claimMail,
  LEASE_MS,
  listMail,
  markFailed,
  markSent,
  queueTestMail,
  sendAgain,
} from "~/domain/notification/queue.server";
import { asOwner } from "../../setup/factories";

const platform = platformOf();
const NOW = new Date("2030-01-01T00:00:00Z");
const later = (ms: number) => new Date(NOW.getTime() + ms);

function invitation(given: Partial<NewMail> = {}, method: Invitation["method"] = "REQUEST"): NewMail {
  const content: Invitation = {
    ...{ kind: "invitation", method, attendee: "支援 花子", supervisor: null, origin: "https://sasae.example.jp" },
    session: {
      ...{ sessionId: randomUUID(), audience: "participant", heldOn: "2030-02-01", startTime: "10:00", minutes: 60 },
      ...{ kind: "individual", status: "planned", tentative: false, place: null, videoUrl: null, sequence: 0 },
      changedAt: "2030-01-01T00:00:00Z",
    },
  };
  return {
    ...{ key: randomUUID(), thread: null, step: 0, to: "hana@example.jp", locale: "ja", userId: null },
    ...{ wardId: null, contractId: null, content },
    ...given,
  };
}

function queue(...mails: NewMail[]): Promise<number> {
  return asPlatform(platform, (tx) => enqueue(tx, mails));
}

async function rows() {
  return (await asOwner((owner) => owner.query("SELECT * FROM outgoing_mail ORDER BY created_at, key"))).rows;
}

async function claimed(at: Date) {
  const mail = await claimMail(platform, at);
  if (!mail) throw new Error("Nothing is due.");
  return mail;
}

beforeEach(async () => {
  await asOwner((owner) => owner.query("DELETE FROM outgoing_mail"));
});

describe("claiming", () => {
  test("gives forty mails to eight senders at once, each mail to one of them", async () => {
    await queue(...Array.from({ length: 40 }, () => invitation()));
    const drain = async () => {
      const ids: string[] = [];
      for (let mail = await claimMail(platform, NOW); mail; mail = await claimMail(platform, NOW)) ids.push(mail.id);
      return ids;
    };
    const all = (await Promise.all(Array.from({ length: 8 }, drain))).flat();
    expect(all).toHaveLength(40);
    expect(new Set(all).size).toBe(40);
  });

  test("leaves a claimed mail alone until its lease has ended, for a sender that died", async () => {
    await queue(invitation());
    const first = await claimed(NOW);
    expect(await claimMail(platform, later(LEASE_MS - 1))).toBeNull();
    const second = await claimed(later(LEASE_MS));
    expect([second.id, first.attempts, second.attempts]).toEqual([first.id, 1, 2]);
    await markFailed(platform, first, "ETIMEDOUT", later(LEASE_MS + 1));
    expect((await rows())[0].last_error).toBeNull();
    await markSent(platform, second, later(LEASE_MS + 2));
    expect((await rows())[0].sent_at).toEqual(later(LEASE_MS + 2));
  });

  test("drops an invitation that still waits when its session is cancelled, and no other", async () => {
    const thread = "session:a:hana";
    await queue(
      invitation({ key: "a:0", thread, step: 0 }),
      invitation({ key: "a:1", thread, step: 1 }),
      invitation({ key: "a:2", thread, step: 2 }, "CANCEL"),
      invitation({ key: "b:0", thread: "session:b:hana", step: 0 }),
    );
    await claimed(NOW);
    expect((await rows()).map((row) => row.key)).toEqual(["a:2", "b:0"]);
  });

  test("keeps what was sent, whatever follows it", async () => {
    await queue(invitation({ key: "a:0", thread: "a", step: 0 }));
    await markSent(platform, await claimed(NOW), NOW);
    await queue(invitation({ key: "a:1", thread: "a", step: 1 }));
    await markSent(platform, await claimed(NOW), NOW);
    expect((await rows()).map((row) => row.key)).toEqual(["a:0", "a:1"]);
  });

  test("shows what cannot be read as such, and gives it up at once", async () => {
    await queue(invitation());
    await asOwner((owner) => owner.query(`UPDATE outgoing_mail SET content = '{"kind":"fax"}'`));
    const mail = await claimed(NOW);
    expect(mail.content).toBeNull();
    expect(await markFailed(platform, mail, "unreadable", NOW)).toBe(true);
    expect(await claimMail(platform, later(86_400_000))).toBeNull();
  });
});

test("what a mail said is forgotten when it is sent", async () => {
  await queue(invitation({ key: "k" }));
  expect(JSON.stringify((await rows())[0].content)).toContain("支援 花子");
  await markSent(platform, await claimed(NOW), NOW);
  const [row] = await rows();
  expect([row.content, row.lease_until, row.sent_at]).toEqual([null, null, NOW]);
  expect(await queue(invitation({ key: "k" }))).toBe(0);
});

describe("the list for administrators", () => {
  test("tells state, attempts and error, and of the recipient only the domain", async () => {
    await queue(invitation({ to: "hana.shien@npo.example.jp" }));
    const mail = await claimed(NOW);
    await markFailed(platform, mail, "EENVELOPE 550", NOW);
    const { rows: listed } = await listMail(platform, { state: null, page: 1 });
    expect(listed).toHaveLength(1);
    expect(listed[0]).toMatchObject({
      ...{ kind: "invitation", domain: "npo.example.jp", state: "waiting", attempts: 1, lastError: "EENVELOPE 550" },
      nextAttemptAt: later(60_000),
    });
    expect(JSON.stringify(listed)).not.toMatch(/hana|支援/);
  });

  test("filters by state and turns pages", async () => {
    await queue(...Array.from({ length: 51 }, () => invitation()));
    await markSent(platform, await claimed(NOW), NOW);
    expect((await listMail(platform, { state: "sent", page: 1 })).total).toBe(1);
    expect((await listMail(platform, { state: "failed", page: 9 })).rows).toEqual([]);
    const second = await listMail(platform, { state: null, page: 2 });
    expect([second.rows.length, second.page, second.pages, second.total]).toEqual([1, 2, 2, 51]);
  });

  test("sends again what was given up, and nothing else", async () => {
    await queue(invitation());
    const [{ id }] = await rows();
    expect(await sendAgain(platform, id, NOW)).toBe(false);
    let at = NOW;
    for (let attempt = 1; attempt <= 7; attempt += 1) {
      const mail = await claimed(at);
      expect(await markFailed(platform, mail, "ECONNECTION", at)).toBe(attempt === 7);
      at = new Date(at.getTime() + 24 * 3_600_000);
    }
    expect(await claimMail(platform, later(365 * 86_400_000))).toBeNull();
    expect(await sendAgain(platform, id, at)).toBe(true);
    expect((await claimed(at)).attempts).toBe(1);
  });

  test("queues a test mail to the administrator, noted in the log without the address", async () => {
    await queueTestMail(platform, {
      ref: "r",
      to: "admin@example.jp",
      locale: "en",
      origin: "https://sasae.example.jp",
    });
    expect((await claimed(NOW)).content).toEqual({ kind: "test", origin: "https://sasae.example.jp" });
    const { rows: log } = await asOwner((owner) =>
      owner.query("SELECT row_to_json(a)::text AS entry FROM audit_entry a WHERE action = 'mail.test'"),
    );
    expect(log).toHaveLength(1);
    expect(log[0].entry).not.toContain("admin@");
  });
});
