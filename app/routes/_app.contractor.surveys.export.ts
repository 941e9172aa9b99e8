import type { LoaderFunctionArgs } from "@remix-run/node";

import { requireTenant } from "~/auth/require.server";
import { surveySheet } from "~/components/survey-manage/survey-list";
import { sheetResponse } from "~/domain/report/sheet.server";
import { listForManager } from "~/domain/survey/list-campaigns.server";
import { translator } from "~/i18n/i18n";
import { localeOf } from "~/i18n/locale.server";
import { today } from "~/lib/clock.server";

/** The contract's surveys as a file. Who took part is in it for closed ones alone. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "survey.manage");
  const [day, locale] = [today(), localeOf(request)];
  const sheet = surveySheet(translator(locale), locale, day, await listForManager(tenant));
  return sheetResponse(sheet, new URL(request.url).searchParams, [sheet.name, day.replaceAll("-", "")]);
}
