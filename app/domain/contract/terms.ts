/**
 * What a contract agrees with its contractor (仕様書), and what holds where it is silent. The defaults are those of
 * 支援策③ in the policy document (50 cases a year, 20 hours of training, two dedicated outreach workers, 60 % with one
 * of the national qualifications) and 40 weekly hours for full time (Labour Standards Act, article 32). The document
 * calls its own figures unverified: they are targets to agree on, not findings.
 */
import { DEFAULT_THRESHOLDS } from "../flag/thresholds";
import type { Terms } from "../workforce/facts";
import { QUALIFICATION_KINDS, type QualificationKind } from "../workforce/vocabulary";

/** The terms of a contract without a specification. */
export const DEFAULT_TERMS: Terms = {
  cap: 50,
  fullTimeHours: 40,
  trainingTargetHours: 20,
  recognisedQualifications: QUALIFICATION_KINDS.filter((kind) => kind !== "other"),
  payFloorJpy: null,
  requiredFte: null,
  requiredOutreachWorkers: 2,
  targets: {},
  thresholds: DEFAULT_THRESHOLDS,
  returnDueDay: null,
};

/** A stored specification version; an empty list of qualifications means the default list. */
export type SpecificationRow = Omit<Terms, "recognisedQualifications" | "thresholds" | "returnDueDay"> & {
  recognisedQualifications: readonly string[];
};

/** The terms a specification sets, or the defaults where there is none. */
export function termsFrom(specification: SpecificationRow | null): Terms {
  if (specification === null) return DEFAULT_TERMS;
  const own = specification.recognisedQualifications.filter(isKind);
  return {
    ...DEFAULT_TERMS,
    ...specification,
    recognisedQualifications: own.length > 0 ? own : DEFAULT_TERMS.recognisedQualifications,
  };
}

function isKind(text: string): text is QualificationKind {
  return (QUALIFICATION_KINDS as readonly string[]).includes(text);
}
