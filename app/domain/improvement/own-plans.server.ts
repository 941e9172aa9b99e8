/** Plans behind the flags of the staff on one's own list: what a worker may know of them. */
import { asPeople, Prisma, type People } from "~/db/scope.server";

import type { Plan } from "./plan";
import { readPlans } from "./reading.server";

export type OwnFlagPlan = Pick<
  Plan,
  "planId" | "rule" | "status" | "reviewOn" | "proposedOn" | "agreedOn" | "measures"
> & { flagIds: string[] };

/** Plans proposed or agreed for own flags, with their measures; with a flag, that flag's alone, finished ones too. */
export function listOwnPlans(people: People, flagId: string | null = null): Promise<OwnFlagPlan[]> {
  return asPeople(people, async (tx) => {
    const tied = await tx.$queryRaw<{ planId: string; flagId: string }[]>`
      SELECT l.plan_id::text AS "planId", l.flag_id::text AS "flagId" FROM plan_flag l
      WHERE l.ward_id = ${people.wardId}::uuid AND l.contract_id = ${people.contractId}::uuid
        AND (${flagId}::uuid IS NULL OR l.flag_id = ${flagId}::uuid)`;
    const ids = [...new Set(tied.map(({ planId }) => planId))];
    if (ids.length === 0) return [];
    const statuses = flagId === null ? ["proposed", "agreed"] : ["proposed", "agreed", "done"];
    const plans = await readPlans(tx, Prisma.sql`p.id = ANY (${ids}::uuid[]) AND p.status = ANY (${statuses})`);
    return plans.map(({ planId, rule, status, reviewOn, proposedOn, agreedOn, measures }) => ({
      ...{ planId, rule, status, reviewOn, proposedOn, agreedOn, measures },
      flagIds: tied.filter((one) => one.planId === planId).map((one) => one.flagId),
    }));
  });
}
