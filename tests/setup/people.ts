/** Signed-in people of a contract: a worker with an account, a supervisor with supervisees. */
import { randomUUID } from "node:crypto";

import { peopleOf, type People, type Tenant } from "../../app/db/scope.server";
import { asOwner } from "./factories";

/** The people scope of a member of staff who signs in. */
export async function aWorkerSignedIn(tenant: Tenant, staffId: string): Promise<People> {
  const { userId } = await aMembership(tenant, "worker", staffId);
  return peopleOf(tenant.wardId, tenant.contractId, [staffId], userId);
}

/** The people scope of a supervisor of some staff; external without a place on the staff list. */
export async function aSupervisorOf(
  tenant: Tenant,
  staffIds: string[],
  ownStaffId: string | null = null,
): Promise<People> {
  const { userId, membershipId } = await aMembership(tenant, "supervisor", ownStaffId);
  await asOwner((owner) =>
    owner.query(
      "INSERT INTO supervisee (ward_id, contract_id, membership_id, staff_id) SELECT $1, $2, $3, unnest($4::uuid[])",
      [...[tenant.wardId, tenant.contractId, membershipId, staffIds]],
    ),
  );
  return peopleOf(tenant.wardId, tenant.contractId, staffIds, userId);
}

async function aMembership(tenant: Tenant, role: string, staffId: string | null) {
  const [userId, membershipId] = [randomUUID(), randomUUID()];
  await asOwner(async (owner) => {
    await owner.query("INSERT INTO user_account (id, email, name) VALUES ($1, $2, '試験 太郎')", [
      userId,
      `${userId}@example.jp`,
    ]);
    await owner.query(
      "INSERT INTO membership (id, user_id, role, ward_id, contract_id, staff_id) VALUES ($1, $2, $3, $4, $5, $6)",
      [...[membershipId, userId, role, tenant.wardId, tenant.contractId, staffId]],
    );
  });
  return { userId, membershipId };
}
