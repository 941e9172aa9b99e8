import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import type { TestProject } from "vitest/node";

import { ensureEmbeddedServer } from "../../app/db/embedded.server";
import { migrate } from "../../prisma/migrate";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of the migrated template database, as its owner. */
    templateUrl: string;
  }
}

/** One PostgreSQL for the whole run, with a migrated template that each test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = mkdtempSync(path.join(os.tmpdir(), "sasae-test-"));
  const server = await ensureEmbeddedServer(dir, true);
  const templateUrl = `postgresql://postgres:${server.password}@127.0.0.1:${server.port}/sasae_template`;
  await migrate(templateUrl);
  project.provide("templateUrl", templateUrl);
  return async () => {
    await server.release();
    rmSync(dir, { recursive: true, force: true });
  };
}
