import type { LoaderFunctionArgs } from "@remix-run/node";

import { notFound, requireTenant } from "~/auth/require.server";
import { resultSheet } from "~/components/survey-results/result-sheet";
import { idOrNull } from "~/domain/flag/register-query";
import { sheetResponse } from "~/domain/report/sheet.server";
import { contractResult } from "~/domain/survey/read-results.server";
import { translator } from "~/i18n/i18n";
import { localeOf } from "~/i18n/locale.server";

/** What was published of a survey as a file. Comments are not in it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "survey.manage");
  const id = idOrNull(params.campaignId);
  const survey = id && (await contractResult(tenant, id));
  if (!survey) throw notFound();
  const locale = localeOf(request);
  const sheet = resultSheet(translator(locale), locale, survey);
  return sheetResponse(sheet, new URL(request.url).searchParams, [sheet.name, survey.closedOn.replaceAll("-", "")]);
}
