import { randomUUID } from "node:crypto";

import { beforeAll, expect, test } from "vitest";

import { asTenant, type People, type Tenant } from "~/db/scope.server";
import { agreeAction, closeAction, listActionsAt, listOwnActions } from "~/domain/supervision/agreed-actions.server";
import { answerRecord, listDisputes } from "~/domain/supervision/confirm-record.server";
import { supervisorInbox, workerInbox } from "~/domain/supervision/inbox.server";
import { recordAttendance } from "~/domain/supervision/record-attendance.server";
import { getSession } from "~/domain/supervision/repository.server";
import { scheduleSession } from "~/domain/supervision/schedule-session.server";
import type { ActionEntry } from "~/domain/supervision/schema";

import { aContract, aWorker } from "../../setup/factories";
import { aSupervisorOf, aWorkerSignedIn } from "../../setup/people";

const TODAY = "2026-11-24";
const AT = new Date("2026-11-24T01:00:00Z");
const writing = { today: TODAY, at: AT, mailing: null };
const CONFIRMED = { answer: "confirmed" as const };

let tenant: Tenant;
let first: string;
let second: string;
let supervisor: People;
let worker: People;
let colleague: People;

beforeAll(async () => {
  tenant = await aContract();
});

async function aTeam(): Promise<void> {
  [first, second] = [await aWorker(tenant), await aWorker(tenant)];
  supervisor = await aSupervisorOf(tenant, [first, second], await aWorker(tenant, { role: "supervisor" }));
  [worker, colleague] = [await aWorkerSignedIn(tenant, first), await aWorkerSignedIn(tenant, second)];
}
async function aSession(participants: string[], heldOn = TODAY): Promise<string> {
  const kind = participants.length > 1 ? ("group" as const) : ("individual" as const);
  const result = await scheduleSession(
    supervisor,
    {
      ...{ sessionRef: randomUUID(), kind, participants, heldOn, minutes: 60, themes: [], repeat: "once" },
      ...{ confirmed: true, tentative: false, moved: false },
    },
    { name: "", ...writing },
  );
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.sessionId;
}
const attendance = (
  sessionId: string,
  given: Record<string, "attended" | "absent">,
  version: number,
  minutes?: number,
) =>
  recordAttendance(
    supervisor,
    sessionId,
    { version, minutes, rows: Object.entries(given).map(([staffId, word]) => ({ staffId, attendance: word })) },
    { today: TODAY, at: AT },
  );
const answersOf = async (sessionId: string) =>
  (await getSession(supervisor, sessionId))?.participants.map(({ answer, comment }) => [answer, comment]);

test("a record waits for the worker's word until it is given, and the supervisor sees it", async () => {
  await aTeam();
  const sessionId = await aSession([first]);
  expect(await answerRecord(worker, first, sessionId, { ...CONFIRMED, version: 1 }, AT)).toEqual({
    ...{ ok: false, reason: "notYet" },
  });
  await attendance(sessionId, { [first]: "attended" }, 1);
  expect((await workerInbox(worker, first, TODAY)).unanswered.map(({ id }) => id)).toEqual([sessionId]);
  expect((await workerInbox(worker, first, "2027-03-01")).unanswered).toEqual([]);
  expect(await answerRecord(worker, first, sessionId, { ...CONFIRMED, version: 2 }, AT)).toEqual({ ok: true });
  expect((await workerInbox(worker, first, TODAY)).unanswered).toEqual([]);
  expect(await answersOf(sessionId)).toEqual([["confirmed", null]]);
  expect(await listDisputes(tenant)).toEqual([]);
});

test("a dispute reaches the supervisor and the manager, and goes with the correction of what it was about", async () => {
  await aTeam();
  const sessionId = await aSession([first, second]);
  await attendance(sessionId, { [first]: "absent", [second]: "attended" }, 1);
  const dispute = { answer: "disputed" as const, comment: "出席しました", version: 2 };
  expect(await answerRecord(worker, first, sessionId, dispute, AT)).toEqual({ ok: true });
  expect(await answerRecord(colleague, second, sessionId, { ...CONFIRMED, version: 2 }, AT)).toEqual({ ok: true });
  expect((await supervisorInbox(supervisor, TODAY)).disputed.map(({ id }) => id)).toEqual([sessionId]);
  expect(await listDisputes(tenant)).toMatchObject([{ staffId: first, heldOn: TODAY, comment: "出席しました" }]);
  // The manager reads no answer but the disputed one.
  const read = await asTenant(tenant, (tx) => tx.sessionConfirmation.findMany({ where: { sessionId } }));
  expect(read.map(({ answer }) => answer)).toEqual(["disputed"]);

  expect(await attendance(sessionId, { [first]: "attended", [second]: "attended" }, 2)).toEqual({
    ok: true,
    changed: 1,
  });
  expect((await answersOf(sessionId))?.map(([answer]) => answer).sort()).toEqual(["confirmed", null].sort());
  expect(await listDisputes(tenant)).toEqual([]);
  expect((await workerInbox(worker, first, TODAY)).unanswered).toHaveLength(1);

  expect(await attendance(sessionId, { [first]: "attended", [second]: "attended" }, 3, 90)).toMatchObject({ ok: true });
  expect(await answersOf(sessionId)).toEqual([
    [null, null],
    [null, null],
  ]);
  expect(await getSession(worker, sessionId)).toMatchObject({ minutes: 90 });
});

