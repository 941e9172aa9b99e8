/** Flags in sentences: what was found with its figures, how they come about, and what clears them. Screens and command line share it. */
import type { TFunction } from "i18next";

import { SEVERITIES, type QualificationKind, type Severity } from "../domain/workforce/vocabulary";
import type { Distribution, Load, SeverityCounts } from "../domain/flag/disclosure";
import { isGroupRule, STRAIN_FACTORS, type Figures, type RuleKey, type StrainFactor } from "../domain/flag/finding";
import { DEFAULT_THRESHOLDS, type Thresholds } from "../domain/flag/thresholds";
import type { Quarter } from "../lib/calendar";
import { decimal, fiscalYearName, longDay, monthName, quarterName } from "./format";
import type { Locale } from "./resources";

export type FindingInWords = {
  rule: RuleKey;
  severity: Severity;
  figures: Figures;
  factors?: readonly StrainFactor[];
  /** Those it was raised under; without them the product's own hold. */
  thresholds?: Partial<Thresholds> | null;
};
export type WardFlagInWords = {
  rule: RuleKey;
  supportStaff: number;
  counts: SeverityCounts;
  distribution?: Distribution;
  highest?: Load;
  factors?: Partial<Record<StrainFactor, number>>;
  withheld?: "small";
  /** Rules about offices and contracts: the published figures. */
  figures?: Figures;
  thresholds?: Partial<Thresholds> | null;
};

type Words = { t: TFunction; locale: Locale; severity: Severity; factors: readonly StrainFactor[]; shown: Shown };
/** Figures as the reader's language writes them; `context` would choose another text in i18next. */
type Shown = { [figure: string]: string } & { context?: never };

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The sentences of a finding: first what was found, then how its figures come about. */
export function findingText(t: TFunction, locale: Locale, finding: FindingInWords): string[] {
  const { rule, severity, figures, factors = [] } = finding;
  return SENTENCES[rule]({ t, locale, severity, factors, shown: show(figures, locale) }, figures);
}

/** What would clear a finding. */
export function clearingText(
  t: TFunction,
  locale: Locale,
  { rule, figures, thresholds }: Pick<FindingInWords, "rule" | "figures" | "thresholds">,
): string {
  return t(`flag.rule.${rule}.clears`, { ...limits(thresholds, locale), ...show(figures, locale) });
}

/** A rule in words, with the thresholds that a flag was raised under or, without them, the product's own. */
export function ruleWords(
  t: TFunction,
  locale: Locale,
  { rule, thresholds }: Pick<FindingInWords, "rule" | "thresholds">,
): string {
  return t(`flag.rule.${rule}.words`, limits(thresholds, locale));
}

function limits(own: Partial<Thresholds> | null | undefined, locale: Locale): Shown {
  const all = { ...DEFAULT_THRESHOLDS, ...own };
  return show({ ...all, strainCleared: all.strainWatch - 1 }, locale);
}

/** A strain factor with the figures behind it. */
export function factorText(
  t: TFunction,
  locale: Locale,
  factor: StrainFactor,
  figures: Figures,
): { name: string; figures: string } {
  return { name: t(`flag.factor.${factor}`), figures: t(`flag.factorFigures.${factor}`, show(figures, locale)) };
}

/** The sentences of a ward's flag: how many per severity, the highest, the factors; no worker in it. */
export function wardFlagText(t: TFunction, locale: Locale, flag: WardFlagInWords): string[] {
  const { rule, supportStaff, counts, highest, factors, withheld, figures = {}, thresholds } = flag;
  const severities = SEVERITIES.filter((severity) => counts[severity] > 0).reverse();
  const shown = limits(thresholds, locale);
  if (isGroupRule(rule)) {
    const [severity = "watch"] = severities;
    if (rule !== "pay.below") return findingText(t, locale, { rule, severity, figures });
    return [t(`flag.ward.pay.below.${severity === "critical" ? severity : "warning"}`, shown)];
  }
  const numbers = severities.map((severity) =>
    t(`flag.ward.${rule}.${severity}`, { ...shown, count: counts[severity], of: supportStaff }),
  );
  const named = STRAIN_FACTORS.filter((factor) => (factors?.[factor] ?? 0) > 0);
  return [
    // why: who is counted at a graver severity is not counted again at a lesser one.
    ...numbers.map((sentence, index) => (index === 0 ? sentence : t("flag.ward.further", { sentence }))),
    ...(highest ? [t("flag.ward.highest", { count: highest.count, cap: decimal(highest.cap, locale) })] : []),
    ...named.map((factor) =>
      t("flag.ward.factor", { factor: t(`flag.factor.${factor}`), people: factors?.[factor] ?? 0 }),
    ),
    ...(withheld ? [t("flag.ward.withheld")] : []),
  ];
}

/** Sentences in one paragraph, sums and lists closed like sentences. */
export function paragraph(sentences: readonly string[], locale: Locale): string {
  const [stop, space] = locale === "ja" ? ["。", ""] : [".", " "];
  return sentences
    .map((sentence) => sentence.charAt(0).toUpperCase() + sentence.slice(1))
    .map((sentence) => (sentence.endsWith(stop) ? sentence : sentence + stop))
    .join(space);
}

