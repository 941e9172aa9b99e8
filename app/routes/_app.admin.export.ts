import type { LoaderFunctionArgs } from "@remix-run/node";

import { requirePlatform } from "~/auth/require.server";
import { placeSheet } from "~/components/admin/place-sheet";
import { listWards } from "~/domain/contract/list-wards.server";
import { MOST_ROWS } from "~/domain/report/sheet";
import { sheetResponse } from "~/domain/report/sheet.server";
import { translator } from "~/i18n/i18n";
import { localeOf } from "~/i18n/locale.server";
import { today } from "~/lib/clock.server";

/** Wards and contracts as a file, all pages. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { platform } = await requirePlatform(request, "platform.read");
  const params = new URL(request.url).searchParams;
  const [day, locale] = [today(), localeOf(request)];
  const { wards } = await listWards(platform, { page: 1, pageSize: MOST_ROWS });
  const sheet = placeSheet(translator(locale), locale, day, wards);
  return sheetResponse(sheet, params, [sheet.name, day.replaceAll("-", "")]);
}
