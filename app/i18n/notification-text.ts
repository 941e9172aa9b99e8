/** Notifications in sentences: what happened, and in whose or which office's case. */
import type { TFunction } from "i18next";

import type { NotificationKind, Params } from "../domain/notification/happenings";
import { longDay } from "./format";
import type { Locale } from "./resources";

export type NotificationInWords = { kind: NotificationKind; area: string; params: Params };

/** The sentence of a notification. To a worker it speaks of the reader's own records and names nobody. */
export function notificationText(t: TFunction, locale: Locale, { kind, area, params }: NotificationInWords): string {
  const { rule, due, qualification, count, of } = params;
  const text = t(`notification.text.${kind}`, {
    rule: rule ? t(`flag.rule.${rule}.name`) : "",
    due: due ? longDay(due, locale) : "",
    qualification: qualification ? t(`glossary.qualification.${qualification}`) : "",
  });
  const counted = count === undefined || of === undefined ? "" : t("notification.counted", { count, of });
  const who = area === "me" ? null : whoText(t, params);
  return capital((who ? t("notification.about", { who, text }) : text) + counted);
}

/** A staff code with the office, offices, or the whole contract; null where no part of a contract is meant. */
function whoText(t: TFunction, { rule, staff, offices = [] }: Params): string | null {
  const codes = offices.join(t("notification.and"));
  if (staff)
    return codes ? t("notification.who.staffAt", { staff, office: codes }) : t("notification.who.staff", { staff });
  if (codes) return t("notification.who.office", { offices: codes });
  return rule ? t("notification.who.contract") : null;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
