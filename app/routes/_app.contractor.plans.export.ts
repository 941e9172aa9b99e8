import type { LoaderFunctionArgs } from "@remix-run/node";

import { requireTenant } from "~/auth/require.server";
import { planSheet } from "~/components/improvement/plan-sheet";
import { planQuery } from "~/domain/improvement/plan-query";
import { listPlans } from "~/domain/improvement/plans.server";
import { MOST_ROWS } from "~/domain/report/sheet";
import { sheetResponse } from "~/domain/report/sheet.server";
import { translator } from "~/i18n/i18n";
import { localeOf } from "~/i18n/locale.server";
import { today } from "~/lib/clock.server";

/** The contract's plans as a file, filtered as on the screen, all pages. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "plan.manage");
  const params = new URL(request.url).searchParams;
  const [day, locale] = [today(), localeOf(request)];
  const { rows } = await listPlans(tenant, { ...planQuery(params), page: 1 }, day, MOST_ROWS);
  const sheet = planSheet(translator(locale), locale, "contractor", day, rows, new Map());
  return sheetResponse(sheet, params, [sheet.name, day.replaceAll("-", "")]);
}
