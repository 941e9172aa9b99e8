import ICAL from "ical.js";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { currentActor, type Actor } from "~/auth/actor.server";
import { feedMadeAt, makeFeed, revokeFeed } from "~/auth/calendar-feed.server";
import { asPlatform, asTenant, platformOf } from "~/db/scope.server";
import { loader } from "~/routes/calendar.$token";
import { aBrowser, aMembership, aPerson, ORIGIN } from "../setup/accounts";
import { aContract, asOwner, aWorker } from "../setup/factories";
import { aSession } from "../setup/sessions";

const TODAY = new Date("2026-11-24T03:00:00Z");

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: TODAY });
});
afterEach(() => {
  vi.useRealTimers();
});

async function signedIn(userId: string): Promise<Actor> {
  const browser = aBrowser();
  await browser.signInAs(userId);
  const actor = await currentActor(browser.request("/calendar"));
  if (!actor) throw new Error("Nobody is signed in.");
  return actor;
}

let address = 0;

/** What a calendar program gets at a path. */
async function fetchCalendar(path: string, headers: Record<string, string> = {}, from?: string): Promise<Response> {
  const context = { address: from ?? `203.0.113.${(address = (address + 1) % 250)}` };
  const params = { token: path.replace("/calendar/", "") };
  const request = new Request(ORIGIN + path, { headers });
  try {
    return await loader({ request, params, context });
  } catch (response) {
    if (response instanceof Response) return response;
    throw response;
  }
}

async function eventsAt(path: string) {
  const response = await fetchCalendar(path);
  expect(response.status).toBe(200);
  const calendar = new ICAL.Component(ICAL.parse(await response.text()) as [string, ...unknown[]]);
  return calendar.getAllSubcomponents("vevent").map((event) => ({
    id: String(event.getFirstPropertyValue("uid")).replace("@sasae", ""),
    status: String(event.getFirstPropertyValue("status")),
    sequence: Number(event.getFirstPropertyValue("sequence")),
    summary: String(event.getFirstPropertyValue("summary")),
    url: String(event.getFirstPropertyValue("url")),
  }));
}

async function aWorkersCalendar() {
  const tenant = await aContract();
  const staffId = await aWorker(tenant, { staffCode: "W1" });
  const person = await aPerson("worker", { wardId: tenant.wardId, contractId: tenant.contractId, staffId });
  const actor = await signedIn(person.userId);
  return { tenant, staffId, actor, ...person, path: await makeFeed(actor) };
}

async function stored(userId: string) {
  const sql = "SELECT * FROM calendar_feed WHERE user_id = $1 ORDER BY created_at";
  return (await asOwner((owner) => owner.query(sql, [userId]))).rows;
}

