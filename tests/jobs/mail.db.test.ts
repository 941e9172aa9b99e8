import ICAL from "ical.js";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { asPeople, asPlatform, platformOf, type People, type Tenant } from "~/db/scope.server";
import { queueInvitations } from "~/domain/notification/invitations.server";
import { queueTestMail } from "~/domain/notification/queue.server";

import { sendDueMail, type MailRound } from "../../jobs/mail";
import { smtpSender } from "../../jobs/smtp";
import { aContract, asOwner, aWorker } from "../setup/factories";
import { aMailServer, leaves, readMime, type MailServer } from "../setup/mail-server";
import { aSupervisorOf, aWorkerSignedIn } from "../setup/people";
import { aSession } from "../setup/sessions";

const MAILING = { origin: "https://sasae.example.jp" };
const FROM = { name: "支え Sasae", address: "sasae@sasae.example.jp" };
const START = new Date("2030-01-01T00:00:00Z");

let server: MailServer;
let tenant: Tenant;
let supervisor: People;
let worker: People;
let staffId: string;

beforeAll(async () => {
  server = await aMailServer();
  tenant = await aContract();
  staffId = await aWorker(tenant, { staffCode: "W1" });
  worker = await aWorkerSignedIn(tenant, staffId);
  supervisor = await aSupervisorOf(tenant, [staffId], await aWorker(tenant, { staffCode: "L1", role: "supervisor" }));
  await asOwner(async (owner) => {
    await owner.query("UPDATE user_account SET name = '支援 花子' WHERE id = $1", [worker.userId]);
    await owner.query("UPDATE user_account SET name = '指導 一郎', locale = 'en' WHERE id = $1", [supervisor.userId]);
  });
});
afterAll(() => server.close());
beforeEach(async () => {
  server.refuse = null;
  server.delivered.length = 0;
  await asOwner((owner) => owner.query("DELETE FROM outgoing_mail"));
});

function round(at: Date, given: Partial<MailRound> = {}): MailRound {
  return { clock: () => at, from: FROM, send: smtpSender(server.url), ...given };
}

async function invited(given: Parameters<typeof aSession>[1] = {}): Promise<string> {
  const id = await aSession(tenant, {
    ...{ heldOn: "2030-02-01", startTime: "10:00", minutes: 90, place: "本所 <第2> & 会議室", participants: [staffId] },
    ...{ supervisorCode: "L1", ...given },
  });
  await asPeople(supervisor, (tx) => queueInvitations(tx, tenant, [id], "REQUEST", MAILING));
  return id;
}

function messageTo(userId: string | null) {
  const found = server.delivered.find(({ to }) => to[0] === `${userId}@example.jp`);
  const message = readMime(found?.raw ?? "");
  const byType = new Map(leaves(message).map(({ path, part }) => [path, part]));
  return { message, byType, text: leaves(message).find(({ part }) => part.type === "text/plain")?.part.text ?? "" };
}

function calendarIn(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as [string, ...unknown[]]);
  const zone = calendar.getFirstSubcomponent("vtimezone");
  if (zone) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const [event] = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  return { method: calendar.getFirstPropertyValue("method"), event };
}

describe("an invitation by mail", () => {
  test("arrives as text, as HTML, as a calendar's invitation and as a file, in the reader's language", async () => {
    const id = await invited();
    expect(await sendDueMail(round(START))).toEqual({ sent: 2, delayed: 0, failed: 0 });
    const { message, byType, text } = messageTo(worker.userId);
    expect([...byType.keys()]).toEqual([
      "multipart/mixed > multipart/alternative > text/plain",
      "multipart/mixed > multipart/alternative > text/html",
      "multipart/mixed > multipart/alternative > text/calendar",
      "multipart/mixed > application/ics",
    ]);
    expect(message.headers.get("subject")).toBe("【支え】スーパービジョン（個人）のご案内");
    expect(message.headers.get("from")).toBe("支え Sasae <sasae@sasae.example.jp>");
    expect(message.headers.get("auto-submitted")).toBe("auto-generated");
    for (const words of ["支援 花子 様", "令和12年2月1日 10:00〜11:30（日本時間）", "指導 一郎", "本所 <第2> & 会議室"])
      expect(text).toContain(words);
    expect(text).toContain(`https://sasae.example.jp/me/sessions/${id}`);
    const html = byType.get("multipart/mixed > multipart/alternative > text/html")?.text ?? "";
    expect(html).toContain("本所 &lt;第2&gt; &amp; 会議室");
    expect(html).toContain('<html lang="ja">');
    const english = messageTo(supervisor.userId);
    expect(english.message.headers.get("subject")).toBe("[Sasae] Supervision (Individual): invitation");
    expect(english.text).toContain(`https://sasae.example.jp/supervision/sessions/${id}`);
  });

  test("holds a calendar entry that another's parser reads: method, instant, who invites whom", async () => {
    const id = await invited();
    await sendDueMail(round(START));
    const { byType } = messageTo(worker.userId);
    const part = byType.get("multipart/mixed > multipart/alternative > text/calendar");
    expect([part?.parameters.method, part?.parameters.charset]).toEqual(["REQUEST", "utf-8"]);
    const { method, event } = calendarIn(part?.text ?? "");
    expect([method, event?.uid, event?.sequence]).toEqual(["REQUEST", `${id}@sasae`, 0]);
    // 10:00 in Tokyo is 01:00 UTC
    expect(event?.startDate.toJSDate().toISOString()).toBe("2030-02-01T01:00:00.000Z");
    expect(event?.location).toBe("本所 <第2> & 会議室");
    const organizer = event?.component.getFirstProperty("organizer");
    expect([organizer?.getParameter("cn"), organizer?.getFirstValue()]).toEqual([
      ...["指導 一郎", "mailto:sasae@sasae.example.jp"],
    ]);
    const attendee = String(event?.component.getFirstProperty("attendee")?.getFirstValue());
    expect(attendee.toLowerCase()).toBe(`mailto:${worker.userId}@example.jp`);
    const file = byType.get("multipart/mixed > application/ics");
    expect(file?.headers.get("content-disposition")).toContain("supervision.ics");
    expect(calendarIn(file?.text ?? "").event?.uid).toBe(`${id}@sasae`);
  });

  test("is followed by a cancellation with a higher sequence", async () => {
    const id = await invited();
    await sendDueMail(round(START));
    server.delivered.length = 0;
    const sql = "UPDATE supervision_session SET status = 'cancelled', sequence = sequence + 1 WHERE id = $1";
    await asOwner((owner) => owner.query(sql, [id]));
    await asPeople(supervisor, (tx) => queueInvitations(tx, tenant, [id], "CANCEL", MAILING));
    expect(await sendDueMail(round(START))).toMatchObject({ sent: 2 });
    const { message, byType } = messageTo(worker.userId);
    expect(message.headers.get("subject")).toBe("【支え】スーパービジョン（個人）の中止");
    const part = byType.get("multipart/mixed > multipart/alternative > text/calendar");
    const { method, event } = calendarIn(part?.text ?? "");
    expect([part?.parameters.method, method, event?.sequence]).toEqual(["CANCEL", "CANCEL", 1]);
    expect(event?.component.getFirstPropertyValue("status")).toBe("CANCELLED");
  });

  test("for a session without a time is an entry for the day", async () => {
    await invited({ startTime: null });
    await sendDueMail(round(START));
    const { text, byType } = messageTo(worker.userId);
    expect(text).toContain("日時：令和12年2月1日\n");
    const part = byType.get("multipart/mixed > multipart/alternative > text/calendar");
    expect(calendarIn(part?.text ?? "").event?.startDate.isDate).toBe(true);
  });
});

