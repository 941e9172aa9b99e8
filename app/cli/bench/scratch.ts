/** A database of the benchmark's own, on the configured server or an embedded one; the user's data is never touched. */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import pg from "pg";

import { migrate } from "../../../prisma/migrate";
import { ensureEmbeddedServer } from "../../db/embedded.server";
import { env } from "../../lib/env.server";

export type Scratch = { url: string; folder: string; remove: () => Promise<void> };

/** Makes an empty, migrated database and a folder for files. */
export async function makeScratch(): Promise<Scratch> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "sasae-bench-"));
  const given = env().DATABASE_URL;
  const server = given ? null : await ensureEmbeddedServer(folder);
  const url = new URL(given ?? `postgresql://postgres:${server?.password}@127.0.0.1:${server?.port}/postgres`);
  const administration = url.toString();
  const name = `sasae_bench_${randomBytes(4).toString("hex")}`;
  url.pathname = `/${name}`;
  const remove = async () => {
    if (server) await server.release();
    else await withConnection(administration, (owner) => owner.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await withConnection(administration, (owner) => owner.query(`CREATE DATABASE ${name}`));
    await migrate(url.toString());
  } catch (error) {
    await remove();
    throw error;
  }
  return { url: url.toString(), folder, remove };
}

/** Runs work on a connection of its own. */
export async function withConnection<T>(url: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}
