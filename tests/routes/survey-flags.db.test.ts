import type { LoaderFunctionArgs } from "@remix-run/node";
import { beforeAll, expect, test } from "vitest";

import { peopleOf, type Tenant } from "~/db/scope.server";
import { inboxItem } from "~/components/contractor/inbox-items";
import { wardInboxItems } from "~/components/ward/inbox-items";
import { evaluateContract } from "~/domain/flag/evaluate-contract.server";
import { getFlag, listFlags } from "~/domain/flag/repository.server";
import { closeCampaign } from "~/domain/survey/close-campaign.server";
import { questionsOf } from "~/domain/survey/questionnaire";
import { translator } from "~/i18n/i18n";
import { addDays } from "~/lib/calendar";
import { today } from "~/lib/clock.server";
import * as flagPage from "~/routes/_app.contractor.flags.$flagId";
import * as register from "~/routes/_app.contractor.flags._index";
import * as file from "~/routes/_app.contractor.flags.export";
import * as wardPage from "~/routes/_app.ward.flags._index";

import { aBrowser, aPerson } from "../setup/accounts";
import { aContract, anOffice, aWorker } from "../setup/factories";
import { anOpenSurvey, SATISFACTION } from "../setup/survey";
import { putAnswers } from "../setup/survey-answers";

const t = translator("en");
const [manager, ward] = [aBrowser(), aBrowser()];
let tenant: Tenant & { code: string };
let flagId: string;
let office: string;
const surveys: string[] = [];
const staff: string[] = [];

/** One office of six, of whom five answered 4, then 2, then 3 to everything: 75, 25 and 50. */
beforeAll(async () => {
  tenant = await aContract();
  const { wardId, contractId } = tenant;
  await manager.signInAs((await aPerson("manager", { wardId, contractId })).userId);
  await ward.signInAs((await aPerson("ward", { wardId })).userId);
  office = await anOffice(tenant, "ONLY");
  for (const number of [1, 2, 3, 4, 5, 6])
    staff.push(await aWorker(tenant, { staffCode: `W${number}`, officeId: office }));
  for (const [ago, value] of [
    [90, 4],
    [60, 2],
  ] as const) {
    surveys.push(await surveyed(ago, value, office));
    await evaluateContract(tenant, addDays(today(), -ago));
  }
  flagId = (await listFlags(tenant, { rule: "burnout.survey" })).flags[0]?.flagId ?? "";
});

async function surveyed(ago: number, value: number, officeId: string): Promise<string> {
  const { id } = await anOpenSurvey(tenant, addDays(today(), -ago - 7), { kind: "pulse" });
  const sheet = Object.fromEntries(questionsOf(SATISFACTION).map(({ key }) => [key, value]));
  await putAnswers(tenant, id, officeId, { count: 5, sheet });
  await closeCampaign(tenant, id, addDays(today(), -ago));
  return id;
}

function get<T>(loader: (given: LoaderFunctionArgs) => Promise<T>, browser: typeof ward, query = ""): Promise<T> {
  return loader({ request: browser.request(`/page?${query}`), params: { flagId }, context: {} });
}

test("the manager's list and file name the contract, and the list opens the flag", async () => {
  const { register: listed, day } = await get(register.loader, manager, "rule=burnout.survey");
  expect(listed.flags.map((flag) => inboxItem(t, "en", flag, day))).toMatchObject([
    {
      ...{ severity: "warning", place: undefined, action: { to: `/contractor/flags/${flagId}` } },
      sentence: "Whole contract: The wellbeing index is 25, 50 points down from 75 in the survey before, and below 50.",
    },
  ]);
  const csv = await (await get(file.loader, manager, "rule=burnout.survey&format=csv")).text();
  expect(csv).toMatch(/契約全体/);
});

test("the flag's page leads to both surveys and waits for the next, which then says whether it helped", async () => {
  const at = { index: 25, closedOn: addDays(today(), -60) };
  expect(await get(flagPage.loader, manager)).toMatchObject({
    survey: { surveyId: surveys[1], beforeSurveyId: surveys[0], asked: { then: at, again: null } },
    flag: { staffId: null, subject: "contract" },
  });
  await surveyed(10, 3, office);
  const next = await get(flagPage.loader, manager);
  expect(next.survey?.asked).toEqual({ then: at, again: { index: 50, closedOn: addDays(today(), -10) } });
  await evaluateContract(tenant, today());
  expect(await get(flagPage.loader, manager)).toMatchObject({
    ...{ flag: { status: "resolved" }, survey: { asked: next.survey?.asked } },
  });
});

test("the ward reads it of the contract on the day it was open, and a worker has no such page", async () => {
  const { flags } = await get(wardPage.loader, ward, `rule=burnout.survey&asOf=${addDays(today(), -20)}`);
  const [item] = wardInboxItems(t, "en", flags, new Map(), { rule: "burnout.survey" });
  expect(item?.sentence).toBe(
    "Whole contract: The wellbeing index is 25, 50 points down from 75 in the survey before, and below 50.",
  );
  expect(await getFlag(peopleOf(tenant.wardId, tenant.contractId, staff, null), flagId)).toBeNull();
});
