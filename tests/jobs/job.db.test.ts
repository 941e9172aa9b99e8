import { spawn, type ChildProcess } from "node:child_process";
import { once, on } from "node:events";
import { rmSync } from "node:fs";
import path from "node:path";

import { build } from "vite";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { asTenant, platformOf, type Tenant } from "~/db/scope.server";
import { listJobRuns } from "~/domain/job/list-runs.server";
import { requestRuns } from "~/domain/job/request.server";
import { LEASE_MS } from "~/domain/job/run.server";
import { JOBS } from "~/domain/job/timetable";

import { runOwed, runRequested, type Job, type RunReport } from "../../jobs/job";
import { TIMETABLE } from "../../jobs/schedule";
import { aContract, asOwner } from "../setup/factories";

let reports: RunReport[] = [];
const surroundings = (now: string, processId = "a") => ({
  processId,
  clock: () => new Date(`${now}+09:00`),
  report: (run: RunReport) => void reports.push(run),
});
/** Contract by contract, each one's runs in the order in which they ended: contracts may be worked on side by side. */
const seen = () =>
  reports
    .toSorted((a, b) => a.scope.localeCompare(b.scope))
    .map(({ scope, day, outcome }) => `${scope} ${day} ${outcome}`);
let first: Tenant;

beforeEach(async () => {
  reports = [];
  await asOwner((owner) => owner.query("DELETE FROM job_run; DELETE FROM evaluation_day; DELETE FROM contract"));
  first = await aContract({ code: "C1" });
  await aContract({ code: "C2" });
});

/** A job whose work is to say for which contract and day it ran, and to fail where told to. */
function aJob(fails: (contractId: string, day: string) => boolean = () => false): Job {
  return {
    ...{ key: "evaluate", ...JOBS.evaluate },
    per: "contract",
    run: async (tenant, day) => {
      if (fails(tenant.contractId, day)) throw new Error("no");
      return { day };
    },
  };
}

test("one contract's failure is recorded and does not stop the others", async () => {
  await runOwed(
    aJob((contractId) => contractId === first.contractId),
    surroundings("2026-03-31T02:00:00"),
  );
  expect(seen()).toEqual(["C1 2026-03-31 failed", "C2 2026-03-31 done"]);
});

test("nights missed while no process ran are caught up in order, each contract's own", async () => {
  await runOwed(aJob(), surroundings("2026-03-28T02:00:00"));
  reports = [];
  await runOwed(aJob(), surroundings("2026-03-31T09:30:00"));
  expect(seen()).toEqual(
    ["C1", "C2"].flatMap((scope) => ["29", "30", "31"].map((day) => `${scope} 2026-03-${day} done`)),
  );
  const { runs } = await listJobRuns(platformOf(), 1);
  expect(runs.map((run) => run.trigger)).toEqual([
    "schedule",
    "schedule",
    "catch-up",
    "catch-up",
    "catch-up",
    "catch-up",
    "schedule",
    "schedule",
  ]);
  reports = [];
  await runOwed(aJob(), surroundings("2026-03-31T23:00:00"));
  expect(seen()).toEqual([]);
});

test("a night that failed is tried again after a while and before the next, and is given up in the end", async () => {
  await runOwed(aJob(), surroundings("2026-03-29T02:00:00"));
  const fails = aJob((contractId, day) => contractId === first.contractId && day === "2026-03-30");
  reports = [];
  const ofFirst = () => seen().filter((line) => line.startsWith("C1"));
  for (const time of ["02:00", "02:05", "02:15", "02:30", "02:45"])
    await runOwed(fails, surroundings(`2026-03-31T${time}:00`));
  expect(ofFirst()).toEqual([
    ...["C1 2026-03-30 failed", "C1 2026-03-30 elsewhere", "C1 2026-03-30 failed", "C1 2026-03-30 failed"],
    "C1 2026-03-30 failed",
  ]);
  await runOwed(fails, surroundings("2026-03-31T03:00:00"));
  expect(ofFirst().slice(5)).toEqual(["C1 2026-03-30 failed", "C1 2026-03-31 done"]);
});

