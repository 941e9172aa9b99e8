/**
 * Saves the whole database into one file while the app goes on working: all tables are read in one transaction, as of one
 * moment, through cursors, so that the memory needed does not grow with the database.
 */
import pg from "pg";

import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  writeBackupFile,
  type BackupHeader,
  type BackupTable,
} from "./backup-file.server";

const ROWS_PER_FETCH = 2_000;

/** Text forms that do not depend on the server's or the client's settings. */
export const EXACT_TEXT = `SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO'; SET LOCAL IntervalStyle = 'postgres';
  SET LOCAL extra_float_digits = 1; SET LOCAL bytea_output = 'hex'`;

/**
 * Writes a backup.
 * @param ownerUrl address of the database as its owner
 * @param createdAt the instant, for the header
 * @throws Error where a table is hidden from the owner, or from the file system
 */
export async function backUpDatabase(ownerUrl: string, file: string, createdAt: Date): Promise<BackupHeader> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await owner.query(EXACT_TEXT);
    await refuseHiddenTables(owner);
    const header: BackupHeader = {
      ...{ format: BACKUP_FORMAT, version: BACKUP_VERSION, createdAt: createdAt.toISOString() },
      ...{ migrations: await appliedMigrations(owner), tables: await describeTables(owner) },
    };
    await writeBackupFile(file, lines(owner, header));
    await owner.query("COMMIT");
    return header;
  } finally {
    await owner.end();
  }
}

/** The migrations a database has, in order; none where it was never set up. */
export async function appliedMigrations(owner: pg.Client): Promise<string[]> {
  const known = await owner.query<{ found: boolean }>(
    "SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS found",
  );
  if (!known.rows[0]?.found) return [];
  const applied = await owner.query<{ name: string }>(
    "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1",
  );
  return applied.rows.map(({ name }) => name);
}

/** A foreign key between two of our tables. */
export type Reference = { name: string; child: string; parent: string; deferrable: boolean };

/** All foreign keys. */
export async function references(owner: pg.Client): Promise<Reference[]> {
  const found = await owner.query<Reference>(
    `SELECT k.conname AS name, c.relname AS child, p.relname AS parent, k.condeferrable AS deferrable
     FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class p ON p.oid = k.confrelid
     WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace ORDER BY 1, 2`,
  );
  return found.rows;
}

/** Parents before children, as far as foreign keys go one way. */
function inLoadingOrder<T extends { name: string }>(tables: readonly T[], keys: readonly Reference[]): T[] {
  const ordered: T[] = [];
  let waiting = [...tables];
  while (waiting.length > 0) {
    const isWaiting = (name: string) => waiting.some((table) => table.name === name);
    const ready = waiting.filter(
      ({ name }) => !keys.some(({ child, parent }) => child === name && parent !== name && isWaiting(parent)),
    );
    // why: in a circle no table is ready; the restore then defers the keys that point forward.
    const next = ready.length > 0 ? ready : waiting.slice(0, 1);
    ordered.push(...next);
    waiting = waiting.filter((table) => !next.includes(table));
  }
  return ordered;
}

/** Our tables and their stored columns, in alphabetical order. */
export async function tableColumns(
  owner: pg.Client,
): Promise<{ name: string; columns: { name: string; type: string }[] }[]> {
  const found = await owner.query<{ name: string; columns: { name: string; type: string }[] }>(
    `SELECT c.relname AS name,
       json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> '_prisma_migrations'
     GROUP BY 1 ORDER BY 1`,
  );
  return found.rows;
}

async function describeTables(owner: pg.Client): Promise<BackupTable[]> {
  const tables: BackupTable[] = [];
  for (const { name, columns } of inLoadingOrder(await tableColumns(owner), await references(owner))) {
    const counted = await owner.query<{ rows: string }>(`SELECT count(*) AS rows FROM ${pg.escapeIdentifier(name)}`);
    tables.push({ name, columns: columns.map((column) => column.name), rows: Number(counted.rows[0]?.rows) });
  }
  return tables;
}

/** Row-level security is forced on the owner too: without its policy, rows would be missing without a word. */
async function refuseHiddenTables(owner: pg.Client): Promise<void> {
  const hidden = await owner.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c, pg_roles r
     WHERE r.rolname = current_user AND NOT r.rolsuper AND NOT r.rolbypassrls
       AND c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relrowsecurity AND c.relforcerowsecurity
       AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND r.oid = ANY (p.polroles) AND pg_get_expr(p.polqual, c.oid) = 'true')`,
  );
  if (hidden.rows.length > 0)
    throw new Error(`Hidden from the owner: ${hidden.rows.map(({ name }) => name).join(", ")}`);
}

async function* lines(owner: pg.Client, header: BackupHeader): AsyncGenerator<string> {
  yield JSON.stringify(header);
  for (const table of header.tables) {
    yield JSON.stringify({ table: table.name });
    const columns = table.columns.map((column) => `${pg.escapeIdentifier(column)}::text`).join(", ");
    await owner.query(
      `DECLARE backup NO SCROLL CURSOR FOR SELECT to_json(ARRAY[${columns}])::text AS line FROM ${pg.escapeIdentifier(table.name)}`,
    );
    // why: files are the only large cells; one at a time is enough in memory.
    const size = /_(file|content)$/.test(table.name) ? 1 : ROWS_PER_FETCH;
    for (;;) {
      const fetched = await owner.query<{ line: string }>(`FETCH ${size} FROM backup`);
      for (const { line } of fetched.rows) yield line;
      if (fetched.rows.length < size) break;
    }
    await owner.query("CLOSE backup");
  }
}
