/** Runs of jobs as the administrator reads them. */
import { asPlatform, Prisma, type Platform } from "../../db/scope.server";
import { pageWithin } from "../../lib/page";
import { lastDone } from "./run.server";
import type { RunFilter, StoredRun } from "./shown-run";
import { listContractAddresses } from "./contracts.server";
import { isLate, JOB_KEYS, JOBS, PLATFORM_SCOPE, type JobKey } from "./timetable";

const PAGE_SIZE = 50;

/** Runs of all jobs that fit the filter, the latest first, and whether any was asked for and has not ended. */
export async function listJobRuns(
  platform: Platform,
  page: number,
  { job, outcome }: RunFilter = { job: null, outcome: null },
  pageSize = PAGE_SIZE,
): Promise<{ runs: StoredRun[]; total: number; page: number; pages: number }> {
  const where: Prisma.JobRunWhereInput = {
    ...(job && { job }),
    ...(outcome && { outcome: outcome === "open" ? null : outcome }),
  };
  return asPlatform(platform, async (tx) => {
    const total = await tx.jobRun.count({ where });
    const { page: current, pages, offset } = pageWithin(total, page, pageSize);
    const runs = await tx.jobRun.findMany({
      where,
      select: {
        ...{ id: true, job: true, scheduledFor: true, scope: true, trigger: true, asOf: true, startedAt: true },
        ...{ endedAt: true, outcome: true, counts: true, error: true, attempts: true, leaseUntil: true },
      },
      orderBy: [{ scheduledFor: "desc" }, { scope: "asc" }],
      skip: offset,
      take: pageSize,
    });
    return { runs, total, page: current, pages };
  });
}

/** How each job stands: when its last success was due, and whether a run is missing. */
export type JobStanding = { job: JobKey; lastDone: Date | null; isLate: boolean };

/** The standing of every job. A job of contracts is as late as the contract that is furthest behind; without contracts it is not. */
export async function jobStandings(platform: Platform, now: Date): Promise<JobStanding[]> {
  const codes = (await listContractAddresses(platform)).map(({ code }) => code);
  return Promise.all(
    JOB_KEYS.map(async (job) => {
      const scopes = JOBS[job].per === "platform" ? [PLATFORM_SCOPE] : codes;
      const done = await lastDone(platform, job, scopes);
      const times = [...done.values()].sort((a, b) => a.getTime() - b.getTime());
      return {
        job,
        lastDone: times.at(-1) ?? null,
        isLate: scopes.some((scope) => isLate(JOBS[job], done.get(scope) ?? null, now)),
      };
    }),
  );
}
