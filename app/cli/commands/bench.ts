import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

import { translator } from "../../i18n/i18n";
import { childEnvironment } from "../../lib/env.server";
import { fillContract, fillWorkforce, makeContract, type BenchContract } from "../bench/fixture";
import { countryOf, fillCountry } from "../bench/national";
import { makeScratch, withConnection, type Scratch } from "../bench/scratch";
import type { Measured, TaskInput, TaskName } from "../bench/tasks";
import { readArguments } from "../arguments";
import type { Io } from "../io";
import { textTable } from "../text-table";

type Result = Measured & { peakMegabytes: number };
type Line = {
  key: TaskName | "importRatio" | "growth" | "surveySlowest" | "countryGrowth" | "nightGrowth";
  workers?: number;
  seconds?: number;
  rowsPerSecond?: number;
  peakMegabytes?: number;
  statements?: number;
  ratio?: number;
};
type Sizes = {
  cases: number;
  workers: readonly [number, number];
  kpiWorkers: readonly [number, number];
  planWorkers: number;
  surveyPeople: number;
  /** Shares of the country, the smallest first. */
  countries: readonly number[];
};

const FULL: Sizes = {
  cases: 100_000,
  workers: [100, 1_000],
  kpiWorkers: [10, 1_000],
  planWorkers: 200,
  surveyPeople: 10_000,
  countries: [1 / 20],
};
const QUICK: Sizes = {
  ...{ cases: 5_000, workers: [20, 100], kpiWorkers: [10, 100], planWorkers: 25, surveyPeople: 300 },
  countries: [1 / 200],
};
const NATIONAL_COUNTRIES = [1 / 20, 1 / 5, 1];
const IMPORT_WORKERS = 200;

/**
 * Measures import, evaluation, indicators and plans on a database of its own and prints a table. `--quick` for smaller sizes;
 * `--national` measures the whole country's night alone, and takes the room and time of four million cases.
 */
export async function run(args: string[], io: Io): Promise<number> {
  const given = readArguments(
    args,
    { quick: { kind: "flag" }, national: { kind: "flag" }, json: { kind: "flag" } },
    io,
  );
  if (!given) return 2;
  const sizes = given.options.quick ? QUICK : FULL;
  const lines = given.options.national
    ? await measureCountries(NATIONAL_COUNTRIES, io)
    : [...(await measureParts(sizes, io)), ...(await measureCountries(sizes.countries, io))];
  if (given.options.json) io.out(JSON.stringify({ cases: sizes.cases, lines }));
  else io.out(print(lines, io));
  return 0;
}

async function measureParts(sizes: Sizes, io: Io): Promise<Line[]> {
  const scratch = await makeScratch();
  try {
    return [
      ...(await measureImport(scratch, sizes, io)),
      ...(await measureRules(scratch, sizes, io)),
      ...(await measureKpi(scratch, sizes, io)),
      ...(await measurePlans(scratch, sizes, io)),
      ...(await measureSurvey(scratch, sizes, io)),
    ];
  } finally {
    await scratch.remove();
  }
}

async function measureImport(scratch: Scratch, { cases }: Sizes, io: Io): Promise<Line[]> {
  const [target, copy] = await withConnection(
    scratch.url,
    async (owner) =>
      [await makeContract(owner, "900001", "BENCH-1"), await makeContract(owner, "900002", "BENCH-2")] as const,
  );
  const size = { cases, workers: IMPORT_WORKERS };
  await measure("generate", scratch, { ...target, ...size }, io);
  const imported = await measure("import", scratch, { ...target, ...size }, io);
  const bound = await measure("lowerBound", scratch, { ...copy, ...size, source: target }, io);
  return [
    line("import", imported),
    line("lowerBound", bound),
    { key: "importRatio", ratio: imported.seconds / bound.seconds },
  ];
}

async function measureRules(scratch: Scratch, { cases, workers }: Sizes, io: Io): Promise<Line[]> {
  const lines: Line[] = [];
  const times: number[] = [];
  for (const [index, count] of workers.entries()) {
    const contract = await filled(scratch, `91000${index}`, count);
    const input = { ...contract, cases, workers: count };
    const byHand = await measure("byHand", scratch, input, io);
    const rules = await measure("evaluate", scratch, input, io);
    const saved = await measure("evaluateAndSave", scratch, input, io);
    const again = await measure("evaluateAgain", scratch, input, io);
    lines.push(
      { ...line("byHand", byHand), workers: count },
      { ...line("evaluate", rules), workers: count, ratio: rules.seconds / byHand.seconds },
    );
    lines.push(
      { ...line("evaluateAndSave", saved), workers: count },
      { ...line("evaluateAgain", again), workers: count },
    );
    times.push(rules.seconds);
  }
  const [small = 0, large = 0] = times;
  return [...lines, { key: "growth", workers: workers[1] / workers[0], ratio: large / small }];
}

async function measureKpi(scratch: Scratch, { cases, kpiWorkers }: Sizes, io: Io): Promise<Line[]> {
  const lines: Line[] = [];
  for (const [index, count] of kpiWorkers.entries()) {
    const contract = await filled(scratch, `92000${index}`, count);
    lines.push({
      ...line("kpi", await measure("kpi", scratch, { ...contract, cases, workers: count }, io)),
      workers: count,
    });
  }
  return lines;
}

