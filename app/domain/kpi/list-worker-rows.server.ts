/** The rows of the contractor's table of support staff: figures as of a day, with names and open flags. */
import { asTenant, type Tenant, type Tx } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";

import type { ContractFacts } from "../workforce/facts";
import { SEVERITIES, type Severity } from "../workforce/vocabulary";
import { isOnLeaveOn } from "../workforce/rules";
import { loadContractFacts } from "./facts.server";
import { supportStaff } from "./rules";
import { workerFigures } from "./worker";
import type { WorkerRow } from "./worker-table";

/** The support staff of a contract on a day. */
export async function listWorkerRows(tenant: Tenant, day: Day): Promise<WorkerRow[]> {
  return asTenant(tenant, async (tx) => {
    const facts = await loadContractFacts(tx, tenant, day);
    return workerRows(facts, await listNames(tx), await countOpenFlags(tx, day));
  });
}

/** A contract's names by staff id. */
export async function listNames(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ staffId: string; name: string }[]>`
    SELECT staff_id::text AS "staffId", name FROM staff_identity`;
  return new Map(rows.map((row) => [row.staffId, row.name]));
}

type FlagCount = { openFlags: number; worstSeverity: Severity };

async function countOpenFlags(tx: Tx, day: Day): Promise<Map<string, FlagCount>> {
  const rows = await tx.$queryRaw<{ staffId: string; openFlags: number; gravity: number }[]>`
    SELECT staff_id::text AS "staffId", count(*)::int AS "openFlags",
      max(array_position(${[...SEVERITIES]}::text[], severity))::int AS gravity
    FROM flag
    WHERE staff_id IS NOT NULL AND raised_on <= ${day}::date AND (resolved_on IS NULL OR resolved_on > ${day}::date)
    GROUP BY staff_id`;
  return new Map(
    rows.map((row) => [
      row.staffId,
      { openFlags: row.openFlags, worstSeverity: SEVERITIES[row.gravity - 1] ?? "watch" },
    ]),
  );
}

function workerRows(
  facts: ContractFacts,
  names: ReadonlyMap<string, string>,
  flags: ReadonlyMap<string, FlagCount>,
): WorkerRow[] {
  const offices = new Map(facts.offices.map((office) => [office.officeId, office]));
  return supportStaff(facts).map((worker) => {
    const office = worker.officeId === null ? undefined : offices.get(worker.officeId);
    return {
      ...workerFigures(facts, worker),
      staffId: worker.staffId,
      name: names.get(worker.staffId) ?? null,
      officeId: worker.officeId,
      officeName: office?.name ?? null,
      officeNameEn: office?.nameEn ?? null,
      onLeave: isOnLeaveOn(worker, facts.day),
      ...(flags.get(worker.staffId) ?? { openFlags: 0, worstSeverity: null }),
    };
  });
}
