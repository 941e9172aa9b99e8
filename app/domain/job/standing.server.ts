/** How the platform's machinery stands, for the administrator's page, the health check and the metrics. Totals only. */
import { asPlatform, type Platform, type Tx } from "../../db/scope.server";
import { lastDoneOf } from "./run.server";
import { isLate, JOB_KEYS, JOBS, PLATFORM_SCOPE, type JobKey } from "./timetable";

/** When a job's last success was due, and whether a run is missing. */
export type JobStanding = { job: JobKey; lastDone: Date | null; isLate: boolean };

/**
 * The standing of every job. A job of contracts is as late as the contract that is furthest behind; without contracts it is
 * not late.
 */
export function jobStandings(platform: Platform, now: Date): Promise<JobStanding[]> {
  return asPlatform(platform, (tx) => standingsOf(tx, now));
}

async function standingsOf(tx: Tx, now: Date): Promise<JobStanding[]> {
  const contracts = await tx.contract.findMany({ select: { code: true } });
  const standings: JobStanding[] = [];
  for (const job of JOB_KEYS) {
    const scopes = JOBS[job].per === "platform" ? [PLATFORM_SCOPE] : contracts.map(({ code }) => code);
    const done = await lastDoneOf(tx, job, scopes);
    const last = Math.max(...[...done.values()].map((at) => at.getTime()));
    standings.push({
      job,
      lastDone: done.size > 0 ? new Date(last) : null,
      isLate: scopes.some((scope) => isLate(JOBS[job], done.get(scope) ?? null, now)),
    });
  }
  return standings;
}

export type PlatformFigures = {
  jobs: JobStanding[];
  /** Runs by job and outcome, of those that were due in the last 24 hours. */
  runs: { job: string; outcome: string; count: number }[];
  /** What each contract's last evaluation counted, summed. */
  flags: { raised: number; changed: number; resolved: number; open: number };
  mails: { state: string; count: number }[];
};

/** What the metrics tell of the whole platform. */
export function platformFigures(platform: Platform, now: Date): Promise<PlatformFigures> {
  const since = new Date(now.getTime() - 86_400_000).toISOString();
  return asPlatform(platform, async (tx) => {
    const jobs = await standingsOf(tx, now);
    const runs = await tx.$queryRaw<PlatformFigures["runs"]>`
      SELECT job, coalesce(outcome, 'open') AS outcome, count(*)::int AS count FROM job_run
      WHERE scheduled_for > ${since}::timestamptz GROUP BY 1, 2 ORDER BY 1, 2`;
    const [flags] = await tx.$queryRaw<PlatformFigures["flags"][]>`
      SELECT coalesce(sum((counts ->> 'raised')::int), 0)::int AS raised, coalesce(sum((counts ->> 'changed')::int), 0)::int AS changed,
        coalesce(sum((counts ->> 'resolved')::int), 0)::int AS resolved, coalesce(sum((counts ->> 'open')::int), 0)::int AS open
      FROM contract c CROSS JOIN LATERAL (SELECT r.counts FROM job_run r
        WHERE r.job = 'evaluate' AND r.scope = c.code AND r.outcome = 'done' AND r.trigger <> 'manual'
        ORDER BY r.scheduled_for DESC LIMIT 1) AS last`;
    const mails = await tx.$queryRaw<PlatformFigures["mails"]>`
      SELECT CASE WHEN sent_at IS NOT NULL THEN 'sent' WHEN failed_at IS NOT NULL THEN 'failed' ELSE 'waiting' END AS state,
        count(*)::int AS count FROM outgoing_mail GROUP BY 1 ORDER BY 1`;
    return { jobs, runs, flags: flags ?? { raised: 0, changed: 0, resolved: 0, open: 0 }, mails };
  });
}

/** The migrations that the database has. */
export async function appliedMigrations(platform: Platform, timeoutMs: number): Promise<Set<string>> {
  const rows = await asPlatform(
    platform,
    (tx) => tx.$queryRaw<{ name: string }[]>`
      SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
    { timeoutMs },
  );
  return new Set(rows.map(({ name }) => name));
}
