import { useTranslation } from "react-i18next";

import type { Severity } from "../domain/workforce/vocabulary";
import { dayInYear } from "../i18n/format";
import type { Day } from "../lib/calendar";
import { LinkButton } from "./button";
import { useLocale } from "./locale";
import { SeverityBadge } from "./status";

export type InboxStatus = "open" | "acknowledged" | "plan_agreed" | "resolved";
export type InboxItem = {
  key: string;
  severity: Severity;
  /** What is the matter, in words. */
  sentence: string;
  /** What else there is to say, a line each. */
  more?: string[];
  /** Where: office, contract. */
  place?: string;
  status?: InboxStatus;
  raisedOn?: Day;
  dueOn?: Day | null;
  /** Days past the due date make the item late. */
  late?: boolean;
  /** The one thing to do about it; none where the page itself is what there is to see. */
  action?: { to: string; label: string };
};

type Props = {
  items: InboxItem[];
  label: string;
  /** Where several can be chosen: the checkboxes' name; each has the item's key as its value. */
  select?: string;
};

/** What waits for somebody: severity, sentence, where, since when, due, state, and one button each. */
export function FlagInbox({ items, label, select }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <ul aria-label={label} className="divide-y divide-solid-gray-300 border-y border-solid-gray-300">
      {items.map((item) => (
        <li key={item.key} className="flex break-inside-avoid flex-col gap-3 py-4 md:flex-row md:items-center">
          {select && (
            <input
              type="checkbox"
              name={select}
              value={item.key}
              aria-label={t("improvement.flag.select", { name: item.sentence })}
              className="size-6 shrink-0 accent-key-900 print:hidden"
            />
          )}
          <div className="shrink-0 md:w-20">
            <SeverityBadge severity={item.severity} />
          </div>
          <div className="min-w-0 grow">
            <p className="text-std-16N-170">{item.sentence}</p>
            {item.more && item.more.length > 0 && (
              <ul className="list-disc pl-6 text-dns-16N-130 text-solid-gray-800">
                {item.more.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            )}
            <p className="flex flex-wrap gap-x-4 text-dns-14N-130 text-solid-gray-700">
              {item.place && <span>{item.place}</span>}
              {item.raisedOn && <span>{t("figures.inbox.since", { day: dayInYear(item.raisedOn, locale) })}</span>}
              {item.dueOn && (
                <span className={item.late ? "font-700 text-error-2" : undefined}>
                  {t(item.late ? "figures.inbox.late" : "figures.inbox.due", { day: dayInYear(item.dueOn, locale) })}
                </span>
              )}
              {item.status && (
                <span>{t("figures.inbox.status", { status: t(`glossary.flagStatus.${item.status}`) })}</span>
              )}
            </p>
          </div>
          {item.action && (
            <LinkButton
              to={item.action.to}
              look={item.status === "open" ? "fill" : "outline"}
              className="w-full shrink-0 whitespace-nowrap md:w-36 print:hidden"
            >
              {item.action.label}
              <span className="sr-only">：{item.sentence}</span>
            </LinkButton>
          )}
        </li>
      ))}
    </ul>
  );
}
