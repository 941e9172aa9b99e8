/** Everything the own contractor may see of one worker: post, cases, training, sessions, qualifications, leave. */
import { recordAudit } from "~/domain/access/audit.server";
import { asTenant, type Tenant, type Tx } from "~/db/scope.server";
import { fiscalYearOf, fiscalYearStart, type Day, type Month } from "~/lib/calendar";
import { pageWithin } from "~/lib/page";

import type {
  CaseRow,
  IncidentRow,
  LeaveRow,
  Post,
  QualificationRow,
  SessionRow,
  TrainingRow,
  WorkerRecord,
} from "./record";

export const CASES_PER_PAGE = 20;

/** A worker's record as of a day, with the fiscal year's training and sessions, or null where no such worker is. */
export async function getWorkerRecord(
  tenant: Tenant,
  staffId: string,
  day: Day,
  wishedPage: number,
): Promise<WorkerRecord | null> {
  return asTenant(tenant, async (tx) => {
    const [post] = await tx.$queryRaw<Post[]>`
      SELECT s.id::text AS "staffId", s.staff_code AS "staffCode", i.name, s.role, o.name AS "officeName", o.name_en AS "officeNameEn",
        s.weekly_hours::float8 AS "weeklyHours", s.hired_on::text AS "hiredOn", s.left_on::text AS "leftOn"
      FROM staff s LEFT JOIN staff_identity i ON i.staff_id = s.id LEFT JOIN office o ON o.id = s.office_id
      WHERE s.id = ${staffId}::uuid`;
    if (!post) return null;
    return { post, ...(await casesOf(tx, staffId, day, wishedPage)), ...(await recordsOf(tx, staffId, day)) };
  });
}

async function casesOf(tx: Tx, staffId: string, day: Day, wishedPage: number) {
  const [count] = await tx.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM case_assignment WHERE staff_id = ${staffId}::uuid AND from_on <= ${day}::date`;
  const total = count?.total ?? 0;
  const { page, pages, offset } = pageWithin(total, wishedPage, CASES_PER_PAGE);
  const rows = await tx.$queryRaw<CaseRow[]>`
    SELECT c.case_ref AS "caseRef", c.opened_on::text AS "openedOn",
      (CASE WHEN c.closed_on <= ${day}::date THEN c.closed_on END)::text AS "closedOn", a.from_on::text AS "from",
      (CASE WHEN a.to_on <= ${day}::date THEN a.to_on END)::text AS "to", c.tags
    FROM case_assignment a JOIN support_case c ON c.id = a.case_id
    WHERE a.staff_id = ${staffId}::uuid AND a.from_on <= ${day}::date
    ORDER BY coalesce(least(c.closed_on, a.to_on) >= ${day}::date, true) DESC, a.from_on DESC, c.case_ref
    LIMIT ${CASES_PER_PAGE} OFFSET ${offset}`;
  const months = await tx.$queryRaw<{ month: Month; active: number }[]>`
    WITH m AS (
      SELECT first, least(first + interval '1 month' - interval '1 day', ${day}::date)::date AS last
      FROM generate_series(date_trunc('month', ${day}::date) - interval '11 months', date_trunc('month', ${day}::date), interval '1 month') first)
    SELECT to_char(m.first, 'YYYY-MM') AS month, count(DISTINCT c.id)::int AS active
    FROM m LEFT JOIN case_assignment a ON a.staff_id = ${staffId}::uuid AND a.from_on <= m.last AND (a.to_on IS NULL OR a.to_on >= m.last)
      LEFT JOIN support_case c ON c.id = a.case_id AND c.opened_on <= m.last AND (c.closed_on IS NULL OR c.closed_on >= m.last)
    GROUP BY m.first ORDER BY m.first`;
  return { cases: { rows, total, page, pages }, months };
}

async function recordsOf(tx: Tx, staffId: string, day: Day) {
  const from = fiscalYearStart(fiscalYearOf(day));
  const training = await tx.$queryRaw<TrainingRow[]>`
    SELECT id::text, attended_on::text AS "attendedOn", title, topic, format, hours::float8 AS hours FROM training_record
    WHERE staff_id = ${staffId}::uuid AND approval = 'approved' AND attended_on BETWEEN ${from}::date AND ${day}::date
    ORDER BY attended_on DESC, id`;
  const [pending] = await tx.$queryRaw<{ hours: number }[]>`
    SELECT coalesce(sum(hours), 0)::float8 AS hours FROM training_record
    WHERE staff_id = ${staffId}::uuid AND approval = 'pending' AND attended_on BETWEEN ${from}::date AND ${day}::date`;
  const sessions = await tx.$queryRaw<SessionRow[]>`
    SELECT s.id::text, s.held_on::text AS "heldOn", s.minutes, s.kind, s.external, s.status, a.attendance
    FROM supervision_attendance a JOIN supervision_session s ON s.id = a.session_id
    WHERE a.staff_id = ${staffId}::uuid AND s.held_on >= ${from}::date AND (s.held_on <= ${day}::date OR s.status = 'planned')
    ORDER BY s.held_on DESC, s.id`;
  const qualifications = await tx.$queryRaw<QualificationRow[]>`
    SELECT kind, obtained_on::text AS "obtainedOn", expires_on::text AS "expiresOn", number, verification FROM qualification
    WHERE staff_id = ${staffId}::uuid AND obtained_on <= ${day}::date ORDER BY obtained_on, kind`;
  const leave = await tx.$queryRaw<LeaveRow[]>`
    SELECT starts_on::text AS "startsOn", ends_on::text AS "endsOn", kind FROM staff_leave
    WHERE staff_id = ${staffId}::uuid ORDER BY starts_on DESC`;
  const incidents = await tx.$queryRaw<IncidentRow[]>`
    SELECT id::text, occurred_on::text AS "occurredOn", kind FROM critical_incident
    WHERE staff_id = ${staffId}::uuid AND occurred_on BETWEEN ${day}::date - 365 AND ${day}::date ORDER BY occurred_on DESC, id`;
  const pendingTrainingHours = pending?.hours ?? 0;
  return { training, pendingTrainingHours, sessions, qualifications, leave, incidents };
}

/** Keeps in the audit log that a worker's page was opened. */
export async function recordWorkerViewed(tenant: Tenant, staffId: string): Promise<void> {
  const { wardId, contractId, userId } = tenant;
  await asTenant(tenant, (tx) =>
    recordAudit(tx, {
      ...{ wardId, contractId, actorId: userId, actorRole: "manager", action: "worker.viewed" },
      ...{ subject: "staff", subjectId: staffId },
    }),
  );
}
