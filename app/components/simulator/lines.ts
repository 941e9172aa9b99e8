/** A staffing what-if as lines of text and figures: what the page, the comparison and the file show alike. */
import type { TFunction } from "i18next";

import type { Interval, Needed, StaffingInput, StaffingResult } from "../../domain/simulator/schema";
import { decimal, monthName } from "../../i18n/format";
import type { Locale } from "../../i18n/resources";
import type { Month } from "../../lib/calendar";

export type Staffing = { input: StaffingInput; result: StaffingResult };
/** `now` is how it is; null where there is no such figure as things are. */
export type Line = { key: string; label: string; now: string | null; plan: string; figures: Figures };
/** The plan's figures for a file: numbers where they are. */
type Figures = { value: number | null; low: number | null; high: number | null };
type Write = (value: number) => string;

const NO_FIGURES: Figures = { value: null, low: null, high: null };

/** An amount in yen, or a dash. */
export function yenText(t: TFunction, locale: Locale, value: number | null): string {
  return value === null
    ? t("simulator.result.unknown")
    : t("simulator.result.yen", { value: decimal(value, locale, 0) });
}

/** A figure with its interval; one number where the interval is none wider. */
export function intervalText(t: TFunction, { low, expected, high }: Interval, write: Write): string {
  const [from, middle, to] = [write(low), write(expected), write(high)];
  return from === middle && middle === to
    ? middle
    : t("simulator.result.interval", { expected: middle, low: from, high: to });
}

/** "2026-12" as its month's name, with the year where it begins another one than the fiscal year. */
export function monthText(month: Month, locale: Locale): string {
  return locale === "en"
    ? `${monthName(month, locale)} ${month.slice(0, 4)}`
    : `${month.slice(0, 4)}年${monthName(month, locale)}`;
}

/** How many are needed, in words. */
export function neededText(t: TFunction, locale: Locale, needed: Needed): string {
  if ("reason" in needed) return t(`simulator.needed.${needed.reason}`);
  if (needed.fte === 0) return t("simulator.needed.none");
  return t("simulator.result.fte", { value: decimal(needed.fte, locale) });
}

/** The assumptions, one line each. */
export function assumptionLines(t: TFunction, locale: Locale, input: StaffingInput): Line[] {
  const fte = (value: number) => t("simulator.result.fte", { value: decimal(value, locale, 2) });
  const listed = (parts: string[]) => parts.join(locale === "en" ? "; " : "、") || t("simulator.assumptions.none");
  const hires = input.hires.map((hire) =>
    t("simulator.assumptions.hire", {
      ...{ month: monthText(hire.month, locale), role: t(`glossary.role.${hire.role}`), fte: fte(hire.fte) },
    }),
  );
  const departures = input.departures.map((one) =>
    t("simulator.assumptions.leave", { month: monthText(one.month, locale), fte: fte(one.fte) }),
  );
  const percent = (value: number) => t("simulator.assumptions.percent", { value: decimal(value, locale) });
  const line = (key: AssumptionKey, plan: string, value: number | null = null): Line => ({
    ...{ key, label: t(`simulator.assumptions.${key}`), now: null, plan, figures: { ...NO_FIGURES, value } },
  });
  return [
    line("hires", listed(hires)),
    line("departures", listed(departures)),
    line("cap", t("simulator.result.casesText", { value: decimal(input.cap, locale) }), input.cap),
    line("demand", percent(input.demandPercent), input.demandPercent),
    line(
      "share",
      input.newSharePercent === null ? t("simulator.assumptions.shareByRoom") : percent(input.newSharePercent),
      input.newSharePercent,
    ),
    line("cost", yenText(t, locale, input.costPerFteJpy), input.costPerFteJpy),
    line("overhead", percent(input.overheadPercent), input.overheadPercent),
    line("fee", yenText(t, locale, input.currentFeeJpy), input.currentFeeJpy),
    line("search", input.searchMonth ? monthText(input.searchMonth, locale) : t("simulator.needed.noMonth")),
  ];
}
type AssumptionKey = "hires" | "departures" | "cap" | "demand" | "share" | "cost" | "overhead" | "fee" | "search";

/** What comes of it, one line each: as it is, and under the plan. */
export function resultLines(t: TFunction, locale: Locale, { input, result }: Staffing): Line[] {
  const { before, after, money } = result;
  const people = (value: number) => t("common.people", { count: value });
  const cases = (value: number) => t("simulator.result.casesText", { value: decimal(value, locale) });
  const interval = (of: Interval | null, write: Write, otherwise: string) =>
    of ? intervalText(t, of, write) : otherwise;
  const withheld = t("simulator.result.withheld");
  const none = t("simulator.result.unknown");
  const single = (value: number | null): Figures => ({ ...NO_FIGURES, value });
  const yen = (
    key: "thisYear" | "fullYear" | "feeThisYear" | "feeFullYear",
    value: number | null,
    now: number | null,
  ) => ({
    ...{ key, label: t(`simulator.result.line.${key}`), figures: single(value) },
    ...{ now: yenText(t, locale, now), plan: yenText(t, locale, value) },
  });
  const label = (key: "above" | "newcomers" | "casesPerFte" | "cases" | "averageFte") => ({
    ...{ key, label: t(`simulator.result.line.${key}`) },
  });
  return [
    {
      ...label("above"),
      ...{ now: interval(before.above, people, withheld), plan: interval(after.above, people, withheld) },
      figures: figuresOf(after.above),
    },
    { ...label("newcomers"), now: people(0), plan: people(after.newcomers), figures: single(after.newcomers) },
    {
      ...label("casesPerFte"),
      ...{ now: interval(before.casesPerFte, cases, none), plan: interval(after.casesPerFte, cases, none) },
      figures: figuresOf(after.casesPerFte),
    },
    {
      ...label("cases"),
      ...{ now: intervalText(t, before.cases, cases), plan: intervalText(t, after.cases, cases) },
      figures: figuresOf(after.cases),
    },
    {
      ...label("averageFte"),
      ...{ now: decimal(before.averageFte, locale, 2), plan: decimal(after.averageFte, locale, 2) },
      figures: single(after.averageFte),
    },
    yen("thisYear", money.thisYearJpy, null),
    yen("fullYear", money.fullYearJpy, null),
    yen("feeThisYear", money.feeThisYearJpy, input.currentFeeJpy),
    yen("feeFullYear", money.feeFullYearJpy, input.currentFeeJpy),
  ];
}

/** The three goals and how many each needs. */
export function neededLines(t: TFunction, locale: Locale, { result }: Staffing): (Line & { needed: Needed })[] {
  return (["expected", "upper", "kpi"] as const).map((goal) => {
    const needed = result.needed[goal];
    const value = "reason" in needed ? null : needed.fte;
    return {
      ...{ key: `needed.${goal}`, label: t(`simulator.needed.${goal}`), needed, now: null },
      ...{ plan: neededText(t, locale, needed), figures: { ...NO_FIGURES, value } },
    };
  });
}

function figuresOf(interval: Interval | null): Figures {
  return interval ? { value: interval.expected, low: interval.low, high: interval.high } : NO_FIGURES;
}
