/** Who changed what, in which right: ids and codes, never names, mail addresses, notes or answers. */
import { Prisma, asPlatform, type Platform, type Tx } from "~/db/scope.server";

import type { Role } from "./policy";

export type AuditEntry = {
  wardId?: string | null;
  contractId?: string | null;
  actorId: string | null;
  actorRole: Role | "system";
  action: string;
  subject?: string;
  subjectId?: string;
  detail?: Record<string, string | number | boolean | null>;
};

/** Adds an entry to the log, in the transaction of the change itself. */
export async function recordAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  const {
    wardId = null,
    contractId = null,
    actorId,
    actorRole,
    action,
    subject = null,
    subjectId = null,
    detail,
  } = entry;
  // why: some scopes may add to the log without being able to read it, which rules out an insert that returns its row.
  await tx.$executeRaw`
    INSERT INTO audit_entry (ward_id, contract_id, actor_id, actor_role, action, subject, subject_id, detail)
    VALUES (${wardId}::uuid, ${contractId}::uuid, ${actorId}::uuid, ${actorRole}, ${action}, ${subject}, ${subjectId},
      ${detail ? JSON.stringify(detail) : null}::jsonb)`;
}

/** Who acts within a contract: any scope of it names them. */
type Actor = { wardId: string; contractId: string; userId: string | null };

/** Adds an entry for what somebody did within their contract. */
export function recordDeed(
  tx: Tx,
  { wardId, contractId, userId: actorId }: Actor,
  actorRole: AuditEntry["actorRole"],
  deed: Pick<AuditEntry, "action" | "subject" | "subjectId" | "detail">,
): Promise<void> {
  return recordAudit(tx, { wardId, contractId, actorId, actorRole, ...deed });
}

/** Adds the same entry for each of several subjects, in one statement. */
export async function recordAuditOfEach(
  tx: Tx,
  entry: Omit<AuditEntry, "subjectId" | "detail">,
  subjectIds: readonly string[],
): Promise<void> {
  const { wardId = null, contractId = null, actorId, actorRole, action, subject = null } = entry;
  await tx.$executeRaw`
    INSERT INTO audit_entry (ward_id, contract_id, actor_id, actor_role, action, subject, subject_id)
    SELECT ${wardId}::uuid, ${contractId}::uuid, ${actorId}::uuid, ${actorRole}, ${action}, ${subject}, unnest(${[...subjectIds]}::text[])`;
}

export type AuditRow = {
  id: string;
  at: Date;
  actorName: string | null;
  actorRole: string;
  action: string;
  subject: string | null;
  subjectId: string | null;
  wardName: string | null;
  contractCode: string | null;
};
export type AuditFilter = { action?: string; page: number; pageSize: number };

/** A page of the log, newest first, and the number of entries that fit. */
export async function listAudit(
  platform: Platform,
  filter: AuditFilter,
): Promise<{ rows: AuditRow[]; total: number; actions: string[] }> {
  const matching = filter.action ? Prisma.sql`WHERE a.action = ${filter.action}` : Prisma.empty;
  return asPlatform(platform, async (tx) => {
    const rows = await tx.$queryRaw<AuditRow[]>`
      SELECT a.id::text, a.at, u.name AS "actorName", a.actor_role AS "actorRole", a.action, a.subject, a.subject_id AS "subjectId",
        w.name AS "wardName", c.code AS "contractCode"
      FROM audit_entry a LEFT JOIN user_account u ON u.id = a.actor_id LEFT JOIN ward w ON w.id = a.ward_id
        LEFT JOIN contract c ON c.ward_id = a.ward_id AND c.id = a.contract_id
      ${matching} ORDER BY a.at DESC, a.id LIMIT ${filter.pageSize} OFFSET ${(filter.page - 1) * filter.pageSize}`;
    const [count] = await tx.$queryRaw<
      { total: number }[]
    >`SELECT count(*)::int AS total FROM audit_entry a ${matching}`;
    const actions = await tx.$queryRaw<{ action: string }[]>`SELECT DISTINCT action FROM audit_entry ORDER BY action`;
    return { rows, total: count?.total ?? 0, actions: actions.map((row) => row.action) };
  });
}
