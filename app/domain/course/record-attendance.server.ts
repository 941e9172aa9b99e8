/** Attendance of a course's date, from which training records make themselves. */
import { createHash } from "node:crypto";

import { asTenant, type Tenant, type Tx } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";

import { recordAudit } from "../access/audit.server";
import { attendanceProblems, lockDays, type AttendanceProblem } from "../training/day-hours.server";
import type { CourseDate, PlannedCourse, SignUpStatus } from "./course";
import { getCourse } from "./plan.server";
import type { AttendanceEntry } from "./schema";

export type Attendee = {
  staffId: string;
  staffCode: string;
  name: string | null;
  officeName: string | null;
  officeNameEn: string | null;
  /** Null where the person has not signed up. */
  status: SignUpStatus | null;
  attendance: "attended" | "absent" | null;
};
/** `mark` names the attendance as it stands: two readers with the same mark have seen the same. */
export type DateSheet = { course: PlannedCourse; date: CourseDate; people: Attendee[]; mark: string };

/** A date with everybody who signed up for it and everybody else employed on the day, or null where there is none. */
export async function getDateSheet(tenant: Tenant, dateId: string): Promise<DateSheet | null> {
  const found = await asTenant(tenant, async (tx) => {
    const date = await tx.courseDate.findFirst({
      where: { contractId: tenant.contractId, id: dateId },
      select: { courseId: true },
    });
    return date && { courseId: date.courseId, people: await listAttendees(tx, tenant.contractId, dateId) };
  });
  const course = found && (await getCourse(tenant, found.courseId));
  const date = course?.dates.find((one) => one.id === dateId);
  return found && course && date ? { course, date, people: found.people, mark: markOf(found.people) } : null;
}

function listAttendees(tx: Tx, contractId: string, dateId: string): Promise<Attendee[]> {
  return tx.$queryRaw<Attendee[]>`
    SELECT s.id::text AS "staffId", s.staff_code AS "staffCode", i.name, o.name AS "officeName", o.name_en AS "officeNameEn",
      u.status, u.attendance
    FROM course_date d
    JOIN staff s ON s.ward_id = d.ward_id AND s.contract_id = d.contract_id
    LEFT JOIN course_sign_up u ON u.ward_id = d.ward_id AND u.contract_id = d.contract_id AND u.date_id = d.id AND u.staff_id = s.id
    LEFT JOIN staff_identity i ON i.ward_id = s.ward_id AND i.contract_id = s.contract_id AND i.staff_id = s.id
    LEFT JOIN office o ON o.ward_id = s.ward_id AND o.contract_id = s.contract_id AND o.id = s.office_id
    WHERE d.contract_id = ${contractId}::uuid AND d.id = ${dateId}::uuid
      AND (u.staff_id IS NOT NULL OR (s.hired_on <= d.held_on AND coalesce(s.left_on >= d.held_on, true)))
    ORDER BY CASE u.status WHEN 'signed_up' THEN 1 WHEN 'waiting' THEN 2 ELSE 3 END, CASE WHEN u.status = 'waiting' THEN u.at END,
      s.staff_code COLLATE "C"`;
}

function markOf(people: readonly Attendee[]): string {
  const stated = people.flatMap(({ staffId, attendance }) => (attendance ? [`${staffId}=${attendance}`] : [])).sort();
  return createHash("sha256").update(stated.join()).digest("hex").slice(0, 16);
}

export type AttendanceRecorded =
  | { ok: true; attended: number }
  | { ok: false; reason: "gone" | "early" | "cancelled" }
  | { ok: false; reason: "conflict"; stands: Attendee[]; mark: string }
  | { ok: false; reason: "problems"; problems: AttendanceProblem[] };

/**
 * Writes down who attended a date; those signed up who did not were absent. Records follow: each attendee has one, once,
 * approved; whoever is no longer marked loses it. Refused as a whole where a person's day does not allow it.
 */
export async function recordAttendance(
  tenant: Tenant,
  dateId: string,
  entry: AttendanceEntry,
  today: Day,
): Promise<AttendanceRecorded> {
  const { wardId, contractId, userId } = tenant;
  return asTenant(tenant, async (tx) => {
    await lockDates(tx, [dateId]);
    const [date] = await tx.$queryRaw<{ early: boolean; cancelled: boolean }[]>`
      SELECT d.held_on > ${today}::date AS early, d.cancelled OR c.cancelled AS cancelled FROM course_date d
      JOIN training_course c ON c.ward_id = d.ward_id AND c.contract_id = d.contract_id AND c.id = d.course_id
      WHERE d.contract_id = ${contractId}::uuid AND d.id = ${dateId}::uuid`;
    if (!date) return { ok: false, reason: "gone" };
    if (date.early || date.cancelled) return { ok: false, reason: date.early ? "early" : "cancelled" };
    const stands = await listAttendees(tx, contractId, dateId);
    const mark = markOf(stands);
    if (mark !== entry.mark) return { ok: false, reason: "conflict", stands, mark };
    await tx.$executeRaw`SAVEPOINT before_attendance`;
    await tx.$executeRaw`
      INSERT INTO course_sign_up (ward_id, contract_id, date_id, staff_id, status, attendance)
      SELECT ${wardId}::uuid, ${contractId}::uuid, ${dateId}::uuid, s.id, 'signed_up', 'attended'
      FROM staff s WHERE s.contract_id = ${contractId}::uuid AND s.id = ANY (${entry.attended}::uuid[])
      ON CONFLICT (ward_id, contract_id, date_id, staff_id) DO UPDATE SET status = 'signed_up', attendance = 'attended'`;
    await tx.$executeRaw`
      UPDATE course_sign_up SET attendance = CASE WHEN status = 'signed_up' THEN 'absent' END
      WHERE contract_id = ${contractId}::uuid AND date_id = ${dateId}::uuid AND NOT staff_id = ANY (${entry.attended}::uuid[])`;
    const problems = await syncRecords(tx, tenant, [dateId]);
    if (problems.length > 0) {
      await tx.$executeRaw`ROLLBACK TO SAVEPOINT before_attendance`;
      return { ok: false, reason: "problems", problems };
    }
    const attended = new Set(entry.attended).size;
    await recordAudit(tx, {
      ...{ wardId, contractId, actorId: userId, actorRole: "manager", action: "course.attendance" },
      ...{ subject: "course_date", subjectId: dateId, detail: { attended } },
    });
    return { ok: true, attended };
  });
}

