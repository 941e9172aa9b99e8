/**
 * `npm start`: brings the database up to date, serves the app, and starts the jobs beside it.
 * `npm run dev` does the same with Vite's live reload.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { pathToFileURL } from "node:url";

import type { ServerBuild } from "@remix-run/node";

import { ensureFirstAdmin } from "../auth/first-admin.server";
import { closeDatabase } from "../db/client.server";
import { platformOf } from "../db/scope.server";
import { databaseUrls } from "../db/urls.server";
import { platformFigures } from "../domain/job/standing.server";
import { now } from "../lib/clock.server";
import { childEnvironment, defaultToProduction, env } from "../lib/env.server";
import { logger, timelessLogger } from "../lib/log.server";
import { noteKeys } from "../lib/note-keys.server";
import { migrationNames } from "../../prisma/engine";
import { migrate } from "../../prisma/migrate";
import { createHttp } from "./http";
import { createMetrics } from "./metrics";
import { readinessCheck } from "./readiness";
import { welcomeLines } from "./welcome";

const ROOT = path.resolve(import.meta.dirname, "../..");
const development = process.argv.includes("--dev");

async function main(): Promise<void> {
  if (!development) defaultToProduction();
  // why: keys that cannot be used must be told at the start, not to the first person who writes a note.
  noteKeys();
  const { owner } = await databaseUrls();
  const applied = await migrate(owner);
  if (applied.length > 0) console.log(`Database updated: ${applied.join(", ")}`);
  const vite = development
    ? await (await import("vite")).createServer({ server: { middlewareMode: true } })
    : undefined;
  const token = env().SASAE_METRICS_TOKEN;
  const http = createHttp({
    build: vite
      ? () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>
      : await productionBuild(),
    clientDir: path.join(ROOT, vite ? "public" : "build/client"),
    secure: env().SASAE_ORIGIN?.startsWith("https://") ?? false,
    trustProxy: env().SASAE_TRUST_PROXY === "1",
    readiness: readinessCheck(migrationNames(), now),
    metrics: token ? { token, of: createMetrics(() => platformFigures(platformOf(), now())) } : null,
    log: logger("web"),
    timelessLog: timelessLogger("web"),
    ...(vite && { middleware: vite.middlewares }),
  });
  const server = http.listen(env().PORT, env().HOST);
  server.once("error", (error: NodeJS.ErrnoException) => {
    console.error(
      error.code === "EADDRINUSE"
        ? `Port ${env().PORT} is in use. Set another, for example PORT=3001 npm start.`
        : `The server could not listen: ${error.message}`,
    );
    void closeDatabase().finally(() => process.exit(1));
  });
  server.once("listening", () => void announce((server.address() as AddressInfo).port));
  const jobs = env().SASAE_JOBS === "1" ? startJobs() : undefined;
  let stopping = false;
  const stop = () => {
    // why: a terminal's Ctrl-C comes twice, to the group and through tsx; the second must not cut the first short.
    if (stopping) return;
    stopping = true;
    jobs?.kill("SIGTERM");
    server.close(() => void closeDatabase().finally(() => process.exit(0)));
    server.closeIdleConnections();
    // why: an open connection of a sleeping browser must not hold up a restart.
    setTimeout(() => server.closeAllConnections(), 5_000).unref();
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);
}

async function productionBuild(): Promise<ServerBuild> {
  const file = path.join(ROOT, "build/server/index.js");
  if (!existsSync(file)) {
    console.error("The app is not built yet. Run: npm run setup");
    process.exit(1);
  }
  return (await import(pathToFileURL(file).href)) as ServerBuild;
}

async function announce(port: number): Promise<void> {
  const origin = env().SASAE_ORIGIN ?? `http://localhost:${port}`;
  const firstAdminLink = await ensureFirstAdmin(origin);
  for (const line of await welcomeLines(origin, firstAdminLink)) console.log(line);
}

/** The jobs keep their own process, so that a night's work never slows a page. */
function startJobs(): ChildProcess {
  const child = spawn(process.execPath, ["--import", "tsx", path.join(ROOT, "jobs/index.ts")], {
    stdio: ["ignore", "inherit", "inherit"],
    env: childEnvironment({}),
    cwd: ROOT,
  });
  child.once("exit", (code) => {
    if (code) console.error(`The jobs process ended with ${code}; the app goes on. Start it again with: npm run jobs`);
  });
  return child;
}

await main();
