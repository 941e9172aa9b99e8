import type { TFunction } from "i18next";

import type { GroupName } from "../../domain/survey/result-page";
import type { Locale } from "../../i18n/resources";

/** A group of results by its name: the whole contract, an office, several together, or an office over two surveys. */
export function resultGroupName(t: TFunction, locale: Locale, { scope, names }: GroupName): string {
  const joined = names.map((name) => name[locale]).join(t("survey.results.join"));
  if (scope === "all") return t("survey.results.group.all");
  return scope === "unit" ? joined : t(`survey.results.group.${scope}`, { names: joined });
}

/** A share in whole percent. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 100);
}
