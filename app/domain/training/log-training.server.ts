import { asPeople, type People } from "~/db/scope.server";

import { recordAudit } from "../access/audit.server";
import { entryRef } from "../workforce/entry-ref.server";
import { MAX_HOURS_A_DAY, type TrainingEntry } from "./schema";

/** `duplicate`: the same form came before, and stands once. */
export type TrainingLogged =
  { ok: true; recordId: string; duplicate: boolean } | { ok: false; reason: "tooManyHours"; hoursBefore: number };

/** Logs training that a person attended. A form sent twice is stored once; a day holds at most 24 hours. */
export async function logTraining(people: People, staffId: string, entry: TrainingEntry): Promise<TrainingLogged> {
  const { recordRef: formRef, ...content } = entry;
  const recordRef = entryRef(staffId, formRef, content);
  return asPeople(people, async (tx) => {
    // why: two forms for the same day at the same moment must not pass the 24 hours together.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${staffId}, 0))`;
    const before = await tx.trainingRecord.findFirst({
      where: { contractId: people.contractId, recordRef, staffId },
      select: { id: true },
    });
    if (before) return { ok: true, recordId: before.id, duplicate: true };
    const [day] = await tx.$queryRaw<{ hours: number }[]>`
      SELECT coalesce(sum(hours), 0)::float8 AS hours FROM training_record
      WHERE contract_id = ${people.contractId}::uuid AND staff_id = ${staffId}::uuid AND attended_on = ${entry.attendedOn}::date`;
    const hoursBefore = day?.hours ?? 0;
    if (hoursBefore + entry.hours > MAX_HOURS_A_DAY) return { ok: false, reason: "tooManyHours", hoursBefore };
    const [added] = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO training_record (ward_id, contract_id, record_ref, staff_id, attended_on, title, provider, topic, format, hours,
        in_working_time, publicly_funded)
      VALUES (${people.wardId}::uuid, ${people.contractId}::uuid, ${recordRef}, ${staffId}::uuid, ${entry.attendedOn}::date,
        ${entry.title}, ${entry.provider ?? null}, ${entry.topic}, ${entry.format}, ${entry.hours}::numeric,
        ${entry.inWorkingTime}, ${entry.publiclyFunded})
      RETURNING id::text`;
    return { ok: true, recordId: added?.id ?? "", duplicate: false };
  });
}

/** Takes back a record that the person logged by form; imported ones stay. False where there is none. */
export async function removeTraining(people: People, staffId: string, recordId: string): Promise<boolean> {
  return asPeople(people, async (tx) => {
    const removed = await tx.$executeRaw`
      DELETE FROM training_record WHERE contract_id = ${people.contractId}::uuid AND id = ${recordId}::uuid
        AND staff_id = ${staffId}::uuid AND record_ref ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'`;
    if (removed === 0) return false;
    const { wardId, contractId, userId } = people;
    await recordAudit(tx, {
      ...{ wardId, contractId, actorId: userId, actorRole: "worker" },
      ...{ action: "training.remove", subject: "training_record", subjectId: recordId },
    });
    return true;
  });
}
