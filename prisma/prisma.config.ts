import path from "node:path";

import { defineConfig } from "prisma/config";

/** Prisma's own command line finds its files here; the app itself never runs it at run time. */
export default defineConfig({
  schema: path.join(import.meta.dirname, "schema.prisma"),
  migrations: { path: path.join(import.meta.dirname, "migrations") },
});
