/** `job evaluate`: runs the flag rules over all contracts, or one, as the nightly job does. */
import { platformOf, tenantOf } from "~/db/scope.server";
import { evaluateContract } from "~/domain/flag/evaluate-contract.server";
import type { Counts } from "~/domain/flag/episodes";
import { listContractAddresses } from "~/domain/job/contracts.server";
import { runOnce } from "~/domain/job/run.server";
import { longDay } from "~/i18n/format";
import { translator } from "~/i18n/i18n";
import { now, today } from "~/lib/clock.server";

import { readArguments } from "../arguments";
import { complain, misuse, refuse, type Io } from "../io";

const OPTIONS = { "as-of": { kind: "day" }, contract: { kind: "text" }, json: { kind: "flag" } } as const;

/** Prints how many flags were raised, changed and resolved, and how many are open as of the day. */
export async function run(args: string[], io: Io): Promise<number> {
  const given = readArguments(args, OPTIONS, io);
  if (!given) return 2;
  const { options, words } = given;
  if (words.length !== 1 || words[0] !== "evaluate")
    return misuse(io, (t) => t("flag.command.unknownJob", { name: words.join(" ") }));
  const day = options["as-of"] ?? today();
  const all = await listContractAddresses(platformOf());
  const wanted = options.contract === undefined ? all : all.filter(({ code }) => code === options.contract);
  if (options.contract !== undefined && wanted.length === 0)
    return refuse(io, (t) => t("flag.command.unknownContract", { code: options.contract }));
  const total: Counts = { raised: 0, changed: 0, resolved: 0, open: 0 };
  let failures = 0;
  const startedAt = now();
  for (const { code, wardId, contractId } of wanted) {
    const key = { job: "evaluate", scheduledFor: startedAt, scope: code, trigger: "manual" } as const;
    const outcome = await runOnce(platformOf(), key, `cli:${process.pid}`, now, async () => {
      const counts = await evaluateContract(tenantOf(wardId, contractId), day).catch((error: unknown) => {
        // why: the run's record keeps only the error's name; who runs the command may see the rest.
        io.err(error instanceof Error ? (error.stack ?? error.message) : String(error));
        throw error;
      });
      for (const name of ["raised", "changed", "resolved", "open"] as const) total[name] += counts[name];
      return { asOf: day, ...counts };
    });
    if (outcome.outcome === "failed") {
      failures += 1;
      complain(io, (t) => t("flag.command.failed", { code, error: outcome.error }));
    }
  }
  const t = translator(io.locale);
  io.out(options.json ? JSON.stringify(total) : t("flag.command.counts", { day: longDay(day, io.locale), ...total }));
  return failures > 0 ? 1 : 0;
}
