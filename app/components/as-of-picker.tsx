import { Form, Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { fiscalYearName, longDay } from "../i18n/format";
import { yearsToChoose, type AsOf } from "../lib/as-of";
import { Button } from "./button";
import { useLocale } from "./locale";
import { Notice } from "./notice";

const YEARS = 3;

/** Which day the page is shown as of: a fiscal year at a touch, or any past day. The choice lives in the address. */
export function AsOfPicker({ asOf }: { asOf: AsOf }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [params] = useSearchParams();
  const kept = [...params].filter(([key]) => !["asOf", "page", "done"].includes(key));
  const to = (day: string) => {
    const next = new URLSearchParams(kept);
    if (day !== asOf.today) next.set("asOf", day);
    return `?${next}`;
  };
  return (
    <div className="mt-4 print:hidden">
      {asOf.refused && (
        <Notice kind="warning">
          {t("figures.asOf.refused", { value: asOf.refused, day: longDay(asOf.today, locale) })}
        </Notice>
      )}
      <div className="mt-3 flex flex-wrap items-end gap-x-6 gap-y-3">
        <nav aria-label={t("figures.asOf.year")}>
          <ul className="flex flex-wrap gap-2">
            {yearsToChoose(asOf.today, YEARS).map((year) => (
              <li key={year.fiscalYear}>
                <Link
                  to={to(year.day)}
                  aria-current={year.fiscalYear === asOf.fiscalYear ? "true" : undefined}
                  className="inline-flex min-h-11 items-center rounded-8 border border-solid-gray-420 px-4 text-dns-16N-130 text-key-900 no-underline hover:bg-key-50 aria-[current=true]:border-key-900 aria-[current=true]:bg-key-50 aria-[current=true]:font-700"
                >
                  {fiscalYearName(year.fiscalYear, locale)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <Form method="get" className="flex flex-wrap items-end gap-2">
          {kept.map(([key, value]) => (
            <input key={`${key}=${value}`} type="hidden" name={key} value={value} />
          ))}
          <label className="flex items-center gap-2 text-dns-16N-130">
            {t("figures.asOf.day")}
            <input
              key={asOf.day}
              type="date"
              name="asOf"
              defaultValue={asOf.day}
              max={asOf.today}
              className="min-h-11 rounded-8 border border-solid-gray-600 bg-white px-3"
            />
          </label>
          <Button look="outline" className="min-h-11">
            {t("figures.asOf.show")}
          </Button>
        </Form>
      </div>
    </div>
  );
}
