/** The page of a flag in words: each figure with how it comes about, and what would clear it with amounts and days. */
import type { TFunction } from "i18next";

import { clearingOf, type ToClear } from "../domain/flag/clearing";
import type { Figures, RuleKey } from "../domain/flag/finding";
import type { QualificationKind } from "../domain/workforce/vocabulary";
import type { Day, Quarter } from "../lib/calendar";
import { factorText, show, type FindingInWords } from "./flag-text";
import { decimal, fiscalYearName, monthName, quarterName } from "./format";
import type { Locale } from "./resources";
import type jaFigure from "./ja/threshold-figure";

type FigureName = keyof typeof jaFigure;
export type FigureRow = { key: string; name: string; value: string; how: string };

/** What of a rule's figures is told, in order; `needs` names the figure without which it is left out. */
const FIGURES: Record<RuleKey, readonly (FigureName | { name: FigureName; needs: string })[]> = {
  "overload.cap": ["count", "cap", { name: "forecast", needs: "windowOpenDays" }, "range"],
  "overload.active": ["load", "limit"],
  "overload.overtime": ["overtime", "overtimeRun"],
  "supervision.due": [
    ...(["quarter", "attended"] as const),
    { name: "lastAttended", needs: "lastAttendedOn" },
    { name: "planned", needs: "plannedOn" },
  ],
  "training.pace": ["hours", "hoursDue", "hoursLimit", "ownTarget"],
  "qualification.expiry": ["expiry", "daysLeft"],
  "burnout.conditions": ["factors"],
  "burnout.survey": ["index", { name: "before", needs: "beforeClosedOn" }, "response"],
  "retention.exits": ["exits"],
  "staffing.below": [{ name: "fte", needs: "requiredFte" }, "outreach", "since"],
  "pay.below": ["pay", "since"],
  "return.late": ["due", "late"],
};

/** A flag's figures, each with how it comes about, so that a person can check them by hand. */
export function figureRows(t: TFunction, locale: Locale, finding: FindingInWords): FigureRow[] {
  const { rule, figures, factors = [] } = finding;
  const shown = { ...show(figures, locale), ...named(t, locale, figures) };
  const rows = FIGURES[rule].flatMap((one): FigureRow[] => {
    const { name, needs } = typeof one === "string" ? { name: one, needs: null } : one;
    if (needs !== null && !figures[needs]) return [];
    return [
      {
        ...{ key: name, name: t(`threshold.figure.${name}.name`) },
        ...{ value: t(`threshold.figure.${name}.value`, shown), how: t(`threshold.figure.${name}.how`, shown) },
      },
    ];
  });
  const strains = factors.map((factor) => {
    const { name, figures: behind } = factorText(t, locale, factor, figures);
    return { key: factor, name, value: behind, how: "" };
  });
  return [...rows, ...strains];
}

/** What would clear a flag, the first sentence first: "2 cases fewer by 31 March". */
export function clearingSteps(t: TFunction, locale: Locale, flag: ToClear, day: Day): string[] {
  return clearingOf(flag, day).map(({ code, count, params }) =>
    // why: i18next chooses between singular and plural by a number; texts that count nothing leave it out.
    t(`threshold.clearing.${code}`, { ...show(params, locale), ...named(t, locale, params), count: count ?? 1 }),
  );
}

/** Figures that are names rather than numbers, and those that follow from others. */
function named(t: TFunction, locale: Locale, figures: Figures): Record<string, string> {
  const { month, kind, quarter, fiscalYear, newCases, windowOpenDays, forecastMean, count } = figures;
  const rate = Number(windowOpenDays) > 0 ? Number(newCases) / Number(windowOpenDays) : 0;
  return {
    ...(month ? { month: monthName(String(month), locale) } : {}),
    ...(kind ? { kind: t(`glossary.qualification.${kind as QualificationKind}`) } : {}),
    ...(quarter ? { quarter: quarterName(Number(quarter) as Quarter, locale) } : {}),
    ...(fiscalYear ? { year: fiscalYearName(Number(fiscalYear), locale) } : {}),
    ...{ rate: decimal(rate, locale, 2), toCome: decimal(Number(forecastMean) - Number(count), locale, 2) },
  };
}
