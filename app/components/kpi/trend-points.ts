import type { IndicatorKey } from "../../domain/kpi/catalogue";
import type { Indicator } from "../../domain/kpi/indicator";
import { dayInYear, monthName } from "../../i18n/format";
import type { Locale } from "../../i18n/resources";
import { lastDayOfMonth, monthOf, type Day } from "../../lib/calendar";
import type { TrendPoint } from "../charts/marks";

/** Past values by day, oldest first. */
export type PastValues = { day: Day; values: Partial<Record<IndicatorKey, number | null>> }[];

/** An indicator's past values as a chart takes them: month ends by the month's name, any other day by its date. */
export function trendPoints(
  past: PastValues,
  indicator: Pick<Indicator, "key" | "target" | "direction">,
  locale: Locale,
): TrendPoint[] {
  return past.map(({ day, values }) => {
    const value = values[indicator.key] ?? null;
    const isEnd = lastDayOfMonth(monthOf(day)) === day;
    const label = isEnd ? monthName(monthOf(day), locale) : dayInYear(day, locale);
    const met =
      value === null ? null : indicator.direction === "higher" ? value >= indicator.target : value <= indicator.target;
    return { key: day, label, value, met };
  });
}
