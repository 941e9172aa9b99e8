import { beforeAll, expect, test } from "vitest";

import { getSupervisionTerms } from "~/domain/contract/specification.server";
import type { Tenant } from "~/db/scope.server";
import { action, loader } from "~/routes/_app.ward.contracts_.$contractId.requirements";
import { fiscalYearOf } from "~/lib/calendar";
import { today } from "~/lib/clock.server";

import { aBrowser, aPerson } from "../setup/accounts";
import { aContract } from "../setup/factories";

const year = fiscalYearOf(today());
const browser = aBrowser();
let tenant: Tenant;

beforeAll(async () => {
  tenant = await aContract();
  await browser.signInAs((await aPerson("ward", { wardId: tenant.wardId })).userId);
});

async function send(
  fields: Record<string, string>,
  params: { contractId?: string } = { contractId: tenant.contractId },
) {
  const body = new URLSearchParams({ fiscalYear: String(year), version: "0", preset: "custom", ...fields });
  const request = browser.request("/ward", { method: "POST", body });
  try {
    return await action({ request, params, context: {} });
  } catch (thrown) {
    return thrown;
  }
}

test("a saved requirement leads back to its year; the next who saves on the old version is shown both, with status 409", async () => {
  const first = await send({ sessionsPerYear: "6", minMinutes: "60", trainingApproval: "1" });
  expect(first).toBeInstanceOf(Response);
  expect((first as Response).headers.get("Location")).toBe(`?year=${year}&done=saved`);
  expect(await getSupervisionTerms(tenant, year)).toMatchObject({
    ...{ requirement: { sessionsPerYear: 6, minMinutes: 60 }, trainingApproval: true },
  });

  const second = await send({ sessionsPerYear: "12" });
  expect(second).toMatchObject({
    init: { status: 409 },
    data: {
      state: { values: { sessionsPerYear: "12" }, problems: {} },
      conflict: {
        version: 1,
        stands: { requirement: { sessionsPerYear: 6 } },
        asked: { requirement: { sessionsPerYear: 12 } },
      },
    },
  });
  expect((await getSupervisionTerms(tenant, year)).requirement.sessionsPerYear).toBe(6);

  expect(await send({ version: "1", sessionsPerYear: "12" })).toBeInstanceOf(Response);
  const request = browser.request(`/ward?year=${year}`);
  const page = await loader({ request, params: { contractId: tenant.contractId }, context: {} });
  expect(page.versions.map((one) => [one.version, one.createdBy])).toEqual([
    [2, "氏名 ward"],
    [1, "氏名 ward"],
  ]);
});

test("what does not fit comes back with what was typed", async () => {
  expect(await send({ sessionsPerYear: "3" })).toMatchObject({
    ...{ init: { status: 400 }, data: { state: { values: { sessionsPerYear: "3" } } } },
  });
});

test("a year that has ended, a year outside the contract and another ward's contract cannot be written", async () => {
  expect(await send({ sessionsPerYear: "5", fiscalYear: String(year - 1) })).toMatchObject({ status: 404 });
  expect(await send({ sessionsPerYear: "5", fiscalYear: "2199" })).toMatchObject({ status: 404 });
  const other = await aContract();
  expect(await send({ sessionsPerYear: "5" }, { contractId: other.contractId })).toMatchObject({ status: 404 });
});
