import type { LoaderFunctionArgs } from "@remix-run/node";

import { notFound, requireWard } from "~/auth/require.server";
import { staffingSheet } from "~/components/simulator/staffing-sheet";
import { findWardContract } from "~/domain/contract/ward-contracts.server";
import { sheetResponse } from "~/domain/report/sheet.server";
import { readStaffing } from "~/domain/simulator/form";
import { findStaffing } from "~/domain/simulator/saved.server";
import { openWardSimulator } from "~/domain/simulator/simulator.server";
import { translator } from "~/i18n/i18n";
import { localeOf } from "~/i18n/locale.server";
import { today } from "~/lib/clock.server";

/** A ward's what-if as a file: a saved one (?scenario=ID), or the one in the address. Totals only. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view } = await requireWard(request, "simulate.ward");
  const { searchParams } = new URL(request.url);
  const names = await findWardContract(view, params.contractId);
  if (!names) throw notFound();
  const saved = searchParams.get("scenario");
  const shown = saved === null ? await live(names.contractId) : await findStaffing(view, names.contractId, saved);
  if (!shown) throw notFound();
  const locale = localeOf(request);
  const sheet = staffingSheet(translator(locale), locale, shown);
  return sheetResponse(sheet, searchParams, [sheet.name, names.contractCode, shown.asOf.replaceAll("-", "")]);

  async function live(contractId: string) {
    const asOf = today();
    const simulator = await openWardSimulator(view, contractId, asOf);
    if (!simulator) return null;
    const { result } = readStaffing(
      searchParams,
      { day: asOf, side: "ward", cap: simulator.cap, fte: simulator.fte },
      null,
    );
    return result.ok ? { asOf, name: null, input: result.data, result: simulator.answer(result.data) } : null;
  }
}
