import type { LoaderFunctionArgs } from "@remix-run/node";

import { requirePlatform } from "~/auth/require.server";
import { auditSheet } from "~/components/admin/audit-sheet";
import { listAudit } from "~/domain/access/audit.server";
import { MOST_ROWS } from "~/domain/report/sheet";
import { sheetResponse } from "~/domain/report/sheet.server";
import { translator } from "~/i18n/i18n";
import { localeOf } from "~/i18n/locale.server";
import { today } from "~/lib/clock.server";

/** The audit log as a file, of the kind of action shown on the screen, all pages. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { platform } = await requirePlatform(request, "platform.read");
  const params = new URL(request.url).searchParams;
  const [day, locale] = [today(), localeOf(request)];
  const action = params.get("action")?.slice(0, 100) ?? "";
  const { rows, total } = await listAudit(platform, { ...(action && { action }), page: 1, pageSize: MOST_ROWS });
  const sheet = auditSheet(translator(locale), locale, day, rows, total);
  return sheetResponse(sheet, params, [sheet.name, day.replaceAll("-", "")]);
}
