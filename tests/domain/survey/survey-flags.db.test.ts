import { beforeEach, expect, test } from "vitest";

import { run as flagsCommand } from "~/cli/commands/flags";
import { peopleOf, wardViewOf, type Tenant } from "~/db/scope.server";
import { resolveFlag } from "~/domain/flag/answers.server";
import { evaluateContract } from "~/domain/flag/evaluate-contract.server";
import { listFlagRegister } from "~/domain/flag/flag-register.server";
import { flagRecords } from "~/domain/flag/records.server";
import { registerQuery } from "~/domain/flag/register-query";
import { getFlag, listFlags, listOwnFlags } from "~/domain/flag/repository.server";
import { listWardFlags } from "~/domain/flag/ward-flags.server";
import { closeCampaign } from "~/domain/survey/close-campaign.server";
import { questionsOf } from "~/domain/survey/questionnaire";
import { readAskedAgain } from "~/domain/survey/survey-facts.server";

import { aContract, anOffice, asOwner, aWorker } from "../../setup/factories";
import { anOpenSurvey, SATISFACTION } from "../../setup/survey";
import { putAnswers } from "../../setup/survey-answers";

let tenant: Tenant & { code: string };
let [north, south] = ["", ""];
let workers: string[] = [];

/** Two offices of six, of which six and five answer. */
beforeEach(async () => {
  tenant = await aContract();
  [north, south] = [await anOffice(tenant, "NORTH"), await anOffice(tenant, "SOUTH")];
  workers = [];
  for (const officeId of [north, south])
    for (const number of [1, 2, 3, 4, 5, 6])
      workers.push(
        await aWorker(tenant, {
          ...{ staffCode: `${officeId === north ? "N" : "S"}${number}`, officeId, hiredOn: "2020-04-01" },
        }),
      );
});

/** A pulse survey opened and closed on days, every answer of an office the same value. */
async function surveyed(opened: string, closed: string, inNorth: number, inSouth: number): Promise<string> {
  const { id } = await anOpenSurvey(tenant, opened, { kind: "pulse" });
  const sheet = (value: number) => Object.fromEntries(questionsOf(SATISFACTION).map(({ key }) => [key, value]));
  await putAnswers(tenant, id, north, { count: 6, sheet: sheet(inNorth) });
  await putAnswers(tenant, id, south, { count: 5, sheet: sheet(inSouth) });
  await closeCampaign(tenant, id, closed);
  return id;
}

/** A worker of the north who leads 45 open cases from a day on: above 40 for one FTE. */
function overload(from: string): Promise<unknown> {
  return asOwner((owner) =>
    owner.query(
      `WITH led AS (INSERT INTO support_case (ward_id, contract_id, case_ref, opened_on)
         SELECT $1, $2, concat('case-', number), $4::date FROM generate_series(1, 45) number RETURNING id)
       INSERT INTO case_assignment (ward_id, contract_id, case_id, staff_id, from_on) SELECT $1, $2, id, $3, $4::date FROM led`,
      [tenant.wardId, tenant.contractId, workers[0], from],
    ),
  );
}

const ofSurvey = async (asOf?: string) => (await listFlags(tenant, { asOf, rule: "burnout.survey" })).flags;
const told = async (asOf: string) =>
  (await ofSurvey(asOf)).map(({ officeCode, severity, figures }) => [officeCode, severity, figures.index]);

test("a fall raises a flag of the office, once, and the next survey ends it and says whether it helped", async () => {
  const first = await surveyed("2026-05-01", "2026-05-15", 4, 4); // (4 - 1) / 4 = 75
  await evaluateContract(tenant, "2026-05-16");
  expect(await told("2026-05-16")).toEqual([]);
  const second = await surveyed("2026-08-01", "2026-08-15", 2, 4); // 25 and 75
  await evaluateContract(tenant, "2026-08-14");
  expect(await told("2026-08-14")).toEqual([]);
  await evaluateContract(tenant, "2026-08-15");
  expect(await told("2026-08-15")).toEqual([["NORTH", "warning", 25]]);
  expect(await evaluateContract(tenant, "2026-08-15")).toMatchObject({ raised: 0, changed: 0, resolved: 0 });
  await overload("2026-08-20");
  await evaluateContract(tenant, "2026-08-21");
  expect(await told("2026-08-21")).toEqual([["NORTH", "critical", 25]]);
  await surveyed("2026-10-01", "2026-10-15", 4, 4);
  await evaluateContract(tenant, "2026-10-16");
  expect(await told("2026-10-16")).toEqual([]);
  // Past days stay as they were.
  expect(await told("2026-08-16")).toEqual([["NORTH", "warning", 25]]);

  const { flags } = await listFlagRegister(tenant, registerQuery(new URLSearchParams("state=all&rule=burnout.survey")));
  expect(flags).toMatchObject([
    { subject: "office", staffId: null, staffCode: null, role: null, officeId: north, status: "resolved" },
  ]);
  const of = { officeId: north, surveyId: second };
  expect(await readAskedAgain(tenant, of, "2026-09-30")).toEqual({
    then: { index: 25, closedOn: "2026-08-15" },
    again: null,
  });
  expect(await readAskedAgain(tenant, of, "2026-10-15")).toMatchObject({
    again: { index: 75, closedOn: "2026-10-15" },
  });
  const detail = await getFlag(tenant, flags[0]?.flagId ?? "");
  expect(detail?.history.map(({ kind, severity }) => [kind, severity])).toEqual([
    ["raised", "warning"],
    ["severity", "critical"],
    ["resolved", null],
  ]);
  expect(detail?.figures).toMatchObject({ before: 75, change: -50, beforeSurveyId: first, responseRate: 100 });
  expect(detail && (await flagRecords(tenant, detail, "2026-10-16")).cases).toEqual([]);
});

