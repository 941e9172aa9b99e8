import { randomUUID } from "node:crypto";

import { expect, test } from "vitest";

import { asPeople, asTenant, type People } from "~/db/scope.server";
import { loadWorkerFacts } from "~/domain/kpi/facts.server";
import { logSession, takeBackSession } from "~/domain/supervision/log-session.server";
import { recordAttendance } from "~/domain/supervision/record-attendance.server";
import { getSession, listOpenSessions, listSessions } from "~/domain/supervision/repository.server";
import { cancelSession } from "~/domain/supervision/change-session.server";
import { scheduleSession } from "~/domain/supervision/schedule-session.server";
import type { SessionEntry, SessionPlan } from "~/domain/supervision/schema";

import { aContract, asOwner, aWorker } from "../../setup/factories";
import { aSupervisorOf, aWorkerSignedIn } from "../../setup/people";

const TODAY = "2026-11-24";
const AT = new Date("2026-11-24T01:00:00Z");
const writing = { today: TODAY, at: AT, mailing: null };
const supervisor = { name: "外部 花子", ...writing };

const anEntry = (given: Partial<SessionEntry> = {}): SessionEntry => ({
  ...{
    sessionRef: randomUUID(),
    heldOn: "2026-11-20",
    minutes: 60,
    kind: "individual",
    supervisor: "staff:SV1",
    themes: [],
    another: false,
  },
  ...given,
});
const aPlan = (participants: string[], given: Partial<SessionPlan> = {}): SessionPlan => ({
  ...{
    sessionRef: randomUUID(),
    kind: participants.length > 1 ? "group" : "individual",
    participants,
    heldOn: "2026-11-26",
  },
  ...{ startTime: "10:00", minutes: 60, themes: ["workload"], confirmed: false },
  ...{ tentative: false, repeat: "once" as const, moved: false },
  ...given,
});

async function aTeam(workers = 3) {
  const tenant = await aContract();
  const own = await aWorker(tenant, { staffCode: "SV1", role: "supervisor" });
  const staff: string[] = [];
  for (let n = 1; n <= workers; n += 1) staff.push(await aWorker(tenant, { staffCode: `W${n}` }));
  const [first = "", second = "", third = ""] = staff;
  return { tenant, first, second, third, people: await aSupervisorOf(tenant, staff.slice(0, 2), own) };
}

async function schedule(people: People, plan: SessionPlan): Promise<string> {
  const result = await scheduleSession(people, plan, supervisor);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.sessionId;
}
const cancelling = { version: 1, scope: "one" as const, reason: "台風のため" };
const NOT_FOUND = { ok: false, reason: "notFound" };
const record = (
  people: People,
  sessionId: string,
  rows: { staffId: string; attendance: "attended" | "absent" }[],
  today = TODAY,
) => recordAttendance(people, sessionId, { version: 1, rows }, { today, at: AT });
const attendedOf = async (people: People, day = TODAY) =>
  (await asPeople(people, (tx) => loadWorkerFacts(tx, people, day))).workers.flatMap((worker) =>
    worker.attended.map((one) => one.day),
  );
const auditOf = async (contractId: string) =>
  (
    await asOwner((owner) =>
      owner.query<{ action: string }>("SELECT action FROM audit_entry WHERE contract_id = $1 ORDER BY at", [
        contractId,
      ]),
    )
  ).rows.map((row) => row.action);

test("a session logged twice by the same form stands once and counts once", async () => {
  const { tenant, first } = await aTeam();
  const worker = await aWorkerSignedIn(tenant, first);
  const entry = anEntry();
  const results = await Promise.all([logSession(worker, first, entry, AT), logSession(worker, first, entry, AT)]);
  expect(results.map((result) => result.ok && result.duplicate).sort()).toEqual([false, true]);
  expect((await listSessions(worker, { status: null, page: 1, pageSize: 20 })).rows).toMatchObject([
    {
      supervisorName: "支援 SV1",
      external: false,
      status: "held",
      own: true,
      participants: [{ staffId: first, attendance: "attended" }],
    },
  ]);
  expect(await attendedOf(worker)).toEqual(["2026-11-20"]);
});

