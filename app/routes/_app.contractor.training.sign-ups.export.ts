import type { LoaderFunctionArgs } from "@remix-run/node";

import { requireTenant } from "~/auth/require.server";
import { signUpFields } from "~/components/course/plan-fields";
import { listFile } from "~/components/list-file";
import { planYear } from "~/domain/course/course";
import { listSignUps } from "~/domain/course/plan.server";
import { tableSheet } from "~/domain/report/sheet";
import { sheetResponse } from "~/domain/report/sheet.server";
import { fiscalYearName } from "~/i18n/format";
import { translator } from "~/i18n/i18n";
import { localeOf } from "~/i18n/locale.server";
import { today } from "~/lib/clock.server";

/** Who goes to which date of a fiscal year's plan, as a file. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "training.manage");
  const params = new URL(request.url).searchParams;
  const day = today();
  const fiscalYear = planYear(params, day);
  const locale = localeOf(request);
  const t = translator(locale);
  const title = t("course.file.signUps", { year: fiscalYearName(fiscalYear, locale) });
  const sheet = tableSheet(listFile(t, locale, title, day), signUpFields(t), await listSignUps(tenant, fiscalYear));
  return sheetResponse(sheet, params, [title, day.replaceAll("-", "")]);
}
