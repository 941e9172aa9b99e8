import { useTranslation } from "react-i18next";

import type { ResultPage } from "../../domain/survey/result-page";
import { fiscalYearName, longDay } from "../../i18n/format";
import { useLocale } from "../locale";

/** The line under a result's title: year, kind and the days on which it was open. */
export function useResultLead(page: Pick<ResultPage, "fiscalYear" | "kind" | "openedOn" | "closedOn">): string {
  const { t } = useTranslation();
  const locale = useLocale();
  return t("survey.results.lead", {
    ...{ year: fiscalYearName(page.fiscalYear, locale), kind: t(`survey.manage.kinds.${page.kind}`) },
    ...{ from: longDay(page.openedOn, locale), to: longDay(page.closedOn, locale) },
  });
}
