/** The rules of 注意喚起 (flags), in the order in which they are listed: the one place that knows them all. */
import type { Day } from "../../lib/calendar";
import { BURNOUT_VERSION, burnoutConditions } from "../burnout/rules";
import { OVERTIME_VERSION, overloadOvertime } from "../overload/overtime";
import { ACTIVE_VERSION, CAP_VERSION, overloadActive, overloadCap } from "../overload/rules";
import { PAY_VERSION } from "../pay/flag-rules";
import { QUALIFICATION_EXPIRY_VERSION, qualificationExpiry } from "../qualification/flag-rules";
import { EXITS_VERSION } from "../retention/flag-rules";
import { RETURN_VERSION } from "../returns/flag-rules";
import { STAFFING_VERSION } from "../staffing/flag-rules";
import { SURVEY_VERSION } from "../survey/flag-rules";
import { SUPERVISION_DUE_VERSION, supervisionDue } from "../supervision/flag-rules";
import { TRAINING_PACE_VERSION, trainingPace } from "../training/flag-rules";
import type { Terms, WorkerFacts } from "../workforce/facts";
import { isGroupRule, RULE_KEYS, type Finding, type GroupRuleKey, type RuleKey, type WorkerRuleKey } from "./finding";

/** A rule about one worker: what it finds on a day, or null. It is asked about employed support staff only. */
export type WorkerRule = (worker: WorkerFacts, terms: Terms, day: Day) => Finding | null;

/** The records that a rule's figures are counted from. */
export type RecordKind = WorkerRecordKind | GroupRecordKind;
export type WorkerRecordKind = "cases" | "sessions" | "training" | "qualifications" | "overtime" | "incidents";
export type GroupRecordKind = "leavers" | "posts" | "pay" | "filings";

type Explanation =
  | ("cap" | "active" | "overtime" | "supervision" | "training" | "qualification" | "burnout")
  | ("survey" | "exits" | "staffing" | "pay" | "late");

export type CatalogueEntry = {
  key: RuleKey;
  version: number;
  /** The key under which the texts of a language explain the rule. */
  explain: Explanation;
  records: readonly RecordKind[];
} & Subject;

/** Whom a rule is about: each worker by itself, or offices and contracts (see evaluate.ts). */
type Subject = { level: "worker"; rule: WorkerRule } | { level: "group" };
type Worker = { version: number; explain: CatalogueEntry["explain"]; records: readonly RecordKind[]; rule: WorkerRule };

const WORKER_RULES: Record<WorkerRuleKey, Worker> = {
  "overload.cap": { version: CAP_VERSION, explain: "cap", records: ["cases"], rule: overloadCap },
  "overload.active": { version: ACTIVE_VERSION, explain: "active", records: ["cases"], rule: overloadActive },
  "overload.overtime": {
    ...{ version: OVERTIME_VERSION, explain: "overtime", rule: overloadOvertime },
    records: ["overtime"],
  },
  "supervision.due": {
    version: SUPERVISION_DUE_VERSION,
    explain: "supervision",
    records: ["sessions"],
    rule: supervisionDue,
  },
  "training.pace": { version: TRAINING_PACE_VERSION, explain: "training", records: ["training"], rule: trainingPace },
  "qualification.expiry": {
    ...{ version: QUALIFICATION_EXPIRY_VERSION, explain: "qualification", records: ["qualifications"] },
    rule: qualificationExpiry,
  },
  "burnout.conditions": {
    ...{ version: BURNOUT_VERSION, explain: "burnout", rule: burnoutConditions },
    records: ["cases", "sessions", "overtime", "incidents"],
  },
};

const GROUP_ENTRIES: Record<GroupRuleKey, Omit<Worker, "rule">> = {
  "burnout.survey": { version: SURVEY_VERSION, explain: "survey", records: [] },
  "retention.exits": { version: EXITS_VERSION, explain: "exits", records: ["leavers"] },
  "staffing.below": { version: STAFFING_VERSION, explain: "staffing", records: ["posts"] },
  "pay.below": { version: PAY_VERSION, explain: "pay", records: ["pay"] },
  "return.late": { version: RETURN_VERSION, explain: "late", records: ["filings"] },
};

/** All rules with version, level and explanation. */
export const CATALOGUE: readonly CatalogueEntry[] = RULE_KEYS.map(entryOf);

/** A rule's entry. */
export function entryOf(key: RuleKey): CatalogueEntry {
  if (isGroupRule(key)) return { key, level: "group", ...GROUP_ENTRIES[key] };
  return { key, level: "worker", ...WORKER_RULES[key] };
}
