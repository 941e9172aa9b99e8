import { randomUUID } from "node:crypto";

import { beforeEach, describe, expect, test } from "vitest";

import { asWard, peopleOf, tenantOf, wardViewOf, type Tenant } from "~/db/scope.server";
import { acknowledgeFlags } from "~/domain/flag/answers.server";
import { takePlanStep } from "~/domain/improvement/carry-out.server";
import { changePlan, createPlan, type PlanMade } from "~/domain/improvement/contractor-plan.server";
import { escalateOverdue } from "~/domain/improvement/escalate.server";
import { listOwnPlans } from "~/domain/improvement/own-plans.server";
import { getPlan, plansOfFlags } from "~/domain/improvement/plans.server";
import type { PlanEntry } from "~/domain/improvement/schema";
import { takeWardStep } from "~/domain/improvement/ward-plan.server";
import { getWardGroup } from "~/domain/improvement/ward-group.server";
import { getWardPlan, listWardPlans } from "~/domain/improvement/ward-plans.server";

import { aContract, anOffice, asOwner, aWorker } from "../../setup/factories";

const DAY = "2026-06-20";
const WARD_USER = randomUUID();
const by = { name: "管理 一郎", role: "manager" as const, at: new Date("2026-06-20T01:00:00Z") };
const ward = { name: "区の 担当", role: "ward" as const, at: new Date("2026-06-22T01:00:00Z") };
let tenant: Tenant;
let staff: string[];
let flags: string[];

/** An office of five and one of two: the two are too few, so that both are published as the whole contract. */
beforeEach(async () => {
  const contract = await aContract();
  tenant = tenantOf(contract.wardId, contract.contractId);
  const [north, south] = [await anOffice(tenant, "NORTH"), await anOffice(tenant, "SOUTH")];
  staff = [];
  for (const [index, officeId] of [north, north, north, north, north, south, south].entries())
    staff.push(await aWorker(tenant, { officeId, staffCode: `ZX-${index}` }));
  flags = [];
  for (const staffId of [staff[0], staff[5]]) flags.push(await aFlag(staffId ?? "", "overload.cap"));
});

function aFlag(staffId: string, rule: string): Promise<string> {
  return asOwner(async (owner) => {
    const id = randomUUID();
    await owner.query(
      `INSERT INTO flag (ward_id, contract_id, id, rule, rule_version, subject_kind, subject_id, staff_id, office_id, severity, raised_on, due_on, figures)
       SELECT ward_id, contract_id, $2, $3, 1, 'staff', id, id, office_id, 'critical', '2026-06-01', '2026-06-15', '{"count": 60, "cap": 50}'
       FROM staff WHERE id = $1`,
      [staffId, id, rule],
    );
    await owner.query(
      `INSERT INTO flag_event (ward_id, contract_id, flag_id, day, kind, severity, figures, at)
       SELECT ward_id, contract_id, id, raised_on, 'raised', severity, figures, raised_on FROM flag WHERE id = $1`,
      [id],
    );
    return id;
  });
}

function entry(given: Partial<PlanEntry> = {}): PlanEntry {
  return {
    ...{ formRef: randomUUID(), version: 0, flags, cause: "件数が偏っている", reviewOn: "2026-09-20" },
    ...{ wardRequest: null, wardDueOn: null, scenarioId: null, isProposed: true },
    measures: [
      { measureId: null, kind: "redistribute", text: "配分を見直す", owner: "manager", dueOn: "2026-07-01" },
      { measureId: null, kind: "hire", text: "1人を採用する", owner: "contractor", dueOn: "2026-08-01" },
    ],
    ...given,
  };
}

async function made(given: Partial<PlanEntry> = {}): Promise<string> {
  const result: PlanMade = await createPlan(tenant, entry(given), by);
  if (!result.ok) throw new Error(result.reason);
  return result.planId;
}

