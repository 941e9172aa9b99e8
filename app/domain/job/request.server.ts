/** Runs that a person asks for: the web process writes the request down, the jobs' process carries it out. */
import { asPlatform, Prisma, type Platform } from "../../db/scope.server";
import type { Day } from "../../lib/calendar";
import { recordAudit } from "../access/audit.server";
import { leaseEnd, MOST_ATTEMPTS, type Claim, type Claimer } from "./run.server";
import { JOBS, PLATFORM_SCOPE, type JobKey } from "./timetable";

/**
 * Asks for a run of a job as of a day, for one contract or all. What was asked for already and has not ended is not asked for
 * twice.
 * @returns how many runs are wanted; null where there is no such contract
 */
export async function requestRuns(
  platform: Platform,
  wanted: { job: JobKey; day: Day; contract: string | null },
  now: Date,
): Promise<number | null> {
  const { job, day } = wanted;
  const contract = JOBS[job].per === "platform" ? null : wanted.contract;
  const at = now.toISOString();
  const scopes =
    JOBS[job].per === "platform"
      ? Prisma.sql`SELECT ${PLATFORM_SCOPE}::text AS scope`
      : Prisma.sql`SELECT code AS scope FROM contract WHERE ${contract}::text IS NULL OR code = ${contract}`;
  return asPlatform(platform, async (tx) => {
    const [found] = await tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM (${scopes}) AS wanted`;
    if (contract !== null && !found?.count) return null;
    await tx.$executeRaw`
      INSERT INTO job_run (job, scheduled_for, scope, trigger, as_of, lease_until)
      SELECT ${job}, ${at}::timestamptz, wanted.scope, 'manual', ${day}::date, ${at}::timestamptz FROM (${scopes}) AS wanted
      WHERE NOT EXISTS (SELECT FROM job_run r WHERE r.job = ${job} AND r.scope = wanted.scope AND r.trigger = 'manual'
        AND r.as_of = ${day}::date AND r.outcome IS NULL AND r.attempts < ${MOST_ATTEMPTS})
      ON CONFLICT (job, scheduled_for, scope) DO NOTHING`;
    const detail = { job, day, contract, runs: found?.count ?? 0 };
    await recordAudit(tx, { actorId: platform.userId, actorRole: "admin", action: "jobs.request", detail });
    return found?.count ?? 0;
  });
}

/** A run that was asked for, held by this process. */
export type RequestedRun = Claim & { job: string; scope: string; day: Day };

/** Claims the request that has waited longest, or one that a process left in the middle; null where there is none. */
export async function claimRequest(platform: Platform, claimer: Claimer): Promise<RequestedRun | null> {
  const { now, lease } = leaseEnd(claimer);
  const rows = await asPlatform(
    platform,
    (tx) => tx.$queryRaw<RequestedRun[]>`
      UPDATE job_run SET claimed_by = ${claimer.processId}, lease_until = ${lease}::timestamptz, started_at = ${now}::timestamptz,
        attempts = attempts + 1
      WHERE id = (
        SELECT id FROM job_run WHERE trigger = 'manual' AND outcome IS NULL AND as_of IS NOT NULL AND lease_until <= ${now}::timestamptz
          AND attempts < ${MOST_ATTEMPTS}
        ORDER BY scheduled_for, scope LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING id::text, attempts, job, scope, as_of::text AS day`,
  );
  return rows[0] ?? null;
}
