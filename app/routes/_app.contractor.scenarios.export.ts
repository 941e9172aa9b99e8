import type { LoaderFunctionArgs } from "@remix-run/node";

import { requireTenant } from "~/auth/require.server";
import { scenarioSheet } from "~/components/scenario/scenario-sheet";
import { MOST_ROWS } from "~/domain/report/sheet";
import { sheetResponse } from "~/domain/report/sheet.server";
import { kindFrom } from "~/domain/scenario/schema";
import { listScenarios } from "~/domain/scenario/scenarios.server";
import { translator } from "~/i18n/i18n";
import { localeOf } from "~/i18n/locale.server";
import { today } from "~/lib/clock.server";

/** The saved what-ifs as a file, filtered as on the screen, all pages. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "whatif.use");
  const params = new URL(request.url).searchParams;
  const [day, locale] = [today(), localeOf(request)];
  const { scenarios, total } = await listScenarios(tenant, { kind: kindFrom(params), page: 1 }, MOST_ROWS);
  const sheet = scenarioSheet(translator(locale), locale, day, scenarios, total);
  return sheetResponse(sheet, params, [sheet.name, day.replaceAll("-", "")]);
}
