import { useTranslation } from "react-i18next";

import { definitionOf } from "../../domain/kpi/catalogue";
import type { Indicator } from "../../domain/kpi/indicator";
import type { Day } from "../../lib/calendar";
import { Bullet } from "../bullet";
import { DistanceText } from "./distance-text";
import { IndicatorDefinition } from "./indicator-definition";
import { useIndicatorText } from "./indicator-text";
import { Judgement } from "./judgement";

/** Indicators of the monthly return, one line each: name, value, judgement, distance, bullet. */
export function CompactIndicators({ indicators, day }: { indicators: Indicator[]; day: Day }) {
  const { t } = useTranslation();
  const text = useIndicatorText();
  return (
    <ul className="grid gap-x-8 md:grid-cols-2">
      {indicators.map((indicator) => (
        <li key={indicator.key} className="break-inside-avoid border-b border-solid-gray-300 py-3">
          <p className="text-std-16B-170">{text.name(indicator.key)}</p>
          <div className="flex flex-wrap items-center gap-x-4">
            <div className="min-w-44 grow">
              <p className="flex flex-wrap items-baseline gap-x-2">
                <span className="text-std-20B-150 tabular">{text.value(indicator.key, indicator.value)}</span>
                {indicator.value === null ? (
                  <span className="text-dns-14N-130 text-solid-gray-700">{t("figures.notReported")}</span>
                ) : (
                  <Judgement met={indicator.met} />
                )}
              </p>
              <p className="text-dns-14N-130 text-solid-gray-700">
                {t("figures.target", { value: text.target(indicator) })}
                {indicator.value !== null && (
                  <span className="block">
                    <DistanceText indicator={indicator} />
                  </span>
                )}
              </p>
            </div>
            <div className="w-44">
              <Bullet
                label={t("figures.bulletLabel", {
                  name: text.name(indicator.key),
                  value: text.value(indicator.key, indicator.value),
                  target: text.target(indicator),
                  judgement: text.judgement(indicator.met),
                })}
                value={indicator.value}
                target={indicator.target}
                max={definitionOf(indicator.key).unit === "percent" ? 100 : undefined}
                met={indicator.met}
                reference={definitionOf(indicator.key).baseline}
              />
            </div>
          </div>
          <IndicatorDefinition indicator={indicator} day={day} />
        </li>
      ))}
    </ul>
  );
}
