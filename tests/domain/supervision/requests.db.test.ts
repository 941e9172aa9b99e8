import { randomUUID } from "node:crypto";

import { beforeAll, expect, test } from "vitest";

import { asPeople, asTenant, type People, type Tenant } from "~/db/scope.server";
import { declineRequest, offerTimes, pickOffer } from "~/domain/supervision/answer-request.server";
import { supervisorInbox, workerInbox } from "~/domain/supervision/inbox.server";
import { getSession } from "~/domain/supervision/repository.server";
import type { Offer, Urgency } from "~/domain/supervision/requests";
import {
  allRequests,
  declineOffers,
  listEscalated,
  listOwnSupervisors,
  listRequests,
  makeRequest,
  withdrawRequest,
} from "~/domain/supervision/requests.server";
import { scheduleSession } from "~/domain/supervision/schedule-session.server";

import { aContract, asOwner, aWorker } from "../../setup/factories";
import { aSupervisorOf, aWorkerSignedIn } from "../../setup/people";

const TODAY = "2026-11-24";
const AT = new Date("2026-11-24T01:00:00Z");
const LATER = new Date("2026-11-24T02:00:00Z");
const NOT_FOUND = { ok: false, reason: "notFound" };
const picking = { today: TODAY, at: LATER, mailing: null };

let tenant: Tenant;
let first: string;
let worker: People;
let supervisor: People;

beforeAll(async () => {
  tenant = await aContract();
});

async function aPair(): Promise<void> {
  first = await aWorker(tenant);
  worker = await aWorkerSignedIn(tenant, first);
  supervisor = await aSupervisorOf(tenant, [first], await aWorker(tenant, { role: "supervisor" }));
}
async function ask(urgency: Urgency = "soon", madeOn = TODAY) {
  const entry = { requestRef: randomUUID(), urgency, themes: ["workload" as const], caseRef: "C-17" };
  await makeRequest(worker, first, entry, { today: madeOn, at: AT });
  const [request] = (await allRequests(worker, "open")).filter(({ staffId }) => staffId === first);
  if (!request) throw new Error("no request");
  return request;
}
const anOffer = (given: Partial<Offer> = {}): Offer => ({
  ...{ heldOn: "2026-12-01", startTime: "10:00", minutes: 60, place: "面談室", videoUrl: null },
  ...given,
});
const offer = (requestId: string, offers: Offer[], version = 1, by = supervisor) =>
  offerTimes(by, requestId, { version, confirmed: false, offers, reply: undefined }, { today: TODAY, at: AT });

test("a request sent twice is stored once, and reaches those who supervise the worker, nobody else", async () => {
  await aPair();
  const stranger = await aSupervisorOf(tenant, [await aWorker(tenant)]);
  const entry = { requestRef: randomUUID(), urgency: "urgent" as const, themes: [], caseRef: undefined };
  const at = { today: TODAY, at: AT };
  expect(await Promise.all([makeRequest(worker, first, entry, at), makeRequest(worker, first, entry, at)])).toEqual(
    expect.arrayContaining([{ duplicate: false }, { duplicate: true }]),
  );
  expect(await allRequests(supervisor, "open")).toMatchObject([{ urgency: "urgent", escalatesOn: "2026-11-26" }]);
  expect(await allRequests(stranger, null)).toEqual([]);
  expect((await supervisorInbox(supervisor, TODAY)).requests).toHaveLength(1);
  expect(await listOwnSupervisors(worker, first)).toHaveLength(1);
  await expect(makeRequest(supervisor, first, { ...entry, requestRef: randomUUID() }, at)).rejects.toThrow(
    /row-level security/,
  );
});

test("those that wait come first, urgent before the others, page by page", async () => {
  await aPair();
  const [routine] = [await ask("routine")];
  await withdrawRequest(worker, (await ask("urgent")).id, 1);
  const urgent = (await allRequests(worker, null)).find(({ status }) => status === "withdrawn");
  await makeRequest(
    worker,
    first,
    { requestRef: randomUUID(), urgency: "urgent", themes: [] },
    { today: TODAY, at: AT },
  );
  const page = await listRequests(supervisor, { status: null, page: 1, pageSize: 2 });
  expect(page).toMatchObject({
    total: 3,
    pages: 2,
    rows: [{ urgency: "urgent", status: "open" }, { id: routine?.id }],
  });
  expect((await listRequests(supervisor, { status: null, page: 2, pageSize: 2 })).rows).toMatchObject([
    { id: urgent?.id },
  ]);
});

test("an urgent request without an answer reaches the manager on its day: who and since when, until it is answered", async () => {
  await aPair();
  const request = await ask("urgent");
  const waiting = async (day: string) => (await listEscalated(tenant, day)).filter(({ staffId }) => staffId === first);
  expect(await waiting("2026-11-25")).toEqual([]);
  expect(await waiting("2026-11-26")).toEqual([
    { staffId: first, staffName: expect.stringContaining("支援"), madeOn: TODAY, escalatesOn: "2026-11-26" },
  ]);
  await offer(request.id, [anOffer()]);
  expect(await waiting("2027-03-01")).toEqual([]);
  expect(await asTenant(tenant, (tx) => tx.supervisionRequest.findMany({ where: { staffId: first } }))).toEqual([]);
});

