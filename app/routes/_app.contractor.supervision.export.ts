import type { LoaderFunctionArgs } from "@remix-run/node";

import { requireTenant } from "~/auth/require.server";
import { coverageSheet } from "~/components/supervision/coverage-sheet";
import { sheetResponse } from "~/domain/report/sheet.server";
import { coverageQuery, selectCoverage } from "~/domain/supervision/coverage";
import { contractCoverage } from "~/domain/supervision/coverage.server";
import { translator } from "~/i18n/i18n";
import { localeOf } from "~/i18n/locale.server";
import { yearFrom } from "~/lib/as-of";
import { today } from "~/lib/clock.server";

/** The grid of the year as a file, filtered as on the screen. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "contract.read");
  const params = new URL(request.url).searchParams;
  const view = yearFrom(params, today());
  const { rows } = await contractCoverage(tenant, view.day);
  const locale = localeOf(request);
  const sheet = coverageSheet(translator(locale), locale, view, selectCoverage(rows, coverageQuery(params)));
  return sheetResponse(sheet, params, [sheet.name, view.day.replaceAll("-", "")]);
}
