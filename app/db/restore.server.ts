/** Loads a backup into a database that holds nothing yet: all of it in one transaction, or none. */
import pg from "pg";

import { readBackupLines, type BackupHeader, type BackupTable } from "./backup-file.server";
import { appliedMigrations, EXACT_TEXT, references, tableColumns } from "./backup.server";

const BATCH_ROWS = 2_000;
const BATCH_BYTES = 4 * 1024 * 1024;

export type RestoreProblem =
  | { problem: "notEmpty" }
  | { problem: "otherVersion"; backup: string; database: string }
  | { problem: "rowCounts"; table: string; expected: number; actual: number };

type Loaded = { name: string; columns: { name: string; type: string }[] };

/** The migrations of a database; none where there is no such database or it was never set up. */
export async function databaseMigrations(ownerUrl: string): Promise<string[]> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  try {
    await owner.connect();
    return await appliedMigrations(owner);
  } catch (error) {
    if ((error as { code?: string }).code === "3D000") return [];
    throw error;
  } finally {
    await owner.end().catch(() => undefined);
  }
}

/**
 * Loads a checked backup.
 * @returns the problem, with nothing written, or null when everything is in
 */
export async function restoreDatabase(
  ownerUrl: string,
  file: string,
  header: BackupHeader,
): Promise<RestoreProblem | null> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query("BEGIN");
    await owner.query(EXACT_TEXT);
    const problem = await load(owner, file, header);
    await owner.query(problem ? "ROLLBACK" : "COMMIT");
    if (!problem) await owner.query("ANALYZE");
    return problem;
  } catch (error) {
    await owner.query("ROLLBACK").catch(() => undefined);
    throw error;
  } finally {
    await owner.end();
  }
}

async function load(owner: pg.Client, file: string, header: BackupHeader): Promise<RestoreProblem | null> {
  const present = await appliedMigrations(owner);
  if (present.join() !== header.migrations.join())
    return { problem: "otherVersion", backup: header.migrations.at(-1) ?? "-", database: present.at(-1) ?? "-" };
  // why: the app may be running; nobody may add the first ward or account while the backup comes in.
  await owner.query("LOCK TABLE ward, user_account IN EXCLUSIVE MODE");
  const used = await owner.query("SELECT FROM ward UNION ALL SELECT FROM user_account LIMIT 1");
  if (used.rowCount !== 0) return { problem: "notEmpty" };
  const tables = await tableColumns(owner);
  // why: without wards and accounts only the machinery's own rows (job runs, counters) can be there.
  await owner.query(`TRUNCATE ${tables.map(({ name }) => pg.escapeIdentifier(name)).join(", ")}`);
  const restoreKeys = await deferForwardKeys(owner, header);
  await loadRows(owner, file, new Map(header.tables.map((table) => [table.name, insertStatement(table, tables)])));
  await owner.query("SET CONSTRAINTS ALL IMMEDIATE");
  await restoreKeys();
  return compareCounts(owner, header);
}

/** Foreign keys from a table to itself or to a later one hold only once all rows are there. */
async function deferForwardKeys(owner: pg.Client, header: BackupHeader): Promise<() => Promise<void>> {
  const place = new Map(header.tables.map(({ name }, index) => [name, index]));
  const placeOf = (name: string) => place.get(name) ?? -1;
  const forward = (await references(owner)).filter(
    ({ child, parent, deferrable }) => !deferrable && placeOf(parent) >= placeOf(child),
  );
  const alter = async (state: string) => {
    for (const { child, name } of forward)
      await owner.query(
        `ALTER TABLE ${pg.escapeIdentifier(child)} ALTER CONSTRAINT ${pg.escapeIdentifier(name)} ${state}`,
      );
  };
  await alter("DEFERRABLE INITIALLY DEFERRED");
  return () => alter("NOT DEFERRABLE");
}

async function loadRows(owner: pg.Client, file: string, statements: ReadonlyMap<string, string>): Promise<void> {
  let insert = "";
  let batch: string[] = [];
  let bytes = 0;
  async function flush(): Promise<void> {
    if (batch.length > 0) await owner.query(insert, [`[${batch.join(",")}]`]);
    [batch, bytes] = [[], 0];
  }
  let first = true;
  for await (const buffer of readBackupLines(file)) {
    const line = buffer.toString();
    if (line.startsWith("[")) {
      batch.push(line);
      bytes += line.length;
      if (batch.length >= BATCH_ROWS || bytes >= BATCH_BYTES) await flush();
    } else if (!first) {
      await flush();
      const { table } = JSON.parse(line) as { table?: string };
      if (table !== undefined) insert = statements.get(table) ?? "";
    }
    first = false;
  }
  await flush();
}

/** One statement for any number of rows; the values travel as PostgreSQL wrote them and are never read as numbers. */
function insertStatement(table: BackupTable, tables: readonly Loaded[]): string {
  const types = new Map(tables.find(({ name }) => name === table.name)?.columns.map(({ name, type }) => [name, type]));
  const names = table.columns.map(pg.escapeIdentifier).join(", ");
  const values = table.columns.map((name, index) => `(line ->> ${index})::${types.get(name) ?? "text"}`).join(", ");
  return `INSERT INTO ${pg.escapeIdentifier(table.name)} (${names}) SELECT ${values} FROM json_array_elements($1::json) AS line`;
}

async function compareCounts(owner: pg.Client, header: BackupHeader): Promise<RestoreProblem | null> {
  for (const { name, rows } of header.tables) {
    const counted = await owner.query<{ rows: string }>(`SELECT count(*) AS rows FROM ${pg.escapeIdentifier(name)}`);
    const actual = Number(counted.rows[0]?.rows);
    if (actual !== rows) return { problem: "rowCounts", table: name, expected: rows, actual };
  }
  return null;
}
