import type { LoaderFunctionArgs } from "@remix-run/node";

import { requireTenant } from "~/auth/require.server";
import { flagSheet } from "~/components/contractor/flag-sheet";
import { listFlagRegister } from "~/domain/flag/flag-register.server";
import { registerQuery } from "~/domain/flag/register-query";
import { MOST_ROWS } from "~/domain/report/sheet";
import { sheetResponse } from "~/domain/report/sheet.server";
import { translator } from "~/i18n/i18n";
import { localeOf } from "~/i18n/locale.server";
import { today } from "~/lib/clock.server";

/** The register of flags as a file, filtered as on the screen, all pages. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "contract.read");
  const params = new URL(request.url).searchParams;
  const [day, locale] = [today(), localeOf(request)];
  const register = await listFlagRegister(tenant, { ...registerQuery(params), page: 1 }, MOST_ROWS);
  const sheet = flagSheet(translator(locale), locale, day, register.flags, register.total);
  return sheetResponse(sheet, params, [sheet.name, day.replaceAll("-", "")]);
}
