import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

import { instrumentOf } from "../../domain/survey/instruments/catalogue";
import { CHECKS, compared, type CheckResult, type Compared } from "../../domain/survey/self-check";
import { decimal, shortDay } from "../../i18n/format";
import type { Locale } from "../../i18n/i18n";
import { Button } from "../button";
import { useLocale } from "../locale";

/** What was kept on this device, each check against its person's own usual. */
export function CheckHistory({ results, forget }: { results: readonly CheckResult[]; forget: () => void }) {
  const { t } = useTranslation();
  if (results.length === 0) return null;
  return (
    <section aria-labelledby="history" className="mt-10">
      <h2 id="history" className="text-std-20B-150">
        {t("survey.check.historyTitle")}
      </h2>
      <p className="text-std-16N-170 text-solid-gray-700">{t("survey.check.historyNote")}</p>
      {CHECKS.map((check) => (
        <OneCheck key={check} name={check} rows={compared(results, check)} />
      ))}
      <Button type="button" look="danger" className="mt-4 w-full md:w-auto" onClick={forget}>
        {t("survey.check.forget")}
      </Button>
    </section>
  );
}

function OneCheck({ name, rows }: { name: (typeof CHECKS)[number]; rows: readonly Compared[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  if (rows.length === 0) return null;
  return (
    <table className="mt-4 w-full text-start text-dns-16N-130">
      <caption className="pb-1 text-start text-std-16B-170">{instrumentOf(name).name[locale]}</caption>
      <thead>
        <tr className="border-b border-solid-gray-420 text-start">
          <th scope="col" className="py-1 pr-3 text-start">
            {t("survey.check.day")}
          </th>
          <th scope="col" className="py-1 pr-3 text-start">
            {t("survey.check.score")}
          </th>
          <th scope="col" className="py-1 text-start">
            {t("survey.check.against")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.day} className="border-b border-solid-gray-300">
            <td className="py-1 pr-3 whitespace-nowrap">{shortDay(row.day, locale)}</td>
            <td className="py-1 pr-3 tabular">{row.score}</td>
            <td className="py-1">{againstText(row.against, t, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function againstText(against: number | null, t: TFunction, locale: Locale): string {
  if (against === null) return t("survey.check.first");
  if (against === 0) return t("survey.check.same");
  const points = decimal(Math.abs(against), locale);
  return against < 0 ? t("survey.check.better", { points }) : t("survey.check.worse", { points });
}
