/** `kpi --contract C1 --as-of 2026-03-31 [--json]`: the indicators of a contract as of a day. */
import { computeKpi, type ContractKpi } from "../../domain/kpi/compute-kpi.server";
import { definitionOf } from "../../domain/kpi/catalogue";
import type { Indicator } from "../../domain/kpi/indicator";
import { decimal, fiscalYearName, longDay } from "../../i18n/format";
import { translator } from "../../i18n/i18n";
import { distanceSentence } from "../../i18n/kpi-text";
import { today } from "../../lib/clock.server";
import { readArguments } from "../arguments";
import { misuse, type Io } from "../io";
import { tableLines } from "../table";
import { tenantOfCode } from "../tenant";

const OPTIONS = {
  contract: { kind: "text", required: true },
  "as-of": { kind: "day" },
  json: { kind: "flag" },
} as const;

/** Runs the command; gives its exit status. */
export async function run(args: string[], io: Io): Promise<number> {
  const given = readArguments(args, OPTIONS, io);
  if (!given) return 2;
  const { options, words } = given;
  if (words.length > 0) return misuse(io, (t) => t("kpi.cli.extraWords", { words: words.join(" ") }));
  const tenant = await tenantOfCode(options.contract, io);
  if (!tenant) return 1;
  const figures = await computeKpi(tenant, tenant.contractId, options["as-of"] ?? today());
  if (!figures) return 1;
  const { contractCode, day, fiscalYear, indicators } = figures;
  if (options.json) io.out(JSON.stringify({ contract: contractCode, asOf: day, fiscalYear, indicators }, null, 2));
  else io.out(asTable(figures, io));
  return 0;
}

function asTable({ contractCode, day, fiscalYear, indicators }: ContractKpi, { locale }: Io): string {
  const t = translator(locale);
  const written = (indicator: Indicator, value: number | null) => {
    const unit = definitionOf(indicator.key).unit;
    return value === null ? t("common.noData") : `${decimal(value, locale)}${unit === "percent" ? "%" : ""}`;
  };
  const rows = indicators.map((indicator) => [
    t(`kpi.name.${indicator.key}`),
    written(indicator, indicator.value),
    `${indicator.direction === "higher" ? "≧" : "≦"}${written(indicator, indicator.target)}`,
    distanceSentence(t, locale, indicator),
  ]);
  const header = (["indicator", "value", "target", "distance"] as const).map((column) => t(`kpi.cli.column.${column}`));
  const title = t("kpi.cli.kpiTitle", {
    ...{ code: contractCode, day: longDay(day, locale), year: fiscalYearName(fiscalYear, locale) },
  });
  return `${title}\n\n${tableLines(header, rows)}`;
}
