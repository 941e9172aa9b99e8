/** Keeps that something grave happened at a worker's work, so that the rules can ask for rest and supervision. */
import { recordAudit } from "~/domain/access/audit.server";
import { asTenant, type Tenant } from "~/db/scope.server";

import type { IncidentInput } from "./incident-schema";

/** Logs a critical incident with its audit entry; the same kind on the same day is kept once. False where no such worker is. */
export async function logIncident(tenant: Tenant, staffId: string, incident: IncidentInput): Promise<boolean> {
  const { wardId, contractId, userId } = tenant;
  return asTenant(tenant, async (tx) => {
    const [staff] = await tx.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM staff WHERE id = ${staffId}::uuid AND hired_on <= ${incident.occurredOn}::date FOR UPDATE`;
    if (!staff) return false;
    const added = await tx.$executeRaw`
      INSERT INTO critical_incident (ward_id, contract_id, staff_id, occurred_on, kind)
      SELECT ${wardId}::uuid, ${contractId}::uuid, ${staffId}::uuid, ${incident.occurredOn}::date, ${incident.kind}
      WHERE NOT EXISTS (SELECT 1 FROM critical_incident
        WHERE staff_id = ${staffId}::uuid AND occurred_on = ${incident.occurredOn}::date AND kind = ${incident.kind})`;
    if (added > 0) {
      await recordAudit(tx, {
        ...{ wardId, contractId, actorId: userId, actorRole: "manager", action: "incident.logged" },
        ...{ subject: "staff", subjectId: staffId, detail: { occurredOn: incident.occurredOn, kind: incident.kind } },
      });
    }
    return true;
  });
}
