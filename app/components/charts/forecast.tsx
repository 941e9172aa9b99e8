import { lazy } from "react";
import { useTranslation } from "react-i18next";

import type { Course } from "../../domain/forecast/course";
import { dayInYear, decimal } from "../../i18n/format";
import { useLocale } from "../locale";
import { ChartFigure, HEIGHTS } from "./figure";

const Plot = lazy(async () => ({ default: (await import("./forecast-plot")).ForecastPlot }));

/** The year's cases to date as a line, the forecast to 31 March as a fan, and the cap as a line to keep below. */
export function ForecastChart({ course, capKind }: { course: Course; capKind: "worker" | "contract" }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const number = (value: number) => decimal(value, locale);
  const cases = (value: number) => t("figures.unit.cases", { value: number(value) });
  const cap = t(`redistribution.forecast.cap.${capKind}`, { value: number(course.cap) });
  const names = {
    count: t("redistribution.forecast.count"),
    mean: t("redistribution.forecast.mean"),
    band: t("redistribution.forecast.band"),
  };
  const last = course.points.at(-1);
  const end = last?.expected ?? { mean: last?.count ?? 0, low: last?.count ?? 0, high: last?.count ?? 0 };
  const title = t("redistribution.forecast.title");
  const description = t("redistribution.forecast.description", {
    ...{ mean: number(end.mean), low: number(end.low), high: number(end.high), cap },
  });
  const points = course.points.map(({ day, count, expected }) => ({
    ...{ key: day, label: dayInYear(day, locale), count, mean: expected?.mean ?? null },
    band: expected ? ([expected.low, expected.high] as [number, number]) : null,
  }));
  const rows = course.points.map(({ day, count, expected }) => ({
    key: day,
    cells: [
      dayInYear(day, locale),
      count === null ? "－" : cases(count),
      expected && count === null ? cases(Math.round(expected.mean * 10) / 10) : "－",
      expected && count === null
        ? t("redistribution.forecast.range", { low: number(expected.low), high: number(expected.high) })
        : "－",
    ],
  }));
  const columns = [t("redistribution.forecast.day"), names.count, names.mean, names.band];
  return (
    <ChartFigure title={title} note={description} table={{ columns, rows }} size="large">
      {() => (
        <Plot
          {...{ title, description, points, names }}
          cap={{ value: course.cap, label: cap }}
          format={cases}
          height={HEIGHTS.large}
        />
      )}
    </ChartFigure>
  );
}
