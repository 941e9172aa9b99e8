import type { LoaderFunctionArgs } from "@remix-run/node";

import { requirePeople } from "~/auth/require.server";
import { listFile } from "~/components/list-file";
import { recordFields } from "~/components/training/record-fields";
import { tableSheet } from "~/domain/report/sheet";
import { sheetResponse } from "~/domain/report/sheet.server";
import { listYear } from "~/domain/training/repository.server";
import { fiscalYearName } from "~/i18n/format";
import { translator } from "~/i18n/i18n";
import { localeOf } from "~/i18n/locale.server";
import { yearFrom } from "~/lib/as-of";
import { today } from "~/lib/clock.server";

/** A worker's own training of a fiscal year as a file. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, people } = await requirePeople(request, "own.read");
  const params = new URL(request.url).searchParams;
  const { fiscalYear, day } = yearFrom(params, today());
  const rows = await listYear(people, actor.membership.staffId ?? "", fiscalYear);
  const locale = localeOf(request);
  const t = translator(locale);
  const title = t("course.file.own", { year: fiscalYearName(fiscalYear, locale) });
  const sheet = tableSheet(listFile(t, locale, title, day), recordFields(t), rows);
  return sheetResponse(sheet, params, [title, day.replaceAll("-", "")]);
}
