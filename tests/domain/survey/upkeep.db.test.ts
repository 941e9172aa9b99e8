import { randomUUID } from "node:crypto";

import { beforeEach, describe, expect, test } from "vitest";

import { asBallot, tenantOf, type Tenant } from "~/db/scope.server";
import {
  addCampaign,
  changeCampaign,
  getCampaign,
  moveClosing,
  releaseCampaign,
  type CampaignDraft,
} from "~/domain/survey/campaigns.server";
import { shuffleWaiting } from "~/domain/survey/cast-ballot.server";
import { closeCampaign } from "~/domain/survey/close-campaign.server";
import { keepSurveys, listOpenSurveys, remindOfSurveys, shuffleOpenSurveys } from "~/domain/survey/upkeep.server";

import { runOwed } from "../../../jobs/job";
import { TIMETABLE } from "../../../jobs/schedule";
import { aContract, anOffice, asOwner, aWorker } from "../../setup/factories";
import { aWorkerSignedIn } from "../../setup/people";
import { anOpenSurvey, fetchToken, SATISFACTION, SURVEY_RING } from "../../setup/survey";
import { putAnswers } from "../../setup/survey-answers";

const MAILING = { origin: "https://sasae.example.jp" };
const ring = () => SURVEY_RING;
let tenant: Tenant & { code: string };

beforeEach(async () => {
  await asOwner((owner) => owner.query("DELETE FROM outgoing_mail; DELETE FROM job_run"));
  tenant = await aContract();
  const officeId = await anOffice(tenant, "A");
  for (let worker = 0; worker < 5; worker += 1) await aWorker(tenant, { officeId });
});

async function aDraft(given: Partial<CampaignDraft> = {}, released = true): Promise<string> {
  const id = await addCampaign(tenant, randomUUID(), {
    ...{ title: "下書き", titleEn: null, kind: "annual", fiscalYear: 2026, questionnaire: SATISFACTION },
    ...{ freeText: false, opensOn: "2026-12-01", closesOn: "2026-12-10" },
    ...given,
  });
  if (released) expect(await releaseCampaign(tenant, id, 1, true)).toBe("changed");
  return id;
}
const stateOf = async (id: string) => (await getCampaign(tenant, id))?.status;

