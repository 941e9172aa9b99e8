import { beforeEach, expect, test } from "vitest";

import { asTenant, wardViewOf, type Tenant, type WardView } from "~/db/scope.server";
import { differences, holdsFrom } from "~/domain/contract/specification";
import { listSpecifications, saveSpecification } from "~/domain/contract/specification.server";
import { boundsMark } from "~/domain/contract/threshold-form";
import { getBounds, getThresholds, listOverruled, saveBounds } from "~/domain/contract/thresholds.server";
import { loadContractFacts } from "~/domain/kpi/facts.server";
import { action } from "~/routes/_app.ward.contracts_.$contractId.thresholds";
import { fiscalYearOf } from "~/lib/calendar";
import { today } from "~/lib/clock.server";

import { aBrowser, aPerson } from "../../setup/accounts";
import { aContract, asOwner, aWorker } from "../../setup/factories";
import { aWorkerSignedIn } from "../../setup/people";

const DAY = today();
const fiscalYear = fiscalYearOf(DAY);

let tenant: Tenant & { code: string };
let view: WardView;
let userId: string;

beforeEach(async () => {
  tenant = await aContract();
  ({ userId } = await aPerson("ward", { wardId: tenant.wardId }));
  view = wardViewOf(tenant.wardId, userId);
});

const save = (thresholds: Record<string, number>, version = 0, returnDueDay: number | null = null) =>
  saveSpecification(view, tenant.contractId, { fiscalYear, version, thresholds, returnDueDay });

test("a version of thresholds keeps the other clauses, is told to both of the contract's sides, and is what flags are judged by", async () => {
  await saveSpecification(view, tenant.contractId, { fiscalYear, version: 0, trainingApproval: true });
  expect(await save({ activeWarning: 35, activeWatch: 25 }, 1, 10)).toEqual({ saved: true, version: 2 });
  const worker = await aWorkerSignedIn(tenant, await aWorker(tenant));
  for (const reader of [tenant, worker])
    expect(await getThresholds(reader, DAY)).toMatchObject({
      ...{ own: { activeWatch: 25, activeWarning: 35 }, bounds: {}, returnDueDay: 10 },
      held: { activeWatch: 25, activeWarning: 35, activeCritical: 50 },
    });
  const { terms } = await asTenant(tenant, (tx) => loadContractFacts(tx, tenant, DAY));
  expect(terms).toMatchObject({ thresholds: { activeWatch: 25, activeWarning: 35 }, returnDueDay: 10 });
  const [second, first] = await listSpecifications(view, tenant.contractId);
  expect(second?.clauses.trainingApproval).toBe(true);
  expect(first && second && differences(first.clauses, second.clauses)).toEqual([
    { key: "thresholds", before: {}, after: { activeWatch: 25, activeWarning: 35 } },
    { key: "returnDueDay", before: null, after: 10 },
  ]);
  expect(second && holdsFrom(second)).toBe(DAY);
});

test("the same values in another order are no change; taking them back is one, and leaves nothing stored", async () => {
  await save({ activeWatch: 25, exitsWatch: 10 });
  expect(await save({ exitsWatch: 10, activeWatch: 25 }, 1)).toEqual({ saved: false, reason: "unchanged" });
  expect(await save({}, 1)).toEqual({ saved: true, version: 2 });
  expect((await getThresholds(tenant, DAY)).own).toEqual({});
});

test("a form opened on an older version answers 409 with what holds and what was typed; one looser than the bound 400", async () => {
  const browser = aBrowser();
  await browser.signInAs(userId);
  await saveBounds(view, "{}", { activeWatch: 28 });
  await save({ activeWatch: 25 });
  const send = (fields: Record<string, string>) => {
    const body = new URLSearchParams({ fiscalYear: String(fiscalYear), version: "0", ...fields });
    const request = browser.request("/ward", { method: "POST", body });
    return action({ request, params: { contractId: tenant.contractId }, context: {} });
  };
  expect(await send({ activeWatch: "20" })).toMatchObject({
    init: { status: 409 },
    data: {
      state: { values: { activeWatch: "20" }, problems: {} },
      conflict: { version: 1, stands: { thresholds: { activeWatch: 25 } }, asked: { thresholds: { activeWatch: 20 } } },
    },
  });
  expect(await send({ activeWatch: "29", version: "1" })).toMatchObject({
    init: { status: 400 },
    data: { state: { problems: { activeWatch: { code: "atMost", params: { max: 28, other: "bound" } } } } },
  });
});

test("a ward's bounds overrule looser values, name the contracts, and are its own alone", async () => {
  await save({ activeWatch: 38, supervisionNotice: 14 });
  expect(await saveBounds(view, "{}", { supervisionNotice: 20, activeWatch: 35 })).toEqual({ saved: true });
  expect(await getBounds(view)).toEqual({ activeWatch: 35, supervisionNotice: 20 });
  expect((await getThresholds(tenant, DAY)).held).toMatchObject({ activeWatch: 35, supervisionNotice: 20 });
  expect(await listOverruled(view, DAY)).toEqual([
    {
      contractId: tenant.contractId,
      values: [
        { key: "activeWatch", own: 38, bound: 35 },
        { key: "supervisionNotice", own: 14, bound: 20 },
      ],
    },
  ]);
  const other = await aContract();
  expect(await getBounds(wardViewOf(other.wardId, userId))).toEqual({});
  expect((await getThresholds(other, DAY)).held.activeWatch).toBe(30);
});

test("two who set bounds at once: the second is told of the first, a form sent twice is saved once, and the audit says what changed", async () => {
  const [first, second] = [{ activeWatch: 28 }, { activeWatch: 26 }];
  const answers = await Promise.all([saveBounds(view, "{}", first), saveBounds(view, "{}", second)]);
  expect(answers.filter((answer) => answer.saved)).toHaveLength(1);
  const standing = await getBounds(view);
  expect(answers.find((answer) => !answer.saved)).toEqual({ saved: false, reason: "conflict", bounds: standing });
  expect(await saveBounds(view, "{}", standing)).toEqual({ saved: true });
  expect(await saveBounds(view, boundsMark(standing), standing)).toEqual({ saved: false, reason: "unchanged" });
  const rows = await asOwner(
    async (owner) =>
      (
        await owner.query("SELECT actor_id, action, subject, detail FROM audit_entry WHERE ward_id = $1", [
          tenant.wardId,
        ])
      ).rows as unknown[],
  );
  expect(rows).toEqual([
    {
      ...{ actor_id: userId, action: "specification.write", subject: "threshold_bounds" },
      detail: { changed: "activeWatch" },
    },
  ]);
});
