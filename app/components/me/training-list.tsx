import { useTranslation } from "react-i18next";

import type { TrainingRow } from "../../domain/training/record";
import { decimal, shortDay } from "../../i18n/format";
import { useLocale } from "../locale";

/** Training records, newest first; those logged by form can be taken back by the form around the list. */
export function TrainingList({ rows }: { rows: TrainingRow[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <ul className="divide-y divide-solid-gray-300 border-y border-solid-gray-300">
      {rows.map((row) => (
        <li key={row.id} className="flex flex-wrap items-center gap-x-6 gap-y-1 py-3">
          <div className="min-w-0 grow basis-64">
            <p className="text-std-16B-170">{row.title}</p>
            <p className="flex flex-wrap gap-x-4 text-dns-14N-130 text-solid-gray-700">
              <span>{shortDay(row.attendedOn, locale)}</span>
              <span>{t(`glossary.topic.${row.topic}`)}</span>
              <span>{t(`glossary.format.${row.format}`)}</span>
              {row.provider && <span>{row.provider}</span>}
              {row.inWorkingTime && <span>{t("me.training.inWorkingTime")}</span>}
              {row.publiclyFunded && <span>{t("me.training.publiclyFunded")}</span>}
            </p>
          </div>
          <p className="text-std-17B-170 tabular">
            {t("figures.unit.hours", { value: decimal(row.hours, locale, 2) })}
          </p>
          {row.logged && (
            <button
              type="submit"
              name="recordId"
              value={row.id}
              aria-label={t("me.training.removeOf", { day: shortDay(row.attendedOn, locale), title: row.title })}
              className="min-h-11 px-2 text-dns-16N-130 text-key-900 underline underline-offset-4 hover:bg-key-50 print:hidden"
            >
              {t("me.training.remove")}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
