/**
 * What this device keeps of a survey, for this survey alone: the token while it is unused, and the answers typed so far. It is
 * deleted when the answer has been taken. Nothing of it is ever sent but by the person's own action.
 */
import { keptFrom, NOTHING_KEPT, type Kept } from "../../domain/survey/kept";

export type { Kept };

function keyOf(campaignId: string): string {
  return `sasae-survey:${campaignId}`;
}

/** What is kept; empty where there is nothing or it cannot be read. */
export function readKept(campaignId: string): Kept {
  try {
    return keptFrom(localStorage.getItem(keyOf(campaignId)));
  } catch {
    return NOTHING_KEPT;
  }
}

/** Keeps changes beside what is kept. False where the browser keeps nothing. */
export function keep(campaignId: string, changes: Partial<Kept>): boolean {
  try {
    localStorage.setItem(keyOf(campaignId), JSON.stringify({ ...readKept(campaignId), ...changes }));
    return true;
  } catch {
    return false;
  }
}

/** After the answer has been taken: only that it was, so that the page does not ask again on this device. */
export function forgetAnswer(campaignId: string): void {
  try {
    localStorage.setItem(keyOf(campaignId), JSON.stringify({ ...NOTHING_KEPT, sent: true }));
  } catch {
    // why: what was never kept needs no forgetting.
  }
}
