import { asPlatform, type Platform, type Tenant } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";

import { recordAudit } from "../access/audit.server";
import type { Counts } from "../flag/episodes";
import { evaluateContract } from "../flag/evaluate-contract.server";
import { runOnce } from "./run.server";

export type EvaluationReport = Counts & { failed: string[] };

/** Runs the flag rules over contracts as of a day, on a person's wish, each as a run of its own in the job log. */
export async function evaluateNow(
  platform: Platform,
  contracts: readonly { code: string; tenant: Tenant }[],
  day: Day,
  processId: string,
  clock: () => Date,
): Promise<EvaluationReport> {
  const startedAt = clock();
  const total: EvaluationReport = { raised: 0, changed: 0, resolved: 0, open: 0, failed: [] };
  for (const { code, tenant } of contracts) {
    const key = { job: "evaluate", scheduledFor: startedAt, scope: code, trigger: "manual" } as const;
    const outcome = await runOnce(platform, key, processId, clock, async () => {
      const counts = await evaluateContract(tenant, day);
      for (const name of ["raised", "changed", "resolved", "open"] as const) total[name] += counts[name];
      return { asOf: day, ...counts };
    });
    if (outcome.outcome === "failed") total.failed.push(code);
  }
  const detail = { day, contracts: contracts.length };
  await asPlatform(platform, (tx) =>
    recordAudit(tx, { actorId: platform.userId, actorRole: "admin", action: "jobs.evaluate", detail }),
  );
  return total;
}
