import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { PlanQuarter } from "../../domain/planner/schema";
import { fiscalYearName, quarterName } from "../../i18n/format";
import type { Quarter } from "../../lib/calendar";
import { useLocale } from "../locale";

/** The running quarter and the two after it, and the chosen one where it is another. */
export function QuarterLinks({ running, chosen }: { running: PlanQuarter; chosen: PlanQuarter }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const ahead = [0, 1, 2].map((steps) => later(running, steps));
  const isThere = ahead.some((one) => isSame(one, chosen));
  return (
    <nav aria-label={t("planner.quarterNav")} className="mt-4 print:hidden">
      <ul className="flex flex-wrap gap-2">
        {(isThere ? ahead : [chosen, ...ahead]).map((one) => (
          <li key={`${one.fiscalYear}-${one.quarter}`}>
            <Link
              to={`?year=${one.fiscalYear}&quarter=${one.quarter}`}
              aria-current={isSame(one, chosen) ? "true" : undefined}
              className="inline-flex min-h-11 items-center rounded-8 border border-solid-gray-420 px-4 text-dns-16N-130 text-key-900 no-underline hover:bg-key-50 aria-[current=true]:border-key-900 aria-[current=true]:bg-key-50 aria-[current=true]:font-700"
            >
              {fiscalYearName(one.fiscalYear, locale)} {quarterName(one.quarter, locale)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function later({ fiscalYear, quarter }: PlanQuarter, steps: number): PlanQuarter {
  const index = fiscalYear * 4 + quarter - 1 + steps;
  return { fiscalYear: Math.floor(index / 4), quarter: ((index % 4) + 1) as Quarter };
}

function isSame(a: PlanQuarter, b: PlanQuarter): boolean {
  return a.fiscalYear === b.fiscalYear && a.quarter === b.quarter;
}
