import { useTranslation } from "react-i18next";

import type { Indicator } from "../../domain/kpi/indicator";
import { distanceSentence } from "../../i18n/kpi-text";
import { useLocale } from "../locale";

/** How far the indicator is from its target, in words. */
export function DistanceText({ indicator }: { indicator: Indicator }) {
  const { t } = useTranslation();
  return <>{distanceSentence(t, useLocale(), indicator)}</>;
}
