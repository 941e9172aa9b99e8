/** Keeps a redistribution as a what-if, worked out again from the records of the day. */
import type { Tenant } from "~/db/scope.server";

import { saveScenario } from "../scenario/scenarios.server";
import { resultOf } from "./outcome";
import type { Move } from "./schema";
import type { NamedSituation } from "./situation.server";

/** Saves the moves, which must be permitted, and gives the scenario's id. */
export function saveRedistribution(
  tenant: Tenant,
  { situation, openCases }: NamedSituation,
  moves: readonly Move[],
  given: { name: string; formRef: string },
): Promise<string> {
  const { settings, workers, day } = situation;
  return saveScenario(tenant, {
    ...given,
    ...{ contractId: tenant.contractId, asOf: day },
    content: { kind: "redistribution", input: { settings, workers, openCases }, result: resultOf(situation, moves) },
  });
}