/** Plans need no database: pure search, beside one greedy pass over the same quarter. */
async function measurePlans(scratch: Scratch, { planWorkers: workers }: Sizes, io: Io): Promise<Line[]> {
  const input = { wardId: "", contractId: "", cases: 0, workers };
  const greedy = await measure("planGreedily", scratch, input, io);
  const planned = await measure("planQuarter", scratch, input, io);
  const crowded = await measure("planCrowded", scratch, input, io);
  return [
    { ...line("planGreedily", greedy), workers },
    { ...line("planQuarter", planned), workers, ratio: planned.seconds / greedy.seconds },
    { ...line("planCrowded", crowded), workers, ratio: crowded.seconds / greedy.seconds },
  ];
}

/** Everyone of a large contract answers a survey while the collector is killed twice; lost or doubled answers end the run. */
async function measureSurvey(scratch: Scratch, { surveyPeople: workers }: Sizes, io: Io): Promise<Line[]> {
  const contract = await withConnection(scratch.url, async (owner) => {
    const made = await makeContract(owner, "930001", "BENCH-SURVEY");
    await fillWorkforce(owner, made, workers);
    return made;
  });
  const crowd = await measure("surveyCrowd", scratch, { ...contract, cases: 0, workers }, io);
  return [
    { ...line("surveyCrowd", crowd), workers },
    { key: "surveySlowest", seconds: crowd.slowest, workers },
  ];
}

/** Countries of growing size, each in a database of its own: the night beside the one statement, and the morning's pages. */
async function measureCountries(shares: readonly number[], io: Io): Promise<Line[]> {
  const lines: Line[] = [];
  let before: { byHand: number; usual: number } | null = null;
  for (const share of shares) {
    const scratch = await makeScratch();
    try {
      const country = countryOf(share);
      const { workers } = country;
      const input = { wardId: "", contractId: "", cases: 0, workers };
      announce("country", io);
      await withConnection(scratch.url, (owner) => fillCountry(owner, country));
      const byHand = await measure("countryByHand", scratch, input, io);
      const first = await measure("nightFirst", scratch, input, io);
      const usual = await measure("nightUsual", scratch, input, io);
      lines.push(
        { ...line("countryByHand", byHand), workers },
        { ...line("nightFirst", first), workers, ratio: first.seconds / byHand.seconds },
        { ...line("nightUsual", usual), workers, ratio: usual.seconds / byHand.seconds },
        { ...line("contractPages", await measure("contractPages", scratch, input, io)), workers },
        { ...line("wardPages", await measure("wardPages", scratch, input, io)), workers },
      );
      if (before)
        lines.push(
          { key: "countryGrowth", workers, ratio: byHand.seconds / before.byHand },
          { key: "nightGrowth", workers, ratio: usual.seconds / before.usual },
        );
      before = { byHand: byHand.seconds, usual: usual.seconds };
    } finally {
      await scratch.remove();
    }
  }
  return lines;
}

function filled(scratch: Scratch, wardCode: string, workers: number): Promise<BenchContract> {
  return withConnection(scratch.url, async (owner) => {
    const contract = await makeContract(owner, wardCode, `BENCH-${wardCode}`);
    await fillContract(owner, contract, workers);
    return contract;
  });
}

async function measure(task: TaskName, scratch: Scratch, input: Omit<TaskInput, "folder">, io: Io): Promise<Result> {
  announce(task, io);
  const file = path.join(import.meta.dirname, "../bench/measure.ts");
  const folder = path.join(scratch.folder, "files");
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", "tsx", file, task, JSON.stringify({ ...input, folder })],
    {
      env: childEnvironment({ DATABASE_URL: scratch.url, SASAE_APP_DATABASE_URL: "" }),
      cwd: path.join(import.meta.dirname, "../../.."),
    },
  );
  return JSON.parse(stdout) as Result;
}

function announce(task: TaskName | "country", io: Io): void {
  const t = translator(io.locale);
  io.err(t("operations.bench.running", { name: t(`operations.bench.measures.${task}`) }));
}

function line(key: TaskName, { seconds, rows, statements, peakMegabytes }: Result): Line {
  return {
    key,
    seconds,
    peakMegabytes,
    ...(rows !== undefined && { rowsPerSecond: Math.round(rows / seconds) }),
    ...(statements !== undefined && { statements }),
  };
}

function print(lines: readonly Line[], io: Io): string {
  const t = translator(io.locale);
  const columns = ["measure", "seconds", "rowsPerSecond", "peakMemory", "statements", "ratio"] as const;
  const cells = lines.map(({ key, workers, seconds, rowsPerSecond, peakMegabytes, statements, ratio }) => [
    t(`operations.bench.measures.${key}`) +
      (workers === undefined
        ? ""
        : t(key === "growth" ? "operations.bench.times" : "operations.bench.workers", { workers })),
    seconds === undefined ? "" : seconds.toFixed(3),
    rowsPerSecond?.toLocaleString("en") ?? "",
    peakMegabytes?.toString() ?? "",
    statements?.toString() ?? "",
    ratio?.toFixed(1) ?? "",
  ]);
  return textTable(
    columns.map((column) => t(`operations.bench.${column}`)),
    cells,
    [1, 2, 3, 4, 5],
  );
}
