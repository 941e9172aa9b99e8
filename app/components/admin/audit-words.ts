import type { TFunction } from "i18next";

import { ROLES } from "../../domain/access/policy";
import texts from "../../i18n/ja/admin-log";

const KNOWN = Object.keys(texts.audit.actions) as (keyof typeof texts.audit.actions)[];

/** The name of a logged action; one without a text is shown as it is stored. */
export function actionName(t: TFunction, action: string): string {
  const known = KNOWN.find((one) => one === action);
  // why: the stored names contain a dot, which a key path would read as a level.
  return known ? t("admin.log.audit.actions", { returnObjects: true })[known] : action;
}

/** The name of the right in which something was done. */
export function roleName(t: TFunction, role: string): string {
  const known = ROLES.find((one) => one === role);
  return known ? t(`glossary.access.${known}`) : t("admin.log.audit.system");
}
