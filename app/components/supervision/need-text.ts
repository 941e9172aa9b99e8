import { useTranslation } from "react-i18next";

import type { Need } from "../../domain/supervision/urgency";
import { quarterName } from "../../i18n/format";
import { useLocale } from "../locale";

/** Why somebody needs a session, in words. */
export function useNeedText(): (need: Need) => string {
  const { t } = useTranslation();
  const locale = useLocale();
  return (need) => {
    if (need.reason === "missed") return t("supervision.waiting.missed", { count: need.missing });
    if (need.reason === "due")
      return t("supervision.waiting.due", { quarter: quarterName(need.quarter, locale), days: need.daysLeft });
    return need.quietDays === null
      ? t("supervision.waiting.overloaded")
      : t("supervision.waiting.overloadedDays", { days: need.quietDays });
  };
}
