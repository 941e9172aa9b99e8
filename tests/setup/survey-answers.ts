/** Answers that wait in the box, put there directly: for tests about what becomes of them. */
import type { Tenant } from "../../app/db/scope.server";
import type { Sheet } from "../../app/domain/survey/questionnaire";
import { asOwner } from "./factories";

/** Puts the same sheet into the box so many times, for a group. */
export async function putAnswers(
  tenant: Tenant,
  campaignId: string,
  unit: string,
  given: { count: number; sheet: Sheet; comment?: string },
): Promise<void> {
  const content = JSON.stringify({ unit, answers: given.sheet, comment: given.comment ?? "" });
  await asOwner((owner) =>
    owner.query(
      `INSERT INTO survey_holding (ward_id, contract_id, campaign_id, content)
       SELECT $1, $2, $3, $4::jsonb FROM generate_series(1, $5)`,
      [tenant.wardId, tenant.contractId, campaignId, content, given.count],
    ),
  );
}
