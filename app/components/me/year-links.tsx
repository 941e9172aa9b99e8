import { Link } from "@remix-run/react";

import { fiscalYearName } from "../../i18n/format";
import { useLocale } from "../locale";

type Props = { current: number; fiscalYear: number; label: string; years?: readonly number[] };

/** Fiscal years to choose from, the last three unless others are given; the choice lives in the address. */
export function YearLinks({ current, fiscalYear, label, years = [current, current - 1, current - 2] }: Props) {
  const locale = useLocale();
  return (
    <nav aria-label={label} className="mt-4 print:hidden">
      <ul className="flex flex-wrap gap-2">
        {years.map((year) => (
          <li key={year}>
            <Link
              to={year === current ? "?" : `?year=${year}`}
              aria-current={year === fiscalYear ? "true" : undefined}
              className="inline-flex min-h-11 items-center rounded-8 border border-solid-gray-420 px-4 text-dns-16N-130 text-key-900 no-underline hover:bg-key-50 aria-[current=true]:border-key-900 aria-[current=true]:bg-key-50 aria-[current=true]:font-700"
            >
              {fiscalYearName(year, locale)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
