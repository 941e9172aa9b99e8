/** Days, numbers and fiscal years as a reader of each language writes them. */
import { dayOfInstant, fiscalYearLabelJa, type Day, type Month, type Quarter } from "../lib/calendar";

import type { Locale } from "./resources";

const MONTHS_EN = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** 2026-11-24 → "令和8年11月24日" / "24 Nov 2026". */
export function longDay(day: Day, locale: Locale): string {
  if (locale === "en") return `${+day.slice(8)} ${MONTHS_EN[+day.slice(5, 7) - 1]} ${day.slice(0, 4)}`;
  // why: the instant is noon in Tokyo and the zone is named, so that no server zone shifts the day or the era.
  const date = new Date(`${day}T12:00:00+09:00`);
  return new Intl.DateTimeFormat("ja-JP-u-ca-japanese", { dateStyle: "long", timeZone: "Asia/Tokyo" }).format(date);
}

/** 2026-11-24 → "2026/11/24" / "24 Nov 2026", for tables. */
export function shortDay(day: Day, locale: Locale): string {
  return locale === "en" ? longDay(day, "en") : day.replaceAll("-", "/");
}

/** An instant as day and time in Tokyo: "2026/11/24 09:00" / "24 Nov 2026 09:00". */
export function shortMoment(at: Date, locale: Locale): string {
  const time = new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone: "Asia/Tokyo" }).format(at);
  return `${shortDay(dayOfInstant(at), locale)} ${time}`;
}

/** 2026-11-24 → "11月24日" / "24 Nov". */
export function dayInYear(day: Day, locale: Locale): string {
  return locale === "en" ? longDay(day, "en").slice(0, -5) : `${+day.slice(5, 7)}月${+day.slice(8)}日`;
}

/** 2026-11 → "11月" / "Nov". */
export function monthName(month: Month, locale: Locale): string {
  return locale === "en" ? (MONTHS_EN[+month.slice(5, 7) - 1] ?? "") : `${+month.slice(5, 7)}月`;
}

/** 2026 → "令和8年度" / "FY2026". */
export function fiscalYearName(fiscalYear: number, locale: Locale): string {
  return locale === "en" ? `FY${fiscalYear}` : fiscalYearLabelJa(fiscalYear);
}

/** 3 → "第3四半期" / "Q3". */
export function quarterName(quarter: Quarter, locale: Locale): string {
  return locale === "en" ? `Q${quarter}` : `第${quarter}四半期`;
}

/** A number with at most so many decimals and thousands separated. */
export function decimal(value: number, locale: Locale, digits = 1): string {
  return new Intl.NumberFormat(locale === "en" ? "en-GB" : "ja-JP", { maximumFractionDigits: digits }).format(value);
}
