import { useTranslation } from "react-i18next";

import { definitionOf, type IndicatorDefinition, type IndicatorKey } from "../../domain/kpi/catalogue";
import type { Indicator } from "../../domain/kpi/indicator";
import { decimal } from "../../i18n/format";
import { useLocale } from "../locale";

/** How an indicator's figures are written in the reader's language. */
export function useIndicatorText() {
  const { t } = useTranslation();
  const locale = useLocale();
  const withUnit = (key: IndicatorKey, value: number): string =>
    t(`figures.unit.${definitionOf(key).unit satisfies IndicatorDefinition["unit"]}`, {
      value: decimal(value, locale),
    });
  return {
    name: (key: IndicatorKey) => t(`kpi.name.${key}`),
    value: (key: IndicatorKey, value: number | null) => (value === null ? t("common.noData") : withUnit(key, value)),
    /** "≧80%" */
    target: (indicator: Pick<Indicator, "key" | "target" | "direction">) =>
      t(indicator.direction === "higher" ? "figures.atLeast" : "figures.atMost", {
        value: withUnit(indicator.key, indicator.target),
      }),
    judgement: (met: boolean | null) => (met === null ? t("common.noData") : t(met ? "common.met" : "common.notMet")),
  };
}
