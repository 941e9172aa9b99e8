import type { Violation } from "../../domain/planner/checker";
import type { PlanItem } from "../../domain/planner/plan";

/** What became of a change on the board: the item where it is now, or where it was wished and which rules forbid it. */
export type MoveAnswer = {
  about: "move";
  ok: boolean;
  reason: "refused" | "stale" | "notFound" | null;
  item: PlanItem | null;
  broken: Violation[];
};

/** Why the whole plan was not proposed, discarded or confirmed. */
export type PlanAnswer = { about: "plan"; reason: "stale" | "against" | "empty" | "gone"; broken: Violation[] };
