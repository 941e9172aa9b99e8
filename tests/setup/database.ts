import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

import pg from "pg";
import { afterAll, inject } from "vitest";

/** Gives the test file a database of its own, copied from the migrated template. */
const template = new URL(inject("templateUrl"));
const name = `test_${randomBytes(6).toString("hex")}`;
const server = new URL(template);
server.pathname = "/postgres";

async function run(sql: string): Promise<void> {
  const connection = new pg.Client({ connectionString: server.toString() });
  await connection.connect();
  // why: copying a template is refused while another worker copies it; the lock queues them.
  await connection.query("SELECT pg_advisory_lock(hashtext('sasae tests'))");
  await copied(() => connection.query(sql));
  await connection.end();
}

/** Tries again while the server's own housekeeping (autovacuum) looks at the template. */
async function copied(work: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await work();
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== "55006" || attempt === 20) throw error;
      await sleep(250);
    }
  }
}

await run(`CREATE DATABASE ${name} TEMPLATE ${template.pathname.slice(1)}`);
template.pathname = `/${name}`;
process.env.DATABASE_URL = template.toString();
process.env.SASAE_NOTE_KEYS = `test:${Buffer.alloc(32, 7).toString("base64")}`;
process.env.SASAE_SECRET = "a secret that only tests use, long enough";

afterAll(async () => {
  const { closeDatabase } = await import("../../app/db/client.server");
  await closeDatabase();
  await run(`DROP DATABASE ${name} WITH (FORCE)`);
});
