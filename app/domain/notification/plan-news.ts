/** Steps and clocks of improvement plans as something to tell. */
import type { ImprovementEvent } from "../improvement/events";
import type { PlanHappening } from "./happenings";

/** Late answers to flags are told by the evaluation, which knows the groups that a ward may hear of. */
export type PlanFact = Exclude<ImprovementEvent, { kind: "flagAnswerLate" }>;

const KINDS: Record<PlanFact["kind"], PlanHappening["kind"]> = {
  planProposed: "plan.proposed",
  planReturned: "plan.returned",
  planAgreed: "plan.agreed",
  requestAnswered: "plan.answered",
  planCommented: "plan.comment",
  planClosed: "plan.closed",
  planWithdrawn: "plan.withdrawn",
  planAnswerLate: "plan.contractorLate",
  wardAnswerLate: "plan.wardLate",
  measureLate: "plan.measureDue",
  reviewDue: "plan.reviewDue",
};

/** What is told of a plan. @param codes of offices, by id */
export function planHappening(fact: PlanFact, codes: ReadonlyMap<string, string>): PlanHappening {
  return {
    ...{ kind: KINDS[fact.kind], planId: fact.planId, rule: fact.rule, stamp: fact.key },
    offices: fact.officeIds.flatMap((id) => codes.get(id) ?? []).sort(),
    ...(fact.kind === "measureLate" ? { owner: fact.owner } : {}),
    ...(fact.kind === "planCommented" ? { by: fact.by } : {}),
    ...(fact.dueOn === null ? {} : { due: fact.dueOn }),
  };
}