test("after more than 31 nights the older ones are recorded as skipped", async () => {
  await runOwed(aJob(), surroundings("2026-01-01T02:00:00"));
  reports = [];
  await runOwed(aJob(), surroundings("2026-02-03T02:00:00"));
  expect(reports.filter((run) => run.scope === "C1").map((run) => run.day)).toHaveLength(31);
  const { runs } = await listJobRuns(platformOf(), 1, { job: "evaluate", outcome: "skipped" });
  expect(runs.filter((run) => run.scope === "C1").map((run) => run.scheduledFor.toISOString())).toEqual([
    "2026-01-02T17:00:00.000Z",
    "2026-01-01T17:00:00.000Z",
  ]);
});

test("a process that is asked to end begins no further run", async () => {
  await runOwed(aJob(), surroundings("2026-03-28T02:00:00"));
  reports = [];
  await runOwed(aJob(), { ...surroundings("2026-03-31T02:00:00"), isEnding: () => reports.length > 0 });
  expect(new Set(reports.map(({ day }) => day))).toEqual(new Set(["2026-03-29"]));
});

test("the nightly evaluation evaluates as of the day on which it runs, and as of any day that somebody asks for", async () => {
  const evaluate = TIMETABLE.filter(({ key }) => key === "evaluate");
  for (const job of evaluate) await runOwed(job, surroundings("2026-03-31T02:00:00"));
  expect(reports[0]).toMatchObject({
    scope: "C1",
    outcome: "done",
    counts: { raised: 0, changed: 0, resolved: 0, open: 0 },
  });
  await requestRuns(
    platformOf(),
    { job: "evaluate", day: "2026-02-10", contract: "C1" },
    new Date("2026-03-31T00:00:00Z"),
  );
  reports = [];
  await runRequested(evaluate, surroundings("2026-03-31T12:00:00"));
  expect(seen()).toEqual(["C1 2026-02-10 done"]);
  expect(await asTenant(first, (tx) => tx.$queryRaw`SELECT day::text FROM evaluation_day ORDER BY day`)).toEqual([
    { day: "2026-02-10" },
    { day: "2026-03-31" },
  ]);
});