test("attendance never overwrites another's, the same answers again are no conflict, and a word on an old record is stale", async () => {
  await aTeam();
  const sessionId = await aSession([first]);
  expect(await attendance(sessionId, { [first]: "attended" }, 1)).toEqual({ ok: true, changed: 1 });
  expect(await attendance(sessionId, { [first]: "attended" }, 1)).toEqual({ ok: true, changed: 0 });
  expect(await attendance(sessionId, { [first]: "absent" }, 1)).toMatchObject({
    ...{ reason: "stale", stands: { version: 2, participants: [{ attendance: "attended" }] } },
  });
  expect(await answerRecord(worker, first, sessionId, { ...CONFIRMED, version: 1 }, AT)).toMatchObject({
    ...{ reason: "stale", stands: { status: "held" } },
  });
  expect(await answersOf(sessionId)).toEqual([[null, null]]);
});

test("nobody answers for another: not a colleague in the same group, not the supervisor", async () => {
  await aTeam();
  const [own, group] = [await aSession([first]), await aSession([first, second])];
  await attendance(own, { [first]: "attended" }, 1);
  await attendance(group, { [first]: "attended", [second]: "attended" }, 1);
  const given = { ...CONFIRMED, version: 2 };
  expect(await answerRecord(colleague, first, own, given, AT)).toEqual({ ok: false, reason: "notFound" });
  expect(await answerRecord(colleague, first, group, given, AT)).toEqual({ ok: false, reason: "notFound" });
  await expect(answerRecord(supervisor, first, group, given, AT)).rejects.toThrow(/row-level security/);
  expect(await answersOf(own)).toEqual([[null, null]]);
});

const anAction = (given: Partial<ActionEntry> = {}): ActionEntry => ({
  ...{ actionRef: randomUUID(), staffId: first, owner: "supervisee", text: "事例をまとめる", dueOn: "2026-12-01" },
  ...given,
});

test("an action comes back at the next session with whoever supervises, until its owner closes it", async () => {
  await aTeam();
  const sessionId = await aSession([first]);
  const entry = anAction();
  expect(await agreeAction(supervisor, sessionId, entry)).toEqual({ ok: true });
  expect(await agreeAction(supervisor, sessionId, entry)).toEqual({ ok: true });
  const other = await aSupervisorOf(tenant, [first]);
  const next = { id: randomUUID(), participants: [{ staffId: first }] };
  const { open } = await listActionsAt(other, next);
  expect(open).toMatchObject([{ text: "事例をまとめる", agreedOn: TODAY, staffId: first, state: "open", version: 1 }]);
  const given = { actionId: open[0]?.id ?? "", version: 1, state: "done" as const };
  expect((await workerInbox(worker, first, TODAY)).actions).toHaveLength(1);
  expect(await closeAction(supervisor, "supervisor", given, TODAY)).toEqual({ ok: false, reason: "notFound" });
  expect(await closeAction(colleague, "supervisee", given, TODAY)).toEqual({ ok: false, reason: "notFound" });
  expect(await closeAction(worker, "supervisee", given, TODAY)).toEqual({ ok: true });
  expect(await closeAction(worker, "supervisee", given, TODAY)).toEqual({ ok: true });
  expect(await closeAction(worker, "supervisee", { ...given, state: "dropped" }, TODAY)).toMatchObject({
    ...{ reason: "stale", stands: { state: "done", version: 2, closedOn: TODAY } },
  });
  expect((await listActionsAt(other, next)).open).toEqual([]);
  expect(await listOwnActions(worker, first, "open")).toEqual([]);
  expect(await listOwnActions(worker, first, "all")).toMatchObject([{ state: "done" }]);
});

test("what the supervisor took on stands on that supervisor's home from a week before it is due", async () => {
  await aTeam();
  const sessionId = await aSession([first]);
  await agreeAction(supervisor, sessionId, anAction({ owner: "supervisor", dueOn: "2026-12-01" }));
  const dueOn = async (people: People, day: string) => (await supervisorInbox(people, day)).due.length;
  expect([await dueOn(supervisor, "2026-11-23"), await dueOn(supervisor, "2026-11-24")]).toEqual([0, 1]);
  expect(await dueOn(await aSupervisorOf(tenant, [first]), "2027-01-01")).toBe(0);
  expect((await workerInbox(worker, first, TODAY)).actions).toEqual([]);
});

test("an action is agreed with participants of the own list alone, and the manager reads no word of it", async () => {
  await aTeam();
  const sessionId = await aSession([first]);
  const notFound = { ok: false, reason: "notFound" };
  expect(await agreeAction(supervisor, sessionId, anAction({ staffId: second }))).toEqual(notFound);
  expect(await agreeAction(await aSupervisorOf(tenant, []), sessionId, anAction())).toEqual(notFound);
  expect(await agreeAction(colleague, sessionId, anAction())).toEqual(notFound);
  await agreeAction(supervisor, sessionId, anAction());
  expect(await listOwnActions(colleague, first, "all")).toEqual([]);
  expect(await asTenant(tenant, (tx) => tx.agreedAction.findMany())).toEqual([]);
});
