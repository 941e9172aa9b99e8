/** What of a plan is overdue on a day, as facts that stay the same however often they are looked at. */
import { daysBetween, type Day } from "../../lib/calendar";
import { clocks } from "./clocks";
import type { Escalation } from "./events";
import type { Plan } from "./plan";

/** The part of an event's key that its plan's history keeps. */
export function markOf(kind: Escalation["kind"], dueOn: Day, of?: string): string {
  return [kind, dueOn, ...(of ? [of] : [])].join(":");
}

/** Which kind of event a mark in a history is of. */
export function kindOfMark(mark: string | null): string | null {
  return mark?.split(":")[0] ?? null;
}

/** A late answer of either side, measures past their day, a review that is due. */
export function overdueOf(plan: Plan, day: Day): (Escalation & { mark: string })[] {
  const { planId, contractId, rule, officeIds } = plan;
  const of = { planId, contractId, rule, officeIds };
  const since = (kind: Escalation["kind"], dueOn: Day, part?: string) => {
    const mark = markOf(kind, dueOn, part);
    return { ...of, mark, key: `${planId}:${mark}`, dueOn, daysLate: daysBetween(dueOn, day) };
  };
  const { contractor, ward } = clocks({ kind: "plan", ...plan }, day);
  const found: (Escalation & { mark: string })[] = [];
  if (plan.status === "returned" && contractor.state === "late")
    found.push({ kind: "planAnswerLate", ...since("planAnswerLate", contractor.dueOn) });
  if (ward.state === "late") {
    const asks = plan.status === "proposed" ? "agreement" : "request";
    found.push({ kind: "wardAnswerLate", asks, ...since("wardAnswerLate", ward.dueOn, asks) });
  }
  if (plan.status !== "agreed") return found;
  for (const { measureId, owner, dueOn, doneOn } of plan.measures)
    if (doneOn === null && dueOn < day)
      found.push({ kind: "measureLate", measureId, owner, ...since("measureLate", dueOn, measureId) });
  if (plan.reviewOn <= day) found.push({ kind: "reviewDue", ...since("reviewDue", plan.reviewOn) });
  return found;
}
