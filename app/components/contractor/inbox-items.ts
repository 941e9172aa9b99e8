import type { TFunction } from "i18next";

import { findingText, type FindingInWords } from "../../i18n/flag-text";
import type { Locale } from "../../i18n/resources";
import type { Day } from "../../lib/calendar";
import type { InboxItem, InboxStatus } from "../flag-inbox";

/** A flag with its subject, as the own contractor may see it. */
export type ShownFlag = FindingInWords & {
  flagId: string;
  status: InboxStatus;
  staffCode: string;
  staffName: string | null;
  officeName: string | null;
  officeNameEn: string | null;
  raisedOn: Day;
  dueOn: Day | null;
};

/** An office's or contract's name in the reader's language. */
export function nameIn(locale: Locale, name: string | null, nameEn: string | null): string | null {
  return locale === "en" ? (nameEn ?? name) : name;
}

/** A flag as an entry of the inbox; an open one past its due date is late. */
export function inboxItem(t: TFunction, locale: Locale, flag: ShownFlag, day: Day): InboxItem {
  return {
    key: flag.flagId,
    severity: flag.severity,
    sentence: t("contractor.inbox.sentence", {
      name: flag.staffName ?? flag.staffCode,
      finding: findingText(t, locale, flag)[0],
    }),
    place: nameIn(locale, flag.officeName, flag.officeNameEn) ?? undefined,
    status: flag.status,
    raisedOn: flag.raisedOn,
    dueOn: flag.status === "resolved" ? null : flag.dueOn,
    late: flag.status === "open" && flag.dueOn !== null && flag.dueOn < day,
    action: {
      to: `/contractor/flags/${flag.flagId}`,
      label: t(flag.status === "open" ? "contractor.inbox.confirm" : "contractor.inbox.open"),
    },
  };
}
