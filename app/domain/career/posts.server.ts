/** Posts elsewhere: a worker enters them, the manager verifies; whatever changes waits again. Nobody verifies their own. */
import { asPeople, asTenant, type People, type Tenant, type Tx } from "~/db/scope.server";

import { recordDeed } from "../access/audit.server";
import { attachEvidence, listEvidence, removeEvidence, type NewEvidence } from "../evidence/evidence.server";
import type { EvidenceRow } from "../evidence/content";
import type { Decision } from "../qualification/schema";
import { entryRef } from "../workforce/entry-ref.server";
import type { Post } from "./record";
import type { PostEntry } from "./schema";

export type PostRefusal =
  { ok: false; reason: "notFound" | "own" | "verified" } | { ok: false; reason: "conflict"; stands: Post };
export type PostChanged = { ok: true; id: string } | PostRefusal;

type By = { wardId: string; contractId: string; userId: string | null };

/** A post of the person's own with its evidence, or null where there is none of that id. */
export function getOwnPost(people: People, id: string): Promise<{ post: Post; files: EvidenceRow[] } | null> {
  return asPeople(people, async (tx) => {
    const post = await find(tx, people, id);
    if (!post || post.staffId !== people.staffIds[0]) return null;
    return { post, files: await listEvidence(tx, people.contractId, "career", [id]) };
  });
}

/** Adds a post; a form sent twice is stored once. */
export function addPost(
  people: People,
  staffId: string,
  { formRef, ...content }: PostEntry & { formRef: string },
  evidence: NewEvidence | null,
): Promise<PostChanged> {
  const id = entryRef(staffId, formRef, content);
  const { wardId, contractId, userId } = people;
  return asPeople(people, async (tx) => {
    await tx.$executeRaw`
      INSERT INTO career_post (ward_id, contract_id, id, staff_id, field, employer, from_on, to_on, created_by)
      VALUES (${wardId}::uuid, ${contractId}::uuid, ${id}::uuid, ${staffId}::uuid, ${content.field}, ${content.employer},
        ${content.from}::date, ${content.to ?? null}::date, ${userId}::uuid)
      ON CONFLICT DO NOTHING`;
    if (evidence) await attachEvidence(tx, { wardId, contractId, staffId, userId }, "career", id, evidence);
    return { ok: true, id };
  });
}

/** Changes a post of the person's own; it waits for verification again. */
export function changePost(
  people: People,
  { id, version, entry }: { id: string; version: number; entry: PostEntry },
  evidence: NewEvidence | null,
): Promise<PostChanged> {
  const { wardId, contractId, userId } = people;
  const staffId = people.staffIds[0] ?? "";
  return asPeople(people, async (tx) => {
    const changed = await tx.$executeRaw`
      UPDATE career_post SET field = ${entry.field}, employer = ${entry.employer}, from_on = ${entry.from}::date,
        to_on = ${entry.to ?? null}::date, verification = 'pending', verified_by = NULL, verified_at = NULL, rejection_note = NULL,
        version = version + 1
      WHERE contract_id = ${contractId}::uuid AND id = ${id}::uuid AND staff_id = ${staffId}::uuid AND version = ${version}::int`;
    if (changed === 0) return conflictOrNone(tx, people, id);
    if (evidence) await attachEvidence(tx, { wardId, contractId, staffId, userId }, "career", id, evidence);
    return { ok: true, id };
  });
}

/** Takes back a post that is not verified, with its evidence. */
export function removePost(people: People, id: string): Promise<PostChanged> {
  return asPeople(people, async (tx) => {
    const post = await find(tx, people, id);
    if (!post || post.staffId !== people.staffIds[0]) return { ok: false, reason: "notFound" };
    if (post.verification === "verified") return { ok: false, reason: "verified" };
    for (const file of await listEvidence(tx, people.contractId, "career", [id]))
      await removeEvidence(tx, people.contractId, file.id);
    await tx.$executeRaw`DELETE FROM career_post WHERE contract_id = ${people.contractId}::uuid AND id = ${id}::uuid`;
    await audit(tx, people, "worker", "career.removePost", id);
    return { ok: true, id };
  });
}

/**
 * Verifies a post or sends it back with a reason.
 * @param at the instant of the decision
 */
export function decidePost(tenant: Tenant, id: string, decision: Decision, at: Date): Promise<PostChanged> {
  const verified = decision.decision === "verify";
  const note = decision.decision === "sendBack" ? decision.reason : null;
  return asTenant(tenant, async (tx) => {
    const [found] = await tx.$queryRaw<{ self: boolean }[]>`
      SELECT app_is_self(staff_id) AS self FROM career_post WHERE contract_id = ${tenant.contractId}::uuid AND id = ${id}::uuid`;
    if (!found) return { ok: false, reason: "notFound" };
    if (found.self) return { ok: false, reason: "own" };
    const changed = await tx.$executeRaw`
      UPDATE career_post SET verification = ${verified ? "verified" : "rejected"}, verified_by = ${tenant.userId}::uuid,
        verified_at = ${at}, rejection_note = ${note}, version = version + 1
      WHERE contract_id = ${tenant.contractId}::uuid AND id = ${id}::uuid AND version = ${decision.version}::int`;
    if (changed === 0) return conflictOrNone(tx, tenant, id);
    await audit(tx, tenant, "manager", verified ? "career.verifyPost" : "career.sendBackPost", id);
    return { ok: true, id };
  });
}

/** The evidence of some posts, for the manager. */
export function listPostEvidence(tenant: Tenant, ids: readonly string[]): Promise<EvidenceRow[]> {
  return asTenant(tenant, (tx) => listEvidence(tx, tenant.contractId, "career", ids));
}

async function find(tx: Tx, { wardId, contractId }: By, id: string): Promise<Post | null> {
  const [post] = await tx.$queryRaw<Post[]>`
    SELECT id::text, staff_id::text AS "staffId", employer, field, from_on::text AS "from", to_on::text AS "to", verification,
      rejection_note AS "rejectionNote", version
    FROM career_post WHERE ward_id = ${wardId}::uuid AND contract_id = ${contractId}::uuid AND id = ${id}::uuid`;
  return post ?? null;
}

async function conflictOrNone(tx: Tx, by: By, id: string): Promise<PostRefusal> {
  const stands = await find(tx, by, id);
  return stands ? { ok: false, reason: "conflict", stands } : { ok: false, reason: "notFound" };
}

function audit(tx: Tx, by: By, actorRole: "worker" | "manager", action: string, subjectId: string): Promise<void> {
  return recordDeed(tx, by, actorRole, { action, subject: "career_post", subjectId });
}
