import type { LoaderFunctionArgs } from "@remix-run/node";

import { requireTenant } from "~/auth/require.server";
import { listFile } from "~/components/list-file";
import { namedRecordFields } from "~/components/training/record-fields";
import { tableSheet } from "~/domain/report/sheet";
import { sheetResponse } from "~/domain/report/sheet.server";
import { listAllRecords } from "~/domain/training/contract-records.server";
import { recordQuery } from "~/domain/training/record-query";
import { fiscalYearName } from "~/i18n/format";
import { translator } from "~/i18n/i18n";
import { localeOf } from "~/i18n/locale.server";
import { today } from "~/lib/clock.server";

/** The contract's training records as a file, filtered as on the screen. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "training.manage");
  const params = new URL(request.url).searchParams;
  const day = today();
  const query = recordQuery(params, day);
  const rows = await listAllRecords(tenant, query);
  const locale = localeOf(request);
  const t = translator(locale);
  const title = t("course.file.records", { year: fiscalYearName(query.fiscalYear, locale) });
  const sheet = tableSheet(listFile(t, locale, title, day), namedRecordFields(t, locale), rows);
  return sheetResponse(sheet, params, [title, day.replaceAll("-", "")]);
}
