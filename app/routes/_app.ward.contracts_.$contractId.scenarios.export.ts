import type { LoaderFunctionArgs } from "@remix-run/node";

import { notFound, requireWard } from "~/auth/require.server";
import { scenarioSheet } from "~/components/scenario/scenario-sheet";
import { findWardContract } from "~/domain/contract/ward-contracts.server";
import { MOST_ROWS } from "~/domain/report/sheet";
import { sheetResponse } from "~/domain/report/sheet.server";
import { listScenarios } from "~/domain/scenario/scenarios.server";
import { translator } from "~/i18n/i18n";
import { localeOf } from "~/i18n/locale.server";
import { today } from "~/lib/clock.server";

/** The ward's saved simulations of a contract as a file, all pages. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view } = await requireWard(request, "simulate.ward");
  const contract = await findWardContract(view, params.contractId);
  if (!contract) throw notFound();
  const [day, locale] = [today(), localeOf(request)];
  const wanted = { contractId: contract.contractId, kind: "staffing" as const, page: 1 };
  const { scenarios, total } = await listScenarios(view, wanted, MOST_ROWS);
  const sheet = scenarioSheet(translator(locale), locale, day, scenarios, total);
  return sheetResponse(sheet, new URL(request.url).searchParams, [sheet.name, day.replaceAll("-", "")]);
}
