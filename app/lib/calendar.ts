/**
 * Japan's calendar as Sasae counts it: days as ISO text, the fiscal year (年度) from 1 April,
 * its quarters, Reiwa labels and office days. A day is a plain "YYYY-MM-DD": no instant, no zone,
 * so a server in UTC and a browser in Tokyo draw the same day.
 */
import holidayJp from "@holiday-jp/holiday_jp";

/** A calendar day, "YYYY-MM-DD". */
export type Day = string;
/** A calendar month, "YYYY-MM". */
export type Month = string;
/** A quarter of a fiscal year: 1 = April–June … 4 = January–March. */
export type Quarter = 1 | 2 | 3 | 4;
/** A span of days, both ends included. */
export type Span = { from: Day; to: Day };

const DAY_MS = 86_400_000;
const TOKYO_OFFSET_MS = 9 * 3_600_000;
export const QUARTERS: readonly Quarter[] = [1, 2, 3, 4];

/** Days since 1970-01-01, for arithmetic. */
export function toNumber(day: Day): number {
  return Math.round(Date.UTC(+day.slice(0, 4), +day.slice(5, 7) - 1, +day.slice(8, 10)) / DAY_MS);
}

/** The day that lies `number` days after 1970-01-01. */
export function fromNumber(number: number): Day {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** Whether the text is a day that exists: 2026-06-31 is not. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && +text.slice(0, 4) >= 1900 && fromNumber(toNumber(text)) === text;
}

/** Whether the text is a month, "YYYY-MM". */
export function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

/** The day in Asia/Tokyo at an instant. Japan has had no daylight saving since 1951. */
export function dayOfInstant(instant: Date): Day {
  return new Date(instant.getTime() + TOKYO_OFFSET_MS).toISOString().slice(0, 10);
}

/** The instant of a Tokyo wall-clock time ("HH:MM") on a day. */
export function instantAt(day: Day, time: string): Date {
  return new Date(`${day}T${time}:00+09:00`);
}

export function addDays(day: Day, days: number): Day {
  return fromNumber(toNumber(day) + days);
}

/** Days from `a` to `b`; negative where b comes first. */
export function daysBetween(a: Day, b: Day): number {
  return toNumber(b) - toNumber(a);
}

/** Adds calendar months; a day that the month lacks becomes its last day. */
export function addMonths(day: Day, months: number): Day {
  const index = +day.slice(0, 4) * 12 + (+day.slice(5, 7) - 1) + months;
  const first = `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}-01`;
  const last = lastDayOfMonth(first.slice(0, 7));
  const wanted = `${first.slice(0, 8)}${day.slice(8, 10)}`;
  return wanted > last ? last : wanted;
}

/** The anniversary after so many years; 29 February has it on 1 March in common years. */
export function anniversary(day: Day, years: number): Day {
  const wanted = `${String(+day.slice(0, 4) + years).padStart(4, "0")}${day.slice(4)}`;
  return isDay(wanted) ? wanted : `${wanted.slice(0, 4)}-03-01`;
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

/** The month so many months before. */
export function monthBefore(month: Month, months: number): Month {
  return monthOf(addMonths(`${month}-01`, -months));
}

export function lastDayOfMonth(month: Month): Day {
  return addDays(firstOfNextMonth(month), -1);
}

function firstOfNextMonth(month: Month): Day {
  const year = +month.slice(0, 4);
  const next = +month.slice(5, 7) + 1;
  return next > 12 ? `${year + 1}-01-01` : `${month.slice(0, 4)}-${String(next).padStart(2, "0")}-01`;
}

/** The fiscal year a day lies in: 2026-03-31 lies in 2025. */
export function fiscalYearOf(day: Day): number {
  return +day.slice(0, 4) - (day.slice(5, 7) < "04" ? 1 : 0);
}

export function fiscalYearStart(fiscalYear: number): Day {
  return `${fiscalYear}-04-01`;
}

export function fiscalYearEnd(fiscalYear: number): Day {
  return `${fiscalYear + 1}-03-31`;
}

/** 365, or 366 where the fiscal year holds a 29 February. */
export function daysInFiscalYear(fiscalYear: number): number {
  return daysBetween(fiscalYearStart(fiscalYear), fiscalYearEnd(fiscalYear)) + 1;
}

export function quarterOf(day: Day): Quarter {
  return (Math.floor(((+day.slice(5, 7) + 8) % 12) / 3) + 1) as Quarter;
}

/** First and last day of a quarter. */
export function quarterSpan(fiscalYear: number, quarter: Quarter): Span {
  const from = addMonths(fiscalYearStart(fiscalYear), (quarter - 1) * 3);
  return { from, to: addDays(addMonths(from, 3), -1) };
}

/** The quarter before, across fiscal years. */
export function previousQuarter(fiscalYear: number, quarter: Quarter): { fiscalYear: number; quarter: Quarter } {
  return quarter === 1 ? { fiscalYear: fiscalYear - 1, quarter: 4 } : { fiscalYear, quarter: (quarter - 1) as Quarter };
}

/** Whether offices are open: not on Saturdays, Sundays, national holidays, 29 December–3 January. */
export function isOpenDay(day: Day): boolean {
  const weekday = (toNumber(day) + 4) % 7;
  if (weekday === 0 || weekday === 6) return false;
  const monthDay = day.slice(5);
  if (monthDay >= "12-29" || monthDay <= "01-03") return false;
  // why: the library's own isHoliday walks its whole table for every call.
  return !Object.hasOwn(holidayJp.holidays, day);
}

const openDayCounts = new Map<number, number>();

/** Open days of a span, both ends included; 0 for an empty span. */
export function openDays(from: Day, to: Day): number {
  let count = 0;
  for (let n = toNumber(from), end = toNumber(to); n <= end; n += 1) {
    let open = openDayCounts.get(n);
    if (open === undefined) {
      open = isOpenDay(fromNumber(n)) ? 1 : 0;
      openDayCounts.set(n, open);
    }
    count += open;
  }
  return count;
}

/** 2026 → "令和8年度"; years before 2019 in Heisei. 2019 began as 平成31年度 and ended as 令和元年度. */
export function fiscalYearLabelJa(fiscalYear: number): string {
  if (fiscalYear < 2019) return `平成${fiscalYear - 1988}年度`;
  return fiscalYear === 2019 ? "令和元年度" : `令和${fiscalYear - 2018}年度`;
}