test("an overload that a person has resolved does not make it critical, in whatever order days are evaluated", async () => {
  await surveyed("2026-05-01", "2026-05-15", 4, 4);
  await surveyed("2026-08-01", "2026-08-15", 2, 4);
  await overload("2026-07-01");
  await evaluateContract(tenant, "2026-08-14");
  const overloads = (await listFlags(tenant)).flags.filter(({ rule }) => rule.startsWith("overload."));
  expect(overloads.map(({ severity }) => severity)).toEqual(["warning", "warning"]);
  const by = { name: "管理者", role: "manager", at: new Date("2026-08-14T03:00:00Z") } as const;
  for (const { flagId } of overloads) await resolveFlag(tenant, flagId, "引き継ぎ済み", by);
  await evaluateContract(tenant, "2026-08-20");
  expect(await told("2026-08-20")).toEqual([["NORTH", "warning", 25]]);
  await evaluateContract(tenant, "2026-08-16");
  expect(await told("2026-08-16")).toEqual([["NORTH", "warning", 25]]);
  expect((await ofSurvey())[0]?.raisedOn).toBe("2026-08-16");
});

test("a ward is told by office, with published figures and no one in it; a worker has no such flag", async () => {
  await surveyed("2026-05-01", "2026-05-15", 4, 4);
  await surveyed("2026-08-01", "2026-08-15", 2, 4);
  await overload("2026-07-01");
  await evaluateContract(tenant, "2026-08-20");
  const [contract] = await listWardFlags(wardViewOf(tenant.wardId), tenant.contractId, "2026-08-20");
  const flag = contract?.flags.find(({ rule }) => rule === "burnout.survey");
  expect(flag).toMatchObject({ severity: "critical", scope: "office", supportStaff: 6, counts: { critical: 1 } });
  expect(flag?.offices.map(({ officeCode }) => officeCode)).toEqual(["NORTH"]);
  expect(Object.keys(flag?.figures ?? {}).sort()).toEqual(
    [
      ...["answered", "before", "beforeClosedOn", "bound", "change", "closedOn", "eligible", "fall", "index"],
      ...["isFallen", "isUnfavourable", "responseRate"],
    ].sort(),
  );
  const own = await listOwnFlags(peopleOf(tenant.wardId, tenant.contractId, workers, null));
  expect(own.map(({ rule }) => rule)).not.toContain("burnout.survey");
  expect(own.map(({ rule }) => rule)).toContain("overload.active");
});

test("an office that is too small today is told to the ward without its overload", async () => {
  await surveyed("2026-05-01", "2026-05-15", 4, 4);
  await surveyed("2026-08-01", "2026-08-15", 2, 4);
  await overload("2026-07-01");
  await asOwner((owner) =>
    owner.query("UPDATE staff SET left_on = '2026-08-16' WHERE id = ANY ($1)", [workers.slice(3, 6)]),
  );
  await evaluateContract(tenant, "2026-08-20");
  expect(await told("2026-08-20")).toEqual([["NORTH", "critical", 25]]);
  const [contract] = await listWardFlags(wardViewOf(tenant.wardId), tenant.contractId, "2026-08-20");
  expect(contract?.flags.find(({ rule }) => rule === "burnout.survey")).toMatchObject({
    severity: "warning",
    counts: { watch: 0, warning: 1, critical: 0 },
  });
});

test("a contract with one office is told of as a whole, on the command line in both views", async () => {
  const small = await aContract();
  tenant = small;
  const officeId = await anOffice(small, "ONLY");
  for (const number of [1, 2, 3, 4, 5, 6]) await aWorker(small, { staffCode: `W${number}`, officeId });
  const { id } = await anOpenSurvey(small, "2026-08-01");
  const sheet = Object.fromEntries(questionsOf(SATISFACTION).map(({ key }) => [key, 2]));
  await putAnswers(small, id, officeId, { count: 5, sheet });
  await closeCampaign(small, id, "2026-08-15");
  await evaluateContract(small, "2026-08-16");
  for (const [view, shape] of [
    ["contractor", { subject: "contract", staffCode: null, officeCode: null }],
    ["ward", { scope: "contract", officeCodes: ["ONLY"], supportStaff: 6, counts: { watch: 1 } }],
  ] as const) {
    const out: string[] = [];
    const args = ["--contract", small.code, "--view", view, "--as-of", "2026-08-16", "--json"];
    expect(await flagsCommand(args, { out: (text) => out.push(text), err: () => {}, locale: "en" })).toBe(0);
    const { flags } = JSON.parse(out[0] ?? "") as { flags: { rule: string }[] };
    expect(flags.filter(({ rule }) => rule === "burnout.survey")).toMatchObject([
      {
        ...{ severity: "watch", version: 1, figures: { index: 25, before: null, responseRate: 83.33 }, ...shape },
        explanation: { en: expect.stringContaining("The wellbeing index is 25, below 50.") },
      },
    ]);
  }
});
