import { asTenant, type Tenant } from "../../db/scope.server";
import type { Day } from "../../lib/calendar";
import { escalateOverdue } from "../improvement/escalate.server";
import { tellOfPlans } from "./plans.server";

/**
 * Notes what is overdue in a contract as of a day, and tells those whose turn it is of plans; the night tells of flags. Each
 * thing is told once, however often this is called.
 * @returns how many things are overdue, how many of them were noted now, and how many notifications are new
 */
export async function remindOfOverdue(
  tenant: Tenant,
  day: Day,
): Promise<{ overdue: number; noted: number; told: number }> {
  const events = await escalateOverdue(tenant, day);
  // why: not only the new ones: a crash between the two transactions must not swallow what was noted.
  const told = await asTenant(tenant, (tx) => tellOfPlans(tx, { ...tenant, userId: null }, events, day));
  return { overdue: events.length, noted: events.filter(({ isNew }) => isNew).length, told };
}
