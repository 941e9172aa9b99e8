import type { LoaderFunctionArgs } from "@remix-run/node";

import { notFound, requireTenant } from "~/auth/require.server";
import { staffingSheet } from "~/components/simulator/staffing-sheet";
import { sheetResponse } from "~/domain/report/sheet.server";
import { findStaffing } from "~/domain/simulator/saved.server";
import { readStaffing } from "~/domain/simulator/form";
import { openSimulator } from "~/domain/simulator/simulator.server";
import { translator } from "~/i18n/i18n";
import { localeOf } from "~/i18n/locale.server";
import { today } from "~/lib/clock.server";

/** A what-if as a file: a saved one (?scenario=ID), or the one in the address. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "simulate.contract");
  const { searchParams } = new URL(request.url);
  const saved = searchParams.get("scenario");
  const shown = saved === null ? await live() : await findStaffing(tenant, tenant.contractId, saved);
  if (!shown) throw notFound();
  const locale = localeOf(request);
  const sheet = staffingSheet(translator(locale), locale, shown);
  return sheetResponse(sheet, searchParams, [sheet.name, shown.asOf.replaceAll("-", "")]);

  async function live() {
    const asOf = today();
    const { answer, cap, fte, costPerFteJpy } = await openSimulator(tenant, asOf);
    const { result } = readStaffing(searchParams, { day: asOf, side: "contractor", cap, fte }, costPerFteJpy);
    return result.ok ? { asOf, name: null, input: result.data, result: answer(result.data) } : null;
  }
}
