/** What Prometheus reads: this process's requests and connections, and from the database how jobs, flags and mail stand. */
import { createHash, timingSafeEqual } from "node:crypto";

import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

import { poolFigures } from "../db/client.server";
import type { PlatformFigures } from "../domain/job/standing.server";

const METHODS = new Set(["GET", "HEAD", "POST"]);

export type Metrics = {
  /** Counts a request that has ended. */
  observe: (request: { method: string; route: string; status: number; seconds: number }) => void;
  /** Everything in Prometheus's text format. Where the database does not answer, without what it would tell. */
  text: () => Promise<string>;
};

/** @param figures reads how the platform stands */
export function createMetrics(figures: () => Promise<PlatformFigures>): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const requests = new Counter({
    ...{ name: "sasae_http_requests_total", help: "Requests, by route pattern and class of status", registers },
    labelNames: ["method", "route", "status"],
  });
  const durations = new Histogram({
    ...{ name: "sasae_http_request_duration_seconds", help: "How long requests took, by route pattern", registers },
    ...{ labelNames: ["method", "route"], buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] },
  });
  const gauge = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Gauge({ name, help, labelNames, registers });
  const connections = gauge("sasae_db_connections", "Connections to the database of this process", ["state"]);
  const up = gauge("sasae_db_up", "Whether the database answered this reading", []);
  const stored = {
    lastDone: gauge("sasae_job_last_success_timestamp_seconds", "When the last successful run was due", ["job"]),
    late: gauge("sasae_job_late", "Whether a run is missing more than 26 hours after it was due", ["job"]),
    runs: gauge("sasae_job_runs", "Runs that were due in the last 24 hours", ["job", "outcome"]),
    flags: gauge("sasae_flags", "Flags as of each contract's last nightly evaluation, summed", ["state"]),
    mails: gauge("sasae_mails", "Mails in the queue", ["state"]),
  };
  function show({ jobs, runs, flags, mails }: PlatformFigures): void {
    for (const { job, lastDone, isLate } of jobs) {
      if (lastDone) stored.lastDone.set({ job }, lastDone.getTime() / 1000);
      stored.late.set({ job }, isLate ? 1 : 0);
    }
    for (const { job, outcome, count } of runs) stored.runs.set({ job, outcome }, count);
    for (const [state, count] of Object.entries(flags)) stored.flags.set({ state }, count);
    for (const state of ["waiting", "sent", "failed"])
      stored.mails.set({ state }, mails.find((mail) => mail.state === state)?.count ?? 0);
  }
  return {
    observe: ({ method: given, route, status, seconds }) => {
      const method = METHODS.has(given) ? given : "other";
      requests.inc({ method, route, status: `${Math.floor(status / 100)}xx` });
      durations.observe({ method, route }, seconds);
    },
    text: async () => {
      const { open, idle, waiting, most } = poolFigures();
      for (const [state, count] of Object.entries({ open, idle, waiting, most })) connections.set({ state }, count);
      for (const one of Object.values(stored)) one.reset();
      try {
        show(await figures());
        up.set(1);
      } catch {
        up.set(0);
      }
      return register.metrics();
    },
  };
}

/** Whether a request's Authorization header holds the token. */
export function mayRead(authorization: string | undefined, token: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(authorization ?? ""), digest(`Bearer ${token}`));
}
