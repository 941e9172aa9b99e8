import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { TrainingRow } from "../../domain/training/record";
import { decimal, shortDay } from "../../i18n/format";
import { useLocale } from "../locale";
import { ApprovalMark } from "../training/approval-mark";

/** Training records, newest first, each with the way to its page; what waits or was rejected says so. */
export function TrainingList({ rows }: { rows: TrainingRow[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <ul className="divide-y divide-solid-gray-300 border-y border-solid-gray-300">
      {rows.map((row) => (
        <li key={row.id} className="flex flex-wrap items-center gap-x-6 gap-y-1 py-3">
          <div className="min-w-0 grow basis-64">
            <p className="text-std-16B-170">
              <Link to={`/me/training/${row.id}`} className="link inline-flex min-h-11 items-center">
                {row.title}
              </Link>
            </p>
            <p className="flex flex-wrap gap-x-4 text-dns-14N-130 text-solid-gray-700">
              <span>{shortDay(row.attendedOn, locale)}</span>
              <span>{t(`glossary.topic.${row.topic}`)}</span>
              <span>{t(`glossary.format.${row.format}`)}</span>
              {row.provider && <span>{row.provider}</span>}
              {row.inWorkingTime && <span>{t("me.training.inWorkingTime")}</span>}
              {row.publiclyFunded && <span>{t("me.training.publiclyFunded")}</span>}
            </p>
            {row.approval === "rejected" && row.decisionNote && (
              <p className="text-std-16N-170">{t("course.record.reason", { reason: row.decisionNote })}</p>
            )}
          </div>
          {row.approval !== "approved" && <ApprovalMark approval={row.approval} />}
          <p className={`text-std-17B-170 tabular ${row.approval === "approved" ? "" : "text-solid-gray-700"}`}>
            {t("figures.unit.hours", { value: decimal(row.hours, locale, 2) })}
          </p>
        </li>
      ))}
    </ul>
  );
}
