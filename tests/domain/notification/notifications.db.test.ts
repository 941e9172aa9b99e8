import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { platformOf, type People, type Tenant } from "~/db/scope.server";
import { acknowledgeFlag, commentOnFlag } from "~/domain/flag/answers.server";
import { evaluateContract } from "~/domain/flag/evaluate-contract.server";
import { sendDigests } from "~/domain/notification/digests.server";
import { countUnread, listOwn, markAllRead, openOwn, type OwnReader } from "~/domain/notification/own.server";
import { notificationText } from "~/i18n/notification-text";
import { translator } from "~/i18n/i18n";
import { action, loader } from "~/routes/digest.$token";

import { sendDueMail, type MailRound } from "../../../jobs/mail";
import { smtpSender } from "../../../jobs/smtp";
import { aPerson } from "../../setup/accounts";
import { aContract, anOffice, asOwner, aWorker } from "../../setup/factories";
import { aMailServer, leaves, readMime, type MailServer } from "../../setup/mail-server";
import { aSupervisorOf, aWorkerSignedIn } from "../../setup/people";
import { aRow } from "../../setup/rows";

/** A qualification is valid until here: 88 days after FIRST (watch), 29 after WARNED, 1 before EXPIRED. */
const EXPIRES = "2026-05-01";
const [FIRST, NEXT, WARNED, EXPIRED] = ["2026-02-02", "2026-02-03", "2026-04-02", "2026-05-02"];
const MAILING = { origin: "https://sasae.example.jp" };
const FROM = { name: "支え Sasae", address: "sasae@sasae.example.jp" };
const START = new Date("2030-01-01T00:00:00Z");

let server: MailServer;
let tenant: Tenant & { code: string };
let staffId: string;
let worker: People;
let supervisor: People;
let manager: { userId: string };
let ward: { userId: string };

beforeAll(async () => {
  server = await aMailServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.refuse = null;
  server.delivered.length = 0;
  await asOwner((owner) => owner.query("DELETE FROM outgoing_mail; DELETE FROM notification"));
  tenant = await aContract();
  const officeId = await anOffice(tenant, "K1");
  const team: string[] = [];
  for (const staffCode of ["W0", "W1", "W2", "W3", "W4", "W5"])
    team.push(await aWorker(tenant, { staffCode, officeId, hiredOn: "2025-12-20" }));
  for (const staff_id of team)
    await aRow(tenant, "training_record", {
      ...{
        record_ref: staff_id,
        staff_id,
        attended_on: "2026-01-10",
        title: "基礎",
        topic: "basic",
        format: "lecture",
      },
      hours: 20,
    });
  staffId = team[0] ?? "";
  await aRow(tenant, "qualification", {
    ...{ staff_id: staffId, kind: "other", obtained_on: "2020-05-01", expires_on: EXPIRES },
  });
  worker = await aWorkerSignedIn(tenant, staffId);
  supervisor = await aSupervisorOf(tenant, [staffId]);
  manager = await aPerson("manager", { wardId: tenant.wardId, contractId: tenant.contractId });
  ward = await aPerson("ward", { wardId: tenant.wardId });
});

type Told = { userId: string; key: string; kind: string; day: string; params: string; path: string };

/** What was told of the qualification, in the order in which it is read. */
async function told(): Promise<Told[]> {
  const sql = `SELECT user_id::text AS "userId", key, kind, day::text, params::text, path FROM notification
    WHERE ward_id = $1 AND params ->> 'rule' = 'qualification.expiry' ORDER BY created_at, user_id`;
  return asOwner(async (owner) => (await owner.query<Told>(sql, [tenant.wardId])).rows);
}
const kindsTo = async (userId: string | null) =>
  (await told()).filter((one) => one.userId === userId).map(({ kind }) => kind);
const night = (day: string, telling = true) => evaluateContract(tenant, day, { telling });

function reader(userId: string, role: "worker" | "manager" | "ward", day: string): OwnReader {
  const place = { id: `${role}-membership`, wardId: tenant.wardId, isFormer: false };
  return { userId, day, memberships: [{ ...place, role, contractId: role === "ward" ? null : tenant.contractId }] };
}