const view = () => wardViewOf(tenant.wardId, WARD_USER);
const at = (planId: string) => ({ contractId: tenant.contractId, planId });
const statuses = () =>
  asOwner(async (owner) => {
    const { rows } = await owner.query<{ id: string; status: string }>(
      "SELECT id, status FROM flag WHERE contract_id = $1",
      [tenant.contractId],
    );
    return flags.map((id) => rows.find((row) => row.id === id)?.status);
  });

describe("making a plan", () => {
  test("it is about the flags' published group, due by their earliest day, and acknowledges them; twice the same is once", async () => {
    const given = entry();
    const first = await createPlan(tenant, given, by);
    expect(await createPlan(tenant, given, by)).toEqual({ ...first, change: null });
    const planId = first.ok ? first.planId : "";
    const detail = await getPlan(tenant, planId, DAY);
    expect(detail?.plan).toMatchObject({ status: "proposed", dueOn: "2026-06-15", proposedOn: DAY, wardDueOn: null });
    expect(detail?.plan).toMatchObject({ officeIds: [], offices: [] });
    expect(detail?.flags.map(({ staffName }) => staffName).sort()).toEqual(["支援 ZX-0", "支援 ZX-5"]);
    expect(await statuses()).toEqual(["acknowledged", "acknowledged"]);
    expect(
      await plansOfFlags(
        tenant,
        flags.map((flagId) => ({ flagId })),
      ),
    ).toMatchObject({ [flags[0] ?? ""]: { planId, status: "proposed" } });
  });

  test("a name or a staff code in any text is refused, with the fields it stands in", async () => {
    const [first] = entry().measures;
    const measures = first ? [{ ...first, text: "支援ZX-5の担当を減らす" }] : [];
    expect(await createPlan(tenant, entry({ measures, wardRequest: "支援　ZX-0 の分の増額" }), by)).toEqual({
      ...{ ok: false, reason: "names", fields: ["measures", "wardRequest"] },
    });
    const planId = await made({ isProposed: false });
    expect(await changePlan(tenant, planId, entry({ version: 1, cause: "zx-3 の件数" }), by)).toMatchObject({
      ...{ reason: "names", fields: ["cause"] },
    });
    const comment = { intent: "comment", comment: "ZX-0と話した" } as const;
    expect(await takePlanStep(tenant, planId, comment, by)).toMatchObject({ reason: "names", fields: ["comment"] });
  });

  test("flags of two rules, answered flags and flags of elsewhere make none", async () => {
    const other = await aFlag(staff[1] ?? "", "supervision.due");
    expect(await createPlan(tenant, entry({ flags: [...flags, other] }), by)).toEqual({ ok: false, reason: "mixed" });
    await made();
    expect(await createPlan(tenant, entry(), by)).toEqual({ ok: false, reason: "flags" });
    const stranger = await aContract();
    expect(await createPlan(stranger, entry({ flags: [other] }), by)).toEqual({ ok: false, reason: "flags" });
  });

  test("whoever was late with a change gets both versions, and nothing is overwritten", async () => {
    const planId = await made({ isProposed: false });
    expect(
      await changePlan(tenant, planId, entry({ version: 1, cause: "先の変更", isProposed: false }), by),
    ).toMatchObject({
      ok: true,
    });
    const late = await changePlan(tenant, planId, entry({ version: 1, cause: "後の変更" }), by);
    expect(late).toMatchObject({ reason: "conflict", stands: { cause: "先の変更", version: 2, status: "draft" } });
  });
});

