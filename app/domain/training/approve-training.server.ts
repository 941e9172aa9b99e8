import { asTenant, type Tenant } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";
import { pageWithin } from "~/lib/page";

import { recordAuditOfEach } from "../access/audit.server";
import { listEvidence } from "../evidence/evidence.server";
import type { EvidenceRow } from "../evidence/content";
import { tell } from "../notification/tell.server";
import type { NamedTraining } from "./record";
import { NAMED, NAMED_FROM } from "./contract-records.server";
import type { Decision } from "./schema";

export type PendingTraining = NamedTraining & { evidence: EvidenceRow[] };
export type ApprovalInbox = { rows: PendingTraining[]; page: number; pages: number; total: number };

/** Records that wait for approval, the longest waiting day first, each with its evidence. */
export async function listPending(tenant: Tenant, wished: number, pageSize: number): Promise<ApprovalInbox> {
  return asTenant(tenant, async (tx) => {
    const [count] = await tx.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total FROM training_record WHERE contract_id = ${tenant.contractId}::uuid AND approval = 'pending'`;
    const total = count?.total ?? 0;
    const { page, pages, offset } = pageWithin(total, wished, pageSize);
    const rows = await tx.$queryRaw<NamedTraining[]>`
      SELECT ${NAMED} FROM ${NAMED_FROM} WHERE r.contract_id = ${tenant.contractId}::uuid AND r.approval = 'pending'
      ORDER BY r.attended_on, r.id LIMIT ${pageSize} OFFSET ${offset}`;
    const files = await listEvidence(
      ...([tx, tenant.contractId, "training"] as const),
      rows.map((row) => row.id),
    );
    const withFiles = rows.map((row) => ({ ...row, evidence: files.filter((file) => file.subjectId === row.id) }));
    return { rows: withFiles, page, pages, total };
  });
}

/** How many records wait for the manager's approval. */
export async function countPending(tenant: Tenant): Promise<number> {
  return asTenant(tenant, (tx) =>
    tx.trainingRecord.count({ where: { contractId: tenant.contractId, approval: "pending" } }),
  );
}

/**
 * Approves or rejects records that wait.
 * @returns how many were decided; what was decided, changed or taken back meanwhile is left alone
 */
export async function decideTraining(tenant: Tenant, decision: Decision): Promise<number> {
  const { wardId, contractId, userId } = tenant;
  return asTenant(tenant, async (tx) => {
    const decided = await tx.$queryRaw<{ id: string; staffId: string; version: number; day: Day }[]>`
      UPDATE training_record r SET approval = ${decision.decision}, decided_by = ${userId}::uuid, decided_at = now(),
        decision_note = ${decision.note ?? null}, version = r.version + 1
      FROM unnest(${decision.records.map(({ id }) => id)}::uuid[], ${decision.records.map(({ version }) => version)}::int[]) AS wanted (id, version)
      WHERE r.contract_id = ${contractId}::uuid AND r.id = wanted.id AND r.version = wanted.version AND r.approval = 'pending'
      RETURNING r.id::text, r.staff_id::text AS "staffId", r.version, (now() AT TIME ZONE 'Asia/Tokyo')::date::text AS day`;
    const entry = { wardId, contractId, actorId: userId, actorRole: "manager", subject: "training_record" } as const;
    const ids = decided.map(({ id }) => id);
    await recordAuditOfEach(tx, { ...entry, action: `training.${decision.decision}` }, ids);
    const kind = `training.${decision.decision}` as const;
    const news = decided.map(({ id, staffId, version }) => ({ kind, recordId: id, staffId, version }));
    if (decided[0]) await tell(tx, tenant, news, decided[0].day);
    return decided.length;
  });
}
