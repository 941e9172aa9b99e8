/**
 * An improvement plan (改善計画): what a contractor will do about flags of one rule in one published group. Its words name
 * nobody, because the ward reads them; its measures have a role as their owner, never a person.
 */
import type { Day } from "../../lib/calendar";
import type { RuleKey } from "../flag/finding";
import type { Severity } from "../workforce/vocabulary";

export const PLAN_STATUSES = ["draft", "proposed", "returned", "agreed", "done", "withdrawn"] as const;
export type PlanStatus = (typeof PLAN_STATUSES)[number];

export const MEASURE_KINDS = [
  "hire",
  "redistribute",
  "supervision",
  "training",
  "working_time",
  "pay",
  "process",
  "other",
] as const;
export type MeasureKind = (typeof MEASURE_KINDS)[number];

export const MEASURE_OWNERS = ["manager", "supervisor", "contractor", "ward"] as const;
export type MeasureOwner = (typeof MEASURE_OWNERS)[number];

export const PLAN_EVENTS = [
  "created",
  "changed",
  "proposed",
  "returned",
  "agreed",
  "answered",
  "comment",
  "measure_done",
  "escalated",
  "closed",
  "withdrawn",
] as const;
export type PlanEventKind = (typeof PLAN_EVENTS)[number];

export type Measure = {
  measureId: string;
  kind: MeasureKind;
  text: string;
  owner: MeasureOwner;
  dueOn: Day;
  doneOn: Day | null;
};

export type PlanOffice = { officeCode: string; name: string; nameEn: string | null };

/** A plan without its flags: what both sides read. */
export type Plan = {
  planId: string;
  contractId: string;
  rule: RuleKey;
  /** The published group; empty means the whole contract. */
  officeIds: string[];
  offices: PlanOffice[];
  status: PlanStatus;
  cause: string;
  /** The contractor's last day for its answer. */
  dueOn: Day;
  reviewOn: Day;
  proposedOn: Day | null;
  wardRequest: string | null;
  wardDueOn: Day | null;
  wardAnswer: string | null;
  wardAnsweredOn: Day | null;
  agreedOn: Day | null;
  closedOn: Day | null;
  outcome: string | null;
  version: number;
  measures: Measure[];
};

export type PlanEvent = {
  kind: PlanEventKind;
  note: string | null;
  /** An instant, ISO 8601. */
  at: string;
  actorName: string | null;
  actorRole: string;
};

/** A flag as its plan's page shows it to the contractor. */
export type PlanFlag = {
  flagId: string;
  severity: Severity;
  status: string;
  staffName: string | null;
  staffCode: string | null;
  officeName: string | null;
  officeNameEn: string | null;
  raisedOn: Day;
  resolvedOn: Day | null;
};
