/** Versions of a contract's specification (仕様書) and what differs between them. */
import { fiscalYearStart, dayOfInstant, type Day } from "../../lib/calendar";
import type { StoredThresholds } from "../flag/thresholds";
import { PRESET_REQUIREMENTS, type Requirement } from "./requirement";
import { DEFAULT_TERMS } from "./terms";

/** What a specification version says, beside its targets. */
export type Clauses = {
  requirement: Requirement;
  trainingApproval: boolean;
  /** Whether anonymous surveys may ask for comments. */
  surveyFreeText: boolean;
  cap: number;
  fullTimeHours: number;
  trainingTargetHours: number;
  payFloorJpy: number | null;
  requiredFte: number | null;
  requiredOutreachWorkers: number;
  recognisedQualifications: string[];
  /** The contract's own thresholds of flags, in the order of their keys; the others are the product's. */
  thresholds: StoredThresholds;
  /** The day of the following month on which a monthly return is due; null where none is asked for. */
  returnDueDay: number | null;
};
export type SpecificationVersion = {
  fiscalYear: number;
  version: number;
  /** ISO instant. */
  createdAt: string;
  /** The ward's member of staff who saved it; null for versions that were not made on screen. */
  createdBy: string | null;
  clauses: Clauses;
};

export type ClauseKey = keyof Clauses;
export type ClauseDifference = { [K in ClauseKey]: { key: K; before: Clauses[K]; after: Clauses[K] } }[ClauseKey];

const KEYS: readonly ClauseKey[] = [
  "requirement",
  "trainingApproval",
  "surveyFreeText",
  "cap",
  "fullTimeHours",
  "trainingTargetHours",
  "payFloorJpy",
  "requiredFte",
  "requiredOutreachWorkers",
  "recognisedQualifications",
  "thresholds",
  "returnDueDay",
];

/** The clauses in which two versions differ. */
export function differences(before: Clauses, after: Clauses): ClauseDifference[] {
  return KEYS.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key])).map(
    (key) => ({ key, before: before[key], after: after[key] }) as ClauseDifference,
  );
}

const DEFAULT_CLAUSES: Clauses = {
  ...{ requirement: PRESET_REQUIREMENTS.policy, trainingApproval: false, recognisedQualifications: [] },
  surveyFreeText: false,
  ...{ cap: DEFAULT_TERMS.cap, fullTimeHours: DEFAULT_TERMS.fullTimeHours },
  ...{ trainingTargetHours: DEFAULT_TERMS.trainingTargetHours, payFloorJpy: null, requiredFte: null },
  requiredOutreachWorkers: DEFAULT_TERMS.requiredOutreachWorkers,
  ...{ thresholds: {}, returnDueDay: DEFAULT_TERMS.returnDueDay },
};

/** What holds for a fiscal year, and its version there: 0 where the year has none of its own. */
export function standingIn(
  versions: readonly SpecificationVersion[],
  fiscalYear: number,
): { version: number; clauses: Clauses } {
  const standing = versions.find((one) => one.fiscalYear <= fiscalYear);
  if (!standing) return { version: 0, clauses: DEFAULT_CLAUSES };
  return { version: standing.fiscalYear === fiscalYear ? standing.version : 0, clauses: standing.clauses };
}

/** The first day that flags are judged by a version: the day it was saved in Tokyo, not before its year begins. */
export function holdsFrom({ fiscalYear, createdAt }: Pick<SpecificationVersion, "fiscalYear" | "createdAt">): Day {
  const [start, saved] = [fiscalYearStart(fiscalYear), dayOfInstant(new Date(createdAt))];
  return saved > start ? saved : start;
}