describe("a mail server that refuses", () => {
  test("is asked again after 1, 5 and 30 minutes, 2, 6 and 24 hours under one Message-ID, and no address is noted", async () => {
    await invited();
    server.refuse = { code: 451, text: `try later, ${worker.userId}@example.jp` };
    const ids = new Set<string>();
    const send: MailRound["send"] = (message) => {
      ids.add(message.id);
      return smtpSender(server.url)(message);
    };
    let at = START;
    for (const minutes of [1, 5, 30, 120, 360, 1440]) {
      expect(await sendDueMail(round(at, { send }))).toEqual({ sent: 0, delayed: 2, failed: 0 });
      const due = at.getTime() + minutes * 60_000;
      expect(await sendDueMail(round(new Date(due - 1)))).toEqual({ sent: 0, delayed: 0, failed: 0 });
      at = new Date(due);
    }
    expect(await sendDueMail(round(at, { send }))).toEqual({ sent: 0, delayed: 0, failed: 2 });
    expect(ids.size).toBe(2);
    const { rows } = await asOwner((owner) => owner.query("SELECT last_error, failed_at FROM outgoing_mail"));
    expect(rows).toEqual([1, 2].map(() => ({ last_error: "EMESSAGE 451", failed_at: at })));
  });

  test("gets the mail once it takes it again", async () => {
    await invited();
    server.refuse = { code: 451, text: "later" };
    await sendDueMail(round(START));
    server.refuse = null;
    expect(await sendDueMail(round(new Date(START.getTime() + 60_000)))).toEqual({ sent: 2, delayed: 0, failed: 0 });
    expect(server.delivered).toHaveLength(2);
  });

  test("that is not there at all is an error like any other", async () => {
    await invited();
    const gone = await aMailServer();
    await gone.close();
    expect(await sendDueMail(round(START, { send: smtpSender(gone.url) }))).toMatchObject({ delayed: 2 });
    const { rows } = await asOwner((owner) => owner.query("SELECT DISTINCT last_error FROM outgoing_mail"));
    expect(rows).toEqual([{ last_error: "ESOCKET" }]);
  });
});

test("several processes at once send each mail once", async () => {
  const ids = await Promise.all(Array.from({ length: 10 }, () => aSession(tenant, { participants: [staffId] })));
  await asPeople(supervisor, (tx) => queueInvitations(tx, tenant, ids, "REQUEST", MAILING));
  const counts = await Promise.all([1, 2, 3].map(() => sendDueMail(round(START))));
  expect(counts.reduce((sum, { sent }) => sum + sent, 0)).toBe(10);
  expect(server.delivered).toHaveLength(10);
  const messageIds = server.delivered.map(({ raw }) => readMime(raw).headers.get("message-id"));
  expect(new Set(messageIds).size).toBe(10);
});

test("a process that is asked to end begins no further mail", async () => {
  await invited();
  expect(await sendDueMail(round(START, { isEnding: () => true }))).toEqual({ sent: 0, delayed: 0, failed: 0 });
  expect(server.delivered).toEqual([]);
});

test("a test mail reaches the administrator, without a calendar entry", async () => {
  const platform = platformOf();
  await queueTestMail(platform, { ref: "r", to: "admin@example.jp", locale: "ja", ...MAILING });
  expect(await sendDueMail(round(START))).toMatchObject({ sent: 1 });
  const message = readMime(server.delivered[0]?.raw ?? "");
  expect(message.headers.get("subject")).toBe("【支え】メール送信の確認");
  expect(leaves(message).map(({ part }) => part.type)).toEqual(["text/plain", "text/html"]);
  expect(await asPlatform(platform, (tx) => tx.outgoingMail.count({ where: { sentAt: null } }))).toBe(0);
});
