/** `workers --contract C1 --as-of D [--json]`: the figures of each support worker employed on the day. */
import { listWorkers } from "../../domain/kpi/compute-kpi.server";
import type { WorkerFigures } from "../../domain/kpi/worker";
import { decimal } from "../../i18n/format";
import { translator } from "../../i18n/i18n";
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
  const workers = await listWorkers(tenant, options["as-of"] ?? today());
  const figures = workers.map((worker) => worker.figures);
  io.out(options.json ? JSON.stringify(figures, null, 2) : asTable(figures, io));
  return 0;
}

const COLUMNS = [
  "staffCode",
  "role",
  "fte",
  "annualCases",
  "cap",
  "active",
  "weighted",
  "forecast",
  "training",
  "quarters",
  "qualified",
] as const;

function asTable(workers: readonly WorkerFigures[], { locale }: Io): string {
  const t = translator(locale);
  const number = (value: number, digits = 1) => decimal(value, locale, digits);
  const rows = workers.map((worker) => [
    worker.staffCode,
    t(`glossary.role.${worker.role}`),
    number(worker.fte, 2),
    number(worker.annualCases),
    number(worker.cap),
    number(worker.activeCases),
    number(worker.weightedLoad),
    `${number(worker.forecast.mean)} (${number(worker.forecast.low)}–${number(worker.forecast.high)})`,
    `${number(worker.trainingHours, 2)} / ${number(worker.trainingTarget)}`,
    worker.quarters.map(({ attended, due }) => `${attended}/${due}`).join(" "),
    worker.qualified ? t("common.yes") : t("common.no"),
  ]);
  return tableLines(
    COLUMNS.map((column) => t(`kpi.cli.column.${column}`)),
    rows,
  );
}
