/** What is measured, each in a process of its own so that its peak memory is its own. */
import path from "node:path";

import pg from "pg";

import { databaseUrls } from "../../db/urls.server";
import { asTenant, tenantOf, type Tenant } from "../../db/scope.server";
import { evaluate } from "../../domain/flag/evaluate";
import { evaluateContract } from "../../domain/flag/evaluate-contract.server";
import { fileName, type FileKey } from "../../domain/import/columns";
import { importFiles } from "../../domain/import/import-files.server";
import { fileSource } from "../../domain/import/source.server";
import { computeKpi, readContractFacts } from "../../domain/kpi/compute-kpi.server";
import { loadContractFacts } from "../../domain/kpi/facts.server";
import { propose, proposeGreedily } from "../../domain/planner/propose";
import { now } from "../../lib/clock.server";
import { BENCH_DAY, COUNTS_BY_HAND, type BenchContract } from "./fixture";
import { writeLargeDataset } from "./large-dataset";
import { NATIONAL_FACTS } from "./national-facts";
import { contractPages, night, wardPages, warmUp } from "./national-night";
import { crowdedPlannerInput, plannerInput } from "./planner-input";
import { withConnection } from "./scratch";
import { surveyCrowd } from "./survey-crowd";

/** Seconds, rows, statements of one task; times in seconds. */
export type Measured = {
  seconds: number;
  rows?: number;
  statements?: number;
  /** The time within which 95 of 100 were answered, in seconds. */
  slowest?: number;
};
export type TaskInput = BenchContract & {
  folder: string;
  cases: number;
  workers: number;
  source?: BenchContract;
};

const REPEATS = 5;
const NATIONAL_REPEATS = 3;
const BATCH = 5_000;
const IMPORTED: FileKey[] = ["offices", "staff", "cases", "assignments"];

const COPIED = {
  office: ["id"],
  staff: ["id", "office_id"],
  support_case: ["id", "office_id"],
  case_assignment: ["case_id", "staff_id"],
};

export const TASKS = {
  generate: async ({ folder, cases, workers }) => {
    const rows = await writeLargeDataset(folder, { cases, workers, seed: 20260401 });
    return { seconds: 0, rows: Object.values(rows).reduce((sum, count) => sum + count, 0) };
  },
  import: async (input) => {
    const sources = IMPORTED.map((file) => fileSource(path.join(input.folder, fileName(file))));
    const { seconds, result } = await timed(() =>
      importFiles(tenantIn(input), sources, { dryRun: false, actorRole: "cli" }),
    );
    if (!result.ok) throw new Error(`The import found ${result.problemCount} problems`);
    return { seconds, rows: result.files.reduce((sum, file) => sum + file.rows, 0) };
  },
  lowerBound: copyWithoutChecks,
  evaluate: async (input) => {
    const tenant = tenantIn(input);
    const once = () => asTenant(tenant, async (tx) => evaluate(await loadContractFacts(tx, tenant, BENCH_DAY)));
    return { seconds: await median(once), statements: await statementsOf(once) };
  },
  evaluateAndSave: async (input) => {
    // why: the process's first statements cost what no nightly run pays for each contract.
    await readContractFacts(tenantIn(input), BENCH_DAY);
    return { seconds: (await timed(() => evaluateContract(tenantIn(input), BENCH_DAY))).seconds };
  },
  evaluateAgain: async (input) => ({ seconds: await median(() => evaluateContract(tenantIn(input), BENCH_DAY)) }),
  byHand: (input) =>
    inDatabase(async (owner) => ({
      seconds: await median(() => owner.query(COUNTS_BY_HAND, [input.wardId, input.contractId, BENCH_DAY])),
      statements: 1,
    })),
  kpi: async (input) => {
    const once = () => computeKpi(tenantIn(input), input.contractId, BENCH_DAY);
    return { seconds: await median(once), statements: await statementsOf(once) };
  },
  surveyCrowd: (input) => surveyCrowd(input, input.workers),
  countryByHand: () =>
    inDatabase(async (owner) => {
      const once = () => owner.query(NATIONAL_FACTS, [BENCH_DAY]);
      return { seconds: await median(once, NATIONAL_REPEATS), rows: (await once()).rows.length, statements: 1 };
    }),
  nightFirst: async () => {
    await warmUp();
    const { seconds, result: rows } = await timed(() => night(0));
    return { seconds, rows };
  },
  nightUsual: async () => {
    await warmUp();
    const { seconds, result: rows } = await timed(() => night(1));
    return { seconds, rows };
  },
  contractPages: async () => ({ seconds: await contractPages() }),
  wardPages: async () => ({ seconds: await wardPages() }),
  planGreedily: async ({ workers }) => {
    const input = plannerInput(workers);
    return { seconds: await median(async () => proposeGreedily(input)) };
  },
  planQuarter: async ({ workers }) => {
    const input = plannerInput(workers);
    return { seconds: await median(async () => propose(input)), rows: propose(input).items.length };
  },
  planCrowded: async ({ workers }) => {
    const input = crowdedPlannerInput(workers);
    return { seconds: await median(async () => propose(input)), rows: propose(input).items.length };
  },
} as const satisfies Record<string, (input: TaskInput) => Promise<Measured>>;

