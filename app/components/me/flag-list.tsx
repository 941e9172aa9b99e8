import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { Finding } from "../../domain/flag/finding";
import { findingText, paragraph } from "../../i18n/flag-text";
import { dayInYear } from "../../i18n/format";
import type { Day } from "../../lib/calendar";
import { useLocale } from "../locale";
import { SeverityBadge } from "../status";

export type OwnFlag = Pick<Finding, "rule" | "severity" | "figures" | "factors"> & { flagId: string; raisedOn: Day };

/** One's own flags: severity, what was found, and the way to what it rests on. */
export function FlagList({ flags }: { flags: OwnFlag[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <ul className="divide-y divide-solid-gray-300 border-y border-solid-gray-300">
      {flags.map((flag) => (
        <li key={flag.flagId} className="flex flex-col gap-2 py-4 md:flex-row md:items-center md:gap-4">
          <div className="shrink-0 md:w-20">
            <SeverityBadge severity={flag.severity} />
          </div>
          <div className="min-w-0 grow">
            <p className="text-std-16N-170">{paragraph(findingText(t, locale, flag).slice(0, 1), locale)}</p>
            <p className="flex flex-wrap gap-x-4 text-dns-14N-130 text-solid-gray-700">
              <span>{t(`flag.rule.${flag.rule}.name`)}</span>
              <span>{t("me.flag.since", { day: dayInYear(flag.raisedOn, locale) })}</span>
            </p>
          </div>
          <Link
            to={`/me/flags/${flag.flagId}`}
            className="link inline-flex min-h-11 shrink-0 items-center text-std-16N-170"
          >
            {t("me.flags.open")}
            <span className="sr-only">：{t(`flag.rule.${flag.rule}.name`)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
