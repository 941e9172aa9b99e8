import { platformOf } from "../db/scope.server";
import { appliedMigrations, jobStandings } from "../domain/job/standing.server";
import type { JobKey } from "../domain/job/timetable";

const TIMEOUT_MS = 2_000;
/** Late jobs are looked up again after so long: health checks come every few seconds. */
const JOBS_MS = 30_000;

/**
 * Whether requests can be served: the database answers and has every migration that this program knows. Late jobs are told and
 * do not count: turning people away would not make them any earlier.
 */
export type Readiness = {
  ready: boolean;
  database: "ok" | "down";
  migrations: "ok" | "pending" | "unknown";
  jobs: "ok" | "late" | "unknown";
  lateJobs: JobKey[];
};

/** @param known the names of the migrations that belong to this program */
export function readinessCheck(known: readonly string[], clock: () => Date): () => Promise<Readiness> {
  let late: { until: number; jobs: JobKey[] } | null = null;
  async function lateJobs(): Promise<JobKey[]> {
    const now = clock();
    if (!late || late.until <= now.getTime()) {
      const jobs = (await jobStandings(platformOf(), now)).flatMap(({ job, isLate }) => (isLate ? [job] : []));
      late = { until: now.getTime() + JOBS_MS, jobs };
    }
    return late.jobs;
  }
  return async () => {
    try {
      const applied = await appliedMigrations(platformOf(), TIMEOUT_MS);
      if (known.some((name) => !applied.has(name)))
        return { ready: false, database: "ok", migrations: "pending", jobs: "unknown", lateJobs: [] };
      const jobs = await lateJobs();
      const state = jobs.length > 0 ? "late" : "ok";
      return { ready: true, database: "ok", migrations: "ok", jobs: state, lateJobs: jobs };
    } catch {
      return { ready: false, database: "down", migrations: "unknown", jobs: "unknown", lateJobs: [] };
    }
  };
}