describe("as a day begins", () => {
  test("a released draft opens on its opening day and closes on the day after its closing day, each once", async () => {
    const id = await aDraft();
    expect(await keepSurveys(tenant, ring, "2026-11-30")).toEqual({ closed: 0, opened: 0, refused: 0 });
    expect(await keepSurveys(tenant, ring, "2026-12-01")).toEqual({ closed: 0, opened: 1, refused: 0 });
    expect(await keepSurveys(tenant, ring, "2026-12-01")).toEqual({ closed: 0, opened: 0, refused: 0 });
    expect(await keepSurveys(tenant, ring, "2026-12-10")).toEqual({ closed: 0, opened: 0, refused: 0 });
    expect(await stateOf(id)).toBe("open");
    expect(await keepSurveys(tenant, ring, "2026-12-11")).toEqual({ closed: 1, opened: 0, refused: 0 });
    expect(await keepSurveys(tenant, ring, "2026-12-11")).toEqual({ closed: 0, opened: 0, refused: 0 });
    expect(await getCampaign(tenant, id)).toMatchObject({ status: "closed", closedOn: "2026-12-11" });
  });

  test("a draft that nobody released stays a draft, and one that was changed waits to be released anew", async () => {
    const [held, changed] = [await aDraft({}, false), await aDraft({ kind: "pulse" })];
    const stands = await getCampaign(tenant, changed);
    const draft = { ...(stands as CampaignDraft), title: "変更後" };
    expect(await changeCampaign(tenant, changed, stands?.version ?? 0, draft)).toBe("changed");
    await keepSurveys(tenant, ring, "2026-12-02");
    expect([await stateOf(held), await stateOf(changed)]).toEqual(["draft", "draft"]);
  });

  test("what cannot open stays a draft and opens once the other of its kind has closed", async () => {
    await anOpenSurvey(tenant, "2026-11-01", { closesOn: "2026-12-03" });
    const id = await aDraft();
    expect(await keepSurveys(tenant, ring, "2026-12-01")).toMatchObject({ opened: 0, refused: 1 });
    // why: closing comes first, so that both happen in the same night.
    expect(await keepSurveys(tenant, ring, "2026-12-04")).toEqual({ closed: 1, opened: 1, refused: 0 });
    expect(await stateOf(id)).toBe("open");
  });

  test("comments that the ward no longer allows keep a draft from opening", async () => {
    const id = await aDraft({ freeText: true });
    expect(await keepSurveys(tenant, ring, "2026-12-01")).toMatchObject({ opened: 0, refused: 1 });
    await asOwner((owner) =>
      owner.query(
        "INSERT INTO specification (ward_id, contract_id, fiscal_year, version, survey_free_text) VALUES ($1, $2, 2026, 1, true)",
        [tenant.wardId, tenant.contractId],
      ),
    );
    expect(await keepSurveys(tenant, ring, "2026-12-02")).toMatchObject({ opened: 1, refused: 0 });
    expect(await stateOf(id)).toBe("open");
  });

  test("nights missed while no process ran are caught up: it opens with those employed on its day, and closes", async () => {
    const surroundings = (now: string) => ({
      ...{ processId: "a", clock: () => new Date(`${now}+09:00`), report: () => undefined },
    });
    const run = async (now: string) => {
      for (const job of TIMETABLE.filter(({ key }) => key === "surveys")) await runOwed(job, surroundings(now));
    };
    const id = await aDraft();
    await run("2026-11-30T00:10:00");
    await asOwner((owner) =>
      owner.query("UPDATE staff SET left_on = '2026-12-05' WHERE contract_id = $1", [tenant.contractId]),
    );
    await run("2026-12-14T08:00:00");
    expect(await getCampaign(tenant, id)).toMatchObject({
      ...{ status: "closed", openedOn: "2026-12-01", closedOn: "2026-12-11", eligible: 5 },
    });
  });
});

describe("reminders", () => {
  async function mails(): Promise<{ key: string; to: string; content: Record<string, unknown> }[]> {
    const { rows } = await asOwner((owner) =>
      owner.query('SELECT key, to_address AS "to", content FROM outgoing_mail ORDER BY key'),
    );
    return rows;
  }

  async function withAccounts() {
    const { rows } = await asOwner((owner) =>
      owner.query<{ id: string }>("SELECT id::text FROM staff WHERE contract_id = $1 ORDER BY id", [tenant.contractId]),
    );
    const ids = rows.slice(0, 3).map(({ id }) => id);
    return Promise.all(ids.map(async (staffId) => ({ staffId, people: await aWorkerSignedIn(tenant, staffId) })));
  }

  test("go to those with an account and without a token, seven and two days before closing, once each", async () => {
    const workers = await withAccounts();
    const survey = await anOpenSurvey(tenant, "2026-12-01", { closesOn: "2026-12-10" });
    const [first] = workers;
    if (first) await fetchToken(first.people, first.staffId, survey, "2026-12-01");
    expect(await remindOfSurveys(tenant, "2026-12-02", MAILING)).toEqual({ reminded: 0 });
    expect(await remindOfSurveys(tenant, "2026-12-03", MAILING)).toEqual({ reminded: 1 });
    expect(await remindOfSurveys(tenant, "2026-12-03", MAILING)).toEqual({ reminded: 1 });
    const people = workers.slice(1).map(({ people }) => `${people.userId}@example.jp`);
    expect((await mails()).map(({ to }) => to).sort()).toEqual([...people].sort());
    expect((await getCampaign(tenant, survey.id))?.remindedOn).toBe("2026-12-03");
    const [, second] = workers;
    if (second) await fetchToken(second.people, second.staffId, survey, "2026-12-04");
    await remindOfSurveys(tenant, "2026-12-08", MAILING);
    expect(await mails()).toHaveLength(3);
  });

  test("say the same to everybody: title and closing day, no name and nothing of what was done", async () => {
    await withAccounts();
    await anOpenSurvey(tenant, "2026-12-01", { closesOn: "2026-12-10" });
    await remindOfSurveys(tenant, "2026-12-03", MAILING);
    const contents = (await mails()).map(({ content }) => JSON.stringify(content));
    expect(new Set(contents).size).toBe(1);
    expect(JSON.parse(contents[0] ?? "")).toEqual({
      ...{ kind: "surveyReminder", title: "働きがいアンケート", titleEn: null, closesOn: "2026-12-10" },
      origin: MAILING.origin,
    });
  });

  test("are not repeated when the closing day moves, and are forgotten at closing with what still waits", async () => {
    await withAccounts();
    const survey = await anOpenSurvey(tenant, "2026-12-01", { closesOn: "2026-12-10" });
    await remindOfSurveys(tenant, "2026-12-03", MAILING);
    await moveClosing(tenant, survey.id, "2026-12-20", "2026-12-04");
    await remindOfSurveys(tenant, "2026-12-13", MAILING);
    expect(await mails()).toHaveLength(3);
    await closeCampaign(tenant, survey.id, "2026-12-14");
    expect(await mails()).toEqual([]);
  });

  test("need a mail server", async () => {
    await withAccounts();
    await anOpenSurvey(tenant, "2026-12-01", { closesOn: "2026-12-10" });
    expect(await remindOfSurveys(tenant, "2026-12-03", null)).toEqual({ reminded: 0 });
    expect(await mails()).toEqual([]);
  });
});

