/** `job NAME`: does a job as of a day for all contracts, or one, as it is done by itself. */
import { platformOf } from "~/db/scope.server";
import { runOnce, type JobCounts } from "~/domain/job/run.server";
import { isJobKey, JOB_KEYS } from "~/domain/job/timetable";
import { longDay } from "~/i18n/format";
import { translator } from "~/i18n/i18n";
import { now, today } from "~/lib/clock.server";

import { targetsOf } from "../../../jobs/job";
import { TIMETABLE } from "../../../jobs/schedule";
import { readArguments } from "../arguments";
import { complain, misuse, refuse, type Io } from "../io";

const OPTIONS = { "as-of": { kind: "day" }, contract: { kind: "text" }, json: { kind: "flag" } } as const;
const NO_FLAGS = { raised: 0, changed: 0, resolved: 0, open: 0 };

/** Prints what was counted over all contracts; for `evaluate` the flags raised, changed, resolved, and open as of the day. */
export async function run(args: string[], io: Io): Promise<number> {
  const given = readArguments(args, OPTIONS, io);
  if (!given) return 2;
  const { options, words } = given;
  const [name = ""] = words;
  const job = isJobKey(name) && TIMETABLE.find(({ key }) => key === name);
  if (words.length !== 1 || !job)
    return misuse(io, (t) => t("operations.job.unknown", { name: words.join(" "), jobs: JOB_KEYS.join(", ") }));
  const day = options["as-of"] ?? today();
  const code = job.per === "contract" ? options.contract : undefined;
  const targets = await targetsOf(job, code);
  if (code !== undefined && targets.length === 0) return refuse(io, (t) => t("flag.command.unknownContract", { code }));
  const total: Record<string, number> = name === "evaluate" ? { ...NO_FLAGS } : {};
  let failures = 0;
  const claimer = { processId: `cli:${process.pid}`, clock: now };
  const startedAt = now();
  for (const { scope, work } of targets) {
    const key = { job: name, scheduledFor: startedAt, scope, trigger: "manual", asOf: day } as const;
    const outcome = await runOnce(platformOf(), key, claimer, () => told(work(day), io));
    if (outcome.outcome === "done") add(total, outcome.counts);
    if (outcome.outcome === "failed") {
      failures += 1;
      complain(io, (t) => t("operations.job.failed", { scope, error: outcome.error }));
    }
  }
  const t = translator(io.locale);
  const counts = Object.entries(total).map(([count, value]) => `${count} ${value}`);
  const text =
    name === "evaluate"
      ? t("flag.command.counts", { day: longDay(day, io.locale), ...total })
      : t("operations.job.done", { day: longDay(day, io.locale), counts: counts.join(", ") || "—" });
  io.out(options.json ? JSON.stringify(total) : text);
  return failures > 0 ? 1 : 0;
}

/** Shows an error in full: the run's record keeps only its name, but who runs the command may see the rest. */
async function told(work: Promise<JobCounts>, io: Io): Promise<JobCounts> {
  try {
    return await work;
  } catch (error) {
    io.err(error instanceof Error ? (error.stack ?? error.message) : String(error));
    throw error;
  }
}

function add(total: Record<string, number>, counts: JobCounts): void {
  for (const [name, value] of Object.entries(counts))
    if (typeof value === "number") total[name] = (total[name] ?? 0) + value;
}
