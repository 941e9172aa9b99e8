import { randomUUID } from "node:crypto";

import type { ActionFunctionArgs } from "@remix-run/node";
import { beforeAll, expect, test } from "vitest";

import type { Tenant } from "~/db/scope.server";
import { addDays, fiscalYearOf } from "~/lib/calendar";
import { today } from "~/lib/clock.server";
import { loader as home } from "~/routes/_app.contractor._index";
import { action as decide, loader as manage } from "~/routes/_app.contractor.training._index";
import { action as attend, loader as sheet } from "~/routes/_app.contractor.training.dates.$dateId";
import { action as enterClass } from "~/routes/_app.contractor.training.class";
import { loader as planFile } from "~/routes/_app.contractor.training.plan.export";
import { loader as recordsFile } from "~/routes/_app.contractor.training.records.export";
import { loader as signUpsFile } from "~/routes/_app.contractor.training.sign-ups.export";
import { loader as evidence } from "~/routes/_app.evidence.$fileId";
import { action as choose, loader as courses } from "~/routes/_app.me.courses._index";
import { action as change, loader as own } from "~/routes/_app.me.training.$recordId";
import { loader as mine } from "~/routes/_app.me.training._index";
import { loader as mineFile } from "~/routes/_app.me.training.export";
import { action as log } from "~/routes/_app.me.training.new";

import { aBrowser, aPerson } from "../setup/accounts";
import { aCourse, askForApproval } from "../setup/courses";
import { aContract, aWorker } from "../setup/factories";

const DAY = today();
const PDF = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n";
const [worker, manager] = [aBrowser(), aBrowser()];
const at = { params: {}, context: {} };
let tenant: Tenant;
let staffId: string;
let colleague: string;

beforeAll(async () => {
  tenant = await aContract();
  await askForApproval(tenant, fiscalYearOf(DAY));
  staffId = await aWorker(tenant, { staffCode: "W1" });
  colleague = await aWorker(tenant, { staffCode: "W2" });
  const place = { wardId: tenant.wardId, contractId: tenant.contractId };
  await worker.signInAs((await aPerson("worker", { ...place, staffId })).userId);
  await manager.signInAs((await aPerson("manager", place)).userId);
});

type Values = Record<string, string | string[] | File>;

/** Posts a form to an action; gives where it leads, or what it answers. */
async function post(
  browser: typeof worker,
  action: (args: ActionFunctionArgs) => unknown,
  values: Values,
  params: Record<string, string> = {},
) {
  const body = new FormData();
  for (const [name, value] of Object.entries(values)) for (const one of [value].flat()) body.append(name, one);
  const answer = await action({ request: browser.request("/x", { method: "POST", body }), params, context: {} });
  return answer instanceof Response ? { to: answer.headers.get("Location") } : (answer as { data?: unknown });
}

const typed = (more: Values = {}): Values => ({
  ...{ recordRef: randomUUID(), attendedOn: DAY, title: "依存症の理解", topic: "addiction", format: "role_play" },
  ...{ hours: "2.5", inWorkingTime: "1", publiclyFunded: "1", ...more },
});

async function text(response: Response, encoding = "utf-8"): Promise<string> {
  return new TextDecoder(encoding).decode(await response.arrayBuffer());
}

test("a log with its certificate waits, reaches the manager's inbox, and counts once approved", async () => {
  const file = new File([PDF], "修了証.pdf", { type: "application/pdf" });
  expect(await post(worker, log, typed({ evidence: file }))).toEqual({ to: "/me/training?done=pending" });
  const before = await mine({ request: worker.request("/me/training"), ...at });
  expect(before).toMatchObject({
    list: { total: 1, hours: 0, pending: { hours: 2.5 } },
    figures: { hours: 0, pendingHours: 2.5 },
  });
  expect(await home({ request: manager.request("/contractor"), ...at })).toMatchObject({ pending: 1 });

  const { inbox } = await manage({ request: manager.request("/contractor/training"), ...at });
  const [row] = inbox.rows;
  expect(row).toMatchObject({ staffCode: "W1", evidence: [{ name: "修了証.pdf" }] });
  const params = { fileId: row?.evidence[0]?.id ?? "" };
  const opened = await evidence({ request: manager.request("/evidence"), params, context: {} });
  expect(await text(opened)).toBe(PDF);

  const records = `${row?.id}:${row?.version}`;
  const unsaid = await post(manager, decide, { "records[]": records, decision: "rejected" });
  expect(unsaid).toMatchObject({ init: { status: 400 }, data: { state: { problems: { note: { code: "missing" } } } } });
  expect(await post(manager, decide, { "records[]": records, decision: "approved" })).toEqual({
    to: "/contractor/training?done=approved&count=1&left=0",
  });
  expect(await mine({ request: worker.request("/me/training"), ...at })).toMatchObject({
    figures: { hours: 2.5, pendingHours: 0 },
  });
  const again = await post(manager, decide, { "records[]": records, decision: "approved" });
  expect(again).toEqual({ to: "/contractor/training?done=approved&count=0&left=1" });
});

