/** Saved staffing what-ifs, out of those of every kind. */
import type { Day } from "../../lib/calendar";
import { getScenarios, type ScenarioHead, type ScenarioKeeper } from "../scenario/scenarios.server";
import { idOrNull } from "../flag/register-query";
import type { StaffingInput, StaffingResult } from "./schema";

export type SavedStaffing = ScenarioHead & { asOf: Day; input: StaffingInput; result: StaffingResult };

/** Those of the keeper's staffing what-ifs with these ids that are about the contract, in the order asked for. */
export async function findStaffings(
  keeper: ScenarioKeeper,
  contractId: string,
  ids: readonly string[],
): Promise<SavedStaffing[]> {
  const known = [...new Set(ids.flatMap((id) => idOrNull(id) ?? []))];
  const scenarios = known.length === 0 ? [] : await getScenarios(keeper, known);
  return scenarios.flatMap((scenario) =>
    scenario.kind === "staffing" && scenario.contractId === contractId ? [scenario] : [],
  );
}

/** One of them, or null. */
export async function findStaffing(
  keeper: ScenarioKeeper,
  contractId: string,
  id: string | undefined,
): Promise<SavedStaffing | null> {
  const [found] = await findStaffings(keeper, contractId, [id ?? ""]);
  return found ?? null;
}
