import type { LoaderFunctionArgs } from "@remix-run/node";

import { requireTenant } from "~/auth/require.server";
import { peopleSheet } from "~/components/contractor/people-sheet";
import { listContractPeople } from "~/domain/access/contract-people.server";
import { sheetResponse } from "~/domain/report/sheet.server";
import { translator } from "~/i18n/i18n";
import { localeOf } from "~/i18n/locale.server";
import { today } from "~/lib/clock.server";

/** Who can sign in to the contract, as a file. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "people.invite");
  const params = new URL(request.url).searchParams;
  const [day, locale] = [today(), localeOf(request)];
  const sheet = peopleSheet(translator(locale), locale, day, await listContractPeople(tenant));
  return sheetResponse(sheet, params, [sheet.name, day.replaceAll("-", "")]);
}
