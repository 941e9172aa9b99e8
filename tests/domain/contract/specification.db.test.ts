import { beforeEach, describe, expect, test } from "vitest";

import { asTenant, wardViewOf, type Tenant, type WardView } from "~/db/scope.server";
import { PRESET_REQUIREMENTS, type Requirement } from "~/domain/contract/requirement";
import { differences, standingIn } from "~/domain/contract/specification";
import {
  getOwnSupervisionTerms,
  getSupervisionTerms,
  listSpecifications,
  saveSpecification,
} from "~/domain/contract/specification.server";
import { loadContractFacts } from "~/domain/kpi/facts.server";

import { aPerson } from "../../setup/accounts";
import { aContract, asOwner, aWorker } from "../../setup/factories";
import { aWorkerSignedIn } from "../../setup/people";
import { aRow } from "../../setup/rows";

const { policy, ninteiShakaiFukushishi: nintei } = PRESET_REQUIREMENTS;
const SIX: Requirement = { ...policy, preset: "custom", sessionsPerYear: 6, individualShare: 0.5, externalNeeded: 1 };

let tenant: Tenant & { code: string };
let view: WardView;
let userId: string;

beforeEach(async () => {
  tenant = await aContract();
  ({ userId } = await aPerson("ward", { wardId: tenant.wardId }));
  view = wardViewOf(tenant.wardId, userId);
});

function save(change: Partial<Parameters<typeof saveSpecification>[2]> = {}, by = view) {
  const whole = { fiscalYear: 2026, version: 0, requirement: nintei, trainingApproval: false, ...change };
  return saveSpecification(by, tenant.contractId, whole);
}

describe("a specification", () => {
  test("that nobody has written means the policy document's four a year and no approval", async () => {
    expect(await getSupervisionTerms(tenant, 2026)).toEqual({ requirement: policy, trainingApproval: false });
    expect(standingIn(await listSpecifications(view, tenant.contractId), 2026)).toMatchObject({
      ...{ version: 0, clauses: { cap: 50, requirement: policy } },
    });
  });

  test("gains a version with each change; the old ones stay, and the newest holds for everyone", async () => {
    expect(await save()).toEqual({ saved: true, version: 1 });
    expect(await save({ version: 1, requirement: SIX, trainingApproval: true })).toEqual({ saved: true, version: 2 });
    const worker = await aWorkerSignedIn(tenant, await aWorker(tenant));
    for (const terms of [await getSupervisionTerms(tenant, 2026), await getOwnSupervisionTerms(worker, 2026)])
      expect(terms).toEqual({ requirement: SIX, trainingApproval: true });
    const [second, first] = await listSpecifications(view, tenant.contractId);
    expect([second?.version, second?.createdBy, first?.version]).toEqual([2, "氏名 ward", 1]);
    expect(second && first && differences(first.clauses, second.clauses)).toEqual([
      { key: "requirement", before: nintei, after: SIX },
      { key: "trainingApproval", before: false, after: true },
    ]);
  });

  test("holds from its year on, until a later one says otherwise", async () => {
    await save({ fiscalYear: 2025 });
    await save({ fiscalYear: 2027, requirement: SIX });
    const standing = async (year: number) => (await getSupervisionTerms(tenant, year)).requirement.preset;
    expect([await standing(2024), await standing(2026), await standing(2027)]).toEqual([
      ...["policy", "ninteiShakaiFukushishi", "custom"],
    ]);
  });

  test("copies everything else that was agreed, the targets too, also from the year before", async () => {
    const agreed = { fiscal_year: 2025, version: 1 };
    await aRow(tenant, "specification", { ...agreed, cap: 45, required_fte: 7.5, pay_floor_jpy: 3_900_000 });
    await aRow(tenant, "specification_target", { ...agreed, indicator: "trainingHours", target: 24 });
    await save();
    await save({ version: 1, requirement: SIX });
    const { terms } = await asTenant(tenant, (tx) => loadContractFacts(tx, tenant, "2026-11-24"));
    expect(terms).toMatchObject({ cap: 45, requiredFte: 7.5, payFloorJpy: 3_900_000, targets: { trainingHours: 24 } });
    const [{ n }] = await asOwner(
      async (owner) =>
        (
          await owner.query("SELECT count(*)::int AS n FROM specification_target WHERE contract_id = $1", [
            tenant.contractId,
          ])
        ).rows as [{ n: number }],
    );
    expect(n).toBe(3);
  });

  test("is written by whom and when, in the audit log, without what else it says", async () => {
    await save();
    const rows = await asOwner(
      async (owner) =>
        (
          await owner.query(
            "SELECT actor_id, actor_role, action, subject_id, detail FROM audit_entry WHERE contract_id = $1",
            [tenant.contractId],
          )
        ).rows as unknown[],
    );
    expect(rows).toEqual([
      {
        ...{ actor_id: userId, actor_role: "ward", action: "specification.write", subject_id: "2026.1" },
        detail: { fiscalYear: 2026, version: 1, changed: "requirement" },
      },
    ]);
  });
});

describe("two people at once", () => {
  test("the second is told what the first saved, and nothing is overwritten", async () => {
    const answers = await Promise.all([save(), save({ requirement: SIX })]);
    expect(answers.filter((answer) => answer.saved)).toHaveLength(1);
    const [refused] = answers.filter((answer) => !answer.saved);
    const first = (await getSupervisionTerms(tenant, 2026)).requirement;
    expect(refused).toMatchObject({ reason: "conflict", version: 1, clauses: { requirement: first } });
    expect(await listSpecifications(view, tenant.contractId)).toHaveLength(1);
  });

  test("the same form sent twice makes one version", async () => {
    expect([await save(), await save()]).toEqual([
      { saved: true, version: 1 },
      { saved: true, version: 1 },
    ]);
    expect(await listSpecifications(view, tenant.contractId)).toHaveLength(1);
  });

  test("what would change nothing makes no version", async () => {
    expect(await save({ requirement: policy })).toEqual({ saved: false, reason: "unchanged" });
    expect(await listSpecifications(view, tenant.contractId)).toEqual([]);
  });
});

describe("another ward", () => {
  test("can neither write nor read it, nor learn who wrote it", async () => {
    await save();
    const other = await aContract();
    const theirs = wardViewOf(other.wardId, (await aPerson("ward", { wardId: other.wardId })).userId);
    expect(await save({ version: 1, requirement: SIX }, theirs)).toEqual({ saved: false, reason: "notFound" });
    expect(await listSpecifications(theirs, tenant.contractId)).toEqual([]);
    const [row] = await asTenant(
      tenant,
      (tx) => tx.$queryRaw<{ name: string | null }[]>`SELECT app_ward_member_name(${userId}::uuid) AS name`,
    );
    expect(row?.name).toBeNull();
  });
});
