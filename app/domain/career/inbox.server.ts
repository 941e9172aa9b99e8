/** What of qualifications and careers waits for a contractor manager: evidence to look at, renewals by name. */
import { asTenant, type Tenant } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";

import { countToVerify } from "../qualification/register.server";
import { listRenewals } from "../qualification/renewals.server";
import type { CareerInbox } from "./record";

/** The contract's inbox of careers on a day; renewals that end first stand first. */
export function careerInbox(tenant: Tenant, day: Day): Promise<CareerInbox> {
  const { wardId, contractId } = tenant;
  return asTenant(tenant, async (tx) => {
    const qualifications = await countToVerify(tx, tenant);
    const [posts] = await tx.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM career_post WHERE ward_id = ${wardId}::uuid AND contract_id = ${contractId}::uuid
        AND verification = 'pending'`;
    const running = await listRenewals(tx, tenant, day);
    const names = await tx.$queryRaw<{ staffId: string; staffCode: string; name: string | null }[]>`
      SELECT s.id::text AS "staffId", s.staff_code AS "staffCode", i.name FROM staff s
      LEFT JOIN staff_identity i ON i.ward_id = s.ward_id AND i.contract_id = s.contract_id AND i.staff_id = s.id
      WHERE s.ward_id = ${wardId}::uuid AND s.contract_id = ${contractId}::uuid
        AND s.id = ANY (${running.map(({ staffId }) => staffId)}::uuid[])`;
    const people = new Map(names.map((one) => [one.staffId, one]));
    return {
      ...{ qualifications, posts: posts?.count ?? 0 },
      exempt: running.flatMap(({ staffId, exempt }) => {
        const who = people.get(staffId);
        return who && exempt && !exempt.verified ? [{ ...who, hours: exempt.hours }] : [];
      }),
      renewals: running.flatMap(({ staffId, checklist }) => {
        const who = people.get(staffId);
        const { alert: stage, daysLeft, daysToClose, opensOn, closesOn, expiresOn, knowledge, skill } = checklist;
        if (!who || stage === null) return [];
        const hoursMissing = knowledge.missing + skill.missing;
        return [{ ...who, stage, daysLeft, daysToClose, opensOn, closesOn, expiresOn, hoursMissing }];
      }),
    };
  });
}
