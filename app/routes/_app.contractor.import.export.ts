import type { LoaderFunctionArgs } from "@remix-run/node";

import { requireTenant } from "~/auth/require.server";
import { batchSheet } from "~/components/import/batch-sheet";
import { listBatches } from "~/domain/import/batches.server";
import { MOST_ROWS } from "~/domain/report/sheet";
import { sheetResponse } from "~/domain/report/sheet.server";
import { translator } from "~/i18n/i18n";
import { localeOf } from "~/i18n/locale.server";
import { today } from "~/lib/clock.server";

/** The contract's past imports as a file. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "contract.import");
  const params = new URL(request.url).searchParams;
  const [day, locale] = [today(), localeOf(request)];
  const { batches, total } = await listBatches(tenant, 1, MOST_ROWS);
  const rows = batches.map((batch) => ({ ...batch, createdAt: batch.createdAt.toISOString() }));
  const sheet = batchSheet(translator(locale), locale, day, rows, total);
  return sheetResponse(sheet, params, [sheet.name, day.replaceAll("-", "")]);
}
