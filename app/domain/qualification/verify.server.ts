/** A manager's word on a qualification, after seeing the evidence. Nobody verifies their own. */
import { asTenant, type Tenant } from "~/db/scope.server";
import { dayOfInstant } from "~/lib/calendar";

import { tell } from "../notification/tell.server";
import type { QualificationKind } from "../workforce/vocabulary";
import { audit, conflictOrNone, type Changed } from "./change.server";
import type { Decision } from "./schema";

/**
 * Verifies a qualification or sends it back with a reason; a verified one may be sent back too, where it proves wrong.
 * @param at the instant of the decision
 */
export function decideQualification(tenant: Tenant, id: string, decision: Decision, at: Date): Promise<Changed> {
  const verified = decision.decision === "verify";
  const note = decision.decision === "sendBack" ? decision.reason : null;
  return asTenant(tenant, async (tx) => {
    const [found] = await tx.$queryRaw<{ self: boolean; staffId: string; qualification: QualificationKind }[]>`
      SELECT app_is_self(staff_id) AS self, staff_id::text AS "staffId", kind AS qualification FROM qualification
      WHERE contract_id = ${tenant.contractId}::uuid AND id = ${id}::uuid`;
    if (!found) return { ok: false, reason: "notFound" };
    if (found.self) return { ok: false, reason: "own" };
    const changed = await tx.$executeRaw`
      UPDATE qualification SET verification = ${verified ? "verified" : "rejected"}, verified_by = ${tenant.userId}::uuid,
        verified_at = ${at}, rejection_note = ${note}, version = version + 1
      WHERE contract_id = ${tenant.contractId}::uuid AND id = ${id}::uuid AND version = ${decision.version}::int`;
    if (changed === 0) return conflictOrNone(tx, tenant, id);
    await audit(tx, tenant, "manager", verified ? "qualification.verify" : "qualification.sendBack", id);
    const { staffId, qualification } = found;
    const kind = verified ? "qualification.verified" : "qualification.sentBack";
    await tell(
      tx,
      tenant,
      [{ kind, recordId: id, staffId, qualification, version: decision.version + 1 }],
      dayOfInstant(at),
    );
    return { ok: true, id };
  });
}

/** Confirms or takes back the confirmation of the hours of skill courses from which the person is exempt. */
export function decideExemptHours(
  tenant: Tenant,
  id: string,
  decision: { version: number; confirmed: boolean },
): Promise<Changed> {
  return asTenant(tenant, async (tx) => {
    const [found] = await tx.$queryRaw<{ self: boolean }[]>`
      SELECT app_is_self(staff_id) AS self FROM qualification
      WHERE contract_id = ${tenant.contractId}::uuid AND id = ${id}::uuid AND renewal_exempt_hours IS NOT NULL`;
    if (!found) return { ok: false, reason: "notFound" };
    if (found.self) return { ok: false, reason: "own" };
    const changed = await tx.$executeRaw`
      UPDATE qualification SET renewal_exempt_verified = ${decision.confirmed}, version = version + 1
      WHERE contract_id = ${tenant.contractId}::uuid AND id = ${id}::uuid AND version = ${decision.version}::int`;
    if (changed === 0) return conflictOrNone(tx, tenant, id);
    await audit(tx, tenant, "manager", decision.confirmed ? "renewal.confirmExempt" : "renewal.refuseExempt", id);
    return { ok: true, id };
  });
}
