/** Runs of jobs as the administrator reads them. */
import { asPlatform, Prisma, type Platform } from "../../db/scope.server";
import { pageWithin } from "../../lib/page";
import type { RunFilter, StoredRun } from "./shown-run";

const PAGE_SIZE = 50;

/** Runs of all jobs that fit the filter, the latest first, and how many there are. */
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
