/** A run of a job as screens and files show it: instants as ISO text, counts checked. */
import { z } from "zod";

const countsSchema = z.record(z.string(), z.union([z.string(), z.number()]));

export type ShownRun = {
  id: string;
  job: string;
  scope: string;
  trigger: string;
  outcome: string | null;
  error: string | null;
  attempts: number;
  counts: Record<string, string | number>;
  scheduledFor: string;
  endedAt: string | null;
};
type StoredRun = Omit<ShownRun, "counts" | "scheduledFor" | "endedAt"> & {
  counts: unknown;
  scheduledFor: Date;
  endedAt: Date | null;
};

/** The stored run made ready to be shown; counts that are none become empty. */
export function shownRun({ id, job, scope, trigger, outcome, error, attempts, ...run }: StoredRun): ShownRun {
  return {
    ...{ id, job, scope, trigger, outcome, error, attempts },
    counts: countsSchema.catch({}).parse(run.counts ?? {}),
    scheduledFor: run.scheduledFor.toISOString(),
    endedAt: run.endedAt?.toISOString() ?? null,
  };
}
