import type { Tx } from "../../db/scope.server";
import type { Day } from "../../lib/calendar";
import type { ImprovementEvent } from "../improvement/events";
import { planHappening } from "./plan-news";
import { tell, type TellingPlace } from "./tell.server";

/**
 * Tells the side concerned what became of improvement plans, in the caller's transaction; in the contract and ward scopes. Of
 * late answers to flags the evaluation tells.
 * @returns how many notifications are new
 */
export async function tellOfPlans(
  tx: Tx,
  of: TellingPlace,
  events: readonly ImprovementEvent[],
  day: Day,
): Promise<number> {
  const facts = events.flatMap((event) => (event.kind === "flagAnswerLate" ? [] : [event]));
  if (facts.length === 0) return 0;
  const ids = [...new Set(facts.flatMap(({ officeIds }) => officeIds))];
  const offices = await tx.$queryRaw<{ id: string; code: string }[]>`
    SELECT id::text, office_code AS code FROM office
    WHERE ward_id = ${of.wardId}::uuid AND contract_id = ${of.contractId}::uuid AND id = ANY (${ids}::uuid[])`;
  const codes = new Map(offices.map(({ id, code }) => [id, code]));
  return tell(
    tx,
    of,
    facts.map((fact) => planHappening(fact, codes)),
    day,
  );
}
