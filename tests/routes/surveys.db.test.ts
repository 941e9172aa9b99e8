import type { LoaderFunctionArgs } from "@remix-run/node";
import { randomUUID } from "node:crypto";

import exceljs from "exceljs";
import { beforeAll, describe, expect, test } from "vitest";

import { asPeople, asTenant, asWard, wardViewOf, type People, type Tenant, type Tx } from "~/db/scope.server";
import type { Role } from "~/domain/access/policy";
import { addCampaign } from "~/domain/survey/campaigns.server";
import { closeCampaign } from "~/domain/survey/close-campaign.server";
import { itemsOf } from "~/domain/survey/instrument";
import { instrumentOf } from "~/domain/survey/instruments/catalogue";
import type { Questionnaire } from "~/domain/survey/questionnaire";
import { surveyComments } from "~/domain/survey/read-results.server";
import { csvReader } from "~/lib/csv";
import { today } from "~/lib/clock.server";
import * as list from "~/routes/_app.contractor.surveys._index";
import * as manage from "~/routes/_app.contractor.surveys.$campaignId";
import * as edit from "~/routes/_app.contractor.surveys.$campaignId_.edit";
import * as preview from "~/routes/_app.contractor.surveys.$campaignId_.preview";
import * as results from "~/routes/_app.contractor.surveys.$campaignId_.results";
import * as resultsFile from "~/routes/_app.contractor.surveys.$campaignId_.results_.export";
import * as listFile from "~/routes/_app.contractor.surveys.export";
import * as added from "~/routes/_app.contractor.surveys.new";
import * as ownResults from "~/routes/_app.me.surveys.$campaignId_.results";
import * as wardResults from "~/routes/_app.ward.contracts_.$contractId.surveys.$campaignId";
import * as wardResultsFile from "~/routes/_app.ward.contracts_.$contractId.surveys.$campaignId_.export";
import * as wardList from "~/routes/_app.ward.contracts_.$contractId.surveys._index";
import * as wardListFile from "~/routes/_app.ward.contracts_.$contractId.surveys.export";

import { aBrowser, aPerson } from "../setup/accounts";
import { aContract, anOffice, asOwner, aWorker } from "../setup/factories";
import { aWorkerSignedIn } from "../setup/people";
import { anOpenSurvey, fetchToken } from "../setup/survey";
import { putAnswers } from "../setup/survey-answers";

const ANNUAL: Questionnaire = {
  instruments: [
    { key: "satisfaction", version: 1 },
    { key: "bjsq57", version: 1 },
  ],
  ...{ own: [], asksSex: true },
};
const COMMENT = "窓口の椅子が足りません";
const browsers = new Map<Role, ReturnType<typeof aBrowser>>();
let tenant: Tenant;
let worker: People & { staffId: string };
let closedId: string;
let draftId: string;

function sheet(sex: number) {
  return {
    ...Object.fromEntries(itemsOf(instrumentOf("satisfaction")).map(({ id }) => [`satisfaction:${id}`, 3])),
    ...Object.fromEntries(itemsOf(instrumentOf("bjsq57")).map(({ id }) => [`bjsq57:${id}`, 2])),
    sex,
  };
}

