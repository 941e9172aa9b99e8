import { randomUUID } from "node:crypto";

import { beforeAll, expect, test } from "vitest";

import type { People, Tenant } from "~/db/scope.server";
import { cancelSession, confirmSession, rescheduleSession } from "~/domain/supervision/change-session.server";
import { getSession, listSeries, listSessions } from "~/domain/supervision/repository.server";
import { scheduleSession } from "~/domain/supervision/schedule-session.server";
import type { Rescheduling, SessionPlan } from "~/domain/supervision/schema";

import { aContract, asOwner, aWorker } from "../../setup/factories";
import { aSupervisorOf, aWorkerSignedIn } from "../../setup/people";

const TODAY = "2026-11-24";
const AT = new Date("2026-11-24T01:00:00Z");
const writing = { today: TODAY, at: AT, mailing: { origin: "https://sasae.example" } };
const NOT_FOUND = { ok: false, reason: "notFound" };

let tenant: Tenant;
let worker: string;
let people: People;

beforeAll(async () => {
  tenant = await aContract();
});

async function aPair(): Promise<void> {
  worker = await aWorker(tenant);
  people = await aSupervisorOf(tenant, [worker], await aWorker(tenant, { role: "supervisor" }));
}
const aPlan = (given: Partial<SessionPlan> = {}): SessionPlan => ({
  ...{ sessionRef: randomUUID(), kind: "individual", participants: [worker], heldOn: "2026-11-26" },
  ...{ startTime: "10:00", minutes: 60, themes: [], confirmed: false, tentative: false, repeat: "once", moved: false },
  ...given,
});
const move = (given: Partial<Rescheduling> = {}): Rescheduling => ({
  ...{ heldOn: "2026-11-27", startTime: "10:00", minutes: 60, themes: [], confirmed: false, moved: false },
  ...{ version: 1, scope: "one" },
  ...given,
});
async function schedule(plan: SessionPlan, by = people): Promise<string> {
  const result = await scheduleSession(by, plan, { name: "外部 花子", ...writing });
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.sessionId;
}
async function rowsOf(seriesOrId: string) {
  const found = await asOwner((owner) =>
    owner.query<{
      day: string;
      status: string;
      version: number;
      sequence: number;
      changedAt: Date;
      tentative: boolean;
    }>(
      `SELECT held_on::text AS day, status, version, sequence, changed_at AS "changedAt", tentative FROM supervision_session
       WHERE series_id = $1 OR id = $1 ORDER BY held_on`,
      [seriesOrId],
    ),
  );
  return found.rows;
}
async function mailOf(sessionId: string) {
  const found = await asOwner((owner) =>
    owner.query<{ key: string }>("SELECT key FROM outgoing_mail WHERE key LIKE 'session:' || $1 || ':%'", [sessionId]),
  );
  return found.rows.map(({ key }) => key.split(":").slice(-2).join(":"));
}

test("a series lists its closed days with what would be right, and is stored as one once it is confirmed", async () => {
  await aPair();
  const series = { heldOn: "2026-12-15", repeat: "weekly" as const, count: 4 };
  const held = await scheduleSession(people, aPlan(series), { name: "", ...writing });
  expect(held).toEqual({
    ...{ ok: false, reason: "against", refusals: [] },
    warnings: [{ code: "closedDay", instead: "2027-01-04", day: "2026-12-29" }],
  });
  const plan = aPlan({ ...series, moved: true });
  const sessionId = await schedule(plan);
  const session = await getSession(people, sessionId);
  expect((await rowsOf(session?.seriesId ?? "")).map(({ day }) => day)).toEqual([
    ...["2026-12-15", "2026-12-22", "2027-01-04", "2027-01-05"],
  ]);
  expect(await scheduleSession(people, plan, { name: "", ...writing })).toEqual({
    ...{ ok: true, sessionId, sessions: 4, duplicate: true },
  });
  expect((await listSessions(people, { status: null, page: 1, pageSize: 20 })).total).toBe(4);
});

test("this and the following are moved by as many days, earlier ones and cancelled ones stay", async () => {
  await aPair();
  const first = await getSession(people, await schedule(aPlan({ heldOn: "2027-03-02", repeat: "weekly", count: 4 })));
  const [, second, third] = await listSeries(people, first?.seriesId ?? "", "2027-03-02");
  await cancelSession(people, third?.id ?? "", { version: 1, scope: "one", reason: "会議と重なるため" }, writing);
  const change = move({ heldOn: "2027-03-10", startTime: "15:00", scope: "following" });
  expect(await rescheduleSession(people, second?.id ?? "", change, writing)).toEqual({ ok: true, sessions: 2 });
  expect((await rowsOf(first?.seriesId ?? "")).map(({ day, status }) => [day, status])).toEqual([
    ["2027-03-02", "planned"],
    ["2027-03-10", "planned"],
    ["2027-03-16", "cancelled"],
    ["2027-03-24", "planned"],
  ]);
  const cancel = { version: 2, scope: "following" as const, reason: "異動のため" };
  expect(await cancelSession(people, second?.id ?? "", cancel, writing)).toEqual({ ok: true, sessions: 2 });
  expect(await getSession(people, second?.id ?? "")).toMatchObject({ status: "cancelled", cancelReason: "異動のため" });
});

