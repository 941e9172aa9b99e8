/** What supervisor and supervisee agreed to do: who owns it, how it stands, who may close it. */
import type { Day } from "../../lib/calendar";

export const ACTION_OWNERS = ["supervisee", "supervisor"] as const;
export type ActionOwner = (typeof ACTION_OWNERS)[number];
export const ACTION_STATES = ["open", "done", "dropped"] as const;
export type ActionState = (typeof ACTION_STATES)[number];
/** How an action stands on a day: an open one is overdue from the day after its due date. */
export type ActionStanding = "open" | "overdue" | "done" | "dropped";

export type AgreedAction = {
  id: string;
  sessionId: string;
  /** The day of the session in which it was agreed. */
  agreedOn: Day;
  staffId: string;
  staffName: string;
  owner: ActionOwner;
  text: string;
  dueOn: Day | null;
  state: ActionState;
  closedOn: Day | null;
  version: number;
};

/** How an action stands on a day. */
export function standingOf(action: Pick<AgreedAction, "state" | "dueOn">, day: Day): ActionStanding {
  if (action.state !== "open") return action.state;
  return action.dueOn !== null && action.dueOn < day ? "overdue" : "open";
}

/** Whether a side may close an action: its owner alone says that it is done or dropped. */
export function mayClose(action: Pick<AgreedAction, "owner" | "state">, side: ActionOwner): boolean {
  return action.state === "open" && action.owner === side;
}

/** The earliest due first, those without a date last; among equals the one agreed first. */
export function byDueDay(a: AgreedAction, b: AgreedAction): number {
  const due = ({ dueOn }: AgreedAction) => dueOn ?? "9999-12-31";
  return due(a).localeCompare(due(b)) || a.agreedOn.localeCompare(b.agreedOn) || a.id.localeCompare(b.id);
}
