import { beforeEach, expect, test } from "vitest";

import { asTenant, type Tenant } from "~/db/scope.server";
import { platformOf } from "~/db/scope.server";
import { listJobRuns } from "~/domain/job/run.server";

import { evaluate } from "../../jobs/evaluate";
import { runOwed, type Job, type RunReport } from "../../jobs/job";
import { aContract, asOwner } from "../setup/factories";

let reports: RunReport[] = [];
const surroundings = (now: string, processId = "a") => ({
  processId,
  clock: () => new Date(`${now}+09:00`),
  report: (run: RunReport) => void reports.push(run),
});
const seen = () => reports.map(({ scope, day, outcome }) => `${scope} ${day} ${outcome}`);
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
    ...{ key: "evaluate", time: "02:00" },
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

test("nights that failed are tried again before the next one", async () => {
  await runOwed(aJob(), surroundings("2026-03-29T02:00:00"));
  await runOwed(
    aJob((_, day) => day === "2026-03-30"),
    surroundings("2026-03-30T02:00:00"),
  );
  reports = [];
  await runOwed(aJob(), surroundings("2026-03-31T02:00:00"));
  expect(seen().filter((line) => line.startsWith("C1"))).toEqual(["C1 2026-03-30 done", "C1 2026-03-31 done"]);
});

test("two processes at the same minute run each contract once between them", async () => {
  await Promise.all(["a", "b"].map((processId) => runOwed(aJob(), surroundings("2026-03-31T02:00:00", processId))));
  expect(
    seen()
      .filter((line) => line.endsWith("done"))
      .sort(),
  ).toEqual(["C1 2026-03-31 done", "C2 2026-03-31 done"]);
});

test("after more than 31 nights the older ones are recorded as skipped", async () => {
  await runOwed(aJob(), surroundings("2026-01-01T02:00:00"));
  reports = [];
  await runOwed(aJob(), surroundings("2026-02-03T02:00:00"));
  expect(reports.filter((run) => run.scope === "C1").map((run) => run.day)).toHaveLength(31);
  const skipped = (await listJobRuns(platformOf(), 2)).runs.filter(
    (run) => run.outcome === "skipped" && run.scope === "C1",
  );
  expect(skipped.map((run) => run.scheduledFor.toISOString())).toEqual([
    "2026-01-02T17:00:00.000Z",
    "2026-01-01T17:00:00.000Z",
  ]);
});

test("a process that is asked to end begins no further run", async () => {
  await runOwed(aJob(), { ...surroundings("2026-03-31T02:00:00"), isEnding: () => reports.length > 0 });
  expect(seen()).toEqual(["C1 2026-03-31 done"]);
});

test("the nightly evaluation evaluates as of the day on which it runs", async () => {
  await runOwed(evaluate, surroundings("2026-03-31T02:00:00"));
  expect(reports[0]).toMatchObject({
    scope: "C1",
    outcome: "done",
    counts: { raised: 0, changed: 0, resolved: 0, open: 0 },
  });
  expect(await asTenant(first, (tx) => tx.$queryRaw`SELECT day::text FROM evaluation_day`)).toEqual([
    { day: "2026-03-31" },
  ]);
});
