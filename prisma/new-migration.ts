/** Prints the SQL from the migrations to schema.prisma: `npm run migration -- NAME` writes it as a new migration. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

import { databaseUrls, releaseDatabase } from "../app/db/urls.server";
import { MIGRATIONS_DIR, NO_FILTERS, schemaFiles, withEngine } from "./engine";

const name = process.argv[2];
const { owner } = await databaseUrls();
const { stdout } = await withEngine(owner, (engine) =>
  engine.diff({
    from:
      name === "--from-empty"
        ? { tag: "empty" }
        : { tag: "schemaDatasource", files: schemaFiles(), configDir: import.meta.dirname },
    to: { tag: "schemaDatamodel", files: schemaFiles() },
    script: true,
    exitCode: false,
    filters: NO_FILTERS,
  }),
);
if (name && !name.startsWith("--")) {
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = path.join(MIGRATIONS_DIR, `${stamp}_${name}`);
  mkdirSync(folder);
  writeFileSync(path.join(folder, "migration.sql"), stdout ?? "");
  console.error(`Wrote ${folder}/migration.sql: add checks, policies and grants by hand.`);
} else console.log(stdout);
await releaseDatabase();
