/** Brings the database up to date before a command runs, so that the first command works on an empty folder. */
import { readdirSync } from "node:fs";
import path from "node:path";

import pg from "pg";

import { databaseUrls } from "../db/urls.server";

/** Applies the migrations that are missing; a database that has them all costs one query. */
export async function prepareDatabase(): Promise<void> {
  const { owner } = await databaseUrls();
  if (await isMigrated(owner)) return;
  // why: the migration engine takes longer to load than most commands to run.
  const { migrate } = await import("../../prisma/migrate");
  await migrate(owner);
}

async function isMigrated(ownerUrl: string): Promise<boolean> {
  const folder = path.join(import.meta.dirname, "../../prisma/migrations");
  const wanted = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const connection = new pg.Client({ connectionString: ownerUrl });
  try {
    await connection.connect();
    const applied = await connection.query<{ migration_name: string }>(
      "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL",
    );
    const names = new Set(applied.rows.map((row) => row.migration_name));
    return wanted.every((entry) => names.has(entry.name));
  } catch (error) {
    // why: no such database, or none of our tables in it yet; anything else is a real failure.
    if (["3D000", "42P01"].includes((error as { code?: string }).code ?? "")) return false;
    throw error;
  } finally {
    await connection.end().catch(() => undefined);
  }
}
