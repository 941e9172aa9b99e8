/**
 * How many cases a year ends with (年度末見込み). Source: product.md, "Caseload, forecast, cap".
 * Mean on 31 March = cases so far + open days left x rate of new cases; the rate is counted over the last
 * 90 days, since 1 April or since the hire, whichever starts last. Open days are days on which offices are open
 * and, for a worker, on which the worker is employed and not on leave as recorded. The 80 % interval adds the 10 %
 * and 90 % quantiles of a Poisson count to the cases so far. A case is new where it is first led in the window.
 */
import {
  addDays,
  fiscalYearEnd,
  fiscalYearOf,
  fiscalYearStart,
  openDays,
  type Day,
  type Span,
} from "../../lib/calendar";
import { presentSpans, type Presence } from "../workforce/rules";

import { poissonQuantile } from "./poisson";

const WINDOW_DAYS = 90;
const LOWER = 0.1;
const UPPER = 0.9;

/** Cases on 31 March: the expected number and its 80 % interval. */
export type Forecast = { mean: number; low: number; high: number };

/** The days over which new cases are counted; without a hire date, those of a contract or an office. */
export function rateWindow(day: Day, hiredOn: Day | null): Span {
  const starts = [addDays(day, 1 - WINDOW_DAYS), fiscalYearStart(fiscalYearOf(day)), hiredOn ?? ""];
  return { from: starts.reduce((latest, start) => (start > latest ? start : latest)), to: day };
}

/** Open days on which the worker is employed and not on leave. */
export function openPresentDays(post: Presence, span: Span): number {
  return presentSpans(post, span).reduce((sum, part) => sum + openDays(part.from, part.to), 0);
}

/** Expected cases on 31 March from a count, the new cases in the window and the open days in the window and left. */
export function forecastFrom(given: { soFar: number; newCases: number; exposure: number; left: number }): Forecast {
  const rate = given.exposure > 0 ? given.newCases / given.exposure : 0;
  return forecastWith(given.soFar, rate * given.left);
}

/** Expected cases from a count and the expected number of new ones. */
export function forecastWith(soFar: number, toCome: number): Forecast {
  return {
    mean: soFar + toCome,
    low: soFar + poissonQuantile(toCome, LOWER),
    high: soFar + poissonQuantile(toCome, UPPER),
  };
}

/** A worker's forecast for 31 March of the day's fiscal year. */
export function workerForecast(post: Presence, counts: { annualCases: number; newCases: number }, day: Day): Forecast {
  return forecastFrom({
    soFar: counts.annualCases,
    newCases: counts.newCases,
    exposure: openPresentDays(post, rateWindow(day, post.hiredOn)),
    left: openPresentDays(post, daysLeft(day)),
  });
}

/** A contract's or an office's forecast for 31 March of the day's fiscal year. */
export function totalForecast(soFar: number, newCases: number, day: Day): Forecast {
  const window = rateWindow(day, null);
  const left = daysLeft(day);
  return forecastFrom({
    ...{ soFar, newCases },
    exposure: openDays(window.from, window.to),
    left: openDays(left.from, left.to),
  });
}

/** The days of the fiscal year after the day. */
export function daysLeft(day: Day): Span {
  return { from: addDays(day, 1), to: fiscalYearEnd(fiscalYearOf(day)) };
}
