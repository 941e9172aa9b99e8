/**
 * Runs of jobs: one row for each job, scheduled time and scope makes a run happen once whatever the
 * number of processes. A process claims the row with a lease; where it dies, another takes over when the lease has ended.
 */
import { asPlatform, type Platform, type Tx } from "../../db/scope.server";
import type { Day } from "../../lib/calendar";
import type { Slot } from "./timetable";

/** How long a claimed run is left alone; also the wait before a failed run is tried again. */
export const LEASE_MS = 15 * 60_000;
/** A run that failed so often is given up; the next one is tried anew. */
export const MOST_ATTEMPTS = 5;

export type JobCounts = Record<string, number | string>;
export type RunKey = {
  job: string;
  scheduledFor: Date;
  scope: string;
  trigger: "schedule" | "catch-up" | "manual";
  /** The day the run works on. */
  asOf: Day;
};
export type RunOutcome =
  | { outcome: "done"; counts: JobCounts }
  /** `isFinal`: it is given up. */
  | { outcome: "failed"; error: string; isFinal: boolean }
  /** `isSettled`: it was done, skipped or given up; otherwise it is under way, or waits for its next attempt. */
  | { outcome: "elsewhere"; isSettled: boolean };
/** Who claims runs, by which clock, and for how long. */
export type Claimer = { processId: string; clock: () => Date; leaseMs?: number };

/**
 * Does the work of a run unless it was done, or is being done, elsewhere. A failure of the work is an outcome and is not thrown.
 */
export async function runOnce(
  platform: Platform,
  run: RunKey,
  claimer: Claimer,
  work: () => Promise<JobCounts>,
): Promise<RunOutcome> {
  const claimed = await claim(platform, run, claimer);
  if (claimed) return perform(platform, claimed, claimer.clock, work);
  return { outcome: "elsewhere", isSettled: await isSettled(platform, run, claimer.clock()) };
}

/** A run that this process holds. */
export type Claim = { id: string; attempts: number };

/** Does the work of a claimed run and notes how it ended. */
export async function perform(
  platform: Platform,
  claimed: Claim,
  clock: () => Date,
  work: () => Promise<JobCounts>,
): Promise<RunOutcome> {
  try {
    const counts = await work();
    await finish(platform, claimed, clock(), { counts });
    return { outcome: "done", counts };
  } catch (error) {
    const text = errorName(error);
    await finish(platform, claimed, clock(), { error: text });
    return { outcome: "failed", error: text, isFinal: claimed.attempts >= MOST_ATTEMPTS };
  }
}

/** When a lease that begins now ends. */
export function leaseEnd({ clock, leaseMs = LEASE_MS }: Claimer): { now: string; lease: string } {
  const now = clock();
  return { now: now.toISOString(), lease: new Date(now.getTime() + leaseMs).toISOString() };
}

async function claim(platform: Platform, run: RunKey, claimer: Claimer): Promise<Claim | null> {
  const { now, lease } = leaseEnd(claimer);
  const rows = await asPlatform(
    platform,
    (tx) => tx.$queryRaw<Claim[]>`
      INSERT INTO job_run (job, scheduled_for, scope, trigger, as_of, claimed_by, lease_until, started_at, attempts)
      VALUES (${run.job}, ${run.scheduledFor.toISOString()}::timestamptz, ${run.scope}, ${run.trigger}, ${run.asOf}::date,
        ${claimer.processId}, ${lease}::timestamptz, ${now}::timestamptz, 1)
      ON CONFLICT (job, scheduled_for, scope) DO UPDATE
        SET claimed_by = excluded.claimed_by, lease_until = excluded.lease_until, started_at = excluded.started_at,
          trigger = excluded.trigger, as_of = excluded.as_of, ended_at = NULL, outcome = NULL, error = NULL, attempts = job_run.attempts + 1
        WHERE job_run.outcome IS DISTINCT FROM 'done' AND job_run.outcome IS DISTINCT FROM 'skipped'
          AND job_run.lease_until <= ${now}::timestamptz AND job_run.attempts < ${MOST_ATTEMPTS}
      RETURNING id::text, attempts`,
  );
  return rows[0] ?? null;
}

async function isSettled(platform: Platform, run: RunKey, now: Date): Promise<boolean> {
  const [row] = await asPlatform(
    platform,
    (tx) => tx.$queryRaw<{ settled: boolean }[]>`
      SELECT coalesce(outcome IN ('done', 'skipped'), false)
          OR (attempts >= ${MOST_ATTEMPTS} AND (outcome = 'failed' OR lease_until <= ${now.toISOString()}::timestamptz)) AS settled
      FROM job_run WHERE job = ${run.job} AND scheduled_for = ${run.scheduledFor.toISOString()}::timestamptz AND scope = ${run.scope}`,
  );
  return row?.settled ?? false;
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

/** When the last run of a job that was done by itself was due, for each scope that has one; runs by hand do not count. */
export function lastDone(
  platform: Platform,
  job: string,
  scopes: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  return asPlatform(platform, (tx) => lastDoneOf(tx, job, scopes));
}

/** The same within a transaction of the platform's. */
export async function lastDoneOf(tx: Tx, job: string, scopes: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  const rows = await tx.$queryRaw<{ scope: string; at: Date }[]>`
      SELECT wanted.scope, last.scheduled_for AS at FROM unnest(${[...scopes]}::text[]) AS wanted (scope)
        CROSS JOIN LATERAL (SELECT r.scheduled_for FROM job_run r
          WHERE r.job = ${job} AND r.scope = wanted.scope AND r.outcome = 'done' AND r.trigger <> 'manual'
          ORDER BY r.scheduled_for DESC LIMIT 1) AS last`;
  return new Map(rows.map((row) => [row.scope, row.at]));
}

/** Records runs that are too old to be caught up. */
export async function recordSkipped(
  platform: Platform,
  job: string,
  scope: string,
  slots: readonly Slot[],
  now: Date,
): Promise<void> {
  const [times, days] = [slots.map(({ at }) => at.toISOString()), slots.map(({ day }) => day)];
  await asPlatform(
    platform,
    (tx) => tx.$executeRaw`INSERT INTO job_run (job, scheduled_for, scope, trigger, as_of, ended_at, outcome)
      SELECT ${job}, slot.at, ${scope}, 'catch-up', slot.day, ${now.toISOString()}::timestamptz, 'skipped'
      FROM unnest(${times}::text[]::timestamptz[], ${days}::text[]::date[]) AS slot (at, day)
      ON CONFLICT (job, scheduled_for, scope) DO NOTHING`,
  );
}
