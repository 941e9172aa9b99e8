/**
 * Runs of jobs: one row for each job, scheduled time and scope makes a run happen once whatever the
 * number of processes. A process claims the row with a lease; where it dies, another takes over when the lease has ended.
 */
import { asPlatform, Prisma, type Platform } from "../../db/scope.server";
import { instantAt, type Day } from "../../lib/calendar";
import { pageWithin } from "../../lib/page";
import { lastDueDay, owedNights, type OwedNights } from "./nights";

/** How long a claimed run is left alone; also the wait before a failed run is tried again. */
export const LEASE_MS = 15 * 60_000;
/** A run that failed so often is given up; the next night tries anew. */
export const MOST_ATTEMPTS = 5;

export type JobCounts = Record<string, number | string>;
export type RunKey = { job: string; scheduledFor: Date; scope: string; trigger: "schedule" | "catch-up" | "manual" };
export type RunOutcome =
  { outcome: "done"; counts: JobCounts } | { outcome: "failed"; error: string } | { outcome: "elsewhere" };

/**
 * Does the work of a run unless it was done, or is being done, elsewhere.
 * @param processId who claims it
 * @param clock gives the current instant
 * @returns "elsewhere" where another process has it; a failure of the work is an outcome and is not thrown
 */
export async function runOnce(
  platform: Platform,
  run: RunKey,
  processId: string,
  clock: () => Date,
  work: () => Promise<JobCounts>,
): Promise<RunOutcome> {
  const claimed = await claim(platform, run, processId, clock());
  if (!claimed) return { outcome: "elsewhere" };
  try {
    const counts = await work();
    await finish(platform, claimed, clock(), { counts });
    return { outcome: "done", counts };
  } catch (error) {
    const text = errorName(error);
    await finish(platform, claimed, clock(), { error: text });
    return { outcome: "failed", error: text };
  }
}

type Claim = { id: string; attempts: number };

async function claim(platform: Platform, run: RunKey, processId: string, now: Date): Promise<Claim | null> {
  const lease = new Date(now.getTime() + LEASE_MS);
  const rows = await asPlatform(
    platform,
    (tx) => tx.$queryRaw<Claim[]>`
      INSERT INTO job_run (job, scheduled_for, scope, trigger, claimed_by, lease_until, started_at, attempts)
      VALUES (${run.job}, ${run.scheduledFor.toISOString()}::timestamptz, ${run.scope}, ${run.trigger}, ${processId}, ${lease.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz, 1)
      ON CONFLICT (job, scheduled_for, scope) DO UPDATE
        SET claimed_by = excluded.claimed_by, lease_until = excluded.lease_until, started_at = excluded.started_at,
          trigger = excluded.trigger, ended_at = NULL, outcome = NULL, error = NULL, attempts = job_run.attempts + 1
        WHERE job_run.outcome IS DISTINCT FROM 'done' AND job_run.outcome IS DISTINCT FROM 'skipped'
          AND job_run.lease_until <= ${now.toISOString()}::timestamptz AND job_run.attempts < ${MOST_ATTEMPTS}
      RETURNING id::text, attempts`,
  );
  return rows[0] ?? null;
}

async function finish(
  platform: Platform,
  { id, attempts }: Claim,
  now: Date,
  result: { counts: JobCounts } | { error: string },
): Promise<void> {
  const counts = "counts" in result ? JSON.stringify(result.counts) : null;
  const error = "error" in result ? result.error : null;
  // why: the attempt is compared, so that a process that outlived its lease does not overwrite who took over.
  await asPlatform(
    platform,
    (
      tx,
    ) => tx.$executeRaw`UPDATE job_run SET ended_at = ${now.toISOString()}::timestamptz, outcome = ${error === null ? "done" : "failed"},
      counts = ${counts}::jsonb, error = ${error} WHERE id = ${id}::uuid AND attempts = ${attempts}`,
  );
}

/** An error's name and code: its message may quote the data it stumbled over. */
function errorName(error: unknown): string {
  if (!(error instanceof Error)) return "unknown error";
  const code = "code" in error && typeof error.code === "string" ? ` ${error.code}` : "";
  return `${error.name}${code}`;
}

/** The nights a job owes each scope at an instant, from each scope's last success. */
export async function missedDays(
  platform: Platform,
  job: { key: string; time: string },
  scopes: readonly string[],
  now: Date,
): Promise<Map<string, OwedNights>> {
  const rows = await asPlatform(
    platform,
    (tx) => tx.$queryRaw<{ scope: string; day: Day }[]>`
      SELECT scope, (max(scheduled_for) AT TIME ZONE 'Asia/Tokyo')::date::text AS day FROM job_run
      WHERE job = ${job.key} AND outcome = 'done' AND trigger <> 'manual' AND scope = ANY (${[...scopes]}) GROUP BY scope`,
  );
  const lastDone = new Map(rows.map((row) => [row.scope, row.day]));
  const lastDue = lastDueDay(now, job.time);
  return new Map(scopes.map((scope) => [scope, owedNights(lastDone.get(scope) ?? null, lastDue)]));
}

/** Records nights that are too old to be caught up. */
export async function recordSkipped(
  platform: Platform,
  job: { key: string; time: string },
  scope: string,
  nights: { from: Day; to: Day },
  now: Date,
): Promise<void> {
  const first = instantAt(nights.from, job.time);
  const last = instantAt(nights.to, job.time);
  await asPlatform(
    platform,
    (tx) => tx.$executeRaw`INSERT INTO job_run (job, scheduled_for, scope, trigger, ended_at, outcome)
      SELECT ${job.key}, night, ${scope}, 'catch-up', ${now.toISOString()}::timestamptz, 'skipped'
      FROM generate_series(${first.toISOString()}::timestamptz, ${last.toISOString()}::timestamptz, interval '24 hours') night
      ON CONFLICT (job, scheduled_for, scope) DO NOTHING`,
  );
}

export type JobRunRow = {
  id: string;
  job: string;
  scheduledFor: Date;
  scope: string;
  trigger: string;
  startedAt: Date | null;
  endedAt: Date | null;
  outcome: string | null;
  counts: Prisma.JsonValue;
  error: string | null;
  attempts: number;
};

const PAGE_SIZE = 50;

/** Runs of all jobs, the latest first. */
export async function listJobRuns(
  platform: Platform,
  page: number,
  pageSize = PAGE_SIZE,
): Promise<{ runs: JobRunRow[]; total: number; page: number; pages: number }> {
  return asPlatform(platform, async (tx) => {
    const total = await tx.jobRun.count();
    const { page: current, pages, offset } = pageWithin(total, page, pageSize);
    const runs = await tx.jobRun.findMany({
      select: {
        ...{ id: true, job: true, scheduledFor: true, scope: true, trigger: true, startedAt: true, endedAt: true },
        ...{ outcome: true, counts: true, error: true, attempts: true },
      },
      orderBy: [{ scheduledFor: "desc" }, { scope: "asc" }],
      skip: offset,
      take: pageSize,
    });
    return { runs, total, page: current, pages };
  });
}
