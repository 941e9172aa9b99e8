import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

import { run as backupCommand } from "~/cli/commands/backup";
import { run as restoreCommand } from "~/cli/commands/restore";
import { backUpDatabase } from "~/db/backup.server";
import { checkBackupFile, type BackupHeader } from "~/db/backup-file.server";
import { databaseMigrations, restoreDatabase } from "~/db/restore.server";

import { migrationNames } from "../../prisma/engine";
import { migrate } from "../../prisma/migrate";
import { aContract, aWorker, asOwner } from "../setup/factories";

const folder = mkdtempSync(path.join(os.tmpdir(), "sasae-backup-"));
const file = path.join(folder, "whole.gz");
const source = process.env.DATABASE_URL ?? "";
const extra: string[] = [];
let header: BackupHeader;

/** The address of a database that does not exist yet and goes when the tests end. */
function anotherDatabase(): string {
  const url = new URL(source);
  url.pathname = `/restore_${randomBytes(5).toString("hex")}`;
  extra.push(url.pathname.slice(1));
  return url.toString();
}

async function inDatabase<T>(url: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  return work(owner).finally(() => owner.end());
}

/** Every row of every table as text, sorted. */
function everything(url: string): Promise<Record<string, string[]>> {
  return inDatabase(url, async (owner) => {
    const tables = await owner.query<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1",
    );
    const all: Record<string, string[]> = {};
    for (const { name } of tables.rows) {
      const rows = await owner.query<{ line: string }>(`SELECT t::text AS line FROM ${name} t ORDER BY 1`);
      all[name] = rows.rows.map(({ line }) => line);
    }
    return all;
  });
}

function rowCount(all: Record<string, string[]>): number {
  return Object.values(all).reduce((sum, rows) => sum + rows.length, 0);
}

beforeAll(async () => {
  const tenant = await aContract({ code: "B-1" });
  const worker = await aWorker(tenant, { staffCode: "引用\"符'\\ と\n改行" });
  const keys = [tenant.wardId, tenant.contractId];
  await asOwner(async (owner) => {
    await owner.query(
      `INSERT INTO support_case (ward_id, contract_id, id, case_ref, opened_on, tags)
       SELECT $1, $2, gen_random_uuid(), 'K' || n, '2026-01-01', ARRAY['debt', 'legal'] FROM generate_series(1, 4500) n`,
      keys,
    );
    await owner.query(
      `INSERT INTO case_assignment (ward_id, contract_id, case_id, staff_id, from_on) SELECT ward_id, contract_id, id, $3, opened_on FROM support_case WHERE contract_id = $2 AND ward_id = $1`,
      [...keys, worker],
    );
    await owner.query(
      `INSERT INTO flag (ward_id, contract_id, rule, rule_version, subject_kind, subject_id, staff_id, severity, raised_on, figures, acknowledged_at)
       VALUES ($1, $2, 'overload.cap', 1, 'staff', $3, $3, 'watch', '2026-01-01', 'null'::jsonb, '2026-01-02 03:04:05.678+09')`,
      [...keys, worker],
    );
    await owner.query(
      `WITH batch AS (INSERT INTO import_batch (ward_id, contract_id, created_by, summary) VALUES ($1, $2, gen_random_uuid(), '{"n": 12345678901234567890}') RETURNING *)
       INSERT INTO import_file (ward_id, contract_id, batch_id, name, content) SELECT ward_id, contract_id, id, 'a.csv', $3 FROM batch`,
      [...keys, Buffer.from([0, 1, 2, 255, 10, 34, 92])],
    );
    await owner.query("INSERT INTO user_account (email, name) VALUES ('one@example.jp', '利用者')");
  });
  header = await backUpDatabase(source, file, new Date("2026-04-01T00:00:00Z"));
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  const server = new URL(source);
  server.pathname = "/postgres";
  await inDatabase(server.toString(), async (owner) => {
    for (const name of extra) await owner.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });
});

