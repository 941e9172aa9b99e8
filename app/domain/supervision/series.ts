/** Recurring sessions: the days of a series, before anybody asks whether they are free. */
import { addDays, addMonths, lastDayOfMonth, monthOf, toNumber, type Day } from "../../lib/calendar";

export const REPEATS = ["once", "weekly", "fortnightly", "monthly"] as const;
export type Repeat = (typeof REPEATS)[number];
/** How many sessions one series may hold. */
export const SERIES_LENGTH = { min: 2, max: 12 } as const;
/** A change to one session of a series, or to it and all planned ones after it. */
export const SERIES_SCOPES = ["one", "following"] as const;
export type SeriesScope = (typeof SERIES_SCOPES)[number];

/**
 * The days of a series from its first on. Monthly keeps the weekday and its place in the month (the second Tuesday);
 * a fifth, which not every month has, becomes the last of its weekday.
 */
export function seriesDays(first: Day, repeat: Repeat, count: number): Day[] {
  if (repeat === "once") return [first];
  return Array.from({ length: count }, (_, index) => {
    if (repeat === "monthly") return sameWeekdayLater(first, index);
    return addDays(first, index * (repeat === "weekly" ? 7 : 14));
  });
}

function sameWeekdayLater(first: Day, months: number): Day {
  const place = Math.ceil(+first.slice(8) / 7);
  const start = addMonths(`${monthOf(first)}-01`, months);
  const earliest = addDays(start, (((toNumber(first) - toNumber(start)) % 7) + 7) % 7);
  const wanted = addDays(earliest, (place - 1) * 7);
  return wanted > lastDayOfMonth(monthOf(start)) ? addDays(wanted, -7) : wanted;
}
