/**
 * `npm run setup`: from a fresh clone to an app that starts. Each step looks first whether it is done already, so that it
 * can be run again at any time, above all after an update.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";

import { translator } from "../app/i18n/i18n";
import { today } from "../app/lib/clock.server";
import { childEnvironment, dataDir, env } from "../app/lib/env.server";

const ROOT = path.resolve(import.meta.dirname, "..");
const OLDEST_NODE = [20, 19] as const;
const REMIX = path.join(ROOT, "node_modules/@remix-run/dev/dist/cli.js");
const CLIENT = path.join(ROOT, "app/db/generated/client.ts");
const SCHEMA = path.join(import.meta.dirname, "schema.prisma");

type Translate = ReturnType<typeof translator>;

function inBothLanguages(sentence: (t: Translate) => string): string {
  return `${sentence(translator("ja"))}\n  ${sentence(translator("en"))}`;
}

function say(sentence: (t: Translate) => string): void {
  console.log(inBothLanguages(sentence));
}

function hasNode(): boolean {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
}

async function generateClient(): Promise<void> {
  if (existsSync(CLIENT) && statSync(CLIENT).mtimeMs >= statSync(SCHEMA).mtimeMs)
    return say((t) => t("operations.setup.clientThere"));
  await import("./generate");
  say((t) => t("operations.setup.client"));
}

async function prepareDatabase(): Promise<void> {
  // why: imported only now, because the app's files need the generated client.
  const { migrate } = await import("./migrate");
  const { databaseUrls } = await import("../app/db/urls.server");
  const { closeDatabase } = await import("../app/db/client.server");
  const { isEmptyDatabase, loadDemo } = await import("./seed/load-demo");
  try {
    const { owner } = await databaseUrls();
    const applied = await migrate(owner);
    if (applied.length === 0) say((t) => t("operations.setup.migratedThere"));
    else say((t) => t("operations.setup.migrated", { names: applied.join(", ") }));
    if (!(await isEmptyDatabase(owner))) return say((t) => t("operations.setup.demoThere"));
    // why: the demo's password is public; on a server of one's own it has to be asked for.
    if ((env().SASAE_DEMO ?? (env().DATABASE_URL ? "0" : "1")) === "0")
      return say((t) => t("operations.setup.demoOff"));
    say((t) => t("operations.setup.demoLoading"));
    const loaded = await loadDemo(owner, today());
    if (loaded) say((t) => t("operations.setup.demo", { rows: loaded.rows }));
  } finally {
    await closeDatabase();
  }
}

function build(): boolean {
  if (isBuilt()) {
    say((t) => t("operations.setup.builtThere"));
    return true;
  }
  say((t) => t("operations.setup.building"));
  const { status, stdout, stderr } = spawnSync(process.execPath, [REMIX, "vite:build"], {
    cwd: ROOT,
    encoding: "utf8",
    env: childEnvironment({ NODE_ENV: "production" }),
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status === 0) say((t) => t("operations.setup.built"));
  else console.error(`${stdout}\n${stderr}\n${inBothLanguages((t) => t("operations.setup.build"))}`);
  return status === 0;
}

/** Whether both halves of the build are newer than everything that they are made from. */
function isBuilt(): boolean {
  const [server, client] = ["build/server/index.js", "build/client/assets"].map((name) => path.join(ROOT, name));
  if (!server || !client || !existsSync(server) || !existsSync(client)) return false;
  const sources = ["app", "public", "vite.config.ts", "remix.config.js", "package-lock.json"];
  return newest(sources.map((name) => path.join(ROOT, name))) < statSync(server).mtimeMs;
}

/** When the newest of files and folders changed; a folder changes when a file in it comes or goes. */
function newest(paths: readonly string[]): number {
  return Math.max(
    ...paths.map((file) => {
      const stat = statSync(file);
      const inside = stat.isDirectory() ? newest(readdirSync(file).map((name) => path.join(file, name))) : 0;
      return Math.max(stat.mtimeMs, inside);
    }),
    0,
  );
}

/** The sentence for what commonly goes wrong, or the error itself. */
function reasonOf(error: unknown, t: Translate): string {
  const { code = "", message = String(error), path: file } = error as NodeJS.ErrnoException;
  const given = env().DATABASE_URL ?? "";
  const host = URL.canParse(given) ? new URL(given).host : dataDir();
  if (["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "ECONNRESET"].includes(code))
    return t("operations.setup.noServer", { host });
  if (["28P01", "28000"].includes(code)) return t("operations.setup.signIn");
  if (code === "42501") return t("operations.setup.rights");
  if (["EACCES", "EROFS", "EPERM"].includes(code)) return t("operations.setup.folder", { path: file ?? dataDir() });
  if (["ERR_MODULE_NOT_FOUND", "MODULE_NOT_FOUND"].includes(code))
    return t("operations.setup.packages", { detail: message.split("\n")[0] ?? "" });
  return message;
}

async function main(): Promise<boolean> {
  if (!hasNode()) {
    say((t) => t("operations.setup.node", { wanted: OLDEST_NODE.join("."), found: process.versions.node }));
    return false;
  }
  try {
    await generateClient();
    await prepareDatabase();
    if (!build()) return false;
    say((t) => t("operations.setup.ready"));
    return true;
  } catch (error) {
    console.error(inBothLanguages((t) => t("operations.setup.failed", { reason: reasonOf(error, t) })));
    return false;
  }
}

process.exitCode = (await main()) ? 0 : 1;
