/**
 * All tests: format, lint, types, rules, database, build, browser. Installs what it needs on a bare
 * machine (Debian's Chromium). Its last line is "N passed, N failed".
 */
import { execFile, execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "..");
const reports = mkdtempSync(path.join(os.tmpdir(), "sasae-reports-"));
let passed = 0;
let failed = 0;

function bin(name: string): string {
  return path.join(ROOT, "node_modules", ".bin", name);
}

function run(title: string, command: string, args: string[]): boolean {
  console.log(`\n=== ${title}`);
  const started = Date.now();
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: ["ignore", "inherit", "inherit"] });
  console.log(`=== ${title}: ${status === 0 ? "passed" : "FAILED"} in ${Math.round((Date.now() - started) / 1000)} s`);
  return status === 0;
}

function step(title: string, command: string, args: string[]): void {
  if (run(title, command, args)) passed += 1;
  else failed += 1;
}

/** Steps that use one processor each, side by side; each prints what it found when it ends. */
async function together(steps: [title: string, command: string, args: string[]][]): Promise<void> {
  const one = ([title, command, args]: (typeof steps)[number]) =>
    new Promise<void>((resolve) => {
      const started = Date.now();
      execFile(command, args, { cwd: ROOT, maxBuffer: 64 * 2 ** 20 }, (error, out, err) => {
        const seconds = Math.round((Date.now() - started) / 1000);
        console.log(`\n=== ${title}\n${out}${err}=== ${title}: ${error ? "FAILED" : "passed"} in ${seconds} s`);
        if (error) failed += 1;
        else passed += 1;
        resolve();
      });
    });
  await Promise.all(steps.map(one));
}

/** Runs vitest and counts its tests; a run that ends without a report counts as one failure. */
function suite(title: string, args: string[]): void {
  const report = path.join(reports, `${title}.json`);
  const good = run(title, bin("vitest"), [
    "run",
    ...args,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  if (!existsSync(report)) {
    failed += 1;
    return;
  }
  const counts = JSON.parse(readFileSync(report, "utf8")) as { numPassedTests: number; numFailedTests: number };
  passed += counts.numPassedTests;
  failed += counts.numFailedTests;
  // why: a file that fails before its first test, or an unhandled error, fails no test by itself.
  if (!good && counts.numFailedTests === 0) failed += 1;
}

function installChromium(): void {
  if (["/usr/bin/chromium", process.env.CHROMIUM ?? ""].some((file) => file && existsSync(file))) return;
  if (process.getuid?.() !== 0) {
    console.log("Chromium is missing. As root: apt-get install chromium fonts-noto-cjk; or set CHROMIUM to its path.");
    return;
  }
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [
    ["update", "-qq"],
    ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-cjk"],
  ])
    execFileSync("apt-get", args, { stdio: ["ignore", "ignore", "inherit"], env });
}

const node = process.execPath;
execFileSync(node, ["--import", "tsx", "prisma/generate.ts"], { cwd: ROOT, stdio: "inherit" });
await together([
  ["format", bin("prettier"), ["--check", "--log-level", "warn", "."]],
  ["lint", bin("eslint"), [".", "--max-warnings", "0"]],
  ["types", bin("tsc"), ["--noEmit"]],
]);
// why: rules keep nothing between files, so that one loading of each module serves all.
suite("rules", ["--project", "rules", "--no-isolate"]);
suite("database", ["--project", "database"]);
step("build", bin("remix"), ["vite:build"]);
installChromium();
suite("browser", ["--config", "tests/e2e/vitest.config.ts"]);

rmSync(reports, { recursive: true, force: true });
process.exitCode = failed > 0 ? 1 : 0;
console.log(`\n${passed} passed, ${failed} failed`);