test("a backup restored into an empty database is the same, row by row", async () => {
  const target = anotherDatabase();
  await migrate(target);
  expect(await checkBackupFile(file)).toEqual({ header });
  expect(await restoreDatabase(target, file, header)).toBeNull();
  const [before, after] = [await everything(source), await everything(target)];
  expect(rowCount(before)).toBeGreaterThan(9000);
  expect(after).toEqual(before);
});

test("the header counts every row and lists the migrations", async () => {
  const counts = Object.fromEntries(header.tables.map(({ name, rows }) => [name, rows]));
  const actual = Object.fromEntries(
    Object.entries(await everything(source)).map(([name, rows]) => [name, rows.length]),
  );
  expect(counts).toEqual(actual);
  expect(header.migrations).toEqual(migrationNames());
});

test("parents are saved before their children", () => {
  const place = (name: string) => header.tables.findIndex((table) => table.name === name);
  expect(place("ward")).toBeLessThan(place("contract"));
  expect(place("support_case")).toBeLessThan(place("case_assignment"));
  expect(place("membership")).toBeLessThan(place("supervisee"));
});

test.each([
  { name: "cut short", change: (whole: Buffer) => whole.subarray(0, whole.length - 400), problem: "damaged" },
  { name: "cut to its first half", change: (whole: Buffer) => whole.subarray(0, whole.length / 2), problem: "damaged" },
  {
    name: "altered in one byte",
    change: (whole: Buffer) => alter(whole, Math.floor(whole.length / 2)),
    problem: "damaged",
  },
  { name: "empty", change: () => Buffer.alloc(0), problem: "notBackup" },
  { name: "something else", change: () => Buffer.from("case_ref,opened_on\n1,2026-01-01\n"), problem: "notBackup" },
])("a file that is $name is refused before anything is written", async ({ name, change, problem }) => {
  const damaged = path.join(folder, `${name}.gz`);
  writeFileSync(damaged, change(readFileSync(file)));
  expect(await checkBackupFile(damaged)).toEqual({ problem });
  const said: string[] = [];
  const io = { out: (text: string) => said.push(text), err: (text: string) => said.push(text), locale: "en" as const };
  expect(await restoreCommand([damaged], io)).toBe(1);
  expect(said.join("\n")).toMatch(/Nothing was written/);
});

function alter(whole: Buffer, at: number): Buffer {
  const copy = Buffer.from(whole);
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
}

test("a file whose rows are fewer than its header says leaves nothing behind", async () => {
  const target = anotherDatabase();
  await migrate(target);
  const boasting = {
    ...header,
    tables: header.tables.map((table) => ({ ...table, rows: table.rows + (table.name === "ward" ? 1 : 0) })),
  };
  expect(await restoreDatabase(target, file, boasting)).toEqual({
    problem: "rowCounts",
    table: "ward",
    expected: 2,
    actual: 1,
  });
  expect(rowCount(await everything(target))).toBe(0);
});

test("a database with data is refused and stays as it is", async () => {
  const before = await everything(source);
  expect(await restoreDatabase(source, file, header)).toEqual({ problem: "notEmpty" });
  expect(await everything(source)).toEqual(before);
});

test("a database of another version is refused", async () => {
  const target = anotherDatabase();
  await migrate(target, migrationNames().slice(0, 1));
  expect(await databaseMigrations(target)).toEqual(migrationNames().slice(0, 1));
  expect(await restoreDatabase(target, file, header)).toMatchObject({
    problem: "otherVersion",
    database: migrationNames()[0],
  });
});

test("an existing file is never overwritten, and no unfinished file stays behind", async () => {
  const content = readFileSync(file);
  const said: string[] = [];
  const io = { out: (text: string) => said.push(text), err: (text: string) => said.push(text), locale: "en" as const };
  expect(await backupCommand([file], io)).toBe(1);
  expect(readFileSync(file)).toEqual(content);
  await expect(backUpDatabase(source, path.join(folder, "no such folder", "b.gz"), new Date(0))).rejects.toThrow(
    /ENOENT/,
  );
  expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
});
