/** What the closed surveys of a contract have published on work satisfaction, for rules and for what came after a flag. */
import { asTenant, Prisma, type Tenant } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";

import { askedAgain, surveyFacts, type AskedAgain } from "./flag-rules";

/** A sub-select over contract `c`: its surveys closed by the day that asked for work satisfaction, the latest first. */
export function surveysClosedBy(day: Day): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('campaignId', q.campaign_id, 'closedOn', q.closed_on, 'answered', q.answered,
      'eligible', q.eligible, 'units', v.units,
      'cells', (SELECT coalesce(jsonb_agg(jsonb_build_object('scope', cell -> 'scope', 'units', cell -> 'units',
          'answered', cell -> 'answered', 'means', cell -> 'means')), '[]') FROM jsonb_array_elements(q.cells -> 'satisfaction') cell))
      ORDER BY q.closed_on DESC, v.opened_on DESC, q.campaign_id), '[]')
    FROM survey_result q JOIN survey_campaign v ON v.ward_id = q.ward_id AND v.contract_id = q.contract_id AND v.id = q.campaign_id
    WHERE q.ward_id = c.ward_id AND q.contract_id = c.id AND q.closed_on <= ${day}::date
      AND v.questionnaire @> '{"instruments": [{"key": "satisfaction"}]}')`;
}

/** What a group answered in the survey of a finding and in the next one; null where the survey did not tell of the group. */
export function readAskedAgain(
  tenant: Tenant,
  of: { officeId: string | null; surveyId: string },
  day: Day,
): Promise<AskedAgain | null> {
  return asTenant(tenant, async (tx) => {
    const [row] = await tx.$queryRaw<{ surveys: unknown }[]>`
      SELECT ${surveysClosedBy(day)} AS surveys FROM contract c
      WHERE c.ward_id = ${tenant.wardId}::uuid AND c.id = ${tenant.contractId}::uuid`;
    return askedAgain(surveyFacts(row?.surveys), of.officeId, of.surveyId);
  });
}
