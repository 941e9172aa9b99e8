/**
 * A year's cases as they mount up (件数の累計): counted to the end of each month and to the day, then the forecast's mean and
 * 80 % interval at the end of each month to come. What is to come is spread over the open days left.
 */
import {
  addMonths,
  fiscalYearOf,
  fiscalYearStart,
  lastDayOfMonth,
  monthOf,
  type Day,
  type Month,
  type Span,
} from "../../lib/calendar";
import { daysLeft, forecastWith, type Forecast } from "./rules";

/** A day of the course: counted up to the as-of day, expected after it; on the as-of day both. */
export type CoursePoint = { day: Day; count: number | null; expected: Forecast | null };
export type Course = { points: CoursePoint[]; cap: number };

/** Cases that entered the year's count in a month. */
export type MonthCount = { month: Month; cases: number };

/** The course of the day's fiscal year. `openDaysIn` counts the open days of a span on which the subject works. */
export function courseOf(given: {
  day: Day;
  counts: readonly MonthCount[];
  /** Expected on 31 March. */
  forecast: Forecast;
  cap: number;
  openDaysIn: (span: Span) => number;
}): Course {
  const { day, counts, forecast, cap, openDaysIn } = given;
  const upTo = (month: Month) => counts.filter((one) => one.month <= month).reduce((sum, one) => sum + one.cases, 0);
  const soFar = upTo(monthOf(day));
  const left = daysLeft(day);
  const open = openDaysIn(left);
  const toCome = forecast.mean - soFar;
  const start = fiscalYearStart(fiscalYearOf(day));
  const ends = Array.from({ length: 12 }, (_, index) => lastDayOfMonth(monthOf(addMonths(start, index))));
  const past = ends.filter((end) => end < day).map((end) => ({ day: end, count: upTo(monthOf(end)), expected: null }));
  const coming = ends
    .filter((end) => end > day)
    .map((end) => {
      const share = open === 0 ? 0 : openDaysIn({ from: left.from, to: end }) / open;
      return { day: end, count: null, expected: forecastWith(soFar, toCome * share) };
    });
  const now = { day, count: soFar, expected: coming.length > 0 ? { mean: soFar, low: soFar, high: soFar } : null };
  return { points: [...past, now, ...coming], cap };
}