test("of two who move the same session the second sees what the first stored; the same form twice is no conflict", async () => {
  await aPair();
  const sessionId = await schedule(aPlan());
  expect(await rescheduleSession(people, sessionId, move({ place: "面談室" }), writing)).toEqual({
    ok: true,
    sessions: 1,
  });
  expect(await rescheduleSession(people, sessionId, move({ place: "面談室" }), writing)).toEqual({
    ok: true,
    sessions: 0,
  });
  expect(await rescheduleSession(people, sessionId, move({ startTime: "13:00" }), writing)).toMatchObject({
    ...{ ok: false, reason: "stale", stands: { place: "面談室", startTime: "10:00", version: 2 } },
  });
  const cancel = { version: 1, scope: "one" as const, reason: "台風のため" };
  expect(await cancelSession(people, sessionId, cancel, writing)).toMatchObject({ reason: "stale" });
  expect(await cancelSession(people, sessionId, { ...cancel, version: 2 }, writing)).toEqual({ ok: true, sessions: 1 });
  expect(await cancelSession(people, sessionId, { ...cancel, version: 2 }, writing)).toEqual({ ok: true, sessions: 0 });
  expect(await rescheduleSession(people, sessionId, move({ version: 2 }), writing)).toMatchObject({
    ...{ reason: "stale", stands: { status: "cancelled", cancelReason: "台風のため" } },
  });
});

test("only a change of time, place, link, tentativeness or status counts for calendars, at the instant given", async () => {
  await aPair();
  await aWorkerSignedIn(tenant, worker);
  const sessionId = await schedule(aPlan({ tentative: true }));
  const later = { ...writing, at: new Date("2026-11-24T05:00:00Z") };
  const same = { heldOn: "2026-11-26", startTime: "10:00" };
  await rescheduleSession(people, sessionId, move({ ...same, themes: ["career"] }), later);
  expect(await rowsOf(sessionId)).toMatchObject([{ version: 2, sequence: 0, changedAt: later.at }]);
  await rescheduleSession(people, sessionId, move({ ...same, version: 2, videoUrl: "https://meet.example/a" }), later);
  expect(await rowsOf(sessionId)).toMatchObject([{ version: 3, sequence: 1 }]);
  expect(await confirmSession(people, sessionId, { version: 3, scope: "one" }, later)).toEqual({
    ok: true,
    sessions: 1,
  });
  expect(await confirmSession(people, sessionId, { version: 3, scope: "one" }, later)).toEqual({
    ok: true,
    sessions: 0,
  });
  expect(await rowsOf(sessionId)).toMatchObject([{ version: 4, sequence: 2, tentative: false }]);
  await cancelSession(people, sessionId, { version: 4, scope: "one", reason: "台風のため" }, later);
  expect(await rowsOf(sessionId)).toMatchObject([{ version: 5, sequence: 3, status: "cancelled" }]);
  expect([...new Set(await mailOf(sessionId))].sort()).toEqual(["0:REQUEST", "1:REQUEST", "2:REQUEST", "3:CANCEL"]);
});

test("a planned session is moved with the checks of scheduling, and its own time does not clash with itself", async () => {
  await aPair();
  const sessionId = await schedule(aPlan());
  const change = move({ heldOn: "2026-11-26", startTime: "10:30", minutes: 90 });
  expect(await rescheduleSession(people, sessionId, change, writing)).toEqual({ ok: true, sessions: 1 });
  const closed = move({ heldOn: "2026-11-28", version: 2 });
  expect(await rescheduleSession(people, sessionId, closed, writing)).toMatchObject({
    warnings: [{ code: "closedDay", instead: "2026-11-30" }],
  });
  expect(await rescheduleSession(people, sessionId, { ...closed, moved: true }, writing)).toMatchObject({ ok: true });
  expect(await getSession(people, sessionId)).toMatchObject({ heldOn: "2026-11-30", startTime: "10:00" });
});

test("nobody else changes it: not another supervisor, not the worker who is invited", async () => {
  await aPair();
  const sessionId = await schedule(aPlan());
  for (const other of [await aSupervisorOf(tenant, []), await aWorkerSignedIn(tenant, worker)]) {
    expect(await rescheduleSession(other, sessionId, move(), writing)).toEqual(NOT_FOUND);
    expect(await confirmSession(other, sessionId, { version: 1, scope: "one" }, writing)).toEqual(NOT_FOUND);
    expect(await cancelSession(other, sessionId, { version: 1, scope: "one", reason: "?" }, writing)).toEqual(
      NOT_FOUND,
    );
  }
  expect(await rowsOf(sessionId)).toMatchObject([{ version: 1, status: "planned", day: "2026-11-26" }]);
});

test("a supervisor of two contracts is one person: a session elsewhere clashes, and says no more than its time", async () => {
  await aPair();
  const elsewhere = await aContract();
  const [theirs, userId] = [await aWorker(elsewhere), people.userId];
  const other = await aSupervisorOf(elsewhere, [theirs]);
  await asOwner((owner) =>
    owner.query("UPDATE membership SET user_id = $1 WHERE user_id = $2", [userId, other.userId]),
  );
  const there = { ...other, userId };
  await schedule(aPlan({ participants: [theirs], startTime: "10:30", place: "別の事業所" }), there);
  expect(await scheduleSession(people, aPlan(), { name: "", ...writing })).toEqual({
    ...{ ok: false, reason: "against", refusals: [] },
    warnings: [{ code: "supervisorClash", startTime: "10:30", elsewhere: true }],
  });
});
