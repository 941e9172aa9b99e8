import { type Tenant, type Tx } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";

/**
 * Takes the months of an imported return as handed in on a day, those that ended by it: a month handed in earlier stays so, and
 * how far the ward is with it stays too. Runs once the table is written, while what was wanted of it is still there.
 */
export async function fileReturns(tx: Tx, { wardId, contractId }: Tenant, day: Day): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO return_filing AS f (ward_id, contract_id, month, status, submitted_on)
    SELECT DISTINCT ${wardId}::uuid, ${contractId}::uuid, w.w_month, 'submitted', ${day}::date FROM want_monthly_return w
    WHERE (w.w_month + interval '1 month - 1 day')::date <= ${day}::date
    ON CONFLICT (ward_id, contract_id, month) DO UPDATE
      SET status = CASE f.status WHEN 'draft' THEN 'submitted' ELSE f.status END,
        submitted_on = least(f.submitted_on, EXCLUDED.submitted_on), version = f.version + 1
      WHERE f.status = 'draft' OR f.submitted_on > EXCLUDED.submitted_on`;
}
