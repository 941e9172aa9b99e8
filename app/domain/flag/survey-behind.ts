import type { Figures } from "./finding";

type Entry = { kind: string; figures: Figures | null };

/** The survey on which a flag was first raised and the one before it, or null where it rests on none. */
export function surveyBehind(
  flag: { figures: Figures },
  history: readonly Entry[],
): { surveyId: string; beforeSurveyId: string | null } | null {
  const raised = history.find(({ kind }) => kind === "raised" || kind === "reopened");
  const { surveyId, beforeSurveyId } = raised?.figures ?? flag.figures;
  if (typeof surveyId !== "string") return null;
  return { surveyId, beforeSurveyId: typeof beforeSurveyId === "string" ? beforeSurveyId : null };
}
