import { useTranslation } from "react-i18next";

import type { Overview } from "../../domain/supervision/session";
import type { Need } from "../../domain/supervision/urgency";
import { decimal, shortDay } from "../../i18n/format";
import { LinkButton } from "../button";
import { useLocale } from "../locale";
import { SeverityBadge } from "../status";
import { useNeedText } from "./need-text";

const MARKS: Record<Need["reason"], { mark: string; className: string }> = {
  missed: { mark: "×", className: "bg-red-100 text-red-1100" },
  due: { mark: "△", className: "bg-yellow-100 text-yellow-1200" },
  overloaded: { mark: "!", className: "bg-yellow-100 text-yellow-1200" },
};

/** Who needs a session, the most urgent first, each with one button. */
export function WaitingList({ waiting }: { waiting: Overview["waiting"] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const needText = useNeedText();
  return (
    <ul className="divide-y divide-solid-gray-300 border-y border-solid-gray-300">
      {waiting.map((row) => {
        const mark = MARKS[row.need.reason];
        return (
          <li key={row.staffId} className="flex flex-col gap-3 py-4 md:flex-row md:items-center">
            <div className="min-w-0 grow">
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <span className="text-std-17B-170">{row.name}</span>
                <span className={`rounded-4 px-2 py-1 text-dns-16N-130 ${mark.className}`}>
                  <span aria-hidden="true">{mark.mark} </span>
                  {needText(row.need)}
                </span>
                {row.severity && <SeverityBadge severity={row.severity} />}
              </p>
              <p className="flex flex-wrap gap-x-4 text-dns-14N-130 text-solid-gray-700">
                {row.officeName && (
                  <span>{locale === "en" ? (row.officeNameEn ?? row.officeName) : row.officeName}</span>
                )}
                <span>
                  {row.lastAttendedOn
                    ? t("supervision.waiting.last", { day: shortDay(row.lastAttendedOn, locale) })
                    : t("supervision.waiting.never")}
                </span>
                <span>{t("supervision.waiting.load", { cases: row.annualCases, cap: decimal(row.cap, locale) })}</span>
              </p>
            </div>
            <LinkButton
              to={`/supervision/sessions/new?staff=${row.staffId}`}
              look={row.need.reason === "missed" ? "fill" : "outline"}
              className="w-full shrink-0 whitespace-nowrap md:w-40 print:hidden"
              aria-label={t("supervision.scheduleFor", { name: row.name })}
            >
              {t("supervision.scheduleShort")}
            </LinkButton>
          </li>
        );
      })}
    </ul>
  );
}