test("a second session on the day is stored only once the person says that it is another", async () => {
  const { tenant, first } = await aTeam();
  const worker = await aWorkerSignedIn(tenant, first);
  await logSession(worker, first, anEntry(), AT);
  expect(await logSession(worker, first, anEntry(), AT)).toMatchObject({ ok: false, reason: "alreadyThere" });
  expect(await logSession(worker, first, anEntry({ another: true }), AT)).toMatchObject({ ok: true });
});

test("a session taken back no longer counts until it is logged again, and only its maker can take it back", async () => {
  const { tenant, first, second } = await aTeam();
  const worker = await aWorkerSignedIn(tenant, first);
  const entry = anEntry({ supervisor: "external", supervisorName: "外部 花子" });
  const logged = await logSession(worker, first, entry, AT);
  const sessionId = logged.ok ? logged.sessionId : "";
  expect(await getSession(worker, sessionId)).toMatchObject({ external: true, supervisorName: "外部 花子" });
  expect(await takeBackSession(await aWorkerSignedIn(tenant, second), sessionId, AT)).toBe(false);
  expect(await takeBackSession(worker, sessionId, AT)).toBe(true);
  expect(await attendedOf(worker)).toEqual([]);
  expect(await logSession(worker, first, entry, AT)).toEqual({ ok: true, sessionId, duplicate: false });
  expect(await attendedOf(worker)).toEqual(["2026-11-20"]);
});

test("a colleague sees neither the session nor that there was one", async () => {
  const { tenant, first, second } = await aTeam();
  const logged = await logSession(await aWorkerSignedIn(tenant, first), first, anEntry(), AT);
  const colleague = await aWorkerSignedIn(tenant, second);
  expect(logged.ok && (await getSession(colleague, logged.sessionId))).toBeNull();
  expect(await listSessions(colleague, { status: null, page: 1, pageSize: 20 })).toMatchObject({ rows: [], total: 0 });
});

test("a worker cannot enter a session of others, nor answer for the own attendance in a supervisor's", async () => {
  const { tenant, first, second, people } = await aTeam();
  const theirs = await schedule(people, aPlan([second]));
  const own = await schedule(people, aPlan([first], { heldOn: "2026-11-27" }));
  const worker = await aWorkerSignedIn(tenant, first);
  await expect(
    asPeople(
      worker,
      (tx) => tx.$executeRaw`INSERT INTO supervision_attendance (ward_id, contract_id, session_id, staff_id, attendance)
      VALUES (${tenant.wardId}::uuid, ${tenant.contractId}::uuid, ${theirs}::uuid, ${first}::uuid, 'attended')`,
    ),
  ).rejects.toThrow(/row-level security/);
  const changed = await asPeople(worker, async (tx) => [
    await tx.$executeRaw`UPDATE supervision_attendance SET attendance = 'attended' WHERE session_id = ${own}::uuid`,
    await tx.$executeRaw`UPDATE supervision_session SET status = 'held' WHERE id = ${own}::uuid`,
  ]);
  expect(changed).toEqual([0, 0]);
});

test("a group session takes in supervisees, once for a form sent twice, with the supervisor's staff code", async () => {
  const { tenant, first, second, people } = await aTeam();
  const plan = aPlan([first, second], { confirmed: true });
  const sessionId = await schedule(people, plan);
  expect(await scheduleSession(people, plan, supervisor)).toEqual({
    ok: true,
    sessionId,
    sessions: 1,
    duplicate: true,
  });
  expect(await getSession(people, sessionId)).toMatchObject({
    ...{ status: "planned", kind: "group", external: false, supervisorName: "支援 SV1", themes: ["workload"] },
    participants: [
      { staffId: first, attendance: null },
      { staffId: second, attendance: null },
    ],
  });
  expect(await auditOf(tenant.contractId)).toEqual(["session.schedule"]);
});

test("a supervisor without a place on the staff list holds external sessions under the own name", async () => {
  const { tenant, first } = await aTeam();
  const outside = await aSupervisorOf(tenant, [first]);
  const sessionId = await schedule(outside, aPlan([first]));
  expect(await getSession(outside, sessionId)).toMatchObject({ external: true, supervisorName: "外部 花子" });
});

test("someone who is not a supervisee cannot be invited", async () => {
  const { third, people } = await aTeam();
  expect(await scheduleSession(people, aPlan([third]), supervisor)).toEqual({
    ...{ ok: false, reason: "against", refusals: [{ code: "notSupervised" }], warnings: [] },
  });
  expect(await listSessions(people, { status: null, page: 1, pageSize: 20 })).toMatchObject({ total: 0 });
});

