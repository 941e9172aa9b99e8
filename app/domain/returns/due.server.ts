import { asTenant, type Tenant } from "../../db/scope.server";
import { addDays, fiscalYearOf, type Day, type Month } from "../../lib/calendar";
import { monthsAsked, returnDueOn } from "./flag-rules";

/** Within so many days a return counts as due soon. */
const SOON_DAYS = 5;

type Row = { dueDay: number | null; startsOn: Day; endsOn: Day; filed: Month[] };

/** How many of a contract's monthly returns are due soon, and how many are late, as of a day. */
export async function countReturnsDue(tenant: Tenant, day: Day): Promise<{ dueSoon: number; late: number }> {
  const { wardId, contractId } = tenant;
  const [contract] = await asTenant(
    tenant,
    (tx) => tx.$queryRaw<Row[]>`
      SELECT c.starts_on::text AS "startsOn", c.ends_on::text AS "endsOn",
        (SELECT s.return_due_day FROM specification s
          WHERE s.ward_id = c.ward_id AND s.contract_id = c.id AND s.fiscal_year <= ${fiscalYearOf(day)}
          ORDER BY s.fiscal_year DESC, s.version DESC LIMIT 1) AS "dueDay",
        ARRAY(SELECT to_char(f.month, 'YYYY-MM') FROM return_filing f
          WHERE f.ward_id = c.ward_id AND f.contract_id = c.id AND f.submitted_on <= ${day}::date) AS filed
      FROM contract c WHERE c.ward_id = ${wardId}::uuid AND c.id = ${contractId}::uuid`,
  );
  if (!contract || contract.dueDay === null) return { dueSoon: 0, late: 0 };
  const { dueDay, startsOn, endsOn, filed } = contract;
  const dueDays = monthsAsked({ day, startsOn, endsOn })
    .filter((month) => !filed.includes(month))
    .map((month) => returnDueOn(month, dueDay));
  return {
    dueSoon: dueDays.filter((due) => due >= day && due <= addDays(day, SOON_DAYS)).length,
    late: dueDays.filter((due) => due < day).length,
  };
}
