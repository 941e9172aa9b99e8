/** What a job is, and how the runs it owes are done: contract by contract, oldest night first, one failure by itself. */
import { platformOf, tenantOf, type Tenant } from "~/db/scope.server";
import { listContractAddresses } from "~/domain/job/contracts.server";
import { missedDays, recordSkipped, runOnce, type JobCounts } from "~/domain/job/run.server";
import { instantAt, type Day } from "~/lib/calendar";

export type Job = {
  key: string;
  /** Wall-clock time in Asia/Tokyo, "HH:MM", every day. */
  time: string;
  /** The work for one contract as of the day of the run. */
  run: (tenant: Tenant, day: Day) => Promise<JobCounts>;
};

export type RunReport = {
  job: string;
  scope: string;
  day: Day;
  outcome: "done" | "failed" | "elsewhere";
  counts?: JobCounts;
  error?: string;
};

/** What the runner needs of the world around it. */
export type Surroundings = {
  /** Names the process that claims a run. */
  processId: string;
  clock: () => Date;
  report: (run: RunReport) => void;
  /** Whether the process is asked to end; then no further run is begun. */
  isEnding?: () => boolean;
};

/** Does every run that a job owes at this instant, including nights missed while no process ran. */
export async function runOwed(job: Job, { processId, clock, report, isEnding }: Surroundings): Promise<void> {
  const platform = platformOf();
  const contracts = await listContractAddresses(platform);
  const scopes = contracts.map((contract) => contract.code);
  const owed = await missedDays(platform, job, scopes, clock());
  const lastDue = [...owed.values()]
    .flatMap(({ due }) => due.at(-1) ?? [])
    .sort()
    .at(-1);
  for (const contract of contracts) {
    const nights = owed.get(contract.code);
    if (nights?.skipped) await recordSkipped(platform, job, contract.code, nights.skipped, clock());
    for (const day of nights?.due ?? []) {
      if (isEnding?.()) return;
      const trigger = day === lastDue ? "schedule" : "catch-up";
      const key = { job: job.key, scheduledFor: instantAt(day, job.time), scope: contract.code, trigger } as const;
      const outcome = await runOnce(platform, key, processId, clock, () =>
        job.run(tenantOf(contract.wardId, contract.contractId), day),
      );
      report({ job: job.key, scope: contract.code, day, ...outcome });
    }
  }
}
