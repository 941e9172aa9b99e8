import type { LoaderFunctionArgs } from "@remix-run/node";

import { notFound, requireWard } from "~/auth/require.server";
import { closedSheet } from "~/components/survey-results/closed-list";
import { contractName } from "~/components/ward/names";
import { findWardContract } from "~/domain/contract/ward-contracts.server";
import { sheetResponse } from "~/domain/report/sheet.server";
import { wardSurveys } from "~/domain/survey/read-results.server";
import { translator } from "~/i18n/i18n";
import { localeOf } from "~/i18n/locale.server";
import { today } from "~/lib/clock.server";

/** The closed surveys of a contract as a file: published totals only. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view } = await requireWard(request, "ward.read");
  const names = await findWardContract(view, params.contractId);
  if (!names) throw notFound();
  const [day, locale] = [today(), localeOf(request)];
  const { list } = await wardSurveys(view, names.contractId);
  const sheet = closedSheet(translator(locale), locale, day, contractName(locale, names), list);
  const { searchParams } = new URL(request.url);
  return sheetResponse(sheet, searchParams, [sheet.name, names.contractCode, day.replaceAll("-", "")]);
}
