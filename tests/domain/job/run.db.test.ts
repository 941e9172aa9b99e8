import { describe, expect, test } from "vitest";

import { platformOf } from "~/db/scope.server";
import { listJobRuns } from "~/domain/job/list-runs.server";
import { claimRequest, requestRuns } from "~/domain/job/request.server";
import {
  lastDone,
  LEASE_MS,
  MOST_ATTEMPTS,
  perform,
  recordSkipped,
  runOnce,
  type RunKey,
} from "~/domain/job/run.server";
import { shownRun } from "~/domain/job/shown-run";
import { jobStandings } from "~/domain/job/standing.server";
import { aContract } from "../../setup/factories";

const platform = platformOf();
const START = new Date("2026-03-31T17:00:00Z");
const after = (ms: number) => () => new Date(START.getTime() + ms);
const at = after(0);
let number = 0;
const aRun = (): RunKey => ({
  ...{ job: "evaluate", scheduledFor: START, scope: `C${(number += 1)}`, trigger: "schedule", asOf: "2026-04-01" },
});
const by = (processId: string, clock = at) => ({ processId, clock });
const runOf = async (key: RunKey) => (await listJobRuns(platform, 1)).runs.find((run) => run.scope === key.scope);
const works = async () => ({ raised: 1 });
const fails = () => Promise.reject(Object.assign(new TypeError("支援 太郎"), { code: "P2010" }));
const hangs = () => new Promise<never>(() => undefined);

describe("a run of a job", () => {
  test("of two processes that claim it at once one does it", async () => {
    const key = aRun();
    let done = 0;
    const work = async () => ({ times: (done += 1) });
    const outcomes = await Promise.all(["a", "b", "c"].map((name) => runOnce(platform, key, by(name, at), work)));
    expect(outcomes.map((outcome) => outcome.outcome).sort()).toEqual(["done", "elsewhere", "elsewhere"]);
    expect(done).toBe(1);
    expect(await runOnce(platform, key, by("d", after(LEASE_MS * 100)), work)).toEqual({
      ...{ outcome: "elsewhere", isSettled: true },
    });
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
    void runOnce(platform, key, by("crashed", at), hangs);
    await expect.poll(() => runOf(key)).toBeDefined();
    expect(await runOnce(platform, key, by("b", after(LEASE_MS - 1)), works)).toEqual({
      ...{ outcome: "elsewhere", isSettled: false },
    });
    expect(await runOnce(platform, key, by("b", after(LEASE_MS)), works)).toEqual({
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
      by("slow"),
      () => new Promise((resolve) => (wake = () => resolve({ from: "slow" }))),
    );
    await expect.poll(() => runOf(key)).toBeDefined();
    await runOnce(platform, key, by("quick", after(LEASE_MS)), async () => ({ from: "quick" }));
    wake();
    await slow;
    expect(await runOf(key)).toMatchObject({ counts: { from: "quick" } });
  });

  test("that fails keeps the error's name and code, not its text, and is tried again after a while", async () => {
    const key = aRun();
    expect(await runOnce(platform, key, by("a", at), fails)).toEqual({
      ...{ outcome: "failed", error: "TypeError P2010", isFinal: false },
    });
    expect(await runOf(key)).toMatchObject({ outcome: "failed", error: "TypeError P2010", counts: null });
    expect(await runOnce(platform, key, by("a", after(1000)), works)).toMatchObject({ isSettled: false });
    expect(await runOnce(platform, key, by("a", after(LEASE_MS)), works)).toMatchObject({ outcome: "done" });
    expect(await runOf(key)).toMatchObject({ outcome: "done", error: null, attempts: 2 });
  });

  test("is given up after so many attempts", async () => {
    const key = aRun();
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1)
      expect(await runOnce(platform, key, by("a", after(LEASE_MS * attempt)), fails)).toMatchObject({
        outcome: "failed",
      });
    expect(await runOnce(platform, key, by("a", after(LEASE_MS * MOST_ATTEMPTS)), works)).toEqual({
      ...{ outcome: "elsewhere", isSettled: true },
    });
  });
});

