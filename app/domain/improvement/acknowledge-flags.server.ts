import { asTenant, type Tenant } from "~/db/scope.server";

import { recordDeed } from "../access/audit.server";
import { acknowledge } from "./plan-flags.server";
import type { PlanActor } from "./writing.server";

/** Acknowledges those of some flags that are open; gives how many they were. */
export function acknowledgeFlags(tenant: Tenant, flagIds: readonly string[], by: PlanActor): Promise<number> {
  return asTenant(tenant, async (tx) => {
    const count = await acknowledge(tx, tenant, flagIds, by);
    if (count > 0)
      await recordDeed(tx, tenant, by.role, { action: "flag.acknowledge", subject: "flag", detail: { count } });
    return count;
  });
}
