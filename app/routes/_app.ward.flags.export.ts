import type { LoaderFunctionArgs } from "@remix-run/node";

import { requireWard } from "~/auth/require.server";
import { wardFlagSheet } from "~/components/ward/flag-sheet";
import { selectWardFlags } from "~/components/ward/inbox-items";
import { listWardContracts } from "~/domain/contract/ward-contracts.server";
import { registerQuery } from "~/domain/flag/register-query";
import { listWardFlags } from "~/domain/flag/ward-flags.server";
import { sheetResponse } from "~/domain/report/sheet.server";
import { translator } from "~/i18n/i18n";
import { localeOf } from "~/i18n/locale.server";
import { asOfFrom } from "~/lib/as-of";
import { today } from "~/lib/clock.server";

/** The ward's flags as a file, filtered as on the screen. Aggregates only. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { view } = await requireWard(request, "ward.read");
  const params = new URL(request.url).searchParams;
  const [{ day }, query, locale] = [asOfFrom(params, today()), registerQuery(params), localeOf(request)];
  const [contracts, flags] = await Promise.all([listWardContracts(view), listWardFlags(view, query.contract, day)]);
  const names = new Map(contracts.map((contract) => [contract.contractId, contract]));
  const sheet = wardFlagSheet(translator(locale), locale, day, selectWardFlags(flags, query), names);
  return sheetResponse(sheet, params, [sheet.name, day.replaceAll("-", "")]);
}
