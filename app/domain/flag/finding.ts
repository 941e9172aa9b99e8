/**
 * What a rule of 注意喚起 (flags) says of one worker or group on one day: how grave, and the figures with which
 * a person can check it by hand. A finding names no one; whom it is about is kept beside it.
 */
import { SEVERITIES, type Severity } from "../workforce/vocabulary";

export const RULE_KEYS = [
  "overload.cap",
  "overload.active",
  "overload.overtime",
  "supervision.due",
  "training.pace",
  "qualification.expiry",
  "burnout.conditions",
  "burnout.survey",
  "retention.exits",
  "staffing.below",
  "pay.below",
  "return.late",
] as const;
export type RuleKey = (typeof RULE_KEYS)[number];

/** The rules about offices and contracts; the others are about one worker each. */
export const GROUP_RULES = [
  "burnout.survey",
  "retention.exits",
  "staffing.below",
  "pay.below",
  "return.late",
] as const satisfies readonly RuleKey[];
export type GroupRuleKey = (typeof GROUP_RULES)[number];
export type WorkerRuleKey = Exclude<RuleKey, GroupRuleKey>;

/** Whether a rule is about offices and contracts. */
export function isGroupRule(rule: RuleKey): rule is GroupRuleKey {
  return (GROUP_RULES as readonly RuleKey[]).includes(rule);
}

/** The strain factors of burnout.conditions: conditions of work, never health. */
export const STRAIN_FACTORS = [
  "caseload",
  "active_load",
  "no_supervision",
  "overtime",
  "complex_cases",
  "little_leave",
  "first_year",
  "incident",
] as const;
export type StrainFactor = (typeof STRAIN_FACTORS)[number];

/** Flat and readable: counts, limits, days, hours, and the words they belong to. */
export type Figures = Readonly<Record<string, number | string | boolean | null>>;

export type Finding = {
  rule: RuleKey;
  /** Raised by one whenever the rule's meaning changes, so that an old flag still says under which rule it was raised. */
  version: number;
  severity: Severity;
  figures: Figures;
  factors?: readonly StrainFactor[];
};

/** A finding about a worker. */
export type WorkerFinding = Finding & { staffId: string; officeId: string | null };
/** A finding about an office, or about a contract as a whole. */
export type GroupFinding = Finding & { staffId: null; officeId: string | null; contractId: string };
export type SubjectFinding = WorkerFinding | GroupFinding;

export type SubjectKind = "staff" | "office" | "contract";

/** Whom a finding is about. */
export function subjectOf(finding: SubjectFinding): { kind: SubjectKind; id: string } {
  if (finding.staffId !== null) return { kind: "staff", id: finding.staffId };
  if (finding.officeId !== null) return { kind: "office", id: finding.officeId };
  return { kind: "contract", id: finding.contractId };
}

/** 0 for watch, 1 for warning, 2 for critical. */
export function gravity(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

/** The gravest of some severities, or null where there is none. */
export function worst(severities: readonly Severity[]): Severity | null {
  return severities.reduce<Severity | null>((a, b) => (a === null || gravity(b) > gravity(a) ? b : a), null);
}

/** A figure with at most two decimals, as a person would write it down. */
export function figure(value: number): number {
  return Math.round(value * 100) / 100;
}
