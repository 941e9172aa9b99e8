/** What a job is, and how the runs it owes are done: contract by contract, oldest run first, one failure by itself. */
import { platformOf, tenantOf, type Platform, type Tenant } from "~/db/scope.server";
import { listContractAddresses, type ContractAddress } from "~/domain/job/contracts.server";
import { claimRequest } from "~/domain/job/request.server";
import {
  lastDone,
  perform,
  recordSkipped,
  runOnce,
  type Claimer,
  type JobCounts,
  type RunOutcome,
} from "~/domain/job/run.server";
import { lastSlot, owedRuns, PLATFORM_SCOPE, type Timing } from "~/domain/job/timetable";
import type { Day } from "~/lib/calendar";
import { inLanes } from "~/lib/lanes";

/** The work of a run, as of its day: for one contract, or for the platform as a whole. Doing it again changes nothing. */
export type ContractWork = { per: "contract"; run: (tenant: Tenant, day: Day) => Promise<JobCounts> };
export type PlatformWork = { per: "platform"; run: (platform: Platform, day: Day) => Promise<JobCounts> };
export type Job = Timing & { key: string } & (ContractWork | PlatformWork);

export type RunReport = {
  job: string;
  scope: string;
  day: Day;
  outcome: RunOutcome["outcome"];
  counts?: JobCounts;
  error?: string;
};

/** What the runner needs of the world around it. */
export type Surroundings = Claimer & {
  report: (run: RunReport) => void;
  /** How many contracts are worked on at a time: while one waits for the database, another computes. One if not given. */
  lanes?: number;
  /** Whether the process is asked to end; then no further run is begun. */
  isEnding?: () => boolean;
};

/** Where a job works: the scope of its runs, and the work as of a day. */
export type Target = { scope: string; work: (day: Day) => Promise<JobCounts> };

/** Everything that a job works on; of a job done by contract, with a code, the contract of that code. */
export async function targetsOf(job: Job, code?: string): Promise<Target[]> {
  if (job.per === "platform") return [{ scope: PLATFORM_SCOPE, work: (day) => job.run(platformOf(), day) }];
  const target = ({ code, wardId, contractId }: ContractAddress): Target => ({
    scope: code,
    work: (day) => job.run(tenantOf(wardId, contractId), day),
  });
  return (await listContractAddresses(platformOf(), code)).map(target);
}

/** Does every run that a job owes at this instant, including those missed while no process ran. */
export async function runOwed(job: Job, surroundings: Surroundings): Promise<void> {
  const platform = platformOf();
  const now = surroundings.clock();
  const targets = await targetsOf(job);
  const scopes = targets.map(({ scope }) => scope);
  const done = await lastDone(platform, job.key, scopes);
  await inLanes(targets, surroundings.lanes ?? 1, async (target) => {
    const { due, skipped } = owedRuns(job, done.get(target.scope) ?? null, now);
    if (skipped.length > 0) await recordSkipped(platform, job.key, target.scope, skipped, now);
    for (const { at, day } of due) {
      if (surroundings.isEnding?.()) return;
      const trigger = at.getTime() === lastSlot(job, now).at.getTime() ? "schedule" : "catch-up";
      const key = { job: job.key, scheduledFor: at, scope: target.scope, trigger, asOf: day } as const;
      const outcome = await runOnce(platform, key, surroundings, () => target.work(day));
      surroundings.report(reportOf(job.key, target.scope, day, outcome));
      if (mustWait(outcome)) break;
    }
  });
}

/** Whether the scope's later runs wait: the one before is under way elsewhere, or is going to be tried again. */
function mustWait(outcome: RunOutcome): boolean {
  if (outcome.outcome === "elsewhere") return !outcome.isSettled;
  return outcome.outcome === "failed" && !outcome.isFinal;
}

/** Carries out what people asked for, one by one, until nothing is left. */
export async function runRequested(jobs: readonly Job[], surroundings: Surroundings): Promise<void> {
  const platform = platformOf();
  while (!surroundings.isEnding?.()) {
    const request = await claimRequest(platform, surroundings);
    if (!request) return;
    const { job: key, scope, day } = request;
    const outcome = await perform(platform, request, surroundings.clock, async () => {
      const job = jobs.find((one) => one.key === key);
      const target = job && (await targetsOf(job, scope)).find((one) => one.scope === scope);
      if (!target) throw new RangeError("Nothing of that name");
      return target.work(day);
    });
    surroundings.report(reportOf(key, scope, day, outcome));
  }
}

function reportOf(job: string, scope: string, day: Day, result: RunOutcome): RunReport {
  const { outcome } = result;
  return {
    ...{ job, scope, day, outcome },
    ...(result.outcome === "done" && { counts: result.counts }),
    ...(result.outcome === "failed" && { error: result.error }),
  };
}
