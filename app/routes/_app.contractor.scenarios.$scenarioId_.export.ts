import type { LoaderFunctionArgs } from "@remix-run/node";

import { notFound, requireTenant } from "~/auth/require.server";
import { assignmentSheet } from "~/components/scenario/scenario-sheet";
import { idOrNull } from "~/domain/flag/register-query";
import { loadNames } from "~/domain/redistribution/situation.server";
import { sheetResponse } from "~/domain/report/sheet.server";
import { getScenario } from "~/domain/scenario/scenarios.server";
import { translator } from "~/i18n/i18n";
import { localeOf } from "~/i18n/locale.server";

/** The assignments of a kept redistribution as a file, to be made in the case system. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "whatif.use");
  const scenarioId = idOrNull(params.scenarioId);
  const scenario = scenarioId && (await getScenario(tenant, scenarioId));
  if (!scenario || scenario.kind !== "redistribution") throw notFound();
  const locale = localeOf(request);
  const { asOf, input, result } = scenario;
  const given = { moves: result.moves, workers: input.workers, names: await loadNames(tenant) };
  const sheet = assignmentSheet(translator(locale), locale, asOf, given);
  return sheetResponse(sheet, new URL(request.url).searchParams, [sheet.name, scenario.name]);
}
