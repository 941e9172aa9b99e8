/** The day a page is shown as of, as its address says. */
import { fiscalYearEnd, fiscalYearOf, isDay, type Day } from "./calendar";

const EARLIEST: Day = "2000-04-01";

export type AsOf = {
  day: Day;
  fiscalYear: number;
  today: Day;
  /** What was asked for and does not exist or lies in the future. */
  refused: string | null;
};

/** Reads ?asOf=YYYY-MM-DD. A day that does not exist or lies after today is refused, and today stands for it. */
export function asOfFrom(params: URLSearchParams, today: Day): AsOf {
  const wished = params.get("asOf") ?? "";
  const fits = isDay(wished) && wished >= EARLIEST && wished <= today;
  const day = fits ? wished : today;
  return { day, fiscalYear: fiscalYearOf(day), today, refused: wished === "" || fits ? null : wished.slice(0, 20) };
}

/** The fiscal years to choose from, newest first, each with the day it is shown as of: its end, or today. */
export function yearsToChoose(today: Day, count: number): { fiscalYear: number; day: Day }[] {
  const current = fiscalYearOf(today);
  return Array.from({ length: count }, (_, back) => {
    const end = fiscalYearEnd(current - back);
    return { fiscalYear: current - back, day: end < today ? end : today };
  });
}

/** The fiscal year that an address asks for with ?year, seen as of its end, or of today where it has not ended. */
export type YearView = { fiscalYear: number; current: number; day: Day };

/** Reads ?year=2025. A year that is none, has not begun or lies before 2000 counts as not given. */
export function yearFrom(params: URLSearchParams, today: Day): YearView {
  const current = fiscalYearOf(today);
  const wished = Number(params.get("year"));
  const fiscalYear = Number.isSafeInteger(wished) && wished >= 2000 && wished <= current ? wished : current;
  const end = fiscalYearEnd(fiscalYear);
  return { fiscalYear, current, day: end < today ? end : today };
}