describe("what a night tells", () => {
  test("is heard once, by the worker before the others, and by the ward a working day later without a name", async () => {
    await night(FIRST);
    await Promise.all([night(FIRST), night(FIRST)]);
    const rows = await told();
    expect(rows.map(({ userId, kind, day }) => [userId, kind, day])).toEqual([
      [worker.userId, "flag.raised", FIRST],
      [supervisor.userId, "flag.raised", FIRST],
      [manager.userId, "flag.raised", FIRST],
      [ward.userId, "group.raised", NEXT],
    ]);
    const ofWard = rows[3];
    const code = tenant.code;
    expect(JSON.parse(ofWard?.params ?? "")).toEqual({
      ...{ rule: "qualification.expiry", offices: ["K1"], count: 1, of: 6, contract: code },
    });
    expect(JSON.stringify(ofWard)).not.toMatch(/W0|支援/);
    expect(JSON.stringify(ofWard)).not.toContain(staffId);
    await night(NEXT);
    expect(await told()).toHaveLength(4);
  });

  test("is heard again when severity rises and when the day for an answer has passed, and not of a past day", async () => {
    await night(FIRST);
    await night("2026-02-16");
    expect(await kindsTo(worker.userId)).toEqual(["flag.raised"]);
    await night("2026-02-17");
    await night("2026-02-18");
    expect(await kindsTo(ward.userId)).toEqual(["group.raised", "group.due"]);
    await night(WARNED);
    await night("2026-03-01");
    await night(EXPIRED);
    expect(await kindsTo(worker.userId)).toEqual(["flag.raised", "flag.due", "flag.severity", "flag.severity"]);
    expect(await kindsTo(manager.userId)).toEqual(["flag.raised", "flag.due", "flag.severity", "flag.severity"]);
  });

  test("includes what an evaluation by hand found since the night before, which told nobody", async () => {
    await night("2026-01-15");
    await night(FIRST, false);
    expect(await told()).toEqual([]);
    await night(NEXT);
    expect(await kindsTo(worker.userId)).toEqual(["flag.raised"]);
    expect(await kindsTo(ward.userId)).toEqual(["group.raised"]);
  });

  test("does not reach who has left, is disabled, or supervises others", async () => {
    const other = await aSupervisorOf(tenant, [await aWorker(tenant, { staffCode: "X9" })]);
    await asOwner((owner) =>
      owner.query("UPDATE user_account SET disabled_at = now() WHERE id = $1", [manager.userId]),
    );
    await asOwner((owner) => owner.query("UPDATE membership SET ended_at = now() WHERE user_id = $1", [ward.userId]));
    await night(FIRST);
    const reached = (await told()).map(({ userId }) => userId);
    expect(reached).toEqual([worker.userId, supervisor.userId]);
    expect(reached).not.toContain(other.userId);
  });
});

test("what somebody does with a flag reaches the others, not the person who did it", async () => {
  await night(FIRST);
  const flagId = (await told())[0]?.path.split("/").at(-1) ?? "";
  const at = new Date(`${FIRST}T10:00:00+09:00`);
  const asManager = { ...tenant, userId: manager.userId };
  await acknowledgeFlag(asManager, flagId, { name: "管理", role: "manager", at });
  await acknowledgeFlag(asManager, flagId, { name: "管理", role: "manager", at });
  await commentOnFlag(worker, flagId, "確認しました", { name: "支援", role: "worker", at });
  expect(await kindsTo(worker.userId)).toEqual(["flag.raised", "flag.acknowledged"]);
  expect(await kindsTo(manager.userId)).toEqual(["flag.raised", "flag.comment"]);
  expect(await kindsTo(supervisor.userId)).toEqual(["flag.raised", "flag.acknowledged", "flag.comment"]);
  expect(await kindsTo(ward.userId)).toEqual(["group.raised"]);
});

describe("in the app", () => {
  test("each sees the own, from their day on, in words without a name, and opening one marks it as read", async () => {
    await night(FIRST);
    const ofWard = reader(ward.userId, "ward", FIRST);
    expect([await countUnread(ofWard), await countUnread({ ...ofWard, day: NEXT })]).toEqual([0, 1]);
    const { rows } = await listOwn({ ...ofWard, day: NEXT }, { unread: true, topic: "flag", page: 1 });
    const [row] = rows;
    if (!row) throw new Error("The ward was told nothing.");
    expect(notificationText(translator("ja"), "ja", row)).toBe(
      "事業所K1：「資格の有効期限」の注意喚起が出ました（6人のうち1人）",
    );
    const asWard = { ...ofWard, day: NEXT };
    expect(await openOwn(asWard, row.id)).toEqual({ path: "/ward/flags", membershipId: "ward-membership" });
    expect(await countUnread(asWard)).toBe(0);
    expect(await openOwn(reader(manager.userId, "manager", NEXT), row.id)).toBeNull();
    expect(await openOwn({ ...asWard, memberships: [] }, row.id)).toBeNull();
    const mine = reader(manager.userId, "manager", NEXT);
    expect(await markAllRead(mine)).toBe(1);
    expect((await listOwn(mine, { unread: false, topic: null, page: 9 })).rows.map(({ isRead }) => isRead)).toEqual([
      true,
    ]);
  });
});

