/** What of the plans needs a side first: late answers, then what waits for an answer, then reviews, then measures. */
import { addDays, daysBetween, type Day } from "../../lib/calendar";
import { clocks } from "./clocks";
import type { MeasureOwner, Plan } from "./plan";
import type { Side } from "./rules";

/** Days before its last day from which a measure or a review is shown as due. */
export const NOTICE_DAYS = 7;

const ORDER = ["ownAnswerLate", "otherAnswerLate", "answerDue", "reviewDue", "measureDue"] as const;
export type AttentionKind = (typeof ORDER)[number];

/** `days` past the last day; below zero where it is still to come. */
export type Attention = { kind: AttentionKind; planId: string; dueOn: Day; days: number; measureId?: string };

const OWNERS: Record<Side, readonly MeasureOwner[]> = {
  contractor: ["manager", "supervisor", "contractor"],
  ward: ["ward"],
};

/** What a plan asks of a side on a day, or tells it of the other's lateness; the most urgent first. */
export function attentionOf(plan: Plan, side: Side, day: Day): Attention[] {
  const { contractor, ward } = clocks({ kind: "plan", ...plan }, day);
  const [own, other] = side === "contractor" ? [contractor, ward] : [ward, contractor];
  const found: Attention[] = [];
  const add = (kind: AttentionKind, dueOn: Day, measureId?: string) =>
    found.push({
      kind,
      planId: plan.planId,
      dueOn,
      days: daysBetween(dueOn, day),
      ...(measureId ? { measureId } : {}),
    });
  if (own.state === "late") add("ownAnswerLate", own.dueOn);
  if (other.state === "late") add("otherAnswerLate", other.dueOn);
  if (own.state === "waiting") add("answerDue", own.dueOn);
  if (plan.status === "agreed") {
    const soon = addDays(day, NOTICE_DAYS);
    if (side === "contractor" && plan.reviewOn <= soon) add("reviewDue", plan.reviewOn);
    for (const measure of plan.measures)
      if (measure.doneOn === null && measure.dueOn <= soon && OWNERS[side].includes(measure.owner))
        add("measureDue", measure.dueOn, measure.measureId);
  }
  return found.sort(urgency);
}

/** The most urgent first: by kind, then the one longest overdue, then the plan. */
export function urgency(a: Attention, b: Attention): number {
  return (
    ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
    b.days - a.days ||
    a.planId.localeCompare(b.planId) ||
    (a.measureId ?? "").localeCompare(b.measureId ?? "")
  );
}

const STATUS_ORDER = ["returned", "proposed", "draft", "agreed", "done", "withdrawn"] as const;

/** Plans with what they ask of a side, those that need it first; the rest by status and age. */
export function byAttention<P extends Plan>(
  plans: readonly P[],
  side: Side,
  day: Day,
): (P & { attention: Attention[] })[] {
  return plans
    .map((plan) => ({ ...plan, attention: attentionOf(plan, side, day) }))
    .sort((a, b) => {
      const [first, second] = [a.attention[0], b.attention[0]];
      if (first && second) return urgency(first, second);
      if (first || second) return first ? -1 : 1;
      const status = STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status);
      return status || b.dueOn.localeCompare(a.dueOn) || a.planId.localeCompare(b.planId);
    });
}
