import { randomUUID } from "node:crypto";

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { beforeAll, expect, test } from "vitest";

import type { Tenant } from "~/db/scope.server";
import { addDays } from "~/lib/calendar";
import { today } from "~/lib/clock.server";
import { loader as home } from "~/routes/_app.contractor._index";
import { loader as careersFile } from "~/routes/_app.contractor.careers.export";
import { action as look, loader as entry } from "~/routes/_app.contractor.qualifications.$qualificationId";
import { loader as registerFile } from "~/routes/_app.contractor.qualifications.export";
import { action as change, loader as worksheet } from "~/routes/_app.contractor.workers.$staffId_.career";
import { loader as evidence } from "~/routes/_app.evidence.$fileId";
import { loader as mine } from "~/routes/_app.me.career._index";
import { action as addPost } from "~/routes/_app.me.career.posts.$postId";
import { action as edit, loader as own } from "~/routes/_app.me.career.qualifications.$qualificationId";
import { action as renew, loader as renewal } from "~/routes/_app.me.career.renewal";

import { aBrowser, aPerson } from "../setup/accounts";
import { aContract, aWorker } from "../setup/factories";
import { aRow } from "../setup/rows";

const DAY = today();
const PDF = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n";
const [worker, manager] = [aBrowser(), aBrowser()];
let tenant: Tenant;
let staffId: string;

beforeAll(async () => {
  tenant = await aContract();
  staffId = await aWorker(tenant, { staffCode: "W1", hiredOn: "2022-04-01" });
  const place = { wardId: tenant.wardId, contractId: tenant.contractId };
  await worker.signInAs((await aPerson("worker", { ...place, staffId })).userId);
  await manager.signInAs((await aPerson("manager", place)).userId);
});

type Params = Record<string, string>;
type Answer = { to?: string | null; data?: unknown; status?: number };

async function post(
  browser: typeof worker,
  action: (args: ActionFunctionArgs) => unknown,
  values: Record<string, string | File>,
  params: Params = {},
): Promise<Answer> {
  const body = new FormData();
  for (const [name, value] of Object.entries(values)) body.append(name, value);
  const answer = await action({ request: browser.request("/x", { method: "POST", body }), params, context: {} });
  if (answer instanceof Response) return { to: answer.headers.get("Location") };
  const refused = answer as { data: unknown; init: { status: number } };
  return { data: refused.data, status: refused.init.status };
}
const read = <T>(
  browser: typeof worker,
  loader: (args: LoaderFunctionArgs) => T,
  path = "/x",
  params: Params = {},
): T => loader({ request: browser.request(path), params, context: {} });

const typed = (more: Record<string, string | File> = {}) => ({
  ...{ formRef: randomUUID(), kind: "certified_social_worker", number: "第1号", obtainedOn: "2020-04-01" },
  ...more,
});

test("a worker enters a qualification with evidence; the manager finds it in the inbox, opens the file and verifies it", async () => {
  const file = new File([PDF], "登録証.pdf", { type: "application/pdf" });
  expect(await post(worker, edit, typed({ evidence: file }), { qualificationId: "new" })).toEqual({
    to: "/me/career?done=added",
  });
  const { careers } = await read(manager, home);
  expect(careers?.qualifications).toBe(1);
  const id = (await read(worker, mine)).held[0]?.id ?? "";
  const seen = await read(manager, entry, "/x", { qualificationId: id });
  expect(seen.found).toMatchObject({ row: { staffCode: "W1" }, held: { verification: "pending" } });
  const download = await read(manager, evidence, "/x", { fileId: seen.found?.files[0]?.id ?? "" });
  expect(download.headers.get("Content-Type")).toBe("application/pdf");
  const version = String(seen.found?.held.version);
  expect(await post(manager, look, { intent: "decide", decision: "verify", version }, { qualificationId: id })).toEqual(
    {
      to: "/contractor/qualifications?done=verified",
    },
  );
  expect((await read(worker, mine)).held).toMatchObject([{ verification: "verified" }]);
});

