/** Staffing what-ifs for tests: one that assumes nothing, and one as it is kept. */
import type { ScenarioContent } from "../../app/domain/scenario/schema";
import type { StaffingInput } from "../../app/domain/simulator/schema";
import { simulate } from "../../app/domain/simulator/simulate";
import { factsWith } from "./worker-facts";

export function staffingInputWith(given: Partial<StaffingInput> = {}): StaffingInput {
  return {
    ...{ hires: [], departures: [], cap: 50, demandPercent: 0, newSharePercent: null, costPerFteJpy: null },
    ...{ overheadPercent: 0, currentFeeJpy: null, searchMonth: null },
    ...given,
  };
}

/** A what-if of a contract without staff. */
export function aStaffingScenario(): ScenarioContent {
  const input = staffingInputWith();
  return { kind: "staffing", input, result: simulate(factsWith([], "2026-11-24"), input) };
}
