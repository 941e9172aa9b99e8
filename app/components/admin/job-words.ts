import type { TFunction } from "i18next";

import { JOB_TIMES } from "../../domain/job/next-run";

const COUNTS = ["asOf", "raised", "changed", "resolved", "open", "closed", "opened", "refused", "reminded"] as const;
const TRIGGERS = ["schedule", "catch-up", "manual"] as const;
const OUTCOMES = ["done", "failed", "skipped"] as const;

/** What a run of a job was, why it ran, how it ended and what it counted, in words. */
export function jobWords(
  t: TFunction,
  run: { job: string; trigger: string; outcome: string | null; counts: Record<string, string | number> },
): { job: string; trigger: string; outcome: string; counts: string } {
  const known = JOB_TIMES.find(({ job }) => job === run.job)?.job;
  return {
    job: known ? t(`admin.log.jobs.name.${known}`) : run.job,
    trigger: t(`admin.log.jobs.triggers.${TRIGGERS.find((one) => one === run.trigger) ?? "manual"}`),
    outcome: t(`admin.log.jobs.outcomes.${OUTCOMES.find((one) => one === run.outcome) ?? "running"}`),
    counts: COUNTS.flatMap((name) =>
      name in run.counts ? `${t(`admin.log.jobs.count.${name}`)} ${run.counts[name]}` : [],
    ).join("、"),
  };
}