describe("the ward", () => {
  test("reads no draft and never which flags a plan is about; a foreign ward reads nothing", async () => {
    const planId = await made({ isProposed: false });
    expect(await getWardPlan(view(), tenant.contractId, planId, DAY)).toBeNull();
    expect(await takeWardStep(view(), at(planId), { intent: "agree", version: 1 }, ward)).toMatchObject({
      reason: "gone",
    });
    await takePlanStep(tenant, planId, { intent: "propose", version: 1 }, by);
    const tied = await asWard(
      view(),
      (tx) => tx.$queryRaw<object[]>`SELECT 1 FROM plan_flag UNION ALL SELECT 1 FROM flag`,
    );
    expect(tied).toEqual([]);
    const told = await getWardPlan(view(), tenant.contractId, planId, DAY);
    expect(JSON.stringify(told)).not.toMatch(/ZX-|支援|scenario/);
    expect(
      (await listWardPlans(wardViewOf((await aContract()).wardId), { status: null, contract: null, page: 1 }, DAY))
        .total,
    ).toBe(0);
  });

  test("its agreement puts the flags in hand, and worker and manager read so in the flag's history", async () => {
    const planId = await made();
    const people = peopleOf(tenant.wardId, tenant.contractId, [staff[0] ?? ""], null);
    expect(await takeWardStep(view(), at(planId), { intent: "agree", version: 1 }, ward)).toMatchObject({
      reason: "conflict",
    });
    const agreed = await takeWardStep(view(), at(planId), { intent: "agree", version: 2 }, ward);
    expect(agreed).toMatchObject({ ok: true, change: { kind: "planAgreed", by: "ward", on: "2026-06-22" } });
    expect(await statuses()).toEqual(["plan_agreed", "plan_agreed"]);
    const { rows } = await asOwner((owner) =>
      owner.query<{ kind: string; role: string | null }>(
        "SELECT kind, figures->>'actorRole' AS role FROM flag_event WHERE flag_id = $1 AND kind <> 'raised' ORDER BY day",
        [flags[0]],
      ),
    );
    expect(rows).toEqual([
      { kind: "acknowledged", role: "manager" },
      { kind: "agreed", role: "ward" },
    ]);
    expect(await listOwnPlans(people)).toMatchObject([{ planId, status: "agreed", flagIds: [flags[0]] }]);
    expect(await takeWardStep(view(), at(planId), { intent: "return", version: 3, reason: "x" }, ward)).toMatchObject({
      reason: "status",
    });
  });

  test("sends back with a reason, which gives the contractor 14 days; the request keeps a clock of its own", async () => {
    const planId = await made({ wardRequest: "見込みを超える件数への増額", wardDueOn: "2026-06-30" });
    await takeWardStep(view(), at(planId), { intent: "return", version: 2, reason: "期限を早めてください" }, ward);
    // 22 June + 14 days = 6 July.
    expect((await getPlan(tenant, planId, DAY))?.plan).toMatchObject({ status: "returned", dueOn: "2026-07-06" });
    await takePlanStep(tenant, planId, { intent: "propose", version: 3 }, by);
    await takeWardStep(view(), at(planId), { intent: "agree", version: 4 }, ward);
    await takeWardStep(view(), at(planId), { intent: "answer", version: 5, answer: "補正予算で対応します" }, ward);
    const told = await getWardPlan(view(), tenant.contractId, planId, "2026-07-01");
    expect(told?.plan).toMatchObject({
      status: "agreed",
      wardAnswer: "補正予算で対応します",
      wardAnsweredOn: "2026-06-22",
    });
    expect(told?.events.map(({ kind }) => kind).sort()).toEqual([
      ...["agreed", "answered", "created", "proposed", "proposed", "returned"],
    ]);
  });

  test("reads one rule and group with the contractor's clock, until a plan is proposed", async () => {
    const group = () =>
      getWardGroup(view(), { contractId: tenant.contractId, rule: "overload.cap", group: "contract" }, DAY);
    const before = await group();
    expect(before?.clocks).toEqual({
      contractor: { state: "late", dueOn: "2026-06-15", days: 5 },
      ward: { state: "off" },
    });
    expect(before?.flag).toMatchObject({ supportStaff: 7, counts: { critical: 2 } });
    const planId = await made();
    expect(await group()).toMatchObject({
      ...{ clocks: { contractor: { state: "off" }, ward: { state: "waiting" } }, plans: [{ planId }] },
    });
  });
});