/** Lets nobody else change who goes to these dates until the transaction ends; the lock of app_sign_up. */
export async function lockDates(tx: Tx, dateIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('course_date ' || one, 0)) FROM unnest(${[...dateIds].sort()}::text[]) AS one`;
}

/**
 * Makes the training records of some dates say what their attendance and their course say. A record that the person has
 * logged of the same day and title becomes the course's, so that nothing counts twice.
 * @returns what stands against it; the caller then takes the change back
 */
export async function syncRecords(tx: Tx, tenant: Tenant, dateIds: readonly string[]): Promise<AttendanceProblem[]> {
  const { contractId, userId } = tenant;
  const ids = [...dateIds];
  const wanted = await tx.$queryRaw<{ staffId: string; day: Day }[]>`
    SELECT u.staff_id::text AS "staffId", d.held_on::text AS day FROM course_sign_up u
    JOIN course_date d ON d.ward_id = u.ward_id AND d.contract_id = u.contract_id AND d.id = u.date_id
    WHERE u.contract_id = ${contractId}::uuid AND u.date_id = ANY (${ids}::uuid[]) AND u.attendance = 'attended'`;
  await lockDays(
    tx,
    wanted.map(({ staffId }) => staffId),
  );
  await tx.$executeRaw`
    DELETE FROM training_record r WHERE r.contract_id = ${contractId}::uuid AND r.course_date_id = ANY (${ids}::uuid[])
      AND NOT EXISTS (SELECT FROM course_sign_up u WHERE u.contract_id = r.contract_id AND u.date_id = r.course_date_id
        AND u.staff_id = r.staff_id AND u.attendance = 'attended')`;
  await tx.$executeRaw`
    WITH own AS (
      SELECT DISTINCT ON (u.date_id, u.staff_id) r.id, u.date_id, u.staff_id FROM course_sign_up u
      JOIN course_date d ON d.contract_id = u.contract_id AND d.id = u.date_id
      JOIN training_course c ON c.contract_id = d.contract_id AND c.id = d.course_id
      JOIN training_record r ON r.contract_id = u.contract_id AND r.staff_id = u.staff_id AND r.attended_on = d.held_on AND r.title = c.title
      WHERE u.contract_id = ${contractId}::uuid AND u.date_id = ANY (${ids}::uuid[]) AND u.attendance = 'attended'
        AND r.course_date_id IS NULL AND r.approval <> 'rejected' AND r.record_ref ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
        AND NOT EXISTS (SELECT FROM training_record x WHERE x.contract_id = u.contract_id AND x.course_date_id = u.date_id AND x.staff_id = u.staff_id)
      ORDER BY u.date_id, u.staff_id, r.id)
    UPDATE training_record r SET record_ref = 'course:' || own.date_id || ':' || own.staff_id, course_date_id = own.date_id,
      decided_by = ${userId}::uuid, decided_at = now(), version = r.version + 1
    FROM own WHERE r.contract_id = ${contractId}::uuid AND r.id = own.id`;
  await tx.$executeRaw`
    INSERT INTO training_record AS held (ward_id, contract_id, record_ref, staff_id, attended_on, title, provider, topic, format, hours,
      in_working_time, publicly_funded, approval, course_date_id, created_by)
    SELECT u.ward_id, u.contract_id, 'course:' || u.date_id || ':' || u.staff_id, u.staff_id, d.held_on, c.title, c.provider, c.topic,
      c.format, c.hours, c.in_working_time, c.payer <> 'worker', 'approved', d.id, ${userId}::uuid
    FROM course_sign_up u
    JOIN course_date d ON d.ward_id = u.ward_id AND d.contract_id = u.contract_id AND d.id = u.date_id
    JOIN training_course c ON c.ward_id = d.ward_id AND c.contract_id = d.contract_id AND c.id = d.course_id
    WHERE u.contract_id = ${contractId}::uuid AND u.date_id = ANY (${ids}::uuid[]) AND u.attendance = 'attended'
    ON CONFLICT (ward_id, contract_id, record_ref) DO UPDATE SET attended_on = excluded.attended_on, title = excluded.title,
      provider = excluded.provider, topic = excluded.topic, format = excluded.format, hours = excluded.hours,
      in_working_time = excluded.in_working_time, publicly_funded = excluded.publicly_funded, approval = 'approved', version = held.version + 1
    WHERE (held.attended_on, held.title, held.provider, held.topic, held.format, held.hours, held.in_working_time, held.publicly_funded,
        held.approval) IS DISTINCT FROM (excluded.attended_on, excluded.title, excluded.provider, excluded.topic, excluded.format,
        excluded.hours, excluded.in_working_time, excluded.publicly_funded, excluded.approval)`;
  return attendanceProblems(tx, contractId, wanted);
}
