/** Writes the Prisma client. Needs no engine: Prisma only wants to see that its path exists. */
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";

const cli = createRequire(import.meta.url).resolve("prisma/build/index.js");
execFileSync(process.execPath, [cli, "generate", "--config", path.join(import.meta.dirname, "prisma.config.ts")], {
  stdio: ["ignore", "ignore", "pipe"],
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  },
});
