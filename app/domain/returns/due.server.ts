import { asTenant, type Tenant } from "../../db/scope.server";
import type { Day } from "../../lib/calendar";
import { readContract } from "../kpi/contract-facts.server";
import { returnsDue } from "./flag-rules";

/** How many of a contract's monthly returns are due soon, and how many are late, as of a day. */
export function countReturnsDue(tenant: Tenant, day: Day): Promise<{ dueSoon: number; late: number }> {
  return asTenant(tenant, async (tx) => returnsDue({ ...(await readContract(tx, tenant, day)), day }));
}