export type TaskName = keyof typeof TASKS;

async function inDatabase<T>(work: (owner: pg.Client) => Promise<T>): Promise<T> {
  return withConnection((await databaseUrls()).owner, work);
}

function tenantIn({ wardId, contractId }: BenchContract): Tenant {
  return tenantOf(wardId, contractId);
}

async function timed<T>(work: () => Promise<T>): Promise<{ seconds: number; result: T }> {
  const start = now().getTime();
  const result = await work();
  return { seconds: (now().getTime() - start) / 1000, result };
}

/** The median of several runs after one that warms up. */
async function median(work: () => Promise<unknown>, repeats = REPEATS): Promise<number> {
  await work();
  const times: number[] = [];
  for (let run = 0; run < repeats; run += 1) times.push((await timed(work)).seconds);
  return times.sort((a, b) => a - b)[Math.floor(repeats / 2)] ?? 0;
}

/** How many statements a piece of work sends, without those that open, scope and close the transaction. */
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
  const original = prototype.query;
  let count = 0;
  prototype.query = function (this: unknown, ...args: unknown[]) {
    const [first] = args;
    const text = typeof first === "string" ? first : ((first as { text?: string }).text ?? "");
    if (!/^(\/\* kept \*\/)?\s*(BEGIN|COMMIT|ROLLBACK|SET |SELECT set_config\('app)/i.test(text)) count += 1;
    return original.apply(this, args);
  };
  try {
    await work();
  } finally {
    prototype.query = original;
  }
  return count;
}

/** The rows of the imported contract once more under another, in batches, with no check but the database's own. */
async function copyWithoutChecks(input: TaskInput): Promise<Measured> {
  const { source } = input;
  if (!source) throw new Error("Nothing was imported to copy");
  return inDatabase(async (owner) => {
    const rows = new Map<string, string[]>();
    for (const [table, ids] of Object.entries(COPIED)) {
      // why: new ids, the same each time, because a case has one lead a day across all contracts.
      const renamed = ids.map((id) => `'${id}', md5(t.${id}::text)::uuid`).join(", ");
      const found = await owner.query<{ line: string }>(
        `SELECT (to_jsonb(t) || jsonb_build_object('ward_id', $1::text, 'contract_id', $2::text, ${renamed}))::text AS line
         FROM ${table} t WHERE contract_id = $3`,
        [input.wardId, input.contractId, source.contractId],
      );
      rows.set(
        table,
        found.rows.map(({ line }) => line),
      );
    }
    let count = 0;
    const { seconds } = await timed(async () => {
      await owner.query("BEGIN");
      for (const [table, lines] of rows) {
        for (let start = 0; start < lines.length; start += BATCH)
          await owner.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1)`, [
            `[${lines.slice(start, start + BATCH).join(",")}]`,
          ]);
        count += lines.length;
      }
      await owner.query("COMMIT");
    });
    return { seconds, rows: count };
  });
}
