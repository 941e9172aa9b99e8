/** What happens that somebody should hear of: facts with ids, codes and counts. No names, and no person's figures. */
import { z } from "zod";

import type { Day } from "../../lib/calendar";
import { RULE_KEYS, type RuleKey } from "../flag/finding";
import { QUALIFICATION_KINDS, type QualificationKind, type Severity } from "../workforce/vocabulary";

/** Each kind of notification; the part before the dot is its topic. `group.*` is what a ward hears of flags. */
export const NOTIFICATION_KINDS = [
  "flag.raised",
  "flag.severity",
  "flag.due",
  "flag.resolved",
  "flag.acknowledged",
  "flag.agreed",
  "flag.comment",
  "group.raised",
  "group.severity",
  "group.due",
  "group.resolved",
  "plan.proposed",
  "plan.returned",
  "plan.agreed",
  "plan.answered",
  "plan.comment",
  "plan.closed",
  "plan.withdrawn",
  "plan.contractorLate",
  "plan.wardLate",
  "plan.measureDue",
  "plan.reviewDue",
  "request.escalated",
  "survey.opened",
  "survey.closed",
  "training.approved",
  "training.rejected",
  "qualification.verified",
  "qualification.sentBack",
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];
type Kind<Topic extends string> = NotificationKind & `${Topic}.${string}`;

export const TOPICS = ["flag", "plan", "request", "survey", "training", "qualification"] as const;
export type Topic = (typeof TOPICS)[number];

/** What a kind is about. */
export function topicOf(kind: NotificationKind): Topic {
  const word = kind.split(".")[0];
  return word === "group" ? "flag" : (TOPICS.find((topic) => topic === word) ?? "flag");
}

/** One flag, of a worker or of an office or contract. */
export type FlagHappening = {
  kind: Kind<"flag">;
  flagId: string;
  rule: RuleKey;
  severity: Severity;
  /** Null for a flag of an office or a contract. */
  staffId: string | null;
  staffCode: string | null;
  officeCode: string | null;
  /** Tells one comment, resolution or due day from the next. */
  stamp?: string;
};

/** A ward's flag: a rule in a group of workers, or in an office or contract. */
export type GroupHappening = {
  kind: Kind<"group">;
  rule: RuleKey;
  severity: Severity;
  /** Codes; none where the whole contract is meant. */
  offices: string[];
  /** How many workers are flagged of how many; null for a rule about the office or contract itself. */
  count: number | null;
  of: number | null;
};

/** A step of an improvement plan, or one of its clocks. */
export type PlanHappening = {
  kind: Kind<"plan">;
  planId: string;
  rule: RuleKey;
  /** Codes; none where the whole contract is meant. */
  offices: string[];
  /** Whose measure is due; for `plan.measureDue`. */
  owner?: "manager" | "supervisor" | "contractor" | "ward";
  /** Who wrote; for `plan.comment`. */
  by?: "contractor" | "ward";
  due?: Day;
  /** Names this step of this plan, or this clock, once and for all. */
  stamp: string;
};

/** An urgent request for supervision that nobody has answered in time. */
export type RequestHappening = { kind: Kind<"request">; requestId: string; staffId: string; staffCode: string };

/** Only that a survey is open or closed: never who answered. */
export type SurveyHappening = {
  kind: Kind<"survey">;
  campaignId: string;
  closesOn: Day | null;
  /** Those who may answer; for `survey.opened`. */
  eligible: string[] | null;
};

/** A manager's word on a worker's record. */
export type DecisionHappening = {
  kind: Kind<"training"> | Kind<"qualification">;
  recordId: string;
  staffId: string;
  version: number;
  qualification?: QualificationKind;
};

export type Happening =
  FlagHappening | GroupHappening | PlanHappening | RequestHappening | SurveyHappening | DecisionHappening;

/** What a notification keeps to say what it is about. */
export const paramsSchema = z
  .object({
    rule: z.enum(RULE_KEYS),
    staff: z.string(),
    offices: z.array(z.string()),
    contract: z.string(),
    count: z.number(),
    of: z.number(),
    due: z.string(),
    qualification: z.enum(QUALIFICATION_KINDS),
  })
  .partial();
export type Params = z.output<typeof paramsSchema>;
