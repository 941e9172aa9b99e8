/**
 * The two clocks of a flag and of its plan: the contractor answers a flag with a proposed plan, the ward answers the proposal and
 * what it is asked for. A last day belongs to its answer: from the day after it on, an answer is late. Each side sees both.
 */
import { addDays, daysBetween, type Day } from "../../lib/calendar";
import { ANSWER_DAYS } from "../flag/episodes";
import type { Plan } from "./plan";

/** One side's clock. `days` = until the last day where it waits, past it where it is or was late. */
export type Clock =
  | { state: "off" }
  | { state: "waiting"; dueOn: Day; days: number }
  | { state: "late"; dueOn: Day; days: number }
  | { state: "answered"; dueOn: Day | null; answeredOn: Day; days: number };

export type Clocks = { contractor: Clock; ward: Clock };

export type TimedFlag = { kind: "flag"; dueOn: Day | null; resolvedOn: Day | null; proposedOn: Day | null };
export type TimedPlan = { kind: "plan" } & Pick<
  Plan,
  "status" | "dueOn" | "proposedOn" | "wardRequest" | "wardDueOn" | "wardAnsweredOn" | "agreedOn"
>;

/** Both sides' clocks as of a day. A flag has the contractor's alone; the ward's begins with the proposal. */
export function clocks(subject: TimedFlag | TimedPlan, day: Day): Clocks {
  if (subject.kind === "plan") return { contractor: contractorsClock(subject, day), ward: wardsClock(subject, day) };
  const { dueOn, resolvedOn, proposedOn } = subject;
  const isOver = dueOn === null || (resolvedOn !== null && resolvedOn <= day && proposedOn === null);
  return { contractor: isOver ? OFF : running(dueOn, proposedOn, day), ward: OFF };
}

/** The last day for the ward's answer: the one asked for, or 14 days after the proposal. */
export function wardDueOn(plan: Pick<TimedPlan, "wardDueOn" | "proposedOn">): Day | null {
  return plan.wardDueOn ?? (plan.proposedOn && addDays(plan.proposedOn, ANSWER_DAYS));
}

const OFF: Clock = { state: "off" };

function contractorsClock(plan: TimedPlan, day: Day): Clock {
  if (plan.status === "withdrawn") return OFF;
  return running(plan.dueOn, plan.status === "draft" || plan.status === "returned" ? null : plan.proposedOn, day);
}

function wardsClock(plan: TimedPlan, day: Day): Clock {
  const dueOn = wardDueOn(plan);
  if (dueOn === null || plan.status === "draft" || plan.status === "returned" || plan.status === "withdrawn")
    return OFF;
  const isAsked = plan.wardRequest !== null;
  if (plan.status === "done" && isAsked && plan.wardAnsweredOn === null) return OFF;
  const given = isAsked ? [plan.agreedOn, plan.wardAnsweredOn] : [plan.agreedOn];
  const isAnswered = given.every((one) => one !== null);
  return running(
    dueOn,
    isAnswered
      ? (given
          .flatMap((one) => one ?? [])
          .sort()
          .at(-1) ?? null)
      : null,
    day,
  );
}

function running(dueOn: Day, answeredOn: Day | null, day: Day): Clock {
  if (answeredOn !== null)
    return { state: "answered", dueOn, answeredOn, days: Math.max(0, daysBetween(dueOn, answeredOn)) };
  if (day <= dueOn) return { state: "waiting", dueOn, days: daysBetween(day, dueOn) };
  return { state: "late", dueOn, days: daysBetween(dueOn, day) };
}
