import { readFileSync } from "node:fs";
import path from "node:path";

import pg from "pg";
import { inject } from "vitest";

/** Looks behind the app, as the owner of its database. */
export async function behind<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const { port, password } = JSON.parse(readFileSync(path.join(inject("dataDir"), "postgres.json"), "utf8")) as {
    port: number;
    password: string;
  };
  const owner = new pg.Client({ connectionString: `postgresql://postgres:${password}@127.0.0.1:${port}/sasae` });
  await owner.connect();
  try {
    return (await owner.query<Row>(sql, values)).rows;
  } finally {
    await owner.end();
  }
}
