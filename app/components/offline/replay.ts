import { send, type OutboxEntry } from "./entry";
import { entriesOf, forget, mark } from "./store";

const TIMEOUT_MS = 30_000;

/**
 * Sends what waits, in the order in which it was typed; one tab at a time. Stops at the first that cannot be reached, and
 * leaves those to which the server objects for their person to correct. Gives the number sent.
 */
export async function replay(owner: string): Promise<number> {
  const work = async () => {
    let sent = 0;
    for (const entry of await entriesOf(owner)) {
      if (entry.state === "refused") continue;
      const outcome = await deliver(entry);
      if (outcome === "done") sent += 1;
      if (outcome === "unreachable" || outcome === "signIn") break;
    }
    return sent;
  };
  // why: browsers without the lock send twice at worst, and the server stores once.
  if (!("locks" in navigator)) return work();
  return navigator.locks.request("sasae-outbox", { ifAvailable: true }, (lock) => (lock ? work() : 0));
}

async function deliver(entry: OutboxEntry): Promise<"done" | "refused" | "signIn" | "unreachable"> {
  const outcome = await send(entry, TIMEOUT_MS);
  if (outcome.kind === "done") await forget(entry.id);
  else await mark(entry.id, outcome.kind === "unreachable" ? "waiting" : outcome.kind);
  return outcome.kind;
}
