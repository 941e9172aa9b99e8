/**
 * The KPI catalogue: every indicator that Sasae follows, once. Screens, jobs, reports and exports read this list; what
 * is not in it is not a KPI. Targets and baselines are those of the policy document's scorecards (支援策①②③). The
 * document calls its figures unverified, so a baseline is shown as "policy document, unverified" and judges nothing.
 */
export type IndicatorKey = (typeof CATALOGUE)[number]["key"];

export type IndicatorDefinition = {
  key: string;
  level: "KGI" | "KSI" | "KPI-outcome" | "KPI-output";
  /** The 支援策 of the policy document that sets it. */
  pillar: 1 | 2 | 3;
  unit: "percent" | "cases" | "hours" | "count" | "perMonth";
  /** The side of the target that is good. */
  direction: "higher" | "lower";
  target: number;
  /** The policy document's own, unverified figure. */
  baseline: number | null;
  /** How months of the monthly return add up to a year; null where it is computed from records. */
  aggregation: "rate" | "sum" | "perMonth" | null;
};

const percent = { unit: "percent", direction: "higher" } as const;
const rate = { ...percent, aggregation: "rate" } as const;
const count = { unit: "count", direction: "higher", aggregation: "sum", baseline: null } as const;
const records = { aggregation: null } as const;

export const CATALOGUE = [
  { key: "retention3y", level: "KGI", pillar: 3, ...percent, ...records, target: 80, baseline: 57.3 },
  {
    key: "caseloadPerWorker",
    level: "KSI",
    pillar: 3,
    unit: "cases",
    direction: "lower",
    ...records,
    target: 50,
    baseline: 72.5,
  },
  { key: "qualifiedShare", level: "KSI", pillar: 3, ...percent, ...records, target: 60, baseline: 36.8 },
  { key: "worthwhileShare", level: "KPI-outcome", pillar: 3, ...percent, ...records, target: 80, baseline: null },
  {
    key: "trainingHours",
    level: "KPI-output",
    pillar: 3,
    unit: "hours",
    direction: "higher",
    ...records,
    target: 20,
    baseline: null,
  },
  { key: "supervisionRate", level: "KPI-output", pillar: 3, ...percent, ...records, target: 100, baseline: null },
  { key: "utilisationRate", level: "KGI", pillar: 1, ...rate, target: 40, baseline: 15.3 },
  { key: "earlyConsultationRate", level: "KGI", pillar: 1, ...rate, target: 60, baseline: 28.7 },
  { key: "outreachIntakeShare", level: "KSI", pillar: 1, ...rate, target: 30, baseline: null },
  { key: "offHoursConsultations", level: "KSI", pillar: 1, ...count, target: 100 },
  { key: "publicAwareness", level: "KPI-outcome", pillar: 1, ...rate, target: 80, baseline: null },
  { key: "outreachVisits", level: "KPI-output", pillar: 1, ...count, target: 500 },
  { key: "mobileConsultations", level: "KPI-output", pillar: 1, ...count, target: 50 },
  { key: "independenceRate", level: "KGI", pillar: 2, ...rate, target: 75, baseline: 62.7 },
  { key: "welfareTransitionRate", level: "KGI", pillar: 2, ...rate, direction: "lower", target: 10, baseline: 12.8 },
  { key: "multiAgencyRate", level: "KSI", pillar: 2, ...rate, target: 80, baseline: 53.7 },
  { key: "jobRetention6m", level: "KSI", pillar: 2, ...rate, target: 80, baseline: null },
  { key: "problemResolutionRate", level: "KPI-outcome", pillar: 2, ...rate, target: 65, baseline: 48.3 },
  {
    key: "coordinationMeetings",
    level: "KPI-output",
    pillar: 2,
    unit: "perMonth",
    direction: "higher",
    aggregation: "perMonth",
    target: 2,
    baseline: null,
  },
  { key: "certifiedEmployers", level: "KPI-output", pillar: 2, ...count, target: 10 },
] as const satisfies readonly IndicatorDefinition[];

/** The keys of the indicators that the monthly return (事業実績報告) carries. */
export const RETURN_INDICATORS = CATALOGUE.filter((definition) => definition.aggregation !== null).map(
  (definition) => definition.key,
);

/** The definition of an indicator. */
export function definitionOf(key: IndicatorKey): IndicatorDefinition {
  const definition = CATALOGUE.find((entry) => entry.key === key);
  if (!definition) throw new Error(`No indicator ${key}`);
  return definition;
}

/** Whether the text names an indicator. */
export function isIndicatorKey(text: string): text is IndicatorKey {
  return CATALOGUE.some((entry) => entry.key === text);
}
