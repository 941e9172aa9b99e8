import type { LoaderFunctionArgs } from "@remix-run/node";

import { requireTenant } from "~/auth/require.server";
import { listFile } from "~/components/list-file";
import { teamFields } from "~/components/training/team-fields";
import { tableSheet } from "~/domain/report/sheet";
import { sheetResponse } from "~/domain/report/sheet.server";
import { contractStanding } from "~/domain/training/standing.server";
import { translator } from "~/i18n/i18n";
import { localeOf } from "~/i18n/locale.server";
import { today } from "~/lib/clock.server";

/** Where each worker stands with training, as a file. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "training.manage");
  const day = today();
  const locale = localeOf(request);
  const t = translator(locale);
  const title = t("course.team.table");
  const sheet = tableSheet(listFile(t, locale, title, day), teamFields(t, locale), await contractStanding(tenant, day));
  return sheetResponse(sheet, new URL(request.url).searchParams, [title, day.replaceAll("-", "")]);
}