test("the worker picks one of the times: a session in the supervisor's name, once", async () => {
  await aPair();
  const request = await ask();
  expect(
    await offer(request.id, [anOffer(), anOffer({ heldOn: "2026-12-02", videoUrl: "https://meet.example/a" })]),
  ).toEqual({
    ok: true,
  });
  expect((await workerInbox(worker, first, TODAY)).offered).toMatchObject([{ id: request.id, offers: [{}, {}] }]);
  const choice = { requestId: request.id, version: 2, choice: 1 };
  const [one, two] = await Promise.all([pickOffer(worker, choice, picking), pickOffer(worker, choice, picking)]);
  expect(one).toEqual(two);
  const sessionId = one?.ok ? one.sessionId : "";
  expect(await getSession(supervisor, sessionId)).toMatchObject({
    ...{ heldOn: "2026-12-02", startTime: "10:00", status: "planned", kind: "individual", own: true, external: false },
    ...{ videoUrl: "https://meet.example/a", themes: ["workload"], participants: [{ staffId: first }] },
  });
  const held = await asPeople(
    supervisor,
    (tx) => tx.$queryRaw<{ who: string }[]>`SELECT app_session_supervisor(${sessionId}::uuid)::text AS who`,
  );
  expect(held).toEqual([{ who: supervisor.userId }]);
  expect(await allRequests(worker, "scheduled")).toMatchObject([{ sessionId, version: 3 }]);
  expect(await pickOffer(worker, { ...choice, choice: 0 }, picking)).toEqual({ ok: true, sessionId });
});

test("a time is not picked by another, from an old offer, once past, or where somebody was booked since", async () => {
  await aPair();
  const request = await ask();
  await offer(request.id, [anOffer(), anOffer({ heldOn: "2026-12-03" })]);
  const choice = { requestId: request.id, version: 2, choice: 0 };
  const colleague = await aWorkerSignedIn(tenant, await aWorker(tenant));
  expect(await pickOffer(colleague, choice, picking)).toEqual(NOT_FOUND);
  expect(await pickOffer(supervisor, choice, picking)).toEqual(NOT_FOUND);
  expect(await pickOffer(worker, { ...choice, version: 1 }, picking)).toEqual({ ok: false, reason: "changed" });
  expect(await pickOffer(worker, { ...choice, choice: 2 }, picking)).toEqual({ ok: false, reason: "changed" });
  expect(await pickOffer(worker, choice, { ...picking, today: "2026-12-02" })).toEqual({ ok: false, reason: "past" });
  await scheduleSession(
    supervisor,
    {
      ...{
        sessionRef: randomUUID(),
        kind: "individual",
        participants: [first],
        heldOn: "2026-12-01",
        startTime: "10:30",
      },
      ...{ minutes: 60, themes: [], repeat: "once", confirmed: true, tentative: false, moved: false },
    },
    { name: "", ...picking },
  );
  expect(await pickOffer(worker, choice, picking)).toEqual({ ok: false, reason: "taken" });
  expect(await pickOffer(worker, { ...choice, choice: 1 }, picking)).toMatchObject({ ok: true });
});

test("a supervisor who no longer supervises the worker is not booked by an old offer", async () => {
  await aPair();
  const request = await ask();
  await offer(request.id, [anOffer()]);
  await asOwner((owner) => owner.query("DELETE FROM supervisee WHERE staff_id = $1", [first]));
  expect(await pickOffer(worker, { requestId: request.id, version: 2, choice: 0 }, picking)).toEqual({
    ...{ ok: false, reason: "notSupervised" },
  });
});

test("offered times meet the checks of scheduling, and name the day that something stands against", async () => {
  await aPair();
  const request = await ask();
  const closed = [anOffer(), anOffer({ heldOn: "2026-12-05" })];
  expect(await offer(request.id, closed)).toEqual({
    ...{ ok: false, reason: "against", refusals: [] },
    warnings: [{ code: "closedDay", instead: "2026-12-07", day: "2026-12-05" }],
  });
  const entry = { version: 1, confirmed: true, offers: closed, reply: "土曜でもよければ" };
  expect(await offerTimes(supervisor, request.id, entry, { today: TODAY, at: AT })).toEqual({ ok: true });
});

test("an answer never overwrites another, nor a withdrawal; the same answer twice is no conflict", async () => {
  await aPair();
  const other = await aSupervisorOf(tenant, [first]);
  const request = await ask();
  expect(await offer(request.id, [anOffer()])).toEqual({ ok: true });
  expect(await offer(request.id, [anOffer()])).toEqual({ ok: true });
  const reply = { version: 1, declineReply: "今月は難しいです" };
  expect(await declineRequest(other, request.id, reply, AT)).toMatchObject({
    ...{ reason: "stale", stands: { status: "offered", version: 2 } },
  });
  expect(await declineOffers(worker, request.id, 2)).toEqual({ ok: true });
  expect(await offer(request.id, [anOffer()], 2)).toMatchObject({ reason: "stale", stands: { status: "open" } });
  expect(await declineRequest(other, request.id, { ...reply, version: 3 }, AT)).toEqual({ ok: true });
  expect(await withdrawRequest(worker, request.id, 3)).toMatchObject({
    ...{ reason: "stale", stands: { status: "declined", reply: "今月は難しいです" } },
  });
  expect(await withdrawRequest(worker, request.id, 4)).toEqual(NOT_FOUND);
});

test("only the worker takes a request back, and only who supervises the worker answers it", async () => {
  await aPair();
  const request = await ask();
  const stranger = await aSupervisorOf(tenant, []);
  expect(await offer(request.id, [anOffer()], 1, stranger)).toEqual(NOT_FOUND);
  expect(await declineRequest(stranger, request.id, { version: 1, declineReply: "?" }, AT)).toEqual(NOT_FOUND);
  expect(await withdrawRequest(supervisor, request.id, 1)).toMatchObject({ ok: false });
  expect(await withdrawRequest(worker, request.id, 1)).toEqual({ ok: true });
  expect(await withdrawRequest(worker, request.id, 1)).toEqual({ ok: true });
  expect(await offer(request.id, [anOffer()], 2)).toEqual(NOT_FOUND);
});