describe("a calendar address", () => {
  test("holds a 256-bit secret, of which only a hash is kept, in no table and no log of ours", async () => {
    const { path, userId } = await aWorkersCalendar();
    const secret = path.slice("/calendar/".length, -".ics".length);
    expect(Buffer.from(secret, "base64url")).toHaveLength(32);
    const [row] = await stored(userId);
    expect(JSON.stringify(row)).not.toContain(secret);
    const { rows } = await asOwner((owner) =>
      owner.query("SELECT row_to_json(a)::text AS entry FROM audit_entry a WHERE actor_id = $1", [userId]),
    );
    expect(rows.map(({ entry }) => String(entry)).filter((entry) => entry.includes("calendar.make"))).toHaveLength(1);
    expect(rows.map(({ entry }) => String(entry)).join("\n")).not.toContain(secret);
  });

  test("ends when another is made, when it is revoked, and when the account is disabled", async () => {
    const { path, actor, userId } = await aWorkersCalendar();
    const second = await makeFeed(actor);
    expect((await fetchCalendar(path)).status).toBe(404);
    expect((await fetchCalendar(second)).status).toBe(200);
    await revokeFeed(actor);
    expect((await fetchCalendar(second)).status).toBe(404);
    expect(await feedMadeAt(actor)).toBeNull();
    const third = await makeFeed(actor);
    await asOwner((owner) => owner.query("UPDATE user_account SET disabled_at = now() WHERE id = $1", [userId]));
    expect((await fetchCalendar(third)).status).toBe(404);
  });

  test("stays a single one when two tabs make one at once", async () => {
    const { actor, userId } = await aWorkersCalendar();
    const paths = await Promise.all([makeFeed(actor), makeFeed(actor), makeFeed(actor)]);
    expect((await stored(userId)).filter((row) => row.revoked_at === null)).toHaveLength(1);
    const answers = await Promise.all(paths.map(async (path) => (await fetchCalendar(path)).status));
    expect(answers.sort()).toEqual([200, 404, 404]);
  });

  test("is not found by guessing, and guessing is slowed down without troubling who knows it", async () => {
    const { path } = await aWorkersCalendar();
    const from = "198.51.100.7";
    const guesses = [];
    for (let tries = 0; tries < 8; tries += 1)
      guesses.push((await fetchCalendar(`/calendar/${"A".repeat(43)}.ics`, {}, from)).status);
    expect(guesses.slice(0, 5)).toEqual([404, 404, 404, 404, 404]);
    expect(guesses.at(-1)).toBe(429);
    expect((await fetchCalendar(path, {}, from)).status).toBe(200);
    for (const wrong of ["/calendar/x.ics", path.replace(".ics", ""), "/calendar/%00.ics"])
      expect((await fetchCalendar(wrong)).status).toBe(404);
  });

  test("is read by no scope but sign-in's", async () => {
    const { tenant } = await aWorkersCalendar();
    expect(await asTenant(tenant, (tx) => tx.calendarFeed.count())).toBe(0);
    expect(await asPlatform(platformOf(), (tx) => tx.calendarFeed.count())).toBe(0);
    const asked = (userId: string) =>
      asTenant(
        tenant,
        (tx) =>
          tx.$queryRaw`SELECT * FROM app_calendar_sessions(${userId}::uuid, '2026-01-01'::date, '2027-12-31'::date, '2026-01-01'::timestamptz)`,
      );
    const { userId, staffId, tenant: other } = await aWorkersCalendar();
    await aSession(other, { participants: [staffId] });
    expect(await asked(userId)).toEqual([]);
  });
});

describe("a worker's calendar", () => {
  test("shows the sessions they take part in, with state and sequence, and nobody else's", async () => {
    const { tenant, staffId, path } = await aWorkersCalendar();
    const colleague = await aWorker(tenant, { staffCode: "W2" });
    const firm = await aSession(tenant, { participants: [staffId, colleague], heldOn: "2026-12-02", kind: "group" });
    const pencilled = await aSession(tenant, {
      participants: [staffId],
      heldOn: "2026-12-01",
      tentative: true,
      sequence: 4,
    });
    await aSession(tenant, { participants: [colleague], heldOn: "2026-12-03" });
    expect(await eventsAt(path)).toEqual([
      {
        ...{ id: pencilled, status: "TENTATIVE", sequence: 4, summary: "スーパービジョン（個人）" },
        url: `${ORIGIN}/me/sessions/${pencilled}`,
      },
      {
        ...{ id: firm, status: "CONFIRMED", sequence: 0, summary: "スーパービジョン（グループ）" },
        url: `${ORIGIN}/me/sessions/${firm}`,
      },
    ]);
  });

  test("reaches from 90 days back to 400 days ahead", async () => {
    const { tenant, staffId, path } = await aWorkersCalendar();
    // 2026-11-24 − 90 = 2026-08-26; 2026-11-24 + 400 = 2027-12-29
    const days = ["2026-08-25", "2026-08-26", "2027-12-29", "2027-12-30"];
    const [, first, last] = await Promise.all(
      days.map((heldOn) => aSession(tenant, { participants: [staffId], heldOn })),
    );
    expect((await eventsAt(path)).map((event) => event.id)).toEqual([first, last]);
  });

  test("keeps a cancelled session for 60 days after it was cancelled", async () => {
    const { tenant, staffId, path } = await aWorkersCalendar();
    // 2026-11-24T03:00Z − 60 days = 2026-09-25T03:00Z
    const cancelled = { participants: [staffId], status: "cancelled" };
    await aSession(tenant, { ...cancelled, changedAt: "2026-09-25T02:59:59Z" });
    const kept = await aSession(tenant, { ...cancelled, changedAt: "2026-09-25T03:00:00Z" });
    expect((await eventsAt(path)).map(({ id, status }) => [id, status])).toEqual([[kept, "CANCELLED"]]);
  });

  test("names nobody", async () => {
    const { tenant, staffId, path } = await aWorkersCalendar();
    await aWorker(tenant, { staffCode: "LEAD", role: "supervisor" });
    await aSession(tenant, { participants: [staffId], supervisorCode: "LEAD" });
    const text = (await (await fetchCalendar(path)).text()).replaceAll("\r\n ", "");
    for (const name of ["支援 W1", "支援 LEAD", "LEAD", "氏名"]) expect(text).not.toContain(name);
  });

  test("is not sent again while it is the same, and is when a session changes", async () => {
    const { tenant, staffId, path } = await aWorkersCalendar();
    const id = await aSession(tenant, { participants: [staffId] });
    const first = await fetchCalendar(path);
    const etag = first.headers.get("ETag") ?? "";
    expect(first.headers.get("Content-Type")).toBe("text/calendar; charset=utf-8");
    for (const held of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await fetchCalendar(path, { "If-None-Match": held });
      expect([again.status, await again.text(), again.headers.get("ETag")]).toEqual([304, "", etag]);
    }
    await asOwner((owner) =>
      owner.query(
        "UPDATE supervision_session SET sequence = 1, start_time = '15:00', changed_at = now() WHERE id = $1",
        [id],
      ),
    );
    const changed = await fetchCalendar(path, { "If-None-Match": etag });
    expect(changed.status).toBe(200);
    expect(await changed.text()).toContain("T150000");
  });
});

