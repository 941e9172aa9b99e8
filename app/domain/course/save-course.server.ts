import { Prisma, asTenant, type Tenant, type Tx } from "~/db/scope.server";

import { recordDeed } from "../access/audit.server";
import type { AttendanceProblem } from "../training/day-hours.server";
import type { PlannedCourse } from "./course";
import { readPlan } from "./plan.server";
import { lockDates, syncRecords } from "./record-attendance.server";
import type { CourseEntry, DateEntry } from "./schema";

export type CourseSaved =
  | { ok: true; courseId: string }
  | { ok: false; reason: "gone" }
  | { ok: false; reason: "conflict"; stands: PlannedCourse }
  /** What somebody attended cannot be cancelled. */
  | { ok: false; reason: "attended" }
  | { ok: false; reason: "problems"; problems: AttendanceProblem[] };

/** Adds a course with its dates; a form sent twice is stored once. */
export async function addCourse(tenant: Tenant, entry: CourseEntry): Promise<{ courseId: string }> {
  const { wardId, contractId } = tenant;
  return asTenant(tenant, async (tx) => {
    const [added] = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO training_course (ward_id, contract_id, course_ref, fiscal_year, quarter, title, provider, topic, format, hours, seats,
        cost_jpy, payer, in_working_time)
      VALUES (${wardId}::uuid, ${contractId}::uuid, ${entry.courseRef}, ${entry.fiscalYear}, ${entry.quarter}, ${entry.title},
        ${entry.provider ?? null}, ${entry.topic}, ${entry.format}, ${entry.hours}::numeric, ${entry.seats ?? null}::int,
        ${entry.costJpy ?? null}::int, ${entry.payer}, ${entry.inWorkingTime})
      ON CONFLICT (ward_id, contract_id, course_ref) DO NOTHING RETURNING id::text`;
    if (!added) {
      const before = await tx.trainingCourse.findFirst({
        where: { contractId, courseRef: entry.courseRef },
        select: { id: true },
      });
      return { courseId: before?.id ?? "" };
    }
    await addDates(tx, tenant, added.id, entry.dates);
    await audit(tx, tenant, "course.add", added.id);
    return { courseId: added.id };
  });
}

/** Changes a course and its dates; more seats let the waiting list move up, and records made from its dates follow. */
export async function changeCourse(tenant: Tenant, courseId: string, entry: CourseEntry): Promise<CourseSaved> {
  return asTenant(tenant, async (tx) => {
    const before = await lockedCourse(tx, tenant, courseId);
    if (!before) return { ok: false, reason: "gone" };
    if (before.version !== entry.version) return { ok: false, reason: "conflict", stands: before };
    const kept = new Map(entry.dates.flatMap((date) => (date.id ? [[date.id, date] as const] : [])));
    const isLost = before.dates.some((date) => date.attended > 0 && (kept.get(date.id)?.cancelled ?? false));
    if (isLost) return { ok: false, reason: "attended" };
    await tx.$executeRaw`SAVEPOINT before_course`;
    await tx.$executeRaw`
      UPDATE training_course SET fiscal_year = ${entry.fiscalYear}, quarter = ${entry.quarter}, title = ${entry.title},
        provider = ${entry.provider ?? null}, topic = ${entry.topic}, format = ${entry.format}, hours = ${entry.hours}::numeric,
        seats = ${entry.seats ?? null}::int, cost_jpy = ${entry.costJpy ?? null}::int, payer = ${entry.payer},
        in_working_time = ${entry.inWorkingTime}, version = version + 1
      WHERE contract_id = ${tenant.contractId}::uuid AND id = ${courseId}::uuid`;
    await changeDates(tx, tenant, courseId, [...kept.values()]);
    await addDates(
      tx,
      tenant,
      courseId,
      entry.dates.filter((date) => date.id === null),
    );
    const problems = await syncRecords(
      tx,
      tenant,
      before.dates.filter((date) => date.attended > 0).map((date) => date.id),
    );
    if (problems.length > 0) {
      await tx.$executeRaw`ROLLBACK TO SAVEPOINT before_course`;
      return { ok: false, reason: "problems", problems };
    }
    await tx.$queryRaw`SELECT app_fill_seats(id)::int AS moved FROM course_date
      WHERE contract_id = ${tenant.contractId}::uuid AND course_id = ${courseId}::uuid ORDER BY id`;
    await audit(tx, tenant, "course.change", courseId);
    return { ok: true, courseId };
  });
}

/** Cancels a course or takes it up again. Sign-ups stay as they are and hold again when it is taken up. */
export async function setCourseCancelled(
  tenant: Tenant,
  courseId: string,
  given: { cancelled: boolean; version: number },
): Promise<CourseSaved> {
  return asTenant(tenant, async (tx) => {
    const before = await lockedCourse(tx, tenant, courseId);
    if (!before) return { ok: false, reason: "gone" };
    if (before.version !== given.version) return { ok: false, reason: "conflict", stands: before };
    if (given.cancelled && before.dates.some((date) => date.attended > 0)) return { ok: false, reason: "attended" };
    await tx.$executeRaw`
      UPDATE training_course SET cancelled = ${given.cancelled}, version = version + 1
      WHERE contract_id = ${tenant.contractId}::uuid AND id = ${courseId}::uuid`;
    await audit(tx, tenant, given.cancelled ? "course.cancel" : "course.resume", courseId);
    return { ok: true, courseId };
  });
}

/** Copies the courses of the year before, without dates; what was copied once is not copied again. How many were added. */
export async function copyPlan(tenant: Tenant, fiscalYear: number): Promise<number> {
  return asTenant(tenant, async (tx) => {
    const added = await tx.$executeRaw`
      INSERT INTO training_course (ward_id, contract_id, course_ref, fiscal_year, quarter, title, provider, topic, format, hours, seats,
        cost_jpy, payer, in_working_time)
      SELECT ward_id, contract_id, ${`copy:${fiscalYear}:`} || id, ${fiscalYear}, quarter, title, provider, topic, format, hours, seats,
        cost_jpy, payer, in_working_time
      FROM training_course WHERE contract_id = ${tenant.contractId}::uuid AND fiscal_year = ${fiscalYear - 1} AND NOT cancelled
      ON CONFLICT (ward_id, contract_id, course_ref) DO NOTHING`;
    if (added > 0) await audit(tx, tenant, "course.copy", String(fiscalYear));
    return added;
  });
}

async function lockedCourse(tx: Tx, tenant: Tenant, courseId: string): Promise<PlannedCourse | null> {
  const where = Prisma.sql`c.contract_id = ${tenant.contractId}::uuid AND c.id = ${courseId}::uuid`;
  const locked = await tx.$queryRaw<
    { id: string }[]
  >`SELECT c.id::text FROM training_course c WHERE ${where} FOR UPDATE`;
  if (locked.length === 0) return null;
  const dates = await tx.courseDate.findMany({
    where: { contractId: tenant.contractId, courseId },
    select: { id: true },
  });
  await lockDates(
    tx,
    dates.map(({ id }) => id),
  );
  return (await readPlan(tx, where))[0] ?? null;
}

async function addDates(tx: Tx, tenant: Tenant, courseId: string, dates: readonly DateEntry[]): Promise<void> {
  await tx.courseDate.createMany({
    data: dates.map(({ heldOn, startTime, place, videoUrl }) => ({
      ...{ wardId: tenant.wardId, contractId: tenant.contractId, courseId, startTime, place, videoUrl },
      heldOn: new Date(heldOn),
    })),
  });
}

/** Sets the dates that the form holds; none is removed, it is cancelled. */
async function changeDates(tx: Tx, tenant: Tenant, courseId: string, dates: readonly DateEntry[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE course_date d SET held_on = n."heldOn", start_time = n."startTime", place = n.place, video_url = n."videoUrl", cancelled = n.cancelled
    FROM jsonb_to_recordset(${JSON.stringify(dates)}::jsonb)
      AS n (id uuid, "heldOn" date, "startTime" text, place text, "videoUrl" text, cancelled boolean)
    WHERE d.contract_id = ${tenant.contractId}::uuid AND d.course_id = ${courseId}::uuid AND d.id = n.id`;
}

function audit(tx: Tx, tenant: Tenant, action: string, subjectId: string): Promise<void> {
  return recordDeed(tx, tenant, "manager", { action, subject: "training_course", subjectId });
}
