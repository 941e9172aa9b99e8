import type { TFunction } from "i18next";

import type { ShownRun } from "../../domain/job/shown-run";
import { isJobKey, PLATFORM_SCOPE } from "../../domain/job/timetable";

const COUNTS = [
  ...(["asOf", "raised", "changed", "resolved", "open", "closed", "opened", "refused", "reminded", "kept"] as const),
  ...(["sessions", "links", "counters", "mails", "notifications", "runs", "imports", "dueSoon", "late"] as const),
  ...(["overdue", "noted", "told"] as const),
];
const TRIGGERS = ["schedule", "catch-up", "manual"] as const;

/** What a run of a job was, for what, why it ran, how it stands and what it counted, in words. */
export function jobWords(
  t: TFunction,
  run: Pick<ShownRun, "job" | "scope" | "trigger" | "state" | "counts">,
): { job: string; scope: string; trigger: string; state: string; counts: string } {
  return {
    job: isJobKey(run.job) ? t(`admin.log.jobs.name.${run.job}`) : run.job,
    scope: run.scope === PLATFORM_SCOPE ? t("admin.log.jobs.platform") : run.scope,
    trigger: t(`admin.log.jobs.triggers.${TRIGGERS.find((one) => one === run.trigger) ?? "manual"}`),
    state: t(`admin.log.jobs.states.${run.state}`),
    counts: COUNTS.flatMap((name) =>
      name in run.counts ? `${t(`admin.log.jobs.count.${name}`)} ${run.counts[name]}` : [],
    ).join("、"),
  };
}
