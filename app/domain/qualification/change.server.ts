/**
 * Adding, changing and taking back a qualification. What a worker enters waits for the manager; a change of what was
 * verified waits again. A form sent twice is stored once; a form opened before somebody else's change is refused.
 */
import { asPeople, asTenant, type People, type Tenant, type Tx } from "~/db/scope.server";

import { recordDeed } from "../access/audit.server";
import { attachEvidence, removeEvidence, type NewEvidence } from "../evidence/evidence.server";
import { entryRef } from "../workforce/entry-ref.server";
import { getHeld, type HeldWithFiles } from "./register.server";
import type { Held } from "./register";
import type { QualificationEntry } from "./schema";

/** `exists`: the person has one of this kind from this day; `own`: nobody verifies their own. */
export type ChangeRefusal =
  { ok: false; reason: "notFound" | "exists" | "own" | "verified" } | { ok: false; reason: "conflict"; stands: Held };
export type Changed = { ok: true; id: string } | ChangeRefusal;

type By = { wardId: string; contractId: string; userId: string | null };
type Entry = QualificationEntry & { formRef: string };

/** Adds a qualification of the person's own; it waits for verification. */
export function addOwnQualification(
  people: People,
  staffId: string,
  entry: Entry,
  evidence: NewEvidence | null,
): Promise<Changed> {
  return asPeople(people, (tx) => add(tx, people, staffId, entry, evidence, null));
}

/**
 * Adds a qualification for one of the contract's staff, verified by whoever adds it; a person's own waits all the same.
 * @param at the instant of the verification
 */
export function addQualificationFor(
  tenant: Tenant,
  staffId: string,
  entry: Entry,
  evidence: NewEvidence | null,
  at: Date,
): Promise<Changed> {
  return asTenant(tenant, async (tx) => {
    const [staff] = await tx.$queryRaw<{ self: boolean }[]>`
      SELECT app_is_self(id) AS self FROM staff WHERE contract_id = ${tenant.contractId}::uuid AND id = ${staffId}::uuid`;
    if (!staff) return { ok: false, reason: "notFound" };
    const added = await add(tx, tenant, staffId, entry, evidence, staff.self ? null : at);
    if (added.ok) await audit(tx, tenant, "manager", "qualification.add", added.id);
    return added;
  });
}

async function add(
  tx: Tx,
  by: By,
  staffId: string,
  { formRef, ...content }: Entry,
  evidence: NewEvidence | null,
  verifiedAt: Date | null,
): Promise<Changed> {
  const id = entryRef(staffId, formRef, content);
  const { kind, number = null, obtainedOn, expiresOn = null } = content;
  const [verification, verifiedBy] = verifiedAt ? ["verified", by.userId] : ["pending", null];
  const added = await tx.$executeRaw`
    INSERT INTO qualification (ward_id, contract_id, id, staff_id, kind, number, obtained_on, expires_on, verification, verified_by,
      verified_at, created_by)
    VALUES (${by.wardId}::uuid, ${by.contractId}::uuid, ${id}::uuid, ${staffId}::uuid, ${kind}, ${number}, ${obtainedOn}::date,
      ${expiresOn}::date, ${verification}, ${verifiedBy}::uuid, ${verifiedAt}, ${by.userId}::uuid)
    ON CONFLICT DO NOTHING`;
  if (added === 0 && !(await getHeld(tx, by, id))) return { ok: false, reason: "exists" };
  if (evidence) await attachEvidence(tx, { ...by, staffId }, "qualification", id, evidence);
  return { ok: true, id };
}

/** Changes a qualification of the person's own; whatever was verified or sent back waits again. */
export function changeOwnQualification(
  people: People,
  change: { id: string; version: number; entry: QualificationEntry },
  evidence: NewEvidence | null,
): Promise<Changed> {
  return asPeople(people, async (tx) => {
    const staffId = people.staffIds[0] ?? "";
    const stands = await getHeld(tx, people, change.id);
    if (!stands || stands.held.staffId !== staffId) return { ok: false, reason: "notFound" };
    return update(tx, people, { ...change, staffId, waits: true }, evidence);
  });
}