test("a file that is none of the three kinds is refused with everything typed still there, and nothing is stored", async () => {
  const file = new File(["<html>"], "x.pdf", { type: "application/pdf" });
  const answer = await post(worker, log, typed({ title: "残らない研修", evidence: file }));
  expect(answer).toMatchObject({
    ...{ init: { status: 400 } },
    data: { fileProblem: "notAllowed", state: { values: { title: "残らない研修" }, problems: {} } },
  });
  const list = await mine({ request: worker.request("/me/training"), ...at });
  expect(list.list.rows.map((row) => row.title)).not.toContain("残らない研修");
});

test("the own record is corrected on its page, by version, and is nobody else's", async () => {
  await post(worker, log, typed({ title: "直す研修", hours: "1" }));
  const list = await mine({ request: worker.request("/me/training"), ...at });
  const recordId = list.list.rows.find((row) => row.title === "直す研修")?.id ?? "";
  const params = { recordId };
  expect(await post(worker, change, typed({ title: "直した研修", version: "1" }), params)).toEqual({
    to: `/me/training/${recordId}?done=changed`,
  });
  const older = await post(worker, change, typed({ title: "古い画面から", version: "1" }), params);
  expect(older).toMatchObject({
    init: { status: 409 },
    data: { kind: "conflict", stands: { title: "直した研修", version: 2 } },
  });
  const { userId } = await aPerson("worker", {
    wardId: tenant.wardId,
    contractId: tenant.contractId,
    staffId: colleague,
  });
  const other = aBrowser();
  await other.signInAs(userId);
  const refused = own({ request: other.request("/x"), params, context: {} });
  await expect(refused).rejects.toMatchObject({ status: 404 });
  expect(await post(worker, change, { intent: "remove" }, params)).toEqual({ to: "/me/training?done=removed" });
});

test("from signing up to the record: a date, its attendance, and the files", async () => {
  const { dateId } = await aCourse(tenant, {
    title: "多重債務の実務",
    topic: "multiple_debt",
    heldOn: DAY,
    seats: 1,
    fiscalYear: fiscalYearOf(DAY),
  });
  expect(await post(worker, choose, { dateId, intent: "signUp" })).toEqual({ to: "/me/courses?done=signed_up" });
  const { dates } = await courses({ request: worker.request("/me/courses"), ...at });
  expect(dates).toMatchObject([{ id: dateId, ownStatus: "signed_up", seats: 1, signedUp: 1 }]);
  const { mark } = await sheet({ request: manager.request("/x"), params: { dateId }, context: {} });
  expect(await post(manager, attend, { mark, "attended[]": [staffId, colleague] }, { dateId })).toEqual({
    to: `/contractor/training/dates/${dateId}?done=recorded`,
  });
  const stale = await post(manager, attend, { mark, "attended[]": staffId }, { dateId });
  expect(stale).toMatchObject({ init: { status: 409 }, data: { kind: "conflict" } });

  const year = fiscalYearOf(DAY);
  const get = (path: string) => ({ request: manager.request(`/x?year=${year}&${path}`), ...at });
  const csv = await text(await recordsFile(get("format=csv&topic=multiple_debt")));
  expect(csv.split("\r\n").filter((line) => line.includes("多重債務の実務"))).toHaveLength(2);
  expect(await text(await planFile(get("format=csv-cp932")), "shift_jis")).toContain("多重債務の実務");
  expect(
    (await text(await signUpsFile(get("format=csv")))).split("\r\n").filter((line) => line.includes(DAY)),
  ).toHaveLength(2);
  const ownFile = await mineFile({ request: worker.request("/x?format=csv"), ...at });
  const lines = await text(ownFile);
  expect(lines).toContain("多重債務の実務");
  expect(lines).not.toContain("W2");
});

test("a class that one person's day does not allow is named and stored for nobody; without them it is stored", async () => {
  const day = addDays(DAY, -1);
  const form = (attendees: string[], more: Values = {}): Values =>
    typed({ attendedOn: day, "attendees[]": attendees, ...more });
  expect(await post(manager, enterClass, form([staffId], { hours: "23" }))).toEqual({
    to: "/contractor/training/class?done=recorded",
  });
  const refused = await post(manager, enterClass, form([staffId, colleague]));
  expect(refused).toMatchObject({
    ...{ init: { status: 400 } },
    data: {
      refused: [{ staffCode: "W1", problem: "tooManyHours", hours: 25.5 }],
      state: { values: { title: "依存症の理解" } },
    },
  });
  const entry = form([staffId, colleague], { [`hours:${staffId}`]: "0.5" });
  expect(await post(manager, enterClass, entry)).toEqual({ to: "/contractor/training/class?done=recorded" });
  expect(await post(manager, enterClass, entry)).toEqual({ to: "/contractor/training/class?done=already" });
  const uneven = await post(manager, enterClass, form([colleague], { [`hours:${colleague}`]: "0.3" }));
  expect(uneven).toMatchObject({
    init: { status: 400 },
    data: { state: { problems: { attendees: { code: "step" } } } },
  });
});
