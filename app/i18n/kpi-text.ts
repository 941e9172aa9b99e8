/** An indicator's distance to its target as a sentence: small numbers as "5 of 7, one short of the target". */
import type { TFunction } from "i18next";

import { definitionOf } from "../domain/kpi/catalogue";
import { distance } from "../domain/kpi/distance";
import type { Indicator } from "../domain/kpi/indicator";
import { decimal } from "./format";
import type { Locale } from "./resources";

/** The sentence in the language of `t`. */
export function distanceSentence(t: TFunction, locale: Locale, indicator: Indicator): string {
  const { unit, aggregation } = definitionOf(indicator.key);
  // why: shares computed from records count people; those of the monthly return count consultations and cases.
  const counted = aggregation === null ? "people" : "items";
  const number = (value: number) => decimal(value, locale);
  const away = distance(indicator);
  switch (away.code) {
    case "noData":
      return t("kpi.distance.noData");
    case "shareMet":
      return t(`kpi.distance.${counted}.shareMet`, { have: number(away.have), of: number(away.of) });
    case "short":
      return t(`kpi.distance.${counted}.short`, { count: away.missing, have: number(away.have), of: number(away.of) });
    case "withinShare":
      return t("kpi.distance.items.withinShare", {
        ...{ have: number(away.have), of: number(away.of), allowed: number(away.allowed) },
      });
    case "tooMany":
      return t("kpi.distance.items.tooMany", { count: away.excess, have: number(away.have), of: number(away.of) });
    default: {
      const written = (value: number) => t(`kpi.distance.gap.${unit}`, { value: number(value) });
      return t(`kpi.distance.${away.code}`, { gap: written(away.gap), target: written(away.target) });
    }
  }
}