/** Corrects a qualification as its manager, the last valid day above all; the verification stays as it is. */
export function changeQualificationFor(
  tenant: Tenant,
  change: { id: string; version: number; entry: QualificationEntry },
  evidence: NewEvidence | null,
): Promise<Changed> {
  return asTenant(tenant, async (tx) => {
    const [found] = await tx.$queryRaw<{ staffId: string; self: boolean }[]>`
      SELECT staff_id::text AS "staffId", app_is_self(staff_id) AS self FROM qualification
      WHERE contract_id = ${tenant.contractId}::uuid AND id = ${change.id}::uuid`;
    if (!found) return { ok: false, reason: "notFound" };
    const changed = await update(tx, tenant, { ...change, staffId: found.staffId, waits: found.self }, evidence);
    if (changed.ok) await audit(tx, tenant, "manager", "qualification.change", change.id);
    return changed;
  });
}

type Update = { id: string; staffId: string; version: number; entry: QualificationEntry; waits: boolean };

async function update(
  tx: Tx,
  by: By,
  { id, staffId, version, entry, waits }: Update,
  evidence: NewEvidence | null,
): Promise<Changed> {
  const { kind, number = null, obtainedOn, expiresOn = null } = entry;
  const [twin] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM qualification WHERE contract_id = ${by.contractId}::uuid AND staff_id = ${staffId}::uuid
      AND kind = ${kind} AND obtained_on = ${obtainedOn}::date AND id <> ${id}::uuid`;
  if (twin) return { ok: false, reason: "exists" };
  const changed = await tx.$executeRaw`
    UPDATE qualification SET kind = ${kind}, number = ${number}, obtained_on = ${obtainedOn}::date, expires_on = ${expiresOn}::date,
      verification = CASE WHEN ${waits} THEN 'pending' ELSE verification END,
      verified_by = CASE WHEN NOT ${waits} THEN verified_by END, verified_at = CASE WHEN NOT ${waits} THEN verified_at END,
      rejection_note = CASE WHEN NOT ${waits} THEN rejection_note END, version = version + 1
    WHERE contract_id = ${by.contractId}::uuid AND id = ${id}::uuid AND version = ${version}::int`;
  if (changed === 0) return conflictOrNone(tx, by, id);
  if (evidence) await attachEvidence(tx, { ...by, staffId }, "qualification", id, evidence);
  return { ok: true, id };
}

/** What stands now, where a form was opened before it. */
export async function conflictOrNone(tx: Tx, by: By, id: string): Promise<ChangeRefusal> {
  const now = await getHeld(tx, by, id);
  return now ? { ok: false, reason: "conflict", stands: now.held } : { ok: false, reason: "notFound" };
}

/** Takes back a qualification that is not verified, with its evidence. */
export function removeOwnQualification(people: People, id: string): Promise<Changed> {
  return asPeople(people, async (tx) => {
    const found = await getHeld(tx, people, id);
    if (!found || found.held.staffId !== people.staffIds[0]) return { ok: false, reason: "notFound" };
    if (found.held.verification === "verified") return { ok: false, reason: "verified" };
    for (const { id: fileId } of found.files) await removeEvidence(tx, people.contractId, fileId);
    await tx.$executeRaw`DELETE FROM qualification WHERE contract_id = ${people.contractId}::uuid AND id = ${id}::uuid`;
    await audit(tx, people, "worker", "qualification.remove", id);
    return { ok: true, id };
  });
}

/** Takes one file off a qualification that is not verified; false where there is none. */
export function removeOwnFile(people: People, id: string, fileId: string): Promise<boolean> {
  return asPeople(people, async (tx) => {
    const found = await getHeld(tx, people, id);
    if (!found || found.held.staffId !== people.staffIds[0] || found.held.verification === "verified") return false;
    return found.files.some((file) => file.id === fileId) && removeEvidence(tx, people.contractId, fileId);
  });
}

/** A qualification of the person's own with its evidence, or null where there is none of that id. */
export function getOwnQualification(people: People, id: string): Promise<HeldWithFiles | null> {
  return asPeople(people, async (tx) => {
    const found = await getHeld(tx, people, id);
    return found && found.held.staffId === people.staffIds[0] ? found : null;
  });
}

/** Adds to the audit log what was done to a qualification. */
export function audit(
  tx: Tx,
  by: By,
  actorRole: "worker" | "manager",
  action: string,
  subjectId: string,
): Promise<void> {
  return recordDeed(tx, by, actorRole, { action, subject: "qualification", subjectId });
}