/** Offices of 13, 12 and 6, of whom 12 men, 11 women and 4 who keep it to themselves have answered. */
beforeAll(async () => {
  tenant = await aContract();
  const { wardId, contractId } = tenant;
  await asOwner((owner) =>
    owner.query(
      "INSERT INTO specification (ward_id, contract_id, fiscal_year, version, survey_free_text) VALUES ($1, $2, 2020, 1, true)",
      [wardId, contractId],
    ),
  );
  const offices: [string, number, number, number][] = [
    ["A", 13, 12, 1],
    ["B", 12, 11, 2],
    ["C", 6, 4, 3],
  ];
  const staff: string[] = [];
  for (const [code, size] of offices) {
    const officeId = await anOffice(tenant, code);
    for (let person = 0; person < size; person += 1) staff.push(await aWorker(tenant, { officeId }));
  }
  const survey = await anOpenSurvey(tenant, today(), { questionnaire: ANNUAL, freeText: true, title: "年1回の調査" });
  closedId = survey.id;
  for (const [code, , count, sex] of offices) {
    const unit = survey.units.find(({ name }) => name === `事業所${code}`)?.unit ?? "";
    await putAnswers(tenant, closedId, unit, { count: count - 1, sheet: sheet(sex) });
    await putAnswers(tenant, closedId, unit, { count: 1, sheet: sheet(sex), comment: `${COMMENT}${code}` });
  }
  expect(await closeCampaign(tenant, closedId, today())).toEqual({ ok: true, answered: 27 });
  draftId = await addCampaign(tenant, randomUUID(), {
    ...{ title: "下書きの調査", titleEn: null, kind: "annual", fiscalYear: 2026, questionnaire: ANNUAL },
    ...{ freeText: false, opensOn: "2027-01-01", closesOn: "2027-01-31" },
  });
  const staffId = staff[0] ?? "";
  worker = { ...(await aWorkerSignedIn(tenant, staffId)), staffId } as People & { staffId: string };
  const places = { manager: { wardId, contractId }, supervisor: { wardId, contractId }, ward: { wardId } };
  for (const [role, place] of Object.entries(places) as [Role, object][]) await signIn(role, place);
  const own = aBrowser();
  await own.signInAs(worker.userId ?? "");
  browsers.set("worker", own);
});

async function signIn(role: Role, place: object) {
  const browser = aBrowser();
  await browser.signInAs((await aPerson(role, place)).userId);
  browsers.set(role, browser);
}

type Handler<T> = (given: LoaderFunctionArgs) => Promise<T>;
function at(role: Role, address: string, init?: RequestInit): Request {
  const request = browsers.get(role)?.request(address, init);
  if (!request) throw new Error(`Nobody signed in as ${role}.`);
  return request;
}
async function get<T>(loader: Handler<T>, role: Role, campaignId?: string, query = ""): Promise<T> {
  const params = { contractId: tenant.contractId, ...(campaignId && { campaignId }) };
  return loader({ request: at(role, `/page?${query}`), params, context: {} });
}
async function status(loader: Handler<unknown>, role: Role, campaignId?: string): Promise<number> {
  return get(loader, role, campaignId).then(
    () => 200,
    (thrown: unknown) => (thrown instanceof Response ? thrown.status : 500),
  );
}
async function post(action: Handler<unknown>, campaignId: string | undefined, fields: [string, string][]) {
  const request = at("manager", "/page", { method: "POST", body: new URLSearchParams(fields) });
  return action({ request, params: { campaignId }, context: {} });
}
const locationOf = (answer: unknown) => (answer instanceof Response ? answer.headers.get("Location") : answer);

/** Every number in a value, but for the ends of scales: that of physical complaints begins at eleven. */
function numbers(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === "low" || key === "high" ? [] : numbers(inner)));
}
/** The answers of the two offices that are not shown by themselves, and their men and women. */
const SUPPRESSED = [11, 4];

