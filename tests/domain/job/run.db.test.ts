import { describe, expect, test } from "vitest";

import { platformOf } from "~/db/scope.server";
import {
  LEASE_MS,
  listJobRuns,
  missedDays,
  MOST_ATTEMPTS,
  recordSkipped,
  runOnce,
  type RunKey,
} from "~/domain/job/run.server";

const platform = platformOf();
const START = new Date("2026-03-31T17:00:00Z");
const after = (ms: number) => () => new Date(START.getTime() + ms);
const at = after(0);
let number = 0;
const aRun = (): RunKey => ({ job: "evaluate", scheduledFor: START, scope: `C${(number += 1)}`, trigger: "schedule" });
const runOf = async (key: RunKey) => (await listJobRuns(platform, 1)).runs.find((run) => run.scope === key.scope);
const works = async () => ({ raised: 1 });
const fails = () => Promise.reject(Object.assign(new TypeError("支援 太郎"), { code: "P2010" }));
const hangs = () => new Promise<never>(() => undefined);

describe("a run of a job", () => {
  test("of two processes that claim it at once one does it", async () => {
    const key = aRun();
    let done = 0;
    const work = async () => ({ times: (done += 1) });
    const outcomes = await Promise.all(["a", "b", "c"].map((name) => runOnce(platform, key, name, at, work)));
    expect(outcomes.map((outcome) => outcome.outcome).sort()).toEqual(["done", "elsewhere", "elsewhere"]);
    expect(done).toBe(1);
    expect(await runOnce(platform, key, "d", after(LEASE_MS * 100), work)).toEqual({ outcome: "elsewhere" });
    expect(await runOf(key)).toMatchObject({
      outcome: "done",
      counts: { times: 1 },
      attempts: 1,
      startedAt: START,
      endedAt: START,
    });
  });

  test("that was left in the middle is taken over once its lease has ended, not before", async () => {
    const key = aRun();
    void runOnce(platform, key, "crashed", at, hangs);
    await expect.poll(() => runOf(key)).toBeDefined();
    expect(await runOnce(platform, key, "b", after(LEASE_MS - 1), works)).toEqual({ outcome: "elsewhere" });
    expect(await runOnce(platform, key, "b", after(LEASE_MS), works)).toEqual({
      outcome: "done",
      counts: { raised: 1 },
    });
    expect(await runOf(key)).toMatchObject({ outcome: "done", attempts: 2 });
  });

  test("a process that outlived its lease does not overwrite who took over", async () => {
    const key = aRun();
    let wake = () => {};
    const slow = runOnce(
      platform,
      key,
      "slow",
      at,
      () => new Promise((resolve) => (wake = () => resolve({ from: "slow" }))),
    );
    await expect.poll(() => runOf(key)).toBeDefined();
    await runOnce(platform, key, "quick", after(LEASE_MS), async () => ({ from: "quick" }));
    wake();
    await slow;
    expect(await runOf(key)).toMatchObject({ counts: { from: "quick" } });
  });

  test("that fails keeps the error's name and code, not its text, and is tried again after a while", async () => {
    const key = aRun();
    expect(await runOnce(platform, key, "a", at, fails)).toEqual({ outcome: "failed", error: "TypeError P2010" });
    expect(await runOf(key)).toMatchObject({ outcome: "failed", error: "TypeError P2010", counts: null });
    expect(await runOnce(platform, key, "a", after(1000), works)).toEqual({ outcome: "elsewhere" });
    expect(await runOnce(platform, key, "a", after(LEASE_MS), works)).toMatchObject({ outcome: "done" });
    expect(await runOf(key)).toMatchObject({ outcome: "done", error: null, attempts: 2 });
  });

  test("is given up after so many attempts", async () => {
    const key = aRun();
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1)
      expect(await runOnce(platform, key, "a", after(LEASE_MS * attempt), fails)).toMatchObject({ outcome: "failed" });
    expect(await runOnce(platform, key, "a", after(LEASE_MS * MOST_ATTEMPTS), works)).toEqual({ outcome: "elsewhere" });
  });
});

describe("missed nights", () => {
  const job = { key: "nightly", time: "02:00" };
  const night = (day: string, scope: string, trigger: RunKey["trigger"] = "schedule"): RunKey => ({
    ...{ job: job.key, scope, trigger },
    scheduledFor: new Date(`${day}T02:00:00+09:00`),
  });

  test("are counted from each scope's last success; runs by hand do not count", async () => {
    await runOnce(platform, night("2026-03-28", "N1"), "a", at, works);
    await runOnce(platform, night("2026-03-29", "N1"), "a", at, fails);
    await runOnce(platform, night("2026-03-31", "N1", "manual"), "a", at, works);
    await runOnce(platform, night("2026-03-30", "N2"), "a", at, works);
    const owed = await missedDays(platform, job, ["N1", "N2", "N3"], new Date("2026-03-31T12:00:00+09:00"));
    expect(owed.get("N1")?.due).toEqual(["2026-03-29", "2026-03-30", "2026-03-31"]);
    expect(owed.get("N2")?.due).toEqual(["2026-03-31"]);
    expect(owed.get("N3")?.due).toEqual(["2026-03-31"]);
  });

  test("that are too old are recorded as skipped, once, and never run", async () => {
    const nights = { from: "2026-01-01", to: "2026-01-03" };
    await recordSkipped(platform, job, "N4", nights, START);
    await recordSkipped(platform, job, "N4", nights, START);
    const skipped = (await listJobRuns(platform, 1)).runs.filter((run) => run.scope === "N4");
    expect(skipped.map((run) => [run.outcome, run.scheduledFor.toISOString()])).toEqual([
      ["skipped", "2026-01-02T17:00:00.000Z"],
      ["skipped", "2026-01-01T17:00:00.000Z"],
      ["skipped", "2025-12-31T17:00:00.000Z"],
    ]);
    expect(await runOnce(platform, night("2026-01-02", "N4"), "a", after(LEASE_MS), works)).toEqual({
      outcome: "elsewhere",
    });
  });
});
