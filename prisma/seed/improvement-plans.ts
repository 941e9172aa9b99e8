/** The demo's improvement plans, made as people make them: one agreed on, and one that waits for the ward. */
import { tenantOf, wardViewOf, type Tenant } from "../../app/db/scope.server";
import { listFlags } from "../../app/domain/flag/repository.server";
import { createPlan } from "../../app/domain/improvement/contractor-plan.server";
import { newPlanGroups, type NewPlanGroup } from "../../app/domain/improvement/plans.server";
import type { PlanEntry } from "../../app/domain/improvement/schema";
import { takeWardStep } from "../../app/domain/improvement/ward-plan.server";
import { addDays, instantAt, type Day } from "../../app/lib/calendar";
import { stream } from "./random";
import type { DemoRows } from "./rows";
import { demoUserId } from "./sign-ins";

const PROPOSED_DAYS_AGO = 9;
const AGREED_DAYS_AGO = 4;
/** Everything but the office in trouble, which waits for whoever tries the demo. */
const UNANSWERED_OFFICE = "SJ1-A";
const RULES = ["training.pace", "supervision.due", "burnout.conditions", "overload.cap"] as const;
type Words = Pick<PlanEntry, "cause" | "wardRequest"> & { measures: Omit<PlanEntry["measures"][number], "dueOn">[] };

const AGREED: Words = {
  cause: "少人数の事業所で窓口を空けられず、研修やスーパービジョンの時間を取りにくくなっています。",
  wardRequest: null,
  measures: [
    { measureId: null, kind: "working_time", text: "毎月第2水曜日の午後を、研修と面談の時間にする", owner: "manager" },
    { measureId: null, kind: "training", text: "オンラインで受けられる研修を年間計画に加える", owner: "contractor" },
  ],
};
const WAITING: Words = {
  cause: "契約で見込んだ件数を超える新規の相談が続き、支援員の時間が足りなくなっています。",
  wardRequest: "見込みを超えた相談に応じるため、非常勤1人分の増額をご検討ください。",
  measures: [
    { measureId: null, kind: "redistribute", text: "新しい相談の受付を事業所の間で分け合う", owner: "manager" },
    { measureId: null, kind: "hire", text: "非常勤の支援員を1人募集する", owner: "contractor" },
  ],
};

/** Answers some flags of two contracts of the first ward, as of the days before today. */
export async function addImprovementPlans(rows: DemoRows, today: Day): Promise<void> {
  const userId = demoUserId("ward.shinjuku@demo.example");
  const [agreedOn, proposedOn] = [addDays(today, -AGREED_DAYS_AGO), addDays(today, -PROPOSED_DAYS_AGO)];
  const first = await propose(tenantIn(rows, "SJ-1", demoUserId("manager.sj1@demo.example")), AGREED, proposedOn);
  await propose(tenantIn(rows, "SJ-2", null), WAITING, proposedOn);
  if (!first) return;
  const by = { name: "大久保 瑞穂", role: "ward" as const, at: instantAt(agreedOn, "14:00") };
  const { wardId, contractId } = first.tenant;
  const place = { contractId, planId: first.planId };
  const agreed = await takeWardStep(wardViewOf(wardId, userId), place, { intent: "agree", version: 2 }, by);
  if (!agreed.ok) throw new Error(`The demo's plan is not agreed on: ${agreed.reason}`);
}

function tenantIn(rows: DemoRows, code: string, userId: string | null): Tenant {
  const contract = rows.contract.find((one) => one.code === code);
  return tenantOf(String(contract?.ward_id), String(contract?.id), userId);
}

async function propose(tenant: Tenant, words: Words, day: Day): Promise<{ tenant: Tenant; planId: string } | null> {
  const { flags } = await listFlags(tenant, { pageSize: 1000 });
  const before = flags.filter(({ raisedOn, dueOn }) => raisedOn <= day && (dueOn ?? day) >= day);
  const ids = (before.length > 0 ? before : flags.filter(({ raisedOn }) => raisedOn <= day)).map((flag) => flag.flagId);
  const { groups } = await newPlanGroups(tenant, ids, null, day);
  const group = RULES.map((rule) => groups.find((one) => one.rule === rule && isFree(one))).find(Boolean);
  if (!group) return null;
  const entry: PlanEntry = {
    ...{ formRef: stream(`plan ${words.cause}`).uuid(), version: 0, isProposed: true, scenarioId: null },
    ...{ flags: group.flags.map((flag) => flag.flagId), cause: words.cause, reviewOn: addDays(day, 90) },
    ...{ wardRequest: words.wardRequest, wardDueOn: null },
    measures: words.measures.map((measure, index) => ({ ...measure, dueOn: addDays(day, 30 * (index + 1)) })),
  };
  const by = { name: "管理者", role: "manager" as const, at: instantAt(day, "10:00") };
  const made = await createPlan(tenant, entry, by);
  if (!made.ok) throw new Error(`The demo's plan is not made: ${made.reason}`);
  return { tenant, planId: made.planId };
}

function isFree({ offices }: NewPlanGroup): boolean {
  return offices.length > 0 && !offices.some(({ officeCode }) => officeCode === UNANSWERED_OFFICE);
}
