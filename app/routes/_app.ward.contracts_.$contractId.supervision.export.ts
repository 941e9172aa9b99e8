import type { LoaderFunctionArgs } from "@remix-run/node";

import { notFound, requireWard } from "~/auth/require.server";
import { wardCoverageSheet } from "~/components/ward/coverage-sheet";
import { contractName } from "~/components/ward/names";
import { findWardContract } from "~/domain/contract/ward-contracts.server";
import { sheetResponse } from "~/domain/report/sheet.server";
import { readWardCoverage } from "~/domain/supervision/ward-coverage.server";
import { translator } from "~/i18n/i18n";
import { localeOf } from "~/i18n/locale.server";
import { asOfFrom } from "~/lib/as-of";
import { today } from "~/lib/clock.server";

/** Rates and distributions of a contract's supervision as a file. Aggregates only. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { view } = await requireWard(request, "ward.read");
  const { searchParams } = new URL(request.url);
  const { day } = asOfFrom(searchParams, today());
  const names = await findWardContract(view, params.contractId);
  if (!names) throw notFound();
  const locale = localeOf(request);
  const coverage = await readWardCoverage(view, names.contractId, day);
  const sheet = wardCoverageSheet(translator(locale), locale, contractName(locale, names), day, coverage);
  return sheetResponse(sheet, searchParams, [sheet.name, names.contractCode, day.replaceAll("-", "")]);
}
