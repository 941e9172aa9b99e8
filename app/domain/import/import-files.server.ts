/**
 * The import, all or nothing: every file is read and checked whole, and only where nothing is wrong is anything
 * written, in one transaction. A dry run does the same and rolls it back, so that its counts are the real ones.
 */
import { asTenant, type Tenant, type Tx } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";

import { check } from "./check.server";
import { FILE_KEYS, fileKeyOf, fileName, type FileKey } from "./columns";
import { openCsv } from "./csv.server";
import { merge, type Counts } from "./merge.server";
import { problemAt, problemList, type Notice, type Problem } from "./problems";
import type { Opened, Source } from "./source.server";
import { stage, type Staged } from "./stage.server";
import { openXlsx } from "./xlsx.server";

export type ImportedFile = {
  /** As the person named it; a sheet as "book.xlsx/staff". */
  file: string;
  encoding: "UTF-8" | "CP932" | "XLSX";
  rows: number;
} & { [K in keyof Counts]: number | null };

export type ImportResult = {
  /** Nothing was wrong. In a dry run nothing was written all the same. */
  ok: boolean;
  dryRun: boolean;
  /** The counts are null where problems kept the import from comparing. */
  files: ImportedFile[];
  /** The first problems; `problemCount` counts all. */
  problems: Problem[];
  problemCount: number;
  notices: Notice[];
};

/** How far the import is; `total` is the best estimate. */
export type Progress = { phase: "read" | "check" | "write"; done: number; total: number };

export type ImportOptions = {
  dryRun: boolean;
  /** Who imports, for the audit log: a role, or "cli". */
  actorRole: string;
  /** Dates changes of rank and pay in their histories, and monthly returns handed in; without it none are kept. */
  day?: Day;
  onProgress?: (progress: Progress) => void;
  /** Runs in the same transaction after a clean import that is not a dry run. */
  afterwards?: (tx: Tx) => Promise<void>;
};

const TIMEOUT_MS = 30 * 60_000;

/**
 * Imports files into a contract. Bad input is no error: the result lists it and nothing is written.
 * @throws where the database fails
 */
export async function importFiles(
  tenant: Tenant,
  sources: readonly Source[],
  options: ImportOptions,
): Promise<ImportResult> {
  const rollback = new Error("rolled back");
  let result: ImportResult | undefined;
  try {
    await asTenant(
      tenant,
      async (tx) => {
        result = await run(tx, tenant, sources, options);
        if (!result.ok || options.dryRun) throw rollback;
        await options.afterwards?.(tx);
      },
      { timeoutMs: TIMEOUT_MS },
    );
  } catch (error) {
    if (error !== rollback) throw error;
  }
  if (!result) throw new Error("the import gave no result");
  return result;
}

async function run(tx: Tx, tenant: Tenant, sources: readonly Source[], options: ImportOptions): Promise<ImportResult> {
  if (!(await prepare(tx, tenant))) return refused(options, problemAt({}, "busy"));
  const progress = options.onProgress ?? (() => undefined);
  const problems = problemList();
  const notices: Notice[] = [];
  const stages = new Map<FileKey, Staged>();
  const unread = new Set<FileKey>();
  const opened = await openAll(sources);
  let [read, total] = [0, opened.reduce((sum, { expected }) => sum + expected, 0)];
  for (const { source, tables } of opened) {
    for await (const each of tables) {
      if ("notice" in each) notices.push(each.notice);
      else if ("problem" in each) {
        problems.add(each.problem);
        const file = fileKeyOf(source.name);
        (file ? [file] : FILE_KEYS).forEach((key) => unread.add(key));
      } else if (stages.has(each.table.file)) {
        const other = stages.get(each.table.file)?.label ?? "";
        problems.add(problemAt({ file: each.table.label }, "file_twice", { other }));
      } else {
        const staged = await stage(tx, each.table, problems, (rows) => {
          read += rows;
          total = Math.max(read, total);
          progress({ phase: "read", done: read, total });
        });
        stages.set(staged.file, staged);
      }
    }
  }
  if (stages.size === 0 && problems.count() === 0) {
    problems.add(problemAt({}, "no_files", { files: FILE_KEYS.map(fileName).join(", ") }));
  }
  progress({ phase: "check", done: 0, total: read });
  notices.push(...(await check(tx, tenant, stages, unread, problems)));
  const counts =
    problems.count() === 0 ? await write(tx, tenant, stages, options, progress) : new Map<FileKey, Counts>();
  return {
    ok: problems.count() === 0,
    dryRun: options.dryRun,
    files: [...stages.values()].map(({ file, label, encoding, rows }) => {
      const { added = null, changed = null, unchanged = null } = counts.get(file) ?? {};
      return { file: label, encoding, rows, added, changed, unchanged };
    }),
    problems: problems.listed(),
    problemCount: problems.count(),
    notices,
  };
}