describe("past runs", () => {
  const night = (day: string, scope: string, trigger: RunKey["trigger"] = "schedule"): RunKey => ({
    ...{ job: "nightly", scope, trigger, asOf: day },
    scheduledFor: new Date(`${day}T02:00:00+09:00`),
  });

  test("count from each scope's last success; runs by hand do not count", async () => {
    await runOnce(platform, night("2026-03-28", "N1"), by("a"), works);
    await runOnce(platform, night("2026-03-29", "N1"), by("a"), fails);
    await runOnce(platform, night("2026-03-31", "N1", "manual"), by("a"), works);
    await runOnce(platform, night("2026-03-30", "N2"), by("a"), works);
    expect([...(await lastDone(platform, "nightly", ["N1", "N2", "N3"]))]).toEqual([
      ["N1", new Date("2026-03-28T02:00:00+09:00")],
      ["N2", new Date("2026-03-30T02:00:00+09:00")],
    ]);
  });

  test("that are too old are recorded as skipped, once, and never run", async () => {
    const slots = ["2026-01-01", "2026-01-02"].map((day) => ({ day, at: new Date(`${day}T02:00:00+09:00`) }));
    await recordSkipped(platform, "nightly", "N4", slots, START);
    await recordSkipped(platform, "nightly", "N4", slots, START);
    const { runs } = await listJobRuns(platform, 1, { job: null, outcome: "skipped" });
    expect(runs.map((run) => [run.scope, shownRun(run, START).day, run.scheduledFor.toISOString()])).toEqual([
      ["N4", "2026-01-02", "2026-01-01T17:00:00.000Z"],
      ["N4", "2026-01-01", "2025-12-31T17:00:00.000Z"],
    ]);
    expect(await runOnce(platform, night("2026-01-02", "N4"), by("a", after(LEASE_MS)), works)).toEqual({
      ...{ outcome: "elsewhere", isSettled: true },
    });
  });
});

describe("a run that somebody asks for", () => {
  const wanted = { job: "evaluate", day: "2026-02-10", contract: null } as const;
  const states = async (now = START) => {
    const { runs } = await listJobRuns(platform, 1, { job: "evaluate", outcome: null });
    return runs
      .filter((run) => run.trigger === "manual")
      .map((run) => `${run.scope} ${shownRun(run, now).day} ${shownRun(run, now).state}`);
  };

  test("waits for the jobs' process, is not asked for twice, is carried out once, and is taken over after a crash", async () => {
    await aContract({ code: "R1" });
    await aContract({ code: "R2" });
    expect(await requestRuns(platform, { ...wanted, contract: "R9" }, START)).toBe(null);
    expect(await requestRuns(platform, wanted, START)).toBe(2);
    expect(await requestRuns(platform, { ...wanted, contract: "R2" }, after(1)())).toBe(1);
    expect(await states()).toEqual(["R1 2026-02-10 requested", "R2 2026-02-10 requested"]);
    const [first, second, none] = await Promise.all(["a", "b", "c"].map((name) => claimRequest(platform, by(name))));
    expect([first?.scope, second?.scope, none?.scope].sort()).toEqual(["R1", "R2", undefined]);
    expect(await states()).toEqual(["R1 2026-02-10 running", "R2 2026-02-10 running"]);
    for (const claim of [first, second, none]) if (claim?.scope === "R1") await perform(platform, claim, at, works);
    // The process that held R2 is gone: its lease ends, and another one takes over.
    expect(await states(after(LEASE_MS)())).toEqual(["R1 2026-02-10 done", "R2 2026-02-10 left"]);
    expect(await claimRequest(platform, by("d", after(LEASE_MS - 1)))).toBe(null);
    expect(await claimRequest(platform, by("d", after(LEASE_MS)))).toMatchObject({
      ...{ scope: "R2", job: "evaluate", day: "2026-02-10", attempts: 2 },
    });
  });

  test("of a platform-wide job is one run, and does not stand for the night's own", async () => {
    expect(await requestRuns(platform, { job: "cleanUp", day: "2026-02-10", contract: "R1" }, START)).toBe(1);
    const claim = await claimRequest(platform, by("a"));
    expect(claim).toMatchObject({ job: "cleanUp", scope: "all" });
    if (claim) await perform(platform, claim, at, works);
    const standing = (await jobStandings(platform, START)).find(({ job }) => job === "cleanUp");
    expect(standing).toEqual({ job: "cleanUp", lastDone: null, isLate: true });
  });
});
