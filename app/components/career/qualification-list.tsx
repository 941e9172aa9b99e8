import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { Held } from "../../domain/qualification/register";
import { shortDay } from "../../i18n/format";
import { daysBetween, type Day } from "../../lib/calendar";
import { useLocale } from "../locale";
import { RejectionNote, VerificationMark } from "./verification";

/** A person's qualifications whatever their state, each with its end and a link to its own page. */
export function HeldList({ rows, day, to }: { rows: Held[]; day: Day; to: (row: Held) => string }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <ul className="divide-y divide-solid-gray-300 border-y border-solid-gray-300">
      {rows.map((row) => (
        <li key={row.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
          <Link to={to(row)} className="link inline-flex min-h-11 grow items-center text-std-16B-170">
            {t(`glossary.qualification.${row.kind}`)}
          </Link>
          <VerificationMark state={row.verification} />
          <p className="flex w-full flex-wrap gap-x-4 text-dns-14N-130 text-solid-gray-700">
            <span>{t("career.qualification.obtained", { day: shortDay(row.obtainedOn, locale) })}</span>
            <ExpiryText expiresOn={row.expiresOn} day={day} />
            {row.number && <span>{t("career.qualification.numbered", { number: row.number })}</span>}
            <span>{t("career.qualification.files", { count: row.evidence })}</span>
          </p>
          <RejectionNote note={row.rejectionNote} />
        </li>
      ))}
    </ul>
  );
}

/** The last valid day in words, with the days left where it is near. */
export function ExpiryText({ expiresOn, day }: { expiresOn: Day | null; day: Day }) {
  const { t } = useTranslation();
  const locale = useLocale();
  if (expiresOn === null) return <span>{t("career.qualification.lasting")}</span>;
  const daysLeft = daysBetween(day, expiresOn);
  const until = t("career.qualification.expires", { day: shortDay(expiresOn, locale) });
  if (daysLeft < 0)
    return <span className="font-700 text-error-2">× {t("career.qualification.expired", { until })}</span>;
  if (daysLeft > NEAR_DAYS) return <span>{until}</span>;
  return <span className="font-700">△ {t("career.qualification.daysLeft", { until, count: daysLeft })}</span>;
}

const NEAR_DAYS = 120;