describe("the digest", () => {
  const send = (day: string) => sendDigests(platformOf(), day, MAILING);
  const round = (at = START): MailRound => ({ clock: () => at, from: FROM, send: smtpSender(server.url) });
  const messageTo = (userId: string | null, email = `${userId}@example.jp`) => {
    const found = server.delivered.find(({ to }) => to[0] === email);
    if (!found) throw new Error("No such mail.");
    const message = readMime(found.raw);
    return { message, texts: leaves(message).map(({ part }) => part.text) };
  };

  test("is one mail a person and day, for eight at once; what is read, or no longer wanted, is left out", async () => {
    await night(FIRST);
    await markAllRead(reader(manager.userId, "manager", FIRST));
    await asOwner((owner) => owner.query("UPDATE user_account SET digest = false WHERE id = $1", [supervisor.userId]));
    const runs = await Promise.all(Array.from({ length: 8 }, () => send(FIRST)));
    expect(runs.reduce((sum, { mails }) => sum + mails, 0)).toBe(1);
    expect(await sendDueMail(round())).toEqual({ sent: 1, delayed: 0, failed: 0 });
    expect(await send(FIRST)).toEqual({ mails: 0, notifications: 0 });
    // the ward's own comes with the next working day
    expect(await send(NEXT)).toEqual({ mails: 1, notifications: 1 });
  });

  test("says how many and names nobody, in each language, and can be ended with one click", async () => {
    await asOwner((owner) => owner.query("UPDATE user_account SET locale = 'en' WHERE id = $1", [ward.userId]));
    await night(FIRST);
    await send(NEXT);
    await sendDueMail(round());
    expect(server.delivered).toHaveLength(4);
    const { message, texts } = messageTo(worker.userId);
    expect(message.headers.get("subject")).toBe("【支え】2月3日のお知らせ");
    expect(texts[0]).toContain("■ 対応が必要なこと\n- 新しい注意喚起：1件\n");
    for (const { raw } of server.delivered)
      expect(
        leaves(readMime(raw))
          .map(({ part }) => part.text)
          .join(),
      ).not.toMatch(/W0|支援 |試験 太郎/);
  });

  test("of a ward counts by rule and contract; the mail of a server that refuses is tried again", async () => {
    await night(FIRST);
    await send(NEXT);
    server.refuse = { code: 451, text: "later" };
    expect(await sendDueMail(round())).toEqual({ sent: 0, delayed: 4, failed: 0 });
    server.refuse = null;
    expect(await sendDueMail(round(new Date(START.getTime() + 60_000)))).toEqual({ sent: 4, delayed: 0, failed: 0 });
    const emails = await asOwner((owner) => owner.query("SELECT email FROM user_account WHERE id = $1", [ward.userId]));
    const { texts } = messageTo(null, String(emails.rows[0]?.email));
    expect(texts[0]).toContain(`契約${tenant.code} 新しい注意喚起（資格の有効期限）：1件`);
  });

  test("goes out on working days, and without a mail server not at all", async () => {
    await night(FIRST);
    // 2026-02-07 is a Saturday, the 11th National Foundation Day
    for (const day of ["2026-02-07", "2026-02-08", "2026-02-11"])
      expect(await send(day)).toEqual({ mails: 0, notifications: 0 });
    expect(await sendDigests(platformOf(), NEXT, null)).toEqual({ mails: 0, notifications: 0 });
    expect(await send("2026-02-09")).toEqual({ mails: 0, notifications: 0 });
    expect(await countUnread(reader(manager.userId, "manager", NEXT))).toBe(1);
  });

  test("is ended by a mail program's POST, from anywhere and without a session, and by nothing less", async () => {
    await night(FIRST);
    await send(NEXT);
    await sendDueMail(round());
    const { message } = messageTo(worker.userId);
    expect(message.headers.get("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    const address = /^<https:\/\/sasae\.example\.jp(\/digest\/([0-9a-f-]{36}))>$/.exec(
      message.headers.get("list-unsubscribe") ?? "",
    );
    const [, path = "", token = ""] = address ?? [];
    const wants = async () => {
      const sql = "SELECT digest FROM user_account WHERE id = $1";
      return (await asOwner((owner) => owner.query(sql, [worker.userId]))).rows[0]?.digest;
    };
    const post = (fields: Record<string, string>, given = token) => {
      const request = new Request(`https://sasae.example.jp${path}`, {
        ...{ method: "POST", body: new URLSearchParams(fields), headers: { Origin: "https://mail.example.com" } },
      });
      return action({ request, params: { token: given }, context: {} }).catch((thrown: Response) => thrown.status);
    };
    await loader({ request: new Request(`https://sasae.example.jp${path}`), params: { token }, context: {} });
    expect(await wants()).toBe(true);
    expect(
      await post(
        { "List-Unsubscribe": "One-Click" },
        token.replace(/.$/, (end) => (end === "0" ? "1" : "0")),
      ),
    ).toBe(404);
    expect(await post({})).toBe(404);
    expect(await wants()).toBe(true);
    expect(await post({ "List-Unsubscribe": "One-Click" })).toBe(200);
    expect(await wants()).toBe(false);
    expect(await post({ digest: "on" })).toBe(302);
    expect(await wants()).toBe(true);
  });
});
