import type { TFunction } from "i18next";

import { clocks } from "../../domain/improvement/clocks";
import type { PlanStatus } from "../../domain/improvement/plan";
import { dayInYear, longDay } from "../../i18n/format";
import { findingText, type FindingInWords } from "../../i18n/flag-text";
import type { Locale } from "../../i18n/resources";
import type { Day } from "../../lib/calendar";
import type { InboxItem, InboxStatus } from "../flag-inbox";

/** A flag with its subject, as the own contractor may see it. */
export type ShownFlag = FindingInWords & {
  flagId: string;
  status: InboxStatus;
  staffCode: string | null;
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

/** Whom a flag is about: a worker, an office, or the contract as a whole. */
export function subjectName(
  t: TFunction,
  locale: Locale,
  flag: Pick<ShownFlag, "staffName" | "staffCode" | "officeName" | "officeNameEn">,
): string {
  return (
    flag.staffName ?? flag.staffCode ?? nameIn(locale, flag.officeName, flag.officeNameEn) ?? t("flag.survey.whole")
  );
}

/** The plan that answers a flag, by flag. */
export type FlagPlans = Readonly<Record<string, { status: PlanStatus; proposedOn: Day | null }>>;

/** A flag as an entry of the inbox; one past its last day that no proposed plan answers is late. */
export function inboxItem(t: TFunction, locale: Locale, flag: ShownFlag, day: Day, plans: FlagPlans = {}): InboxItem {
  const plan = plans[flag.flagId];
  const clock = clocks(
    { kind: "flag", dueOn: flag.dueOn, resolvedOn: null, proposedOn: plan?.proposedOn ?? null },
    day,
  ).contractor;
  return {
    key: flag.flagId,
    severity: flag.severity,
    sentence: t("contractor.inbox.sentence", {
      name: subjectName(t, locale, flag),
      finding: findingText(t, locale, flag)[0],
    }),
    place: nameIn(locale, flag.officeName, flag.officeNameEn) ?? undefined,
    status: flag.status,
    raisedOn: flag.raisedOn,
    ...(plan && { more: [t("improvement.flag.state", { status: t(`improvement.status.${plan.status}`) })] }),
    dueOn: flag.status === "resolved" || clock.state === "answered" ? null : flag.dueOn,
    late: flag.status !== "resolved" && flag.status !== "plan_agreed" && clock.state === "late",
    action: {
      to: `/contractor/flags/${flag.flagId}`,
      label: t(flag.status === "open" ? "contractor.inbox.confirm" : "contractor.inbox.open"),
    },
  };
}

type Waiting = {
  escalated: readonly { staffId: string; staffName: string; madeOn: Day }[];
  disputes: readonly { staffId: string; staffName: string; heldOn: Day; comment: string | null }[];
};

/** Of supervision only what calls for the employer: an urgent request left without an answer, a disputed record. */
export function supervisionItems(t: TFunction, locale: Locale, { escalated, disputes }: Waiting): InboxItem[] {
  return [
    ...escalated.map(({ staffId, staffName, madeOn }) => ({
      ...{ key: `request ${staffId} ${madeOn}`, severity: "warning" as const, raisedOn: madeOn },
      sentence: t("session.manager.escalated", { name: staffName, day: dayInYear(madeOn, locale) }),
      place: t("session.manager.escalatedPlace"),
    })),
    ...disputes.map(({ staffId, staffName, heldOn, comment }) => ({
      ...{ key: `dispute ${staffId} ${heldOn}`, severity: "watch" as const },
      sentence: t("session.manager.dispute", { name: staffName, day: longDay(heldOn, locale) }),
      more: comment ? [comment] : [],
    })),
  ];
}