describe("several processes", () => {
  const given = {
    leaseMs: LEASE_MS,
    hangsOn: null as string | null,
    failing: "",
    jobs: ["nightly", "hourly", "together"],
  };
  const folder = path.resolve("node_modules", ".cache", `sasae-competitor-${process.pid}`);

  // why: built once, the processes start in half the time.
  beforeAll(async () => {
    const rollupOptions = { output: { entryFileNames: "competitor.mjs" } };
    await build({
      ...{ configFile: false, logLevel: "error", resolve: { alias: { "~": path.resolve("app") } } },
      build: { ssr: path.join(import.meta.dirname, "competitor.ts"), outDir: folder, target: "es2022", rollupOptions },
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  beforeEach(() =>
    asOwner((owner) =>
      owner.query(`DROP TABLE IF EXISTS effect;
        CREATE TABLE effect (place serial, job text, scope text, day text, pid int);
        GRANT SELECT, INSERT ON effect TO sasae_app; GRANT USAGE ON effect_place_seq TO sasae_app`),
    ),
  );

  const started: ChildProcess[] = [];
  afterEach(() => started.splice(0).forEach((one) => one.kill("SIGKILL")));

  /** Starts processes that wait until they are all up, and lets them begin. */
  async function compete(count: number, options: typeof given & { now: string }): Promise<ChildProcess[]> {
    const processes = Array.from({ length: count }, () =>
      spawn(process.execPath, [path.join(folder, "competitor.mjs"), JSON.stringify(options)], {
        stdio: ["pipe", "pipe", "inherit"],
        env: { ...process.env, VITEST: "" },
      }),
    );
    started.push(...processes);
    await Promise.all(processes.map((one) => said(one, "ready")));
    for (const one of processes) one.stdin?.write("begin");
    return processes;
  }

  async function said(one: ChildProcess, word: string): Promise<void> {
    if (!one.stdout) return;
    for await (const [chunk] of on(one.stdout, "data", { close: ["end"] })) if (String(chunk).includes(word)) return;
    throw new Error(`It ended without saying ${word}`);
  }

  async function effects(job: string): Promise<string[]> {
    const { rows } = await asOwner((owner) =>
      owner.query<{ line: string }>(
        `SELECT coalesce(c.code, e.scope) || ' ' || e.day AS line FROM effect e LEFT JOIN contract c ON c.id::text = e.scope
         WHERE e.job = $1 ORDER BY 1, e.place`,
        [job],
      ),
    );
    return rows.map(({ line }) => line);
  }

  test("eight at once do each run of three missed nights once, in order, whatever one contract does", async () => {
    await aContract({ code: "C3" });
    const failing = await aContract({ code: "C4" });
    for (const key of ["nightly", "together", "hourly"]) {
      const done =
        "INSERT INTO job_run (job, scheduled_for, scope, outcome) VALUES ($1, '2026-03-28T00:00+09:00', $2, 'done')";
      for (const scope of ["C1", "C2", "C3", "C4", "all"]) await asOwner((owner) => owner.query(done, [key, scope]));
    }
    const eight = await compete(8, { ...given, failing: failing.contractId, now: "2026-03-30T10:30:00+09:00" });
    await Promise.all(eight.map((one) => once(one, "exit")));
    const nights = ["2026-03-28", "2026-03-29", "2026-03-30"];
    expect(await effects("nightly")).toEqual(
      ["C1", "C2", "C3"].flatMap((code) => nights.map((day) => `${code} ${day}`)),
    );
    expect(await effects("together")).toEqual(nights.map((day) => `all ${day}`));
    expect(await effects("hourly")).toEqual(["C1", "C2", "C3"].map((code) => `${code} 2026-03-30`));
    const { rows } = await asOwner((owner) =>
      owner.query(`SELECT count(*)::int AS runs, count(DISTINCT claimed_by)::int > 1 AS shared, max(attempts) AS attempts,
          bool_and(started_at <= ended_at) AS ended FROM job_run WHERE outcome = 'done' AND started_at IS NOT NULL`),
    );
    expect(rows).toEqual([{ runs: 15, shared: true, attempts: 1, ended: true }]);
    const failed = await listJobRuns(platformOf(), 1, { job: null, outcome: "failed" });
    expect(failed.runs.map((run) => `${run.job} ${run.scope} ${run.error}`).sort()).toEqual([
      ...["hourly C4 Error", "nightly C4 Error"],
    ]);
  }, 240_000);

  test("one that is killed in the middle leaves nothing half done; another takes over when its lease has ended", async () => {
    const at = (seconds: number) => new Date(Date.parse("2026-03-31T02:00:00+09:00") + seconds * 1000).toISOString();
    const [killed] = await compete(1, {
      ...{ ...given, jobs: ["nightly"], leaseMs: 5_000 },
      ...{ now: at(0), hangsOn: "2026-03-31" },
    });
    if (!killed) throw new Error("It did not start");
    await said(killed, "in the middle");
    killed.kill("SIGKILL");
    await once(killed, "exit");
    expect(await effects("nightly")).toEqual([]);
    const nightly: Job = {
      ...{ key: "nightly", ...JOBS.evaluate },
      per: "contract",
      run: (tenant, day) =>
        asTenant(tenant, async (tx) => ({
          worked:
            await tx.$executeRaw`INSERT INTO effect (job, scope, day) VALUES ('nightly', ${tenant.contractId}, ${day})`,
        })),
    };
    const another = (seconds: number) => ({
      ...surroundings("", "b"),
      clock: () => new Date(at(seconds)),
      leaseMs: 5_000,
    });
    await runOwed(nightly, another(4));
    expect(await effects("nightly")).toEqual(["C2 2026-03-31"]);
    await runOwed(nightly, another(5));
    expect(await effects("nightly")).toEqual(["C1 2026-03-31", "C2 2026-03-31"]);
  }, 240_000);
});
