import { useTranslation } from "react-i18next";

import { definitionOf } from "../../domain/kpi/catalogue";
import type { Indicator } from "../../domain/kpi/indicator";
import { decimal, longDay } from "../../i18n/format";
import type { Day } from "../../lib/calendar";
import { useLocale } from "../locale";
import { useIndicatorText } from "./indicator-text";

/** What a figure rests on: formula, numerator and denominator, day, source. */
export function IndicatorDefinition({ indicator, day }: { indicator: Indicator; day: Day }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const text = useIndicatorText();
  const { numerator, denominator } = indicator;
  const rows = [
    [t("figures.definition.formula"), t(`kpi.definition.${indicator.key}`)],
    [
      t("figures.definition.figures"),
      numerator === null
        ? t("common.noDataLong")
        : denominator === null
          ? decimal(numerator, locale, 2)
          : t("figures.definition.ratio", {
              numerator: decimal(numerator, locale, 2),
              denominator: decimal(denominator, locale, 2),
            }),
    ],
    [t("figures.definition.asOf"), longDay(day, locale)],
    [t("figures.definition.source"), t(`figures.definition.${sourceOf(indicator)}`)],
  ];
  return (
    <details className="print:hidden">
      <summary className="link inline-flex min-h-11 cursor-pointer items-center text-dns-14N-130">
        {t("figures.definition.open")}
        <span className="sr-only">：{text.name(indicator.key)}</span>
      </summary>
      <dl className="mb-2 grid gap-x-4 gap-y-1 rounded-8 bg-solid-gray-50 px-4 py-3 text-dns-14N-130 sm:grid-cols-[8em_1fr]">
        {rows.map(([term, detail]) => (
          <div key={term} className="contents">
            <dt className="font-700">{term}</dt>
            <dd>{detail}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function sourceOf(indicator: Indicator): "fromRecords" | "fromReturn" | "fromSurvey" {
  if (definitionOf(indicator.key).aggregation !== null) return "fromReturn";
  return indicator.key === "worthwhileShare" ? "fromSurvey" : "fromRecords";
}
