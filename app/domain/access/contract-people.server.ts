/** A contract manager's view of who can sign in, and what the manager changes. */
import { asTenant, type Tenant, type Tx } from "~/db/scope.server";

import { recordDeed } from "./audit.server";
import { closeMembership, type LinkResult } from "./change-account.server";
import { issueLink } from "./one-time-link.server";
import type { Role } from "./policy";

export type ContractPerson = {
  membershipId: string;
  role: Role;
  email: string;
  /** The account's own name; null until the invitation is accepted. */
  name: string | null;
  staffId: string | null;
  staffName: string | null;
  accepted: boolean;
  superviseeIds: string[];
};
export type StaffChoice = { id: string; staffCode: string; name: string; role: string };

/** Everybody with a membership of the contract, by role and name. */
export async function listContractPeople(tenant: Tenant): Promise<ContractPerson[]> {
  return asTenant(
    tenant,
    (tx) => tx.$queryRaw<ContractPerson[]>`
    SELECT m.id::text AS "membershipId", m.role, u.email, CASE WHEN m.accepted_at IS NOT NULL THEN u.name END AS name,
      m.staff_id::text AS "staffId", i.name AS "staffName", m.accepted_at IS NOT NULL AS accepted,
      ARRAY(SELECT v.staff_id::text FROM supervisee v WHERE v.membership_id = m.id ORDER BY 1) AS "superviseeIds"
    FROM membership m JOIN user_account u ON u.id = m.user_id
      LEFT JOIN staff_identity i ON i.ward_id = m.ward_id AND i.contract_id = m.contract_id AND i.staff_id = m.staff_id
    WHERE m.ended_at IS NULL ORDER BY array_position(ARRAY['manager', 'supervisor', 'worker'], m.role), coalesce(i.name, u.name), m.id`,
  );
}

/** The staff employed on a day or later, to link to a worker's account or to put on a supervisor's list. */
export async function listStaffChoices(tenant: Tenant, day: string): Promise<StaffChoice[]> {
  return asTenant(
    tenant,
    (tx) => tx.$queryRaw<StaffChoice[]>`
    SELECT s.id::text, s.staff_code AS "staffCode", i.name, s.role
    FROM staff s JOIN staff_identity i ON i.ward_id = s.ward_id AND i.contract_id = s.contract_id AND i.staff_id = s.id
    WHERE s.left_on IS NULL OR s.left_on >= ${day}::date ORDER BY s.staff_code`,
  );
}

/** Sets whom a supervisor supervises; false where the membership or a member of staff is not the contract's. */
export async function assignSupervisees(tenant: Tenant, membershipId: string, staffIds: string[]): Promise<boolean> {
  const { wardId, contractId } = tenant;
  const wanted = [...new Set(staffIds)];
  return asTenant(tenant, async (tx) => {
    const membership = await tx.membership.findFirst({
      where: { id: membershipId, role: "supervisor", endedAt: null },
    });
    if (!membership || (await tx.staff.count({ where: { id: { in: wanted } } })) !== wanted.length) return false;
    await tx.supervisee.deleteMany({ where: { membershipId, staffId: { notIn: wanted } } });
    const data = wanted.map((staffId) => ({ wardId, contractId, membershipId, staffId }));
    await tx.supervisee.createMany({ data, skipDuplicates: true });
    await audit(tx, tenant, "access.assignSupervisees", membershipId, { supervisees: wanted.length });
    return true;
  });
}

/** Ends a worker's or supervisor's membership and signs it out; false where it is not the contract's. */
export async function endContractMembership(tenant: Tenant, membershipId: string, at: Date): Promise<boolean> {
  return asTenant(tenant, async (tx) => {
    if (!(await ofContract(tx, membershipId))) return false;
    await closeMembership(tx, membershipId, at);
    await audit(tx, tenant, "access.endMembership", membershipId);
    return true;
  });
}

/**
 * A link to copy for a worker or supervisor: for an open invitation a new one, else one to reset the password. Whoever also
 * belongs to another contract, a ward or the platform gets a reset from the administrator alone.
 */
export async function createContractLink(tenant: Tenant, membershipId: string, at: Date): Promise<LinkResult> {
  return asTenant(tenant, async (tx) => {
    const membership = await ofContract(tx, membershipId);
    if (!membership) return { ok: false, problem: "notFound" };
    const { userId, acceptedAt } = membership;
    const createdBy = tenant.userId;
    if (!acceptedAt) {
      const token = await issueLink(tx, { kind: "invitation", userId, membershipId, createdBy, at });
      await audit(tx, tenant, "access.invite", membershipId);
      return { ok: true, token };
    }
    const [beyond] = await tx.$queryRaw<
      { reaches: boolean }[]
    >`SELECT account_reaches_beyond(${userId}::uuid) AS reaches`;
    if (beyond?.reaches !== false) return { ok: false, problem: "belongsElsewhere" };
    const token = await issueLink(tx, { kind: "reset", userId, createdBy, at });
    await audit(tx, tenant, "access.resetLink", membershipId);
    return { ok: true, token };
  });
}

function ofContract(tx: Tx, membershipId: string) {
  if (!/^[0-9a-f-]{36}$/i.test(membershipId)) return null;
  return tx.membership.findFirst({
    where: { id: membershipId, role: { in: ["worker", "supervisor"] }, endedAt: null },
  });
}

function audit(
  tx: Tx,
  tenant: Tenant,
  action: string,
  membershipId: string,
  detail?: Record<string, number>,
): Promise<void> {
  return recordDeed(tx, tenant, "manager", { action, subject: "membership", subjectId: membershipId, detail });
}
