/**
 * Evidence of training, qualifications and posts. The content stands in PostgreSQL beside the record that it proves: any
 * number of processes, one backup, and an upload that breaks off leaves nothing behind.
 */
import { createHash } from "node:crypto";

import { Prisma, asPeople, asTenant, type People, type Tenant, type Tx } from "~/db/scope.server";

import {
  EVIDENCE_MAX_BYTES,
  isHeic,
  mediaTypeOf,
  safeFileName,
  type EvidenceProblem,
  type EvidenceRow,
  type EvidenceSubject,
  type MediaType,
} from "./content";

/** A checked file that is not kept yet. */
export type NewEvidence = { name: string; mediaType: MediaType; bytes: Uint8Array<ArrayBuffer>; sha256: Buffer };
export type EvidenceCheck = { ok: true; evidence: NewEvidence | null } | { ok: false; problem: EvidenceProblem };
/** Where evidence belongs and who brings it. */
export type EvidencePlace = { wardId: string; contractId: string; staffId: string; userId: string | null };
export type EvidenceContent = { name: string; mediaType: MediaType; content: Uint8Array<ArrayBuffer> };

/**
 * Checks the file of a form. No file chosen is no problem and no evidence.
 * @param tooLarge what boundedForm says of the request: the file was cut off and is not looked at
 */
export async function checkEvidence(file: FormDataEntryValue | null, tooLarge = false): Promise<EvidenceCheck> {
  if (tooLarge) return { ok: false, problem: "tooLarge" };
  if (!(file instanceof File) || (file.name === "" && file.size === 0)) return { ok: true, evidence: null };
  if (file.size === 0) return { ok: false, problem: "empty" };
  if (file.size > EVIDENCE_MAX_BYTES) return { ok: false, problem: "tooLarge" };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const mediaType = mediaTypeOf(bytes);
  if (!mediaType) return { ok: false, problem: isHeic(bytes) ? "heic" : "notAllowed" };
  const sha256 = createHash("sha256").update(bytes).digest();
  return { ok: true, evidence: { name: safeFileName(file.name, mediaType), mediaType, bytes, sha256 } };
}

/**
 * Keeps a file in the transaction of the record that it proves, and gives its id. The same content twice on one record is
 * kept once. Row-level security lets through the worker themselves and the contract's manager.
 */
export async function attachEvidence(
  tx: Tx,
  at: EvidencePlace,
  subject: EvidenceSubject,
  subjectId: string,
  evidence: NewEvidence,
): Promise<string> {
  const { name, mediaType, bytes, sha256 } = evidence;
  const [added] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO evidence_file (ward_id, contract_id, staff_id, subject, subject_id, name, media_type, bytes, sha256, uploaded_by)
    VALUES (${at.wardId}::uuid, ${at.contractId}::uuid, ${at.staffId}::uuid, ${subject}, ${subjectId}::uuid, ${name}, ${mediaType},
      ${bytes.byteLength}, ${sha256}, ${at.userId}::uuid)
    ON CONFLICT (ward_id, contract_id, subject, subject_id, sha256) DO NOTHING RETURNING id::text`;
  if (added) {
    await tx.$executeRaw`INSERT INTO evidence_content (ward_id, contract_id, file_id, content)
      VALUES (${at.wardId}::uuid, ${at.contractId}::uuid, ${added.id}::uuid, ${bytes})`;
    return added.id;
  }
  const [kept] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM evidence_file WHERE contract_id = ${at.contractId}::uuid AND subject = ${subject}
      AND subject_id = ${subjectId}::uuid AND sha256 = ${sha256}`;
  if (!kept) throw new Error("The evidence was removed at the same moment; send it again.");
  return kept.id;
}

/** The files of some records, oldest first, without their content. */
export function listEvidence(
  tx: Tx,
  contractId: string,
  subject: EvidenceSubject,
  subjectIds: readonly string[],
): Promise<EvidenceRow[]> {
  if (subjectIds.length === 0) return Promise.resolve([]);
  const ids = Prisma.join(subjectIds.map((id) => Prisma.sql`${id}::uuid`));
  return tx.$queryRaw<EvidenceRow[]>`
    SELECT id::text, staff_id::text AS "staffId", subject_id::text AS "subjectId", name, media_type AS "mediaType", bytes,
      to_char(uploaded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "uploadedAt"
    FROM evidence_file WHERE contract_id = ${contractId}::uuid AND subject = ${subject} AND subject_id IN (${ids})
    ORDER BY uploaded_at, id`;
}

/** Removes a file with its content; false where there is none that the scope may change. */
export async function removeEvidence(tx: Tx, contractId: string, fileId: string): Promise<boolean> {
  if (!isFileId(fileId)) return false;
  const removed = await tx.$executeRaw`
    DELETE FROM evidence_file WHERE contract_id = ${contractId}::uuid AND id = ${fileId}::uuid`;
  return removed > 0;
}

/** A file with its content, or null where the scope has none of that id. */
export async function readEvidence(tx: Tx, contractId: string, fileId: string): Promise<EvidenceContent | null> {
  if (!isFileId(fileId)) return null;
  const [found] = await tx.$queryRaw<EvidenceContent[]>`
    SELECT f.name, f.media_type AS "mediaType", c.content FROM evidence_file f
    JOIN evidence_content c ON c.ward_id = f.ward_id AND c.contract_id = f.contract_id AND c.file_id = f.id
    WHERE f.contract_id = ${contractId}::uuid AND f.id = ${fileId}::uuid`;
  return found ?? null;
}

/** A worker's own file. */
export function readOwnEvidence(people: People, fileId: string): Promise<EvidenceContent | null> {
  return asPeople(people, (tx) => readEvidence(tx, people.contractId, fileId));
}

/** A file of anyone of the contract, for its manager. */
export function readContractEvidence(tenant: Tenant, fileId: string): Promise<EvidenceContent | null> {
  return asTenant(tenant, (tx) => readEvidence(tx, tenant.contractId, fileId));
}

function isFileId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
