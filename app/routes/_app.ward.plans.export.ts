import type { LoaderFunctionArgs } from "@remix-run/node";

import { requireWard } from "~/auth/require.server";
import { planSheet } from "~/components/improvement/plan-sheet";
import { listWardContracts } from "~/domain/contract/ward-contracts.server";
import { planQuery } from "~/domain/improvement/plan-query";
import { listWardPlans } from "~/domain/improvement/ward-plans.server";
import { MOST_ROWS } from "~/domain/report/sheet";
import { sheetResponse } from "~/domain/report/sheet.server";
import { translator } from "~/i18n/i18n";
import { localeOf } from "~/i18n/locale.server";
import { today } from "~/lib/clock.server";

/** The plans put before a ward as a file, filtered as on the screen, all pages. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { view } = await requireWard(request, "plan.answer");
  const params = new URL(request.url).searchParams;
  const [day, locale] = [today(), localeOf(request)];
  const [{ rows }, contracts] = await Promise.all([
    listWardPlans(view, { ...planQuery(params), page: 1 }, day, MOST_ROWS),
    listWardContracts(view),
  ]);
  const names = new Map(contracts.map((contract) => [contract.contractId, contract]));
  const sheet = planSheet(translator(locale), locale, "ward", day, rows, names);
  return sheetResponse(sheet, params, [sheet.name, day.replaceAll("-", "")]);
}