describe("a supervisor's calendar", () => {
  test("brings together the sessions held in every contract, and those attended as a worker", async () => {
    const [one, two] = [await aContract(), await aContract()];
    const lead = await aWorker(one, { staffCode: "L1", role: "supervisor" });
    const own = await aWorker(two, { staffCode: "W9" });
    const { userId } = await aPerson("supervisor", { wardId: one.wardId, contractId: one.contractId, staffId: lead });
    await aMembership(userId, "supervisor", { wardId: two.wardId, contractId: two.contractId });
    await aMembership(userId, "worker", { wardId: two.wardId, contractId: two.contractId, staffId: own });
    const path = await makeFeed(await signedIn(userId));
    const held = await aSession(one, { supervisorCode: "L1", heldOn: "2026-12-01" });
    const made = await aSession(two, { supervisorCode: "外部 太郎", createdBy: userId, heldOn: "2026-12-02" });
    const attended = await aSession(two, { supervisorCode: "X", participants: [own], heldOn: "2026-12-03" });
    await aSession(two, { supervisorCode: "X", heldOn: "2026-12-04" });
    expect((await eventsAt(path)).map(({ id, url }) => [id, url])).toEqual([
      [held, `${ORIGIN}/supervision/sessions/${held}`],
      [made, `${ORIGIN}/supervision/sessions/${made}`],
      [attended, `${ORIGIN}/me/sessions/${attended}`],
    ]);
  });

  test("leaves out a session made for another supervisor, an ended membership and drafts of a plan", async () => {
    const tenant = await aContract();
    const place = { wardId: tenant.wardId, contractId: tenant.contractId };
    const [lead, other] = [
      await aWorker(tenant, { staffCode: "L1", role: "supervisor" }),
      await aWorker(tenant, { staffCode: "L2", role: "supervisor" }),
    ];
    const { userId, membershipId } = await aPerson("supervisor", { ...place, staffId: lead });
    await aPerson("supervisor", { ...place, staffId: other });
    const path = await makeFeed(await signedIn(userId));
    await aSession(tenant, { supervisorCode: "L2", createdBy: userId });
    await asOwner((owner) =>
      owner.query(
        `INSERT INTO quarter_plan (ward_id, contract_id, user_id, fiscal_year, quarter, settings, items)
         VALUES ($1, $2, $3, 2026, 4, '{}', '[{"day":"2027-01-12","startTime":"10:00"}]')`,
        [tenant.wardId, tenant.contractId, userId],
      ),
    );
    expect(await eventsAt(path)).toEqual([]);
    await aSession(tenant, { supervisorCode: "L1" });
    expect(await eventsAt(path)).toHaveLength(1);
    await asOwner((owner) => owner.query("UPDATE membership SET ended_at = now() WHERE id = $1", [membershipId]));
    expect(await eventsAt(path)).toEqual([]);
  });
});
