/** A run of a job as screens and files show it: instants as ISO text, counts checked, its state in one word. */
import { z } from "zod";

import type { Day } from "../../lib/calendar";
import { isJobKey, type JobKey } from "./timetable";

const countsSchema = z.record(z.string(), z.union([z.string(), z.number()]));

/** By what a list of runs is narrowed; "open": asked for or under way. */
export const OUTCOMES = ["open", "done", "failed", "skipped"] as const;
export type RunFilter = { job: JobKey | null; outcome: (typeof OUTCOMES)[number] | null };

/** What the address asks for; what it does not know narrows nothing. */
export function runFilter(params: URLSearchParams): RunFilter {
  const job = params.get("job") ?? "";
  return {
    job: isJobKey(job) ? job : null,
    outcome: OUTCOMES.find((one) => one === params.get("outcome")) ?? null,
  };
}

/** "requested": waits for the jobs' process; "left": the process that did it is gone, another takes over. */
export const RUN_STATES = ["requested", "running", "left", "done", "failed", "skipped"] as const;
export type RunState = (typeof RUN_STATES)[number];

export type StoredRun = {
  id: string;
  job: string;
  scope: string;
  trigger: string;
  outcome: string | null;
  error: string | null;
  attempts: number;
  counts: unknown;
  asOf: Date | null;
  scheduledFor: Date;
  startedAt: Date | null;
  endedAt: Date | null;
  leaseUntil: Date | null;
};
export type ShownRun = {
  id: string;
  job: string;
  scope: string;
  trigger: string;
  state: RunState;
  error: string | null;
  attempts: number;
  counts: Record<string, string | number>;
  day: Day | null;
  scheduledFor: string;
  startedAt: string | null;
  endedAt: string | null;
};

/** The stored run made ready to be shown at an instant; counts that are none become empty. */
export function shownRun(run: StoredRun, now: Date): ShownRun {
  const { id, job, scope, trigger, error, attempts } = run;
  return {
    ...{ id, job, scope, trigger, error, attempts, state: stateOf(run, now) },
    counts: countsSchema.catch({}).parse(run.counts ?? {}),
    day: run.asOf?.toISOString().slice(0, 10) ?? null,
    scheduledFor: run.scheduledFor.toISOString(),
    startedAt: run.startedAt?.toISOString() ?? null,
    endedAt: run.endedAt?.toISOString() ?? null,
  };
}

function stateOf({ outcome, attempts, leaseUntil }: StoredRun, now: Date): RunState {
  if (outcome !== null) return RUN_STATES.find((state) => state === outcome) ?? "done";
  if (attempts === 0) return "requested";
  return leaseUntil !== null && leaseUntil <= now ? "left" : "running";
}
