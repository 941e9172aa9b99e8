import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    origin: string;
    dataDir: string;
  }
}

/** The app as `npm start` runs it, with the demo, on a database of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), "sasae-e2e-"));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production",
    VITEST: "",
    SASAE_DATA_DIR: dataDir,
    SASAE_FAST_DISK: "1",
    PORT: String(port),
  };
  const tsx = (file: string, ...args: string[]) => ["--import", "tsx", file, ...args];
  execFileSync(process.execPath, tsx("app/cli/main.ts", "demo"), { env, stdio: ["ignore", "ignore", "inherit"] });
  const app = spawn(process.execPath, tsx("app/server/start.ts"), { env, stdio: ["ignore", "ignore", "inherit"] });
  await untilReady(origin);
  project.provide("origin", origin);
  project.provide("dataDir", dataDir);
  return async () => {
    app.kill("SIGTERM");
    await new Promise((resolve) => app.once("exit", resolve));
    rmSync(dataDir, { recursive: true, force: true });
  };
}

async function untilReady(origin: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    try {
      if ((await fetch(`${origin}/readyz`)).ok) return;
    } catch {
      // why: until the server listens, connections are refused.
    }
    await sleep(200);
  }
  throw new Error("The app was not ready within a minute");
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
