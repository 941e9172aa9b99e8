import { Form, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { IndicatorKey } from "../../domain/kpi/catalogue";
import type { Indicator } from "../../domain/kpi/indicator";
import { Button } from "../button";
import { useIndicatorText } from "../kpi/indicator-text";
import { IndicatorTrend } from "../kpi/kpi-card";
import { trendPoints, type PastValues } from "../kpi/trend-points";
import { useLocale } from "../locale";

export type ContractTrend = { key: string; name: string; indicator: Indicator; past: PastValues };

/** One indicator's twelve months, a small chart for each contract on the same terms; which indicator is in the address. */
export function TrendMultiples(props: { keys: IndicatorKey[]; chosen: IndicatorKey; trends: ContractTrend[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const text = useIndicatorText();
  const [params] = useSearchParams();
  return (
    <>
      <Form method="get" preventScrollReset className="flex flex-wrap items-end gap-3 print:hidden">
        {[...params]
          .filter(([key]) => key !== "indicator")
          .map(([key, value]) => (
            <input key={`${key}=${value}`} type="hidden" name={key} value={value} />
          ))}
        <label className="flex flex-col gap-1 text-dns-14N-130">
          {t("ward.trend.choose")}
          <select
            key={props.chosen}
            name="indicator"
            defaultValue={props.chosen}
            className="min-h-11 rounded-8 border border-solid-gray-600 bg-white px-3 text-dns-16N-130"
          >
            {props.keys.map((key) => (
              <option key={key} value={key}>
                {text.name(key)}
              </option>
            ))}
          </select>
        </label>
        <Button look="outline" className="min-h-11">
          {t("ward.trend.show")}
        </Button>
      </Form>
      <div className="mt-4 grid gap-x-8 gap-y-6 md:grid-cols-2">
        {props.trends.map((trend) => (
          <article key={trend.key}>
            <h3 className="text-std-16B-170">{trend.name}</h3>
            {trend.past.every((point) => point.values[trend.indicator.key] == null) ? (
              <p className="text-dns-16N-130 text-solid-gray-700">{t("common.noDataLong")}</p>
            ) : (
              <IndicatorTrend
                compact
                place={trend.name}
                indicator={trend.indicator}
                points={trendPoints(trend.past, trend.indicator, locale)}
              />
            )}
          </article>
        ))}
      </div>
    </>
  );
}
