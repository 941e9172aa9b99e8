/** What happens to flags and plans that others may want to hear of: facts with ids and days, no names, no sentences. */
import type { Day } from "../../lib/calendar";
import type { RuleKey } from "../flag/finding";
import type { Severity } from "../workforce/vocabulary";
import type { MeasureOwner } from "./plan";

/** `officeIds`: the published group, empty for the whole contract. */
type OfPlan = { planId: string; contractId: string; rule: RuleKey; officeIds: string[] };
/** `key` names the event once and for all: the same event, looked at again, has the same one. */
type Overdue = { key: string; dueOn: Day; daysLate: number };

/** The contractor has not answered a flag with a plan. The ward hears of it by group only: staffId and flagId are the contractor's. */
export type FlagAnswerLate = Overdue & {
  kind: "flagAnswerLate";
  contractId: string;
  flagId: string;
  rule: RuleKey;
  severity: Severity;
  staffId: string | null;
  officeIds: string[];
};
export type Escalation =
  | FlagAnswerLate
  /** A plan sent back has not been proposed again. */
  | (Overdue & OfPlan & { kind: "planAnswerLate" })
  /** The ward has not answered a proposal, or what it is asked for. */
  | (Overdue & OfPlan & { kind: "wardAnswerLate"; asks: "agreement" | "request" })
  | (Overdue & OfPlan & { kind: "measureLate"; measureId: string; owner: MeasureOwner })
  | (Overdue & OfPlan & { kind: "reviewDue" });

/** What people did with a plan. */
export type PlanChange = OfPlan & {
  key: string;
  kind:
    | "planProposed"
    | "planReturned"
    | "planAgreed"
    | "requestAnswered"
    | "planCommented"
    | "planClosed"
    | "planWithdrawn";
  on: Day;
  by: "contractor" | "ward";
  /** The last day for the other side's answer, where it has one. */
  dueOn: Day | null;
};

export type ImprovementEvent = Escalation | PlanChange;
export type ImprovementEventKind = ImprovementEvent["kind"];

export const ESCALATIONS = [
  "flagAnswerLate",
  "planAnswerLate",
  "wardAnswerLate",
  "measureLate",
  "reviewDue",
] as const satisfies readonly Escalation["kind"][];
export const PLAN_CHANGES = [
  "planProposed",
  "planReturned",
  "planAgreed",
  "requestAnswered",
  "planCommented",
  "planClosed",
  "planWithdrawn",
] as const satisfies readonly PlanChange["kind"][];