describe("carrying a plan out", () => {
  test("measures are ticked off, later flags join, and at the review what is still open waits for a new answer", async () => {
    const planId = await made();
    await takeWardStep(view(), at(planId), { intent: "agree", version: 2 }, ward);
    const further = await aFlag(staff[2] ?? "", "overload.cap");
    const detail = await getPlan(tenant, planId, DAY);
    expect(detail?.further.map(({ flagId }) => flagId)).toEqual([further]);
    const measureId = detail?.plan.measures[0]?.measureId ?? "";
    await takePlanStep(tenant, planId, { intent: "measure", version: 3, measureId, done: true }, by);
    await takePlanStep(tenant, planId, { intent: "addFlags", version: 4, flags: [further] }, by);
    flags.push(further);
    expect(await statuses()).toEqual(["plan_agreed", "plan_agreed", "plan_agreed"]);
    await asOwner((owner) =>
      owner.query("UPDATE flag SET status = 'resolved', resolved_on = '2026-06-21' WHERE id = ANY ($1)", [
        flags.slice(0, 2),
      ]),
    );
    expect((await getPlan(tenant, planId, DAY))?.isCleared).toBe(false);
    await takePlanStep(tenant, planId, { intent: "close", version: 5, outcome: "配分を見直し、2人が解消した" }, by);
    expect(await statuses()).toEqual(["resolved", "resolved", "acknowledged"]);
    const { rows } = await asOwner((owner) => owner.query("SELECT due_on::text FROM flag WHERE id = $1", [further]));
    // 20 June + 14 days.
    expect(rows).toEqual([{ due_on: "2026-07-04" }]);
  });

  test("a plan whose flags have all been resolved is cleared; withdrawing one gives its flags back", async () => {
    const planId = await made();
    await takeWardStep(view(), at(planId), { intent: "agree", version: 2 }, ward);
    await takePlanStep(tenant, planId, { intent: "withdraw", version: 3, reason: "別の計画にする" }, by);
    expect(await statuses()).toEqual(["acknowledged", "acknowledged"]);
    const again = await made();
    await asOwner((owner) =>
      owner.query("UPDATE flag SET status = 'resolved', resolved_on = '2026-06-21' WHERE contract_id = $1", [
        tenant.contractId,
      ]),
    );
    expect((await getPlan(tenant, again, DAY))?.isCleared).toBe(true);
  });

  test("several flags are acknowledged at once, each in its history", async () => {
    expect(await acknowledgeFlags(tenant, [...flags, randomUUID()], by)).toBe(2);
    expect(await acknowledgeFlags(tenant, flags, by)).toBe(0);
    expect(await statuses()).toEqual(["acknowledged", "acknowledged"]);
  });
});

describe("what is overdue", () => {
  test("is told with the same key at every look, and is new and in the history once, also for two who look at once", async () => {
    const before = await escalateOverdue(tenant, DAY);
    expect(before.map(({ kind, daysLate, isNew }) => [kind, daysLate, isNew])).toEqual([
      ["flagAnswerLate", 5, true],
      ["flagAnswerLate", 5, true],
    ]);
    const planId = await made();
    expect(await escalateOverdue(tenant, DAY)).toEqual([]);
    // 20 June + 14 days = 4 July: on the 6th the ward is two days late.
    const both = await Promise.all([escalateOverdue(tenant, "2026-07-06"), escalateOverdue(tenant, "2026-07-06")]);
    const key = `${planId}:wardAnswerLate:2026-07-04:agreement`;
    expect(both.flat().map((one) => [one.key, one.daysLate])).toEqual([
      [key, 2],
      [key, 2],
    ]);
    expect(both.flat().filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(await escalateOverdue(tenant, "2026-07-09")).toMatchObject([{ key, daysLate: 5, isNew: false }]);
    const events = (await getPlan(tenant, planId, DAY))?.events.filter(({ kind }) => kind === "escalated");
    expect(events).toMatchObject([{ note: "wardAnswerLate:2026-07-04:agreement", actorRole: "system" }]);
  });
});
