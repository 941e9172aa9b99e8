/** Where the form of a session of the plan begins. */
import { bestTimeFor } from "./propose";
import type { ItemEdit } from "./schema";
import type { Draft, PlanView } from "./view";

/** The page of the draft's quarter. */
export function draftPath({ fiscalYear, quarter }: Pick<Draft, "fiscalYear" | "quarter">): string {
  return `/supervision/planner?year=${fiscalYear}&quarter=${quarter}`;
}

/**
 * What the form shows first: an item as it is, or a new one for a member of staff at the best time that is still free, else on the
 * first day that can be planned. Null where there is no such item.
 */
export function itemStart(view: PlanView, itemId: string | null, staffId: string | null): ItemEdit | null {
  const { draft, input } = view;
  if (itemId !== null) {
    const item = draft?.items.find(({ id }) => id === itemId);
    if (!item) return null;
    const { kind, day, start, minutes, officeId, participants } = item;
    return { kind, day, start, minutes, officeId: officeId ?? undefined, participants };
  }
  const worker = input.workers.find(({ id }) => id === staffId);
  const minutes = Math.max(input.settings.individualMinutes, worker?.requiredMinutes ?? 0);
  const best = worker && bestTimeFor(input, draft?.items ?? [], worker.id);
  return {
    kind: "individual",
    day: best?.day ?? (input.notBefore > input.span.from ? input.notBefore : input.span.from),
    start: best?.start ?? 600,
    minutes,
    officeId: (best ? best.officeId : worker?.officeId) ?? undefined,
    participants: worker ? [worker.id] : [],
  };
}