test("what does not fit comes back with everything typed, and a stale form with what stands", async () => {
  const wrong = await post(worker, edit, typed({ expiresOn: "2019-01-01" }), { qualificationId: "new" });
  expect(wrong).toMatchObject({
    status: 400,
    data: { state: { values: { number: "第1号" }, problems: { expiresOn: { code: "tooSmall" } } } },
  });
  const text = new File(["hello"], "x.pdf", { type: "application/pdf" });
  expect(await post(worker, edit, typed({ kind: "other", evidence: text }), { qualificationId: "new" })).toMatchObject({
    ...{ status: 400, data: { evidence: "notAllowed", state: { values: { kind: "other" } } } },
  });
  const id = (await read(worker, mine)).held[0]?.id ?? "";
  expect(await post(worker, edit, typed({ version: "1", number: "第2号" }), { qualificationId: id })).toMatchObject({
    ...{ status: 409, data: { stands: { number: "第1号", version: 2 }, state: { values: { number: "第2号" } } } },
  });
  const unreasoned = { intent: "decide", decision: "sendBack", version: "2" };
  expect(await post(manager, look, unreasoned, { qualificationId: id })).toMatchObject({
    ...{ status: 400, data: { about: "decide", state: { problems: { reason: { code: "missing" } } } } },
  });
});

test("the renewal is entered by the worker: a course, the application within the window, the new registration", async () => {
  const expires = addDays(DAY, 60);
  await aRow(tenant, "qualification", {
    ...{ staff_id: staffId, kind: "career_consultant", obtained_on: addDays(DAY, -1765), expires_on: expires },
  });
  const course = {
    intent: "course",
    formRef: randomUUID(),
    part: "skill",
    title: "技能",
    hours: "6",
    completedOn: DAY,
  };
  expect(await post(worker, renew, course)).toEqual({ to: "/me/career/renewal?done=courseAdded" });
  const early = { intent: "apply", version: "1", appliedOn: addDays(DAY, -31) };
  expect(await post(worker, renew, early)).toMatchObject({ status: 400, data: { refused: "outsideWindow" } });
  expect(await post(worker, renew, { ...early, appliedOn: DAY })).toEqual({ to: "/me/career/renewal?done=noted" });
  expect(await post(worker, renew, { ...early, appliedOn: DAY })).toMatchObject({ status: 409 });
  const stands = (await read(worker, renewal)).own?.renewal;
  expect(stands).toMatchObject({ courses: [{ hours: 6 }], checklist: { appliedOn: DAY, alert: null } });
  const renewed = { intent: "renewed", formRef: randomUUID(), obtainedOn: DAY, expiresOn: addDays(expires, 1826) };
  const { to } = await post(worker, renew, renewed);
  const id = to?.split("/").at(-1) ?? "";
  expect((await read(worker, own, "/x", { qualificationId: id })).held).toMatchObject({ verification: "pending" });
});

test("a post is verified, a rank changed, and a second writer of the rank sees the first", async () => {
  const given = { formRef: randomUUID(), employer: "福祉協会", field: "welfare", from: "2018-04-01", to: "2022-03-31" };
  expect(await post(worker, addPost, given, { postId: "new" })).toEqual({ to: "/me/career?done=postAdded" });
  const before = await read(manager, worksheet, "/x", { staffId });
  const id = before.career.posts[0]?.id ?? "";
  const decided = { intent: "post", id, decision: "sendBack", version: "1", [`reason-${id}`]: "在職証明がありません" };
  expect(await post(manager, change, decided, { staffId })).toEqual({
    to: `/contractor/workers/${staffId}/career?done=sentBack`,
  });
  const rank = { intent: "rank", seen: before.seen.rank, rankFrom: "2025-04-01", role: "chief_support_worker" };
  expect(await post(manager, change, rank, { staffId })).toMatchObject({ to: expect.stringContaining("done=changed") });
  expect(await post(manager, change, { ...rank, role: "clerk" }, { staffId })).toMatchObject({
    ...{ status: 409, data: { about: "rank", change: { ranks: [{}, { role: "chief_support_worker" }] } } },
  });
});

test("register and careers leave the house in three formats, with the state of each entry and without pay", async () => {
  await aRow(tenant, "staff_pay", { staff_id: staffId, annual_pay_jpy: 4_321_987 });
  const utf8 = await (await read(manager, registerFile, "/x?format=csv&kind=certified_social_worker")).arrayBuffer();
  const lines = new TextDecoder().decode(utf8).trim().split("\r\n");
  expect([lines.length, lines[1]]).toEqual([2, expect.stringContaining("社会福祉士,第1号,2020-04-01")]);
  expect(lines[1]).toContain("確認済み");
  const old = await (await read(manager, careersFile, "/x?format=csv-cp932")).arrayBuffer();
  const careers = new TextDecoder("shift_jis").decode(old);
  expect(careers).toContain("主任相談支援員");
  expect(careers).not.toContain("4321987");
  const xlsx = await read(manager, careersFile, "/x?format=xlsx");
  expect(xlsx.headers.get("Content-Type")).toContain("spreadsheetml");
});
