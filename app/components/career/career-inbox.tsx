import type { TFunction } from "i18next";
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { CareerInbox as Inbox, RenewalNotice } from "../../domain/career/record";
import { dayInYear, decimal } from "../../i18n/format";
import type { Locale } from "../../i18n/resources";
import { FlagInbox, type InboxItem } from "../flag-inbox";
import { useLocale } from "../locale";
import { Section } from "../page";

/** What of qualifications and careers waits for the manager; nothing where nothing waits. */
export function CareerInboxSection({ inbox }: { inbox: Inbox }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const items = itemsOf(t, locale, inbox);
  if (items.length === 0) return null;
  const title = t("career.inbox.title", { count: items.length });
  return (
    <Section
      id="careers"
      title={title}
      actions={
        <Link to="/contractor/qualifications" className="link text-std-16N-170">
          {t("career.inbox.all")}
        </Link>
      }
    >
      <FlagInbox label={title} items={items} />
    </Section>
  );
}

const SEVERITIES = { prepare: "watch", open: "watch", closing: "warning", closed: "critical" } as const;

function itemsOf(t: TFunction, locale: Locale, inbox: Inbox): InboxItem[] {
  const { qualifications, posts, exempt, renewals } = inbox;
  const toVerify: InboxItem[] = [];
  const base = { severity: "watch", status: "open" } as const;
  if (qualifications > 0)
    toVerify.push({
      ...{ key: "qualifications", ...base, sentence: t("career.inbox.toVerify", { count: qualifications }) },
      action: { to: "/contractor/qualifications?state=pending", label: t("career.inbox.look") },
    });
  if (posts > 0)
    toVerify.push({
      ...{ key: "posts", ...base, sentence: t("career.inbox.posts", { count: posts }) },
      action: { to: "/contractor/careers?sort=-posts", label: t("career.inbox.look") },
    });
  return [
    ...renewals.map((notice) => ({
      ...{ key: `renewal ${notice.staffId}`, severity: SEVERITIES[notice.stage] },
      sentence: t("career.inbox.renewal", {
        name: notice.name ?? notice.staffCode,
        text: renewalText(t, locale, notice),
      }),
      action: { to: `/contractor/workers/${notice.staffId}/career#renewal`, label: t("career.inbox.open") },
    })),
    ...toVerify,
    ...exempt.map(({ staffId, staffCode, name, hours }) => ({
      ...{ key: `exempt ${staffId}`, ...base },
      sentence: t("career.inbox.exempt", { name: name ?? staffCode, hours: decimal(hours, locale, 2) }),
      action: { to: `/contractor/workers/${staffId}/career#renewal`, label: t("career.inbox.look") },
    })),
  ];
}

function renewalText(t: TFunction, locale: Locale, notice: RenewalNotice): string {
  const sentence = t(`career.inbox.stage.${notice.stage}`, {
    ...{ opens: dayInYear(notice.opensOn, locale), closes: dayInYear(notice.closesOn, locale) },
    expires: dayInYear(notice.expiresOn, locale),
    count: notice.stage === "closing" ? notice.daysToClose : notice.daysLeft,
  });
  if (notice.hoursMissing === 0 || notice.stage === "closed") return sentence;
  return `${sentence} ${t("career.task.hours", { hours: decimal(notice.hoursMissing, locale, 2) })}`;
}