test("waiting answers of every open survey are shuffled where five wait, whichever contract they belong to", async () => {
  const survey = await anOpenSurvey(tenant, "2026-12-01");
  const other = await aContract();
  await aWorker(other);
  const elsewhere = await anOpenSurvey(other, "2026-12-01");
  expect((await listOpenSurveys()).map(({ campaignId }) => campaignId)).toEqual(
    expect.arrayContaining([survey.id, elsewhere.id]),
  );
  await putAnswers(tenant, survey.id, survey.units[0]?.unit ?? "", { count: 5, sheet: { "satisfaction:meaning": 4 } });
  await putAnswers(other, elsewhere.id, elsewhere.units[0]?.unit ?? "", {
    count: 4,
    sheet: { "satisfaction:meaning": 4 },
  });
  const shuffle = () => shuffleOpenSurveys(({ wardId, contractId }) => tenantOf(wardId, contractId));
  expect(await shuffle()).toBe(5);
  expect(await shuffle()).toBe(0);
  const waiting = await asOwner((owner) =>
    owner.query("SELECT count(*)::int AS n FROM survey_holding WHERE campaign_id = $1", [elsewhere.id]),
  );
  expect(waiting.rows[0]?.n).toBe(4);
});

test("an answer that is half in when the box is shuffled comes in whole: neither waits for the other for ever", async () => {
  const survey = await anOpenSurvey(tenant, "2026-12-01");
  const unit = survey.units[0]?.unit ?? "";
  await putAnswers(tenant, survey.id, unit, { count: 5, sheet: { "satisfaction:meaning": 4 } });
  const content = JSON.stringify({ unit, answers: { "satisfaction:meaning": 2 }, comment: "" });
  const isShufflingHeldUp = async () => {
    const { rows } = await asOwner((owner) =>
      owner.query("SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'survey_spent'::regclass"),
    );
    return rows.length > 0;
  };
  let shuffled: Promise<number> | undefined;
  await asBallot(async (tx) => {
    await tx.$executeRaw`INSERT INTO survey_spent (ward_id, contract_id, campaign_id, token_hash)
      VALUES (${tenant.wardId}::uuid, ${tenant.contractId}::uuid, ${survey.id}::uuid, ${Buffer.alloc(32, 1)})`;
    shuffled = shuffleWaiting(tenant, survey.id);
    await expect.poll(isShufflingHeldUp).toBe(true);
    await tx.$executeRaw`INSERT INTO survey_holding (ward_id, contract_id, campaign_id, content)
      VALUES (${tenant.wardId}::uuid, ${tenant.contractId}::uuid, ${survey.id}::uuid, ${content}::jsonb)`;
  });
  expect(await shuffled).toBe(6);
});