/** Takes the contract's lock and settles how statements are planned; false where another import holds the lock. */
async function prepare(tx: Tx, tenant: Tenant): Promise<boolean> {
  // why: two imports into one contract at once could each pass the checks and clash when both are written.
  const [lock] = await tx.$queryRaw<{ free: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended('import ' || ${tenant.contractId}, 0)) AS free`;
  // why: rows written in this transaction are in no statistics yet; a nested loop planned for a few rows would run
  // over all of them, while hash joins cost about the same for few rows and stay fast for many.
  await tx.$executeRaw`SELECT set_config('enable_nestloop', 'off', true), set_config('work_mem', '64MB', true), set_config('jit', 'off', true)`;
  return lock?.free === true;
}

function refused({ dryRun }: ImportOptions, problem: Problem): ImportResult {
  return { ok: false, dryRun, files: [], problems: [problem], problemCount: 1, notices: [] };
}

type OpenedSource = {
  source: Source;
  tables: Iterable<Opened> | AsyncIterable<Opened>;
  /** Rows to expect, as far as they can be known. */
  expected: number;
};

/** Opens every source; of CSV files the encoding and the number of lines are found on the way. */
async function openAll(sources: readonly Source[]): Promise<OpenedSource[]> {
  const opened: OpenedSource[] = [];
  for (const source of sources) {
    const file = fileKeyOf(source.name);
    if (/\.xls[xmb]?$/i.test(source.name)) opened.push({ source, tables: openXlsx(source), expected: 0 });
    else if (file) {
      const table = await openCsv(source, file);
      opened.push({ source, tables: [table], expected: "table" in table ? (table.table.expected ?? 0) : 0 });
    } else {
      const problem = problemAt({ file: source.name }, "file_unknown", { files: FILE_KEYS.map(fileName).join(", ") });
      opened.push({ source, tables: [{ problem }], expected: 0 });
    }
  }
  return opened;
}

async function write(
  tx: Tx,
  tenant: Tenant,
  stages: ReadonlyMap<FileKey, Staged>,
  options: ImportOptions,
  progress: (progress: Progress) => void,
): Promise<Map<FileKey, Counts>> {
  const total = [...stages.values()].reduce((sum, { rows }) => sum + rows, 0);
  let done = 0;
  progress({ phase: "write", done, total });
  const counts = await merge(tx, tenant, stages, options.day, ({ rows }) => {
    done += rows;
    progress({ phase: "write", done, total });
  });
  if (options.dryRun) return counts;
  await tx.$executeRaw`INSERT INTO audit_entry (ward_id, contract_id, actor_id, actor_role, action, subject, subject_id, detail)
    VALUES (${tenant.wardId}::uuid, ${tenant.contractId}::uuid, ${tenant.userId}::uuid, ${options.actorRole}, 'import', 'contract',
      ${tenant.contractId}, ${JSON.stringify(Object.fromEntries(counts))}::jsonb)`;
  return counts;
}
