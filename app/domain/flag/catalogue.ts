/** The rules of 注意喚起 (flags), in the order in which they are listed: the one place that knows them all. */
import { BURNOUT_VERSION, burnoutConditions } from "../burnout/rules";
import { ACTIVE_VERSION, CAP_VERSION, overloadActive, overloadCap } from "../overload/rules";
import { QUALIFICATION_EXPIRY_VERSION, qualificationExpiry } from "../qualification/flag-rules";
import { SURVEY_VERSION } from "../survey/flag-rules";
import { SUPERVISION_DUE_VERSION, supervisionDue } from "../supervision/flag-rules";
import { TRAINING_PACE_VERSION, trainingPace } from "../training/flag-rules";
import { RULE_KEYS, type RuleKey, type WorkerRule } from "./finding";

/** The records that a rule's figures are counted from. */
export type RecordKind = "cases" | "sessions" | "training" | "qualifications" | "overtime" | "incidents";

export type CatalogueEntry = {
  key: RuleKey;
  version: number;
  /** The key under which the texts of a language explain the rule. */
  explain: "cap" | "active" | "supervision" | "training" | "qualification" | "burnout" | "survey";
  records: readonly RecordKind[];
} & Subject;

/** Whom a rule is about: each worker by itself, or offices and contracts (see evaluate.ts). */
type Subject = { level: "worker"; rule: WorkerRule } | { level: "group" };
type Worker = { version: number; explain: CatalogueEntry["explain"]; records: readonly RecordKind[]; rule: WorkerRule };

const WORKER_RULES: Record<Exclude<RuleKey, "burnout.survey">, Worker> = {
  "overload.cap": { version: CAP_VERSION, explain: "cap", records: ["cases"], rule: overloadCap },
  "overload.active": { version: ACTIVE_VERSION, explain: "active", records: ["cases"], rule: overloadActive },
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

/** All rules with version, level and explanation. */
export const CATALOGUE: readonly CatalogueEntry[] = RULE_KEYS.map(entryOf);

/** A rule's entry. */
export function entryOf(key: RuleKey): CatalogueEntry {
  if (key === "burnout.survey") return { key, level: "group", version: SURVEY_VERSION, explain: "survey", records: [] };
  return { key, level: "worker", ...WORKER_RULES[key] };
}
