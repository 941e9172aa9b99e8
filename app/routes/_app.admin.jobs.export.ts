import type { LoaderFunctionArgs } from "@remix-run/node";

import { requirePlatform } from "~/auth/require.server";
import { jobSheet } from "~/components/admin/job-sheet";
import { listJobRuns } from "~/domain/job/list-runs.server";
import { runFilter, shownRun } from "~/domain/job/shown-run";
import { MOST_ROWS } from "~/domain/report/sheet";
import { sheetResponse } from "~/domain/report/sheet.server";
import { translator } from "~/i18n/i18n";
import { localeOf } from "~/i18n/locale.server";
import { now, today } from "~/lib/clock.server";

/** Runs of jobs as a file: all pages of what the list shows. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { platform } = await requirePlatform(request, "platform.read");
  const params = new URL(request.url).searchParams;
  const [day, locale] = [today(), localeOf(request)];
  const { runs, total } = await listJobRuns(platform, 1, runFilter(params), MOST_ROWS);
  const at = now();
  const shown = runs.map((run) => shownRun(run, at));
  const sheet = jobSheet(translator(locale), locale, day, shown, total);
  return sheetResponse(sheet, params, [sheet.name, day.replaceAll("-", "")]);
}
