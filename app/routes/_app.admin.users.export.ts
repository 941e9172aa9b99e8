import type { LoaderFunctionArgs } from "@remix-run/node";

import { requirePlatform } from "~/auth/require.server";
import { accountSheet } from "~/components/admin/account-sheet";
import { listAccounts } from "~/domain/access/account-list.server";
import { MOST_ROWS } from "~/domain/report/sheet";
import { sheetResponse } from "~/domain/report/sheet.server";
import { translator } from "~/i18n/i18n";
import { localeOf } from "~/i18n/locale.server";
import { today } from "~/lib/clock.server";

/** Everybody who can sign in, as a file, searched as on the screen, all pages. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { platform } = await requirePlatform(request, "platform.read");
  const params = new URL(request.url).searchParams;
  const [day, locale] = [today(), localeOf(request)];
  const search = params.get("q")?.slice(0, 100) ?? "";
  const { rows, total } = await listAccounts(platform, { search, page: 1, pageSize: MOST_ROWS });
  const sheet = accountSheet(translator(locale), locale, day, rows, total);
  return sheetResponse(sheet, params, [sheet.name, day.replaceAll("-", "")]);
}
