/** `npm run cli`: writes the Prisma client where no set-up has yet, then runs the command line. */
import { existsSync } from "node:fs";
import path from "node:path";

if (!existsSync(path.join(import.meta.dirname, "../db/generated/client.ts"))) await import("../../prisma/generate");
await import("./main");
