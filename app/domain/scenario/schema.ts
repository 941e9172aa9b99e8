/** A saved what-if: its kind says what its input and result hold. Frozen as of a day, it is never worked out again. */
import { z } from "zod";

import { redistributionInput, redistributionResult } from "../redistribution/schema";
import { staffingInput, staffingResult } from "../simulator/schema";

export const SCENARIO_KINDS = ["redistribution", "staffing"] as const;
export type ScenarioKind = (typeof SCENARIO_KINDS)[number];

export const NAME_LENGTH = 80;

export const scenarioContent = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("redistribution"), input: redistributionInput, result: redistributionResult }),
  z.object({ kind: z.literal("staffing"), input: staffingInput, result: staffingResult }),
]);
export type ScenarioContent = z.output<typeof scenarioContent>;

/** The kind that an address asks for with ?kind; null where it asks for none that there is. */
export function kindFrom(params: URLSearchParams): ScenarioKind | null {
  return SCENARIO_KINDS.find((kind) => kind === params.get("kind")) ?? null;
}