describe("results of 12, 11 and 4 answers", () => {
  const pages: [string, Role, Handler<{ page: object }>][] = [
    ["contractor", "manager", results.loader as Handler<{ page: object }>],
    ["ward", "ward", wardResults.loader as Handler<{ page: object }>],
    ["worker", "worker", ownResults.loader as Handler<{ page: object }>],
  ];

  test.each(pages)("the %s's pages hold published cells and no suppressed count", async (_, role, loader) => {
    for (const group of [0, 1, 2]) {
      const page = JSON.parse(JSON.stringify(await get(loader, role, closedId, `group=${group}`))) as {
        page: { groups: { scope: string; answered: { health: number } }[] };
      };
      expect(page.page.groups.map(({ scope, answered }) => [scope, answered.health])).toEqual([
        ["all", 27],
        ["unit", 12],
        ["pool", 15],
      ]);
      expect(numbers(page).filter((one) => SUPPRESSED.includes(one))).toEqual([]);
      expect(JSON.stringify(page)).not.toMatch(/"atoms"|\|male|\|female|\|-"/);
    }
  });

  test("the chart shows men, and not women: 27 less both would be the four who kept it to themselves", async () => {
    const { page } = await get(results.loader, "manager", closedId);
    expect(page.group?.risks.map(({ sex, count }) => [sex, count])).toEqual([["male", 12]]);
  });

  test.each([
    ["contractor", "manager", resultsFile.loader],
    ["ward", "ward", wardResultsFile.loader],
  ] as const)("the %s's files hold no suppressed count in any format, and no comment", async (_, role, loader) => {
    for (const format of ["csv", "csv-cp932"]) {
      const response = await get(loader as Handler<Response>, role, closedId, `format=${format}`);
      const reader = csvReader();
      const bytes = await response.arrayBuffer();
      const text = new TextDecoder(format === "csv" ? "utf-8" : "shift_jis").decode(bytes);
      const cells = [...reader.push(text), ...reader.end()].flatMap((row) => row.cells);
      expect(cells.length).toBeGreaterThan(500);
      expect(cells.filter((cell) => SUPPRESSED.map(String).includes(cell))).toEqual([]);
      expect(text).not.toContain(COMMENT);
      expect(cells).toContain("27");
    }
    const xlsx = await get(loader as Handler<Response>, role, closedId, "format=xlsx");
    const book = new exceljs.Workbook();
    await book.xlsx.load(await xlsx.arrayBuffer());
    const values: unknown[] = [];
    book.worksheets[0]?.eachRow((row) => row.eachCell((cell) => values.push(cell.value)));
    expect(values.filter((one) => SUPPRESSED.includes(Number(one)))).toEqual([]);
  });

  test("comments are read by the contractor alone", async () => {
    const { comments } = await get(results.loader, "manager", closedId);
    expect([...(comments ?? [])].sort()).toEqual([`${COMMENT}A`, `${COMMENT}B`, `${COMMENT}C`]);
    for (const [, role, loader] of pages.slice(1))
      expect(JSON.stringify(await get(loader, role, closedId))).not.toContain(COMMENT);
  });

  test("the ward's list and its file hold closed surveys only", async () => {
    const page = await get(wardList.loader, "ward");
    expect(page.list.map(({ campaignId, answered, eligible }) => [campaignId, answered, eligible])).toEqual([
      [closedId, 27, 31],
    ]);
    const text = await (await get(wardListFile.loader, "ward", undefined, "format=csv")).text();
    expect(text).toContain("年1回の調査");
    expect(text + JSON.stringify(page)).not.toMatch(/下書きの調査/);
  });
});

describe("who may read what", () => {
  test("a draft has results for nobody, and its pages are the manager's", async () => {
    expect(await status(results.loader, "manager", draftId)).toBe(404);
    expect(await status(wardResults.loader, "ward", draftId)).toBe(404);
    expect(await status(ownResults.loader, "worker", draftId)).toBe(404);
    for (const role of ["ward", "worker", "supervisor"] as const)
      for (const loader of [list.loader, manage.loader, edit.loader, preview.loader, results.loader, listFile.loader])
        expect(await status(loader as Handler<unknown>, role, draftId)).toBe(404);
  });

  test("another contract's and another ward's people find nothing", async () => {
    const other = await aContract();
    const browser = aBrowser();
    await browser.signInAs((await aPerson("ward", { wardId: other.wardId })).userId);
    const params = { contractId: tenant.contractId, campaignId: closedId };
    for (const loader of [wardResults.loader, wardList.loader, wardResultsFile.loader, wardListFile.loader])
      await expect(loader({ request: browser.request("/ward"), params, context: {} })).rejects.toMatchObject({
        status: 404,
      });
    await browser.signInAs((await aPerson("manager", { wardId: other.wardId, contractId: other.contractId })).userId);
    await expect(results.loader({ request: browser.request("/page"), params, context: {} })).rejects.toMatchObject({
      status: 404,
    });
  });

  test("the database gives the manager no sheet and nobody who may answer, and the ward no draft and no comment", async () => {
    const counts = async (tx: Tx) => ({
      answers: await tx.surveyAnswer.count(),
      eligible: await tx.surveyEligible.count(),
      spent: await tx.surveySpent.count(),
      holding: await tx.surveyHolding.count(),
      comments: await tx.surveyComment.count(),
      drafts: await tx.surveyCampaign.count({ where: { status: "draft" } }),
      results: await tx.surveyResult.count(),
    });
    const none = { answers: 0, eligible: 0, spent: 0, holding: 0 };
    expect(await asTenant(tenant, counts)).toEqual({ ...none, comments: 3, drafts: 1, results: 1 });
    expect(await asWard(wardViewOf(tenant.wardId), counts)).toEqual({ ...none, comments: 0, drafts: 0, results: 1 });
    expect(await asPeople(worker, counts)).toEqual({ ...none, eligible: 1, comments: 0, drafts: 0, results: 1 });
  });

  test("comments of a survey that fewer than five have answered are kept back", async () => {
    const few = await aContract();
    for (let person = 0; person < 6; person += 1) await aWorker(few);
    const survey = await anOpenSurvey(few, today());
    const unit = survey.units[0]?.unit ?? "";
    await putAnswers(few, survey.id, unit, { count: 4, sheet: { "satisfaction:meaning": 3 }, comment: COMMENT });
    await closeCampaign(few, survey.id, today());
    expect(await surveyComments(few, survey.id)).toEqual([]);
  });
});

describe("while a survey is open", () => {
  test("the manager's pages are the same before and after answers and tokens: no number tells of them", async () => {
    const survey = await anOpenSurvey(tenant, today(), { kind: "pulse", title: "受付中の調査" });
    const seen = async () => {
      const pages = [
        await get(list.loader, "manager"),
        await get(manage.loader, "manager", survey.id),
        await (await get(listFile.loader, "manager", undefined, "format=csv")).text(),
      ];
      return JSON.stringify(pages);
    };
    const before = await seen();
    await fetchToken(worker, worker.staffId, survey, today());
    await putAnswers(tenant, survey.id, survey.units[0]?.unit ?? "", {
      count: 7,
      sheet: { "satisfaction:meaning": 4 },
    });
    expect(await seen()).toBe(before);
    expect(await status(results.loader, "manager", survey.id)).toBe(404);
    expect(await status(wardResults.loader, "ward", survey.id)).toBe(404);
  });
});

describe("a manager's forms", () => {
  const fields = (given: Record<string, string>): [string, string][] =>
    Object.entries({
      ...{ title: "新しい調査", kind: "pulse", "instruments[]": "satisfaction", opensOn: "2027-02-01" },
      ...{ closesOn: "2027-02-07", ...given },
    });

  test("a draft sent twice is one; what does not fit comes back with what was typed", async () => {
    const draftRef = randomUUID();
    for (let sent = 0; sent < 2; sent += 1)
      expect(locationOf(await post(added.action as Handler<unknown>, undefined, fields({ draftRef })))).toBe(
        `/contractor/surveys/${draftRef}?done=added`,
      );
    const { list: page } = await get(list.loader, "manager");
    expect(page.rows.filter(({ title }) => title === "新しい調査")).toHaveLength(1);
    expect(await post(added.action as Handler<unknown>, undefined, fields({ closesOn: "2027-01-01" }))).toMatchObject({
      ...{ init: { status: 400 }, data: { state: { values: { title: "新しい調査" }, problems: { closesOn: {} } } } },
    });
  });

  test("of two who change a draft at once the second is shown both, and a third change keeps what was typed", async () => {
    const draftRef = randomUUID();
    await post(added.action as Handler<unknown>, undefined, fields({ draftRef }));
    const change = (version: string, title: string) =>
      post(edit.action as Handler<unknown>, draftRef, fields({ version, title }));
    expect(locationOf(await change("1", "一人目"))).toBe(`/contractor/surveys/${draftRef}?done=changed`);
    expect(await change("1", "二人目")).toMatchObject({
      init: { status: 409 },
      data: {
        state: { values: { title: "二人目" } },
        conflict: { version: 2, stands: { title: "一人目" }, asked: { title: "二人目" } },
      },
    });
    expect(locationOf(await change("2", "二人目"))).toBe(`/contractor/surveys/${draftRef}?done=changed`);
  });

  test("opening and closing need a tick, an old version opens nothing, and each step is taken once", async () => {
    const draftRef = randomUUID();
    await post(added.action as Handler<unknown>, undefined, fields({ draftRef, kind: "annual" }));
    const step = (given: Record<string, string>) =>
      post(manage.action as Handler<unknown>, draftRef, Object.entries(given));
    const refused = (reason: string) => ({ data: { refused: reason } });
    expect(await step({ intent: "open", version: "1" })).toMatchObject(refused("unconfirmed"));
    expect(locationOf(await step({ intent: "release", version: "1" }))).toMatch(/done=released$/);
    expect(await step({ intent: "open", version: "1", confirmed: "1" })).toMatchObject(refused("stale"));
    expect(locationOf(await step({ intent: "holdBack", version: "2" }))).toMatch(/done=heldBack$/);
    expect(locationOf(await step({ intent: "open", version: "3", confirmed: "1" }))).toMatch(/done=opened$/);
    expect(await step({ intent: "open", version: "3", confirmed: "1" })).toMatchObject(refused("notDraft"));
    expect(await step({ intent: "remove" })).toMatchObject(refused("notDraft"));
    expect(await step({ intent: "move", closesOn: "2020-01-01" })).toMatchObject(refused("tooEarly"));
    expect(locationOf(await step({ intent: "move", closesOn: "2027-03-01" }))).toMatch(/done=moved$/);
    expect(await step({ intent: "close" })).toMatchObject(refused("unconfirmed"));
    expect(locationOf(await step({ intent: "close", confirmed: "1" }))).toMatch(/results\?done=closed$/);
    expect(await step({ intent: "close", confirmed: "1" })).toMatchObject(refused("notOpen"));
    const { page } = await get(results.loader, "manager", draftRef);
    expect([page.group, page.answered]).toEqual([null, 0]);
  });

  test("a draft can be removed, once", async () => {
    const draftRef = randomUUID();
    await post(added.action as Handler<unknown>, undefined, fields({ draftRef }));
    const remove = () => post(manage.action as Handler<unknown>, draftRef, [["intent", "remove"]]);
    expect(locationOf(await remove())).toBe("/contractor/surveys?done=removed");
    await expect(remove()).rejects.toMatchObject({ status: 404 });
  });

  test("the preview shows what is asked, and the outlook who could answer in which groups", async () => {
    const shown = await get(preview.loader, "manager", draftId);
    expect(shown.campaign.questionnaire).toEqual(ANNUAL);
    const { outlook } = await get(manage.loader, "manager", draftId);
    expect(outlook?.eligible).toBe(31);
    expect(outlook?.units.map(({ name, eligible }) => [name, eligible])).toEqual([
      ["事業所A", 13],
      ["事業所B", 12],
      ["事業所C", 6],
    ]);
  });

  test("comments can be asked for because the ward allows them", async () => {
    const { allowsComments } = await get(added.loader, "manager");
    expect(allowsComments).toBe(true);
  });
});
