import { expect, test } from "vitest";

import { wardViewOf } from "~/db/scope.server";
import { PRESET_REQUIREMENTS } from "~/domain/contract/requirement";
import { listSpecifications, saveSpecification } from "~/domain/contract/specification.server";
import { commentYears } from "~/domain/survey/eligible.server";

import { aContract } from "../../setup/factories";

test("a ward allows comments from a fiscal year on, a version that says nothing of it keeps it, and it can be taken back", async () => {
  const tenant = await aContract();
  const view = wardViewOf(tenant.wardId);
  const asked = { requirement: PRESET_REQUIREMENTS.policy, trainingApproval: false };
  const save = (change: object) =>
    saveSpecification(view, tenant.contractId, { ...asked, fiscalYear: 2026, version: 0, ...change });
  const years = async () => {
    const allows = await commentYears(tenant);
    return [2025, 2026, 2027].map(allows);
  };
  expect(await years()).toEqual([false, false, false]);
  expect(await save({ surveyFreeText: true })).toEqual({ saved: true, version: 1 });
  expect(await years()).toEqual([false, true, true]);
  expect(await save({ version: 1, trainingApproval: true })).toEqual({ saved: true, version: 2 });
  expect(await years()).toEqual([false, true, true]);
  expect(await save({ fiscalYear: 2027, surveyFreeText: false, trainingApproval: true })).toEqual({
    saved: true,
    version: 1,
  });
  expect(await years()).toEqual([false, true, false]);
  const versions = await listSpecifications(view, tenant.contractId);
  expect(versions.map(({ fiscalYear, clauses }) => [fiscalYear, clauses.surveyFreeText])).toEqual([
    [2027, false],
    [2026, true],
    [2026, true],
  ]);
});

test("another ward changes nothing of it", async () => {
  const [tenant, other] = [await aContract(), await aContract()];
  const change = { requirement: PRESET_REQUIREMENTS.policy, trainingApproval: false, fiscalYear: 2026, version: 0 };
  const saved = await saveSpecification(wardViewOf(other.wardId), tenant.contractId, {
    ...change,
    surveyFreeText: true,
  });
  expect(saved).toEqual({ saved: false, reason: "notFound" });
  expect((await commentYears(tenant))(2026)).toBe(false);
});