test("a participant on leave is refused, and warnings hold a session back until they are confirmed", async () => {
  const { tenant, first, second, people } = await aTeam();
  await asOwner((owner) =>
    owner.query(
      "INSERT INTO staff_leave (ward_id, contract_id, staff_id, starts_on) VALUES ($1, $2, $3, '2026-11-01')",
      [...[tenant.wardId, tenant.contractId, second]],
    ),
  );
  expect(await scheduleSession(people, aPlan([second], { confirmed: true }), supervisor)).toMatchObject({
    refusals: [{ code: "onLeave", staffId: second }],
  });
  await schedule(people, aPlan([first]));
  const again = aPlan([first], { startTime: "10:30" });
  expect(await scheduleSession(people, again, supervisor)).toMatchObject({
    warnings: [{ code: "participantClash", staffId: first, startTime: "10:00" }, { code: "supervisorClash" }],
  });
  expect(await scheduleSession(people, { ...again, confirmed: true }, supervisor)).toMatchObject({ ok: true });
});

test("attendance marks the session as held; only who attended is counted", async () => {
  const { tenant, first, second, people } = await aTeam();
  const sessionId = await schedule(people, aPlan([first, second], { heldOn: TODAY, confirmed: true }));
  expect((await listOpenSessions(people, TODAY)).map((session) => session.id)).toEqual([sessionId]);
  const rows = [
    { staffId: first, attendance: "attended" as const },
    { staffId: second, attendance: "absent" as const },
  ];
  expect(await record(people, sessionId, rows.slice(0, 1))).toEqual({
    ok: false,
    reason: "incomplete",
  });
  expect(await record(people, sessionId, rows)).toEqual({ ok: true, changed: 2 });
  expect(await record(people, sessionId, rows)).toEqual({ ok: true, changed: 0 });
  expect(await getSession(people, sessionId)).toMatchObject({ status: "held" });
  expect(await listOpenSessions(people, TODAY)).toEqual([]);
  expect(await attendedOf(await aWorkerSignedIn(tenant, first))).toEqual([TODAY]);
  expect(await attendedOf(await aWorkerSignedIn(tenant, second))).toEqual([]);
  expect(await auditOf(tenant.contractId)).toEqual(["session.schedule", "session.attendance"]);
});

test("attendance is recorded of own supervisees alone, not before the day, and not of a cancelled session", async () => {
  const { tenant, first, second, third, people } = await aTeam();
  const other = await aSupervisorOf(tenant, [third]);
  const sessionId = await schedule(people, aPlan([first]));
  const rows = [{ staffId: first, attendance: "attended" as const }];
  expect(await record(other, sessionId, rows, "2026-11-26")).toEqual({ ok: false, reason: "notSupervised" });
  expect(await record(other, sessionId, [], "2026-11-26")).toEqual({ ok: false, reason: "notFound" });
  expect(await record(people, sessionId, [{ staffId: second, attendance: "attended" }], "2026-11-26")).toEqual({
    ...{ ok: false, reason: "notSupervised" },
  });
  expect(await record(people, sessionId, rows, "2026-11-25")).toEqual({ ok: false, reason: "notYet" });
  expect(await cancelSession(other, sessionId, cancelling, writing)).toEqual(NOT_FOUND);
  expect(await cancelSession(people, sessionId, cancelling, writing)).toEqual({ ok: true, sessions: 1 });
  expect(await record(people, sessionId, rows, "2026-11-26")).toEqual({ ok: false, reason: "cancelled" });
  expect(await attendedOf(people, "2026-11-26")).toEqual([]);
});

test("a held session cannot be cancelled by its supervisor, and one that was cancelled does not count though attended", async () => {
  const { tenant, first, people } = await aTeam();
  const sessionId = await schedule(people, aPlan([first], { heldOn: TODAY }));
  await record(people, sessionId, [{ staffId: first, attendance: "attended" }]);
  expect(await cancelSession(people, sessionId, { ...cancelling, version: 2 }, writing)).toEqual(NOT_FOUND);
  await asTenant(
    tenant,
    (tx) => tx.$executeRaw`UPDATE supervision_session SET status = 'cancelled' WHERE id = ${sessionId}::uuid`,
  );
  expect(await attendedOf(people)).toEqual([]);
});
