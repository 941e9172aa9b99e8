import { useTranslation } from "react-i18next";

import { definitionOf } from "../../domain/kpi/catalogue";
import type { Indicator } from "../../domain/kpi/indicator";
import type { Day } from "../../lib/calendar";
import { Bullet } from "../bullet";
import type { TrendPoint } from "../charts/marks";
import { Trend } from "../charts/trend";
import { DistanceText } from "./distance-text";
import { IndicatorDefinition } from "./indicator-definition";
import { useIndicatorText } from "./indicator-text";
import { Judgement } from "./judgement";

/** An indicator in full: value, judgement, distance in words, bullet, comparisons, twelve months, what it rests on. */
export function KpiCard(props: { indicator: Indicator; lastYear: number | null; trend: TrendPoint[]; day: Day }) {
  const { t } = useTranslation();
  const text = useIndicatorText();
  const { indicator } = props;
  const { key, value, forecast } = indicator;
  const { baseline } = definitionOf(key);
  const [name, target] = [text.name(key), text.target(indicator)];
  return (
    <article className="flex break-inside-avoid flex-col rounded-12 border border-solid-gray-300 bg-white p-5">
      <h3 className="text-std-17B-170">{name}</h3>
      <div className="mt-1 flex flex-wrap items-baseline gap-x-3">
        <span className="text-std-32B-150 tabular">{text.value(key, value)}</span>
        <Judgement met={indicator.met} />
      </div>
      <p className="text-std-16N-170">
        <DistanceText indicator={indicator} />
      </p>
      <div className="mt-2">
        <Bullet
          label={t("figures.bulletLabel", {
            ...{ name, value: text.value(key, value), target, judgement: text.judgement(indicator.met) },
          })}
          value={value}
          target={indicator.target}
          max={definitionOf(key).unit === "percent" ? 100 : undefined}
          met={indicator.met}
          reference={props.lastYear}
          band={forecast ?? null}
        />
      </div>
      <ul className="text-dns-14N-130 text-solid-gray-700">
        <li>{t("figures.target", { value: target })}</li>
        {forecast && (
          <li>
            {t("figures.forecast", {
              mean: text.value(key, forecast.mean),
              low: text.value(key, forecast.low),
              high: text.value(key, forecast.high),
            })}
          </li>
        )}
        <li>{t("figures.lastYear", { value: text.value(key, props.lastYear) })}</li>
        {baseline !== null && <li>{t("figures.baseline", { value: text.value(key, baseline) })}</li>}
      </ul>
      <div className="mt-3">
        <IndicatorTrend indicator={indicator} points={props.trend} compact />
        <IndicatorDefinition indicator={indicator} day={props.day} />
      </div>
    </article>
  );
}

/** An indicator's twelve months; nothing where there never was a value. */
export function IndicatorTrend(props: {
  indicator: Indicator;
  points: TrendPoint[];
  compact?: boolean;
  /** Whose figures they are, where several charts stand side by side. */
  place?: string;
}) {
  const { t } = useTranslation();
  const text = useIndicatorText();
  const { indicator, points } = props;
  if (points.every((point) => point.value === null)) return null;
  const name = [props.place, text.name(indicator.key)].filter(Boolean).join(" ");
  const target = text.target(indicator);
  return (
    <Trend
      title={t("figures.trendTitle", { name })}
      description={t("figures.trendDescription", { name, target })}
      points={points}
      target={indicator.target}
      targetLabel={t("figures.target", { value: target })}
      format={(value) => text.value(indicator.key, value)}
      columns={[t("figures.month"), t("figures.value"), t("figures.judgement")]}
      judgement={text.judgement}
      noData={t("common.noData")}
      compact={props.compact}
      top={definitionOf(indicator.key).unit === "percent" ? 100 : undefined}
    />
  );
}
