import type { LoaderFunctionArgs } from "@remix-run/node";

import { requireTenant } from "~/auth/require.server";
import { nameIn } from "~/components/contractor/inbox-items";
import { listWorkerRows } from "~/domain/kpi/list-worker-rows.server";
import { attendedOf, dueOf, selectWorkers, workerQuery, type WorkerRow } from "~/domain/kpi/worker-table";
import { sheetResponse, type Sheet } from "~/domain/report/sheet.server";
import { longDay } from "~/i18n/format";
import { translator } from "~/i18n/i18n";
import { localeOf } from "~/i18n/locale.server";
import type { Locale } from "~/i18n/resources";
import { asOfFrom } from "~/lib/as-of";
import { today } from "~/lib/clock.server";

/** The table of support staff as a file, filtered and sorted as on the screen. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "contract.read");
  const params = new URL(request.url).searchParams;
  const { day } = asOfFrom(params, today());
  const locale = localeOf(request);
  const rows = selectWorkers(await listWorkerRows(tenant, day), workerQuery(params));
  const name = translator(locale)("contractor.export.file");
  return sheetResponse(sheetOf(rows, locale, longDay(day, locale)), params, [name, day.replaceAll("-", "")]);
}

function sheetOf(rows: readonly WorkerRow[], locale: Locale, day: string): Sheet {
  const t = translator(locale);
  const whole = { format: "0" };
  const oneDecimal = { format: "0.0" };
  return {
    name: t("contractor.export.sheet"),
    heading: t("contractor.export.heading", { day }),
    columns: [
      { title: t("contractor.workers.name"), width: 18 },
      { title: t("contractor.workers.code") },
      { title: t("contractor.workers.role"), width: 20 },
      { title: t("contractor.workers.office"), width: 24 },
      { title: t("contractor.workers.fte"), format: "0.00" },
      { title: t("contractor.export.count"), ...whole },
      { title: t("contractor.export.cap"), ...oneDecimal },
      { title: t("contractor.export.mean"), ...oneDecimal },
      { title: t("contractor.export.low"), ...whole },
      { title: t("contractor.export.high"), ...whole },
      { title: t("contractor.workers.active"), ...whole },
      { title: t("contractor.workers.load"), ...oneDecimal },
      { title: t("contractor.export.trainingHours"), format: "0.00" },
      { title: t("contractor.export.trainingTarget"), ...oneDecimal },
      { title: t("contractor.export.attended"), ...whole },
      { title: t("contractor.export.due"), ...whole },
      { title: t("contractor.workers.qualified") },
      { title: t("contractor.workers.flags"), ...whole },
      { title: t("contractor.export.worst") },
    ],
    rows: rows.map((row) => [
      ...[row.name, row.staffCode, t(`glossary.role.${row.role}`), nameIn(locale, row.officeName, row.officeNameEn)],
      ...[row.fte, row.annualCases, row.cap, tenth(row.forecast.mean), row.forecast.low, row.forecast.high],
      ...[row.activeCases, row.weightedLoad, row.trainingHours, tenth(row.trainingTarget), attendedOf(row), dueOf(row)],
      t(row.qualified ? "contractor.workers.hasQualification" : "contractor.workers.noQualification"),
      row.openFlags,
      row.worstSeverity ? t(`glossary.severity.${row.worstSeverity}`) : null,
    ]),
  };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
