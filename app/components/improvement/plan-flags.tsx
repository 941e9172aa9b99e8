import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { PlanFlag } from "../../domain/improvement/plan";
import { dayInYear } from "../../i18n/format";
import { nameIn, subjectName } from "../contractor/inbox-items";
import { useLocale } from "../locale";
import { SeverityBadge } from "../status";

/** Flags by whom they are about, for the contractor; with a name for the checkboxes they can be chosen. */
export function PlanFlags({ flags, label, select }: { flags: readonly PlanFlag[]; label: string; select?: string }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <ul aria-label={label} className="divide-y divide-solid-gray-300 border-y border-solid-gray-300">
      {flags.map((flag) => {
        const name = subjectName(t, locale, flag);
        const status = flag.resolvedOn ? "resolved" : (flag.status as "open" | "acknowledged" | "plan_agreed");
        return (
          <li key={flag.flagId} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2 text-std-16N-170">
            {select && (
              <input
                type="checkbox"
                name={select}
                value={flag.flagId}
                defaultChecked
                aria-label={t("improvement.flag.select", { name })}
                className="size-6 accent-key-900"
              />
            )}
            <SeverityBadge severity={flag.severity} />
            <Link to={`/contractor/flags/${flag.flagId}`} className="link inline-flex min-h-11 items-center">
              {name}
            </Link>
            <span className="text-dns-14N-130 text-solid-gray-700">
              {[
                nameIn(locale, flag.officeName, flag.officeNameEn),
                t("figures.inbox.since", { day: dayInYear(flag.raisedOn, locale) }),
                t("figures.inbox.status", { status: t(`glossary.flagStatus.${status}`) }),
              ]
                .filter(Boolean)
                .join(" / ")}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