/** Figures as a language writes them. */
export function show(figures: Figures, locale: Locale): Shown {
  const text = (value: Figures[string]) => {
    if (typeof value === "number") return decimal(value, locale, 2);
    return typeof value === "string" && DAY.test(value) ? longDay(value, locale) : String(value ?? "");
  };
  return Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, text(value)])) as Shown;
}

const SENTENCES: Record<RuleKey, (words: Words, figures: Figures) => string[]> = {
  "overload.cap": ({ t, locale, severity, shown }, { forecastMean, windowOpenDays }) => {
    const range = { mean: decimal(Number(forecastMean), locale), low: shown.forecastLow, high: shown.forecastHigh };
    const values = { ...shown, ...range, from: shown.windowFrom };
    return [
      t(`flag.finding.cap.${severity}`, values),
      t("flag.finding.cap.capSum", values),
      ...(Number(windowOpenDays) > 0 ? [t("flag.finding.cap.forecastSum", values)] : []),
    ];
  },
  "overload.active": ({ t, shown }) => [t("flag.finding.active.any", shown), t("flag.finding.active.sum", shown)],
  "supervision.due": ({ t, locale, severity, shown }, figures) => {
    const name = (quarter: Figures[string] | undefined) => quarterName(Number(quarter) as Quarter, locale);
    const values = {
      ...{ daysLeft: shown.daysLeft, end: shown.quarterEndsOn, quarter: name(figures.quarter) },
      year: fiscalYearName(Number(figures.fiscalYear), locale),
      fromQuarter: name(figures.fromQuarter),
      fromYear: fiscalYearName(Number(figures.fromFiscalYear), locale),
    };
    const last = figures.lastAttendedOn
      ? t("flag.finding.supervision.last", { day: shown.lastAttendedOn })
      : t("flag.finding.supervision.never");
    const planned = figures.plannedOn ? [t("flag.finding.supervision.planned", { day: shown.plannedOn })] : [];
    return [t(`flag.finding.supervision.${severity}`, values), last, ...planned];
  },
  "training.pace": ({ t, severity, shown }) => [
    t(`flag.finding.training.${severity}`, shown),
    ...(severity === "critical" ? [] : [t("flag.finding.training.sum", shown)]),
  ],
  "qualification.expiry": ({ t, severity, shown }, { kind }) => [
    t(`flag.finding.qualification.${severity}`, {
      ...{ daysLeft: shown.daysLeft, daysExpired: shown.daysExpired, end: shown.expiresOn },
      kind: t(`glossary.qualification.${kind as QualificationKind}`),
    }),
  ],
  "burnout.conditions": ({ t, locale, factors }, figures) => {
    const names = factors.map((factor) => t(`flag.factor.${factor}`)).join(locale === "ja" ? "／" : "; ");
    return [
      t("flag.finding.burnout.any", { count: factors.length, factors: names }),
      ...factors.map((factor) => {
        const { name, figures: behind } = factorText(t, locale, factor, figures);
        return locale === "ja" ? `${name}（${behind}）` : `${name} (${behind})`;
      }),
    ];
  },
  "overload.overtime": ({ t, locale, severity, shown }, { month, isRunning }) => [
    t(`flag.finding.overtime.${isRunning ? "running" : severity}`, {
      ...{ ...shown, month: monthName(String(month), locale) },
    }),
  ],
  "retention.exits": ({ t, shown }) => [t("flag.finding.exits.any", shown), t("flag.finding.exits.sum", shown)],
  "staffing.below": ({ t, severity, shown }, { isFteBelow, isOutreachBelow }) => [
    ...(isFteBelow ? [t("flag.finding.staffing.fte", shown)] : []),
    ...(isOutreachBelow ? [t("flag.finding.staffing.outreach", shown)] : []),
    t("flag.finding.staffing.since", shown),
    ...(severity === "critical" ? [t("flag.finding.staffing.months", shown)] : []),
  ],
  "pay.below": ({ t, severity, shown }) => [
    ...[t("flag.finding.pay.any", shown), t("flag.finding.pay.sum", shown), t("flag.finding.pay.since", shown)],
    ...(severity === "critical" ? [t("flag.finding.pay.months", shown)] : []),
  ],
  "return.late": ({ t, locale, severity, shown }, { month, lateMonths }) => [
    t(`flag.finding.late.${severity}`, { ...shown, month: monthName(String(month), locale) }),
    ...(Number(lateMonths) > 1 ? [t("flag.finding.late.further", shown)] : []),
  ],
  "burnout.survey": ({ t, severity, shown }, { isFallen, isUnfavourable, change, beforeClosedOn }) => {
    const values = { ...shown, down: String(shown.change).replace(/^[-−]/, "") };
    const key = isFallen && isUnfavourable ? "both" : isFallen ? "fallen" : "unfavourable";
    return [
      t(`flag.finding.survey.${key}`, values),
      ...(severity === "critical" ? [t("flag.finding.survey.critical", values)] : []),
      t("flag.finding.survey.sum", values),
      ...(change === null || !beforeClosedOn
        ? []
        : [t("flag.finding.survey.before", { closedOn: shown.beforeClosedOn, index: shown.before })]),
    ];
  },
};
