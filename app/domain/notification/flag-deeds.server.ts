import type { Tx } from "../../db/scope.server";
import { dayOfInstant } from "../../lib/calendar";
import type { FlagHappening } from "./happenings";
import { tell, type TellingPlace } from "./tell.server";

/**
 * Tells those concerned what a person did with flags, in the caller's transaction: the worker, who supervises them, and the
 * contractor's managers, but for the person who did it.
 */
export async function tellOfFlags(
  tx: Tx,
  of: TellingPlace,
  flagIds: readonly string[],
  { kind, at }: { kind: "flag.acknowledged" | "flag.resolved" | "flag.comment"; at: Date },
): Promise<void> {
  const flags = await tx.$queryRaw<Omit<FlagHappening, "kind" | "stamp">[]>`
    SELECT f.id::text AS "flagId", f.rule, f.severity, f.staff_id::text AS "staffId", s.staff_code AS "staffCode",
      o.office_code AS "officeCode"
    FROM flag f
      LEFT JOIN staff s ON s.ward_id = f.ward_id AND s.contract_id = f.contract_id AND s.id = f.staff_id
      LEFT JOIN office o ON o.ward_id = f.ward_id AND o.contract_id = f.contract_id AND o.id = coalesce(s.office_id, f.office_id)
    WHERE f.ward_id = ${of.wardId}::uuid AND f.contract_id = ${of.contractId}::uuid AND f.id = ANY (${[...flagIds]}::uuid[])
    ORDER BY f.id`;
  const day = dayOfInstant(at);
  const stamp = kind === "flag.comment" ? at.toISOString() : day;
  await tell(
    tx,
    of,
    flags.map((flag) => ({ ...flag, kind, stamp })),
    day,
  );
}
