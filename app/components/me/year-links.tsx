import { Link } from "@remix-run/react";

import { fiscalYearName } from "../../i18n/format";
import { useLocale } from "../locale";

/** The last three fiscal years to choose from; the choice lives in the address. */
export function YearLinks({ current, fiscalYear, label }: { current: number; fiscalYear: number; label: string }) {
  const locale = useLocale();
  return (
    <nav aria-label={label} className="mt-4 print:hidden">
      <ul className="flex flex-wrap gap-2">
        {[current, current - 1, current - 2].map((year) => (
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
