import type { LoaderFunctionArgs } from "@remix-run/node";

import { notFound, requireWard } from "~/auth/require.server";
import { resultSheet } from "~/components/survey-results/result-sheet";
import { findWardContract } from "~/domain/contract/ward-contracts.server";
import { idOrNull } from "~/domain/flag/register-query";
import { sheetResponse } from "~/domain/report/sheet.server";
import { wardResult } from "~/domain/survey/read-results.server";
import { translator } from "~/i18n/i18n";
import { localeOf } from "~/i18n/locale.server";

/** What was published of a survey as a file. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view } = await requireWard(request, "ward.read");
  const names = await findWardContract(view, params.contractId);
  const id = idOrNull(params.campaignId);
  const survey = names && id ? await wardResult(view, names.contractId, id) : null;
  if (!names || !survey) throw notFound();
  const locale = localeOf(request);
  const sheet = resultSheet(translator(locale), locale, survey);
  const parts = [sheet.name, names.contractCode, survey.closedOn.replaceAll("-", "")];
  return sheetResponse(sheet, new URL(request.url).searchParams, parts);
}
