import { asPeople, type People, type Tx } from "~/db/scope.server";

import { recordDeed } from "../access/audit.server";
import { attachEvidence, removeEvidence, type NewEvidence } from "../evidence/evidence.server";
import { entryRef } from "../workforce/entry-ref.server";
import { hoursOn, lockDays } from "./day-hours.server";
import type { Approval, TrainingRow } from "./record";
import { isApprovalAsked, readRecord } from "./repository.server";
import { MAX_HOURS_A_DAY, type TrainingChange, type TrainingEntry } from "./schema";

type TooManyHours = { ok: false; reason: "tooManyHours"; hoursBefore: number };
/** `duplicate`: the same form came before, or the plan's attendance has made the record, and it stands once. */
export type TrainingLogged = { ok: true; recordId: string; duplicate: boolean; approval: Approval } | TooManyHours;

/**
 * Logs training that a person attended, with its evidence. A form sent twice is stored once; a day holds at most 24 hours.
 * Where the specification asks for approval, the record waits for it and does not count before.
 */
export async function logTraining(
  people: People,
  staffId: string,
  entry: TrainingEntry,
  evidence: NewEvidence | null = null,
): Promise<TrainingLogged> {
  const { recordRef: formRef, ...content } = entry;
  const recordRef = entryRef(staffId, formRef, content);
  return asPeople(people, async (tx) => {
    await lockDays(tx, [staffId]);
    const [before] = await tx.$queryRaw<{ id: string; approval: Approval }[]>`
      SELECT id::text, approval FROM training_record
      WHERE contract_id = ${people.contractId}::uuid AND staff_id = ${staffId}::uuid AND (record_ref = ${recordRef}
        OR (course_date_id IS NOT NULL AND attended_on = ${entry.attendedOn}::date AND title = ${entry.title}))`;
    if (before) {
      if (evidence) await attachEvidence(tx, placeOf(people, staffId), "training", before.id, evidence);
      return { ok: true, recordId: before.id, duplicate: true, approval: before.approval };
    }
    const hoursBefore = await hoursOn(tx, people.contractId, staffId, entry.attendedOn);
    if (hoursBefore + entry.hours > MAX_HOURS_A_DAY) return { ok: false, reason: "tooManyHours", hoursBefore };
    const approval = (await isApprovalAsked(tx, entry.attendedOn)) ? "pending" : "approved";
    const [added] = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO training_record (ward_id, contract_id, record_ref, staff_id, attended_on, title, provider, topic, format, hours,
        in_working_time, publicly_funded, approval, created_by)
      VALUES (${people.wardId}::uuid, ${people.contractId}::uuid, ${recordRef}, ${staffId}::uuid, ${entry.attendedOn}::date,
        ${entry.title}, ${entry.provider ?? null}, ${entry.topic}, ${entry.format}, ${entry.hours}::numeric,
        ${entry.inWorkingTime}, ${entry.publiclyFunded}, ${approval}, ${people.userId}::uuid)
      RETURNING id::text`;
    const recordId = added?.id ?? "";
    if (evidence) await attachEvidence(tx, placeOf(people, staffId), "training", recordId, evidence);
    return { ok: true, recordId, duplicate: false, approval };
  });
}

/** `gone`: no such record, or one that is closed; `conflict`: somebody has changed it since the form was opened. */
export type TrainingChanged =
  { ok: true } | TooManyHours | { ok: false; reason: "gone" } | { ok: false; reason: "conflict"; stands: TrainingRow };

/** Changes a person's own record while it is open. A rejected one waits for approval again. */
export async function changeTraining(
  people: People,
  staffId: string,
  recordId: string,
  change: TrainingChange,
): Promise<TrainingChanged> {
  return asPeople(people, async (tx) => {
    await lockDays(tx, [staffId]);
    const stands = await readRecord(tx, people.contractId, staffId, recordId);
    if (!stands?.open) return { ok: false, reason: "gone" };
    if (stands.version !== change.version) return { ok: false, reason: "conflict", stands };
    const hoursBefore = await hoursOn(tx, people.contractId, staffId, change.attendedOn, recordId);
    if (hoursBefore + change.hours > MAX_HOURS_A_DAY) return { ok: false, reason: "tooManyHours", hoursBefore };
    const approval = (await isApprovalAsked(tx, change.attendedOn)) ? "pending" : "approved";
    await tx.$executeRaw`
      UPDATE training_record SET attended_on = ${change.attendedOn}::date, title = ${change.title}, provider = ${change.provider ?? null},
        topic = ${change.topic}, format = ${change.format}, hours = ${change.hours}::numeric, in_working_time = ${change.inWorkingTime},
        publicly_funded = ${change.publiclyFunded}, approval = ${approval}, decided_by = NULL, decided_at = NULL, decision_note = NULL,
        version = version + 1
      WHERE contract_id = ${people.contractId}::uuid AND id = ${recordId}::uuid AND version = ${change.version}`;
    await audit(tx, people, "training.change", recordId);
    return { ok: true };
  });
}

/** Takes back a record that the person logged by form, with its evidence, while it is open. False where there is none. */
export async function removeTraining(people: People, staffId: string, recordId: string): Promise<boolean> {
  return asPeople(people, async (tx) => {
    await lockDays(tx, [staffId]);
    const stands = await readRecord(tx, people.contractId, staffId, recordId);
    if (!stands?.open) return false;
    const removed = await tx.$executeRaw`
      DELETE FROM training_record WHERE contract_id = ${people.contractId}::uuid AND id = ${recordId}::uuid AND staff_id = ${staffId}::uuid`;
    if (removed === 0) return false;
    await tx.$executeRaw`
      DELETE FROM evidence_file WHERE contract_id = ${people.contractId}::uuid AND subject = 'training' AND subject_id = ${recordId}::uuid`;
    await audit(tx, people, "training.remove", recordId);
    return true;
  });
}

/** Adds evidence to any own record. False where the person has no such record. */
export async function addTrainingEvidence(
  people: People,
  staffId: string,
  recordId: string,
  evidence: NewEvidence,
): Promise<boolean> {
  return asPeople(people, async (tx) => {
    if (!(await readRecord(tx, people.contractId, staffId, recordId))) return false;
    await attachEvidence(tx, placeOf(people, staffId), "training", recordId, evidence);
    return true;
  });
}

/** Removes evidence from an own record while it is open: what was approved keeps what it was approved on. */
export async function removeTrainingEvidence(
  people: People,
  staffId: string,
  recordId: string,
  fileId: string,
): Promise<boolean> {
  return asPeople(people, async (tx) => {
    await lockDays(tx, [staffId]);
    const record = await readRecord(tx, people.contractId, staffId, recordId);
    const [file] = await tx.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM evidence_file WHERE contract_id = ${people.contractId}::uuid AND subject = 'training'
        AND subject_id = ${recordId}::uuid AND id = ${fileId}::uuid`;
    return Boolean(record?.open && file) && removeEvidence(tx, people.contractId, fileId);
  });
}

function placeOf({ wardId, contractId, userId }: People, staffId: string) {
  return { wardId, contractId, userId, staffId };
}

function audit(tx: Tx, people: People, action: string, subjectId: string): Promise<void> {
  return recordDeed(tx, people, "worker", { action, subject: "training_record", subjectId });
}
