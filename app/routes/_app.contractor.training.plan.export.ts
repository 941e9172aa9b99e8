import type { LoaderFunctionArgs } from "@remix-run/node";

import { requireTenant } from "~/auth/require.server";
import { planFields, planLines } from "~/components/course/plan-fields";
import { listFile } from "~/components/list-file";
import { planYear } from "~/domain/course/course";
import { listPlan } from "~/domain/course/plan.server";
import { tableSheet } from "~/domain/report/sheet";
import { sheetResponse } from "~/domain/report/sheet.server";
import { fiscalYearName } from "~/i18n/format";
import { translator } from "~/i18n/i18n";
import { localeOf } from "~/i18n/locale.server";
import { today } from "~/lib/clock.server";

/** A fiscal year's training plan as a file: a line for each date, or one for a course that has none yet. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "training.manage");
  const params = new URL(request.url).searchParams;
  const day = today();
  const fiscalYear = planYear(params, day);
  const locale = localeOf(request);
  const t = translator(locale);
  const title = t("course.plan.heading", { year: fiscalYearName(fiscalYear, locale) });
  const lines = planLines(await listPlan(tenant, fiscalYear));
  const sheet = tableSheet(listFile(t, locale, title, day), planFields(t, locale), lines);
  return sheetResponse(sheet, params, [title, day.replaceAll("-", "")]);
}
