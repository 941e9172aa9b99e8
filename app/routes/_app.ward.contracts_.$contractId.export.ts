import type { LoaderFunctionArgs } from "@remix-run/node";

import { notFound, requireWard } from "~/auth/require.server";
import { contractName } from "~/components/ward/names";
import { requirementSheet } from "~/components/ward/requirement-sheet";
import { findWardContract } from "~/domain/contract/ward-contracts.server";
import { listRequirements } from "~/domain/kpi/ward-requirements.server";
import { sheetResponse } from "~/domain/report/sheet.server";
import { translator } from "~/i18n/i18n";
import { localeOf } from "~/i18n/locale.server";
import { asOfFrom } from "~/lib/as-of";
import { today } from "~/lib/clock.server";

/** A contract's requirement table as a file: n of N per group of offices and quarter. Aggregates only. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view } = await requireWard(request, "ward.read");
  const { searchParams } = new URL(request.url);
  const { day } = asOfFrom(searchParams, today());
  const names = await findWardContract(view, params.contractId);
  if (!names) throw notFound();
  const locale = localeOf(request);
  const [contract] = await listRequirements(view, names.contractId, day);
  const name = contractName(locale, names);
  const sheet = requirementSheet(translator(locale), locale, name, day, contract?.groups ?? []);
  return sheetResponse(sheet, searchParams, [sheet.name, names.contractCode, day.replaceAll("-", "")]);
}
