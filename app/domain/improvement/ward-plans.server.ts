/** Plans as the ward reads them: what has been put before it, by contract and group; no flag and nobody's name is in them. */
import { asFacts, asWard, Prisma, type WardView } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";
import { pageOf } from "~/lib/page";

import { openFlagsOn } from "../flag/reading.server";
import type { RuleKey } from "../flag/finding";
import type { Clock } from "./clocks";
import { clocks } from "./clocks";
import type { Plan, PlanEvent } from "./plan";
import type { PlanQuery } from "./plan-query";
import { readPlanEvents, readPlans, thePlan, type OwnPlan } from "./reading.server";
import { OPEN_TO_WARD } from "./rules";
import { byAttention, urgency, type Attention } from "./urgency";
import { placeOf } from "./writing.server";

export type WardPlan = Plan & { attention: Attention[] };

/** A page of the plans put before a ward, those that need it first. */
export async function listWardPlans(
  view: WardView,
  query: PlanQuery,
  day: Day,
  pageSize?: number,
): Promise<{ rows: WardPlan[]; total: number; page: number; pages: number }> {
  const plans = await readWardPlans(
    view,
    Prisma.sql`(${query.status}::text IS NULL OR p.status = ${query.status})
      AND (${query.contract}::uuid IS NULL OR p.contract_id = ${query.contract}::uuid)`,
  );
  return pageOf(byAttention(plans, "ward", day), query.page, pageSize);
}

/** What of the plans needs the ward, the most urgent first, each with its plan. */
export async function listWardPlanAttention(
  view: WardView,
  day: Day,
): Promise<{ attention: Attention; plan: WardPlan }[]> {
  const plans = await readWardPlans(view, Prisma.sql`p.status = ANY (${[...OPEN_TO_WARD]}::text[])`);
  return byAttention(plans, "ward", day)
    .flatMap((plan) => plan.attention.map((attention) => ({ attention, plan })))
    .sort((a, b) => urgency(a.attention, b.attention));
}

/** One plan with its history, or null where none of that id has been put before the ward. */
export function getWardPlan(
  view: WardView,
  contractId: string,
  planId: string,
  day: Day,
): Promise<{ plan: WardPlan; events: PlanEvent[] } | null> {
  return asWard(view, async (tx) => {
    const plans = (await readPlans(tx, thePlan(placeOf(view, contractId), planId))).map(shown);
    const [plan] = byAttention(plans, "ward", day);
    return plan ? { plan, events: await readPlanEvents(tx, contractId, planId) } : null;
  });
}

/** The plans of a rule that are about any office of a group, the latest first; of the whole contract where it has no office. */
export async function listGroupPlans(
  view: WardView,
  at: { contractId: string; rule: RuleKey; officeCodes: readonly string[]; isWhole: boolean },
  day: Day,
): Promise<WardPlan[]> {
  const { contractId, rule, officeCodes, isWhole } = at;
  const plans = await readWardPlans(view, Prisma.sql`p.contract_id = ${contractId}::uuid AND p.rule = ${rule}`);
  const own = plans.filter(
    ({ offices, officeIds }) =>
      isWhole || officeIds.length === 0 || offices.some(({ officeCode }) => officeCodes.includes(officeCode)),
  );
  return byAttention(own, "ward", day);
}

/** The contractor's clock for each rule and office with open flags: the earliest last day among those that no proposed plan answers. */
export async function listAnswerDays(
  view: WardView,
  contractId: string,
  day: Day,
): Promise<{ rule: RuleKey; officeCode: string | null; isOfWorkers: boolean; dueOn: Day | null }[]> {
  return asFacts(
    view,
    (tx) => tx.$queryRaw`
      SELECT f.rule, o.office_code AS "officeCode", f.staff_id IS NOT NULL AS "isOfWorkers", min(f.due_on) FILTER (WHERE NOT EXISTS (
          SELECT 1 FROM plan_flag l JOIN improvement_plan p ON p.ward_id = l.ward_id AND p.contract_id = l.contract_id AND p.id = l.plan_id
          WHERE l.ward_id = f.ward_id AND l.contract_id = f.contract_id AND l.flag_id = f.id AND p.status IN ('proposed', 'agreed')))::text AS "dueOn"
      FROM (SELECT f.* FROM ${openFlagsOn({ wardId: view.wardId, contractId }, day)}) f
        LEFT JOIN staff s ON s.ward_id = f.ward_id AND s.contract_id = f.contract_id AND s.id = f.staff_id
        LEFT JOIN office o ON o.ward_id = f.ward_id AND o.contract_id = f.contract_id
          AND o.id = CASE WHEN f.staff_id IS NULL THEN f.office_id ELSE s.office_id END
      GROUP BY 1, 2, 3`,
  );
}

type AnswerDay = Awaited<ReturnType<typeof listAnswerDays>>[number];

/** The contractor's clock for one rule and group: off where every open flag has its proposed plan. */
export function groupClock(
  days: readonly AnswerDay[],
  at: { rule: RuleKey; officeCodes: readonly string[]; scope: "office" | "pooled" | "contract" },
  day: Day,
): Clock {
  const dueOn = days
    .filter(({ rule }) => rule === at.rule)
    .filter(({ officeCode, isOfWorkers }) =>
      at.scope === "contract" ? isOfWorkers || officeCode === null : isIn(at, officeCode, isOfWorkers),
    )
    .flatMap((one) => one.dueOn ?? [])
    .sort()[0];
  return clocks({ kind: "flag", dueOn: dueOn ?? null, resolvedOn: null, proposedOn: null }, day).contractor;
}

function isIn(at: { officeCodes: readonly string[]; scope: string }, code: string | null, isOfWorkers: boolean) {
  if (code !== null) return at.officeCodes.includes(code);
  return isOfWorkers && (at.scope === "pooled" || at.officeCodes.length === 0);
}

async function readWardPlans(view: WardView, where: Prisma.Sql): Promise<Plan[]> {
  const plans = await asWard(view, (tx) =>
    readPlans(tx, Prisma.sql`p.ward_id = ${view.wardId}::uuid AND p.proposed_on IS NOT NULL AND ${where}`),
  );
  return plans.map(shown);
}

/** A plan without the contractor's what-if. */
function shown({ scenarioId: _, ...plan }: OwnPlan): Plan {
  return plan;
}
