/** What a specification asks of supervision, and what a worker still lacks of it, in words. */
import type { TFunction } from "i18next";

import type { Requirement } from "../domain/contract/requirement";
import type { ClauseDifference } from "../domain/contract/specification";
import type { Judgement, Missing } from "../domain/supervision/requirement";
import type { QualificationKind } from "../domain/workforce/vocabulary";
import { decimal } from "./format";
import type { Locale } from "./resources";
import { differingThresholds, returnDueText } from "./threshold-text";

/** The requirement: "at least 6 individual sessions a year (60 minutes or more each), or …". */
export function requirementText(t: TFunction, requirement: Requirement): string {
  const { sessionsPerYear, minMinutes, individualShare, externalNeeded, alternatives } = requirement;
  const minutes = (least: number) => (least > 0 ? [t("requirement.clause.minutes", { minutes: least })] : []);
  const external = externalNeeded > 0 ? [t("requirement.clause.external", { count: externalNeeded })] : [];
  if (alternatives)
    return alternatives
      .map((way) =>
        withDetails(t, t(`requirement.clause.${way.kind}Way`, { count: way.sessions }), [
          ...minutes(way.minMinutes),
          ...external,
        ]),
      )
      .join(t("requirement.clause.or"));
  const share = individualShare
    ? [t("requirement.clause.individual", { percent: Math.round(individualShare * 100) })]
    : [];
  const details = [...minutes(minMinutes), ...share, ...external];
  return withDetails(t, t("requirement.clause.sessions", { count: sessionsPerYear }), details);
}

/** What must still be arranged: "2 more individual sessions (60 minutes or more each)". */
export function missingText(t: TFunction, missing: Missing): string {
  const { kind, sessions, minMinutes, individual, external } = missing;
  return withDetails(t, t(`requirement.missing.${kind ?? "any"}`, { count: sessions }), [
    ...(minMinutes > 0 ? [t("requirement.clause.minutes", { minutes: minMinutes })] : []),
    ...(individual > 0 ? [t("requirement.missing.ofIndividual", { count: individual })] : []),
    ...(external > 0 ? [t("requirement.missing.ofExternal", { count: external })] : []),
  ]);
}

/** The judgement as one word; after the year's end what is short stays short. */
export function judgementWord(t: TFunction, state: Judgement["state"], hasEnded: boolean): string {
  return t(`requirement.state.${state === "short" && hasEnded ? "ended" : state}`);
}

/** One differing clause: its name, and both values in words. */
export function differenceText(
  t: TFunction,
  locale: Locale,
  difference: ClauseDifference,
): { name: string; before: string; after: string } {
  const name = t(`requirement.specification.clause.${difference.key}`);
  return { name, before: valueText(t, locale, difference, "before"), after: valueText(t, locale, difference, "after") };
}

function valueText(t: TFunction, locale: Locale, difference: ClauseDifference, side: "before" | "after"): string {
  switch (difference.key) {
    case "requirement":
      return requirementText(t, difference[side]);
    case "trainingApproval":
    case "surveyFreeText":
      return t(difference[side] ? "requirement.specification.on" : "requirement.specification.off");
    case "recognisedQualifications":
      return (
        difference[side].map((kind) => t(`glossary.qualification.${kind as QualificationKind}`)).join("、") ||
        t("requirement.specification.unset")
      );
    case "thresholds": {
      const [before, after] = differingThresholds(t, locale, [difference.before, difference.after]);
      return side === "before" ? before : after;
    }
    case "returnDueDay":
      return returnDueText(t, difference[side]);
    default: {
      const value = difference[side];
      return value === null ? t("requirement.specification.unset") : decimal(value, locale, 2);
    }
  }
}

function withDetails(t: TFunction, clause: string, details: readonly string[]): string {
  if (details.length === 0) return clause;
  return t("requirement.clause.withDetails", { clause, details: details.join(t("requirement.clause.and")) });
}
