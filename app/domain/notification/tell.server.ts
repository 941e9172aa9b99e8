import type { Tx } from "../../db/scope.server";
import type { Day } from "../../lib/calendar";
import { ROLES } from "../access/policy";
import type { Happening } from "./happenings";
import { tellingOf, type Telling } from "./tellings";

/** A contract, and who acts in it: nobody is told of their own doing. */
export type TellingPlace = { wardId: string; contractId: string; userId: string | null };

/**
 * Tells everyone concerned of what happened, in the caller's transaction and in one statement. Who has heard of it before
 * (the same key) hears nothing. Works in the contract, people, ward and survey scopes.
 * @returns how many notifications are new
 */
export async function tell(tx: Tx, of: TellingPlace, happenings: readonly Happening[], day: Day): Promise<number> {
  const rows = happenings.flatMap((happening) => rowsOf(tellingOf(happening, of.contractId, day)));
  if (rows.length === 0) return 0;
  // why: the scopes that tell cannot read what others were told; naming the key's index here would ask for that right.
  return tx.$executeRaw`
    INSERT INTO notification (user_id, ward_id, contract_id, key, kind, severity, params, path, day, created_at)
    SELECT r.user_id, ${of.wardId}::uuid, ${of.contractId}::uuid, t.key, t.kind, t.severity,
      t.params || jsonb_build_object('contract', r.contract_code), t.path, t.day, CURRENT_TIMESTAMP + t.place * interval '1 millisecond'
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS t(key text, kind text, severity text, params jsonb, day date, role text,
        path text, staff_ids uuid[], place int)
      JOIN notification_readers(${of.wardId}::uuid, ${of.contractId}::uuid) r
        ON r.role = t.role AND (t.staff_ids IS NULL OR r.staff_id = ANY (t.staff_ids))
    WHERE r.user_id IS DISTINCT FROM ${of.userId}::uuid
    ORDER BY t.place
    ON CONFLICT DO NOTHING`;
}

/** `place` puts a worker's row before the others', in the table and in time. */
function rowsOf({ readers, ...telling }: Telling) {
  return readers.map(({ role, staffIds, path }) => ({
    ...telling,
    ...{ role, path, staff_ids: staffIds, place: ROLES.indexOf(role) },
  }));
}
