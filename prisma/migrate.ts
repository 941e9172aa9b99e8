/** Brings a database up to date: makes it and the app's role where missing, applies the migrations. */
import { pathToFileURL } from "node:url";

import pg from "pg";

import { APP_ROLE, appPassword, databaseUrls, releaseDatabase } from "../app/db/urls.server";
import { migrationsList, NO_FILTERS, withEngine } from "./engine";

/**
 * Applies what is missing, under a lock so that two processes do not do it at once.
 * @param only names to stop at: a restore first needs the backup's own version
 * @returns the names of the migrations applied now
 */
export async function migrate(ownerUrl: string, only?: readonly string[]): Promise<string[]> {
  await createDatabase(ownerUrl);
  const guard = new pg.Client({ connectionString: ownerUrl });
  await guard.connect();
  try {
    await guard.query("SELECT pg_advisory_lock(hashtext('sasae migrate'))");
    await prepareRole(guard, ownerUrl);
    const { appliedMigrationNames } = await withEngine(ownerUrl, (engine) =>
      engine.applyMigrations({ migrationsList: migrationsList(only), filters: NO_FILTERS }),
    );
    return appliedMigrationNames;
  } finally {
    await guard.end();
  }
}

async function createDatabase(ownerUrl: string): Promise<void> {
  const url = new URL(ownerUrl);
  const name = decodeURIComponent(url.pathname.slice(1));
  try {
    const probe = new pg.Client({ connectionString: ownerUrl });
    await probe.connect();
    await probe.end();
  } catch (error) {
    if ((error as { code?: string }).code !== "3D000") throw error;
    url.pathname = "/postgres";
    const server = new pg.Client({ connectionString: url.toString() });
    await server.connect();
    await server.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
    await server.end();
  }
}

async function prepareRole(owner: pg.Client, ownerUrl: string): Promise<void> {
  const password = pg.escapeLiteral(appPassword(ownerUrl));
  const { rowCount } = await owner.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [APP_ROLE]);
  const verb = rowCount ? "ALTER" : "CREATE";
  await owner.query(
    `${verb} ROLE ${APP_ROLE} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD ${password}`,
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { owner } = await databaseUrls();
  const applied = await migrate(owner);
  console.error(applied.length > 0 ? `Applied: ${applied.join(", ")}` : "The database is up to date.");
  await releaseDatabase();
}
