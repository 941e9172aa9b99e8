/** Records carried from former contracts, as they were shown when the person agreed. They are shown and never counted. */
import { asTenant, type Tenant, type Tx } from "~/db/scope.server";
import { dayOfInstant } from "~/lib/calendar";

import { recordAudit } from "../access/audit.server";
import { recordContent } from "./content";
import type { CarriedRecord } from "./own-record";

type Row = { id: string; fromContractId: string; fromContractor: string; consentedAt: Date; content: unknown };

/** What a member of staff carried to the contract, the earliest employment first. */
export async function listCarried(tx: Tx, contractId: string, staffId: string): Promise<CarriedRecord[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT id::text, from_contract_id::text AS "fromContractId", from_contractor AS "fromContractor", consented_at AS "consentedAt", content
    FROM record_transfer WHERE contract_id = ${contractId}::uuid AND staff_id = ${staffId}::uuid ORDER BY consented_at, id`;
  return rows
    .map(({ consentedAt, content, ...row }) => ({
      ...row,
      consentedOn: dayOfInstant(consentedAt),
      content: recordContent.parse(content),
    }))
    .sort((a, b) => (a.content.post.employedFrom < b.content.post.employedFrom ? -1 : 1));
}

export type CarriedOf = { name: string; staffCode: string; carried: CarriedRecord[] };

/** For the contract's manager: a worker's carried records; null where there is no such worker. The look is kept in the log. */
export async function getCarriedOf(tenant: Tenant, staffId: string): Promise<CarriedOf | null> {
  return asTenant(tenant, async (tx) => {
    const [post] = await tx.$queryRaw<{ name: string; staffCode: string }[]>`
      SELECT coalesce(i.name, s.staff_code) AS name, s.staff_code AS "staffCode" FROM staff s
        LEFT JOIN staff_identity i ON i.contract_id = s.contract_id AND i.staff_id = s.id
      WHERE s.contract_id = ${tenant.contractId}::uuid AND s.id = ${staffId}::uuid`;
    if (!post) return null;
    const carried = await listCarried(tx, tenant.contractId, staffId);
    const { wardId, contractId, userId } = tenant;
    await recordAudit(tx, {
      ...{ wardId, contractId, actorId: userId, actorRole: "manager", action: "worker.viewed" },
      ...{ subject: "staff", subjectId: staffId },
    });
    return { ...post, carried };
  });
}
