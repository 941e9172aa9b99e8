/** Who may do what with a plan when: the contractor makes and carries out, the ward agrees, returns and answers. */
import type { PlanStatus } from "./plan";

export type Side = "contractor" | "ward";

/** A plan that is neither finished nor given up. */
export const LIVE_STATUSES = ["draft", "proposed", "returned", "agreed"] as const satisfies readonly PlanStatus[];
/** A live plan that the ward has been shown: its flags have had their answer. */
export const OPEN_TO_WARD = ["proposed", "returned", "agreed"] as const satisfies readonly PlanStatus[];

const ACTIONS = {
  change: { sides: ["contractor"], from: ["draft", "proposed", "returned"] },
  propose: { sides: ["contractor"], from: ["draft", "returned"] },
  withdraw: { sides: ["contractor"], from: ["draft", "proposed", "returned", "agreed"] },
  addFlags: { sides: ["contractor"], from: ["draft", "proposed", "returned", "agreed"] },
  markMeasure: { sides: ["contractor"], from: ["agreed"] },
  close: { sides: ["contractor"], from: ["agreed"] },
  agree: { sides: ["ward"], from: ["proposed"] },
  return: { sides: ["ward"], from: ["proposed"] },
  answer: { sides: ["ward"], from: ["proposed", "agreed"] },
  comment: { sides: ["contractor", "ward"], from: ["draft", "proposed", "returned", "agreed", "done", "withdrawn"] },
} as const satisfies Record<string, { sides: readonly Side[]; from: readonly PlanStatus[] }>;

export type PlanAction = keyof typeof ACTIONS;
export const PLAN_ACTIONS = Object.keys(ACTIONS) as PlanAction[];

/** Whether a side may do something with a plan of this status. */
export function mayAct(side: Side, action: PlanAction, status: PlanStatus): boolean {
  const { sides, from } = ACTIONS[action];
  return (sides as readonly Side[]).includes(side) && (from as readonly PlanStatus[]).includes(status);
}

/** Whether a plan still waits for something. */
export function isLive(status: PlanStatus): boolean {
  return (LIVE_STATUSES as readonly PlanStatus[]).includes(status);
}
