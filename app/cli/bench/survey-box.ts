/**
 * The collector as a process of its own, so that the crowd can kill it: takes ballots from its parent and acknowledges each.
 * Between them it shuffles what waits, as the app does.
 */
import { tenantOf } from "../../db/scope.server";
import { castBallot, shuffleWaiting, type Ballot } from "../../domain/survey/cast-ballot.server";
import { BENCH_DAY } from "./fixture";

const [wardId = "", contractId = "", campaignId = ""] = process.argv.slice(2);
const SHUFFLE_MS = 2_000;

process.on("message", (ballot: Ballot & { id: number }) => {
  const { id, ...given } = ballot;
  castBallot(given, BENCH_DAY).then(
    (cast) => process.send?.({ id, ok: cast.ok, duplicate: cast.ok && cast.duplicate }),
    (error: unknown) => process.send?.({ id, ok: false, error: String(error) }),
  );
});

setInterval(() => void shuffleWaiting(tenantOf(wardId, contractId), campaignId).catch(() => 0), SHUFFLE_MS);
process.send?.({ id: -1, ok: true, duplicate: false });
