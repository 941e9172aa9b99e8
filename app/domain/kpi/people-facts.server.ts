/** What is recorded of each member of staff as of a day: one query, whatever the number of staff. */
import { Prisma, rowsOf, type Tx } from "../../db/scope.server";
import { addDays, addMonths, fiscalYearOf, fiscalYearStart, monthOf, type Day } from "../../lib/calendar";
import type { OpenSpan } from "../../lib/spans";
import type { SessionFacts, StaffPost, TrainingFacts, WorkerFacts } from "../workforce/facts";

const INCIDENT_DAYS = 60;

type Subject = { wardId: string; contractId: string };
type Owned<T> = T & { staffId: string };

export type PostRow = Omit<StaffPost, "leave"> &
  Pick<WorkerFacts, "annualPayJpy" | "qualificationAllowanceJpy" | "payHistory">;

export type PeopleRows = {
  posts: PostRow[];
  leave: Owned<OpenSpan>[];
  training: Owned<TrainingFacts>[];
  sessions: SessionRow[];
  qualifications: Owned<WorkerFacts["qualifications"][number]>[];
  overtime: Owned<WorkerFacts["overtime"][number]>[];
  incidents: Owned<{ day: Day }>[];
};

/** The query whose one row is a `PeopleRows`: all of it, topic by topic. */
export function peopleQuery(subject: Subject, day: Day): Prisma.Sql {
  return Prisma.sql`
    SELECT ${rowsOf(posts(subject))} AS posts, ${rowsOf(leave(subject))} AS leave, ${rowsOf(training(subject, day))} AS training,
      ${rowsOf(sessions(subject, day))} AS sessions, ${rowsOf(qualifications(subject, day))} AS qualifications,
      ${rowsOf(overtime(subject, day))} AS overtime, ${rowsOf(incidents(subject, day))} AS incidents`;
}

/** All staff of the contract, those who left included, by staff code. Pay is null out of the contract's own scope. */
export function listPosts(tx: Tx, subject: Subject): Promise<PostRow[]> {
  return tx.$queryRaw<PostRow[]>(posts(subject));
}

function posts({ wardId, contractId }: Subject): Prisma.Sql {
  return Prisma.sql`
    SELECT s.id::text AS "staffId", s.staff_code AS "staffCode", s.office_id::text AS "officeId", s.role,
      s.weekly_hours::float8 AS "weeklyHours", s.hired_on::text AS "hiredOn", s.left_on::text AS "leftOn",
      s.dedicated_outreach AS "dedicatedOutreach", p.annual_pay_jpy AS "annualPayJpy",
      p.qualification_allowance_jpy AS "qualificationAllowanceJpy", coalesce(y.history, '[]') AS "payHistory"
    FROM staff s
    LEFT JOIN staff_pay p ON p.ward_id = s.ward_id AND p.contract_id = s.contract_id AND p.staff_id = s.id
    LEFT JOIN (SELECT staff_id, jsonb_agg(jsonb_build_object('from', from_on, 'annualPayJpy', annual_pay_jpy) ORDER BY from_on) AS history
      FROM pay_history WHERE ward_id = ${wardId}::uuid AND contract_id = ${contractId}::uuid GROUP BY staff_id) y ON y.staff_id = s.id
    WHERE s.ward_id = ${wardId}::uuid AND s.contract_id = ${contractId}::uuid
    ORDER BY s.staff_code COLLATE "C"`;
}

/** Leave as recorded, days after the day included. */
export function listLeave(tx: Tx, subject: Subject): Promise<Owned<OpenSpan>[]> {
  return tx.$queryRaw<Owned<OpenSpan>[]>(leave(subject));
}

function leave({ wardId, contractId }: Subject): Prisma.Sql {
  return Prisma.sql`
    SELECT staff_id::text AS "staffId", starts_on::text AS "from", ends_on::text AS "to"
    FROM staff_leave WHERE ward_id = ${wardId}::uuid AND contract_id = ${contractId}::uuid ORDER BY starts_on`;
}

/** Training attended in the fiscal year up to the day; what waits for approval or was rejected does not count. */
function training({ wardId, contractId }: Subject, day: Day): Prisma.Sql {
  return Prisma.sql`
    SELECT staff_id::text AS "staffId", attended_on::text AS "attendedOn", hours::float8 AS hours, topic, format,
      in_working_time AS "inWorkingTime", publicly_funded AS "publiclyFunded"
    FROM training_record
    WHERE ward_id = ${wardId}::uuid AND contract_id = ${contractId}::uuid AND approval = 'approved'
      AND attended_on BETWEEN ${fiscalYearStart(fiscalYearOf(day))}::date AND ${day}::date
    ORDER BY attended_on, record_ref`;
}

export type SessionRow = Owned<SessionFacts> & { is: "attended" | "planned" | "last" };

/** Sessions attended since two quarters before the fiscal year, planned from the day on, and the last one ever attended. */
function sessions({ wardId, contractId }: Subject, day: Day): Prisma.Sql {
  const since = addMonths(fiscalYearStart(fiscalYearOf(day)), -6);
  return Prisma.sql`
    WITH seat AS (
      SELECT a.staff_id, s.held_on, s.kind, s.external, s.status, a.attendance
      FROM supervision_session s
      JOIN supervision_attendance a ON a.ward_id = s.ward_id AND a.contract_id = s.contract_id AND a.session_id = s.id
      WHERE s.ward_id = ${wardId}::uuid AND s.contract_id = ${contractId}::uuid),
    attended AS (SELECT * FROM seat WHERE status = 'held' AND attendance = 'attended' AND held_on <= ${day}::date)
    SELECT staff_id::text AS "staffId", held_on::text AS day, kind, external, 'attended' AS "is"
    FROM attended WHERE held_on >= ${since}::date
    UNION ALL
    SELECT staff_id::text, held_on::text, kind, external, 'planned' FROM seat
    WHERE status = 'planned' AND held_on >= ${day}::date AND attendance IS DISTINCT FROM 'excused'
    UNION ALL
    SELECT staff_id::text, max(held_on)::text, 'individual', false, 'last' FROM attended GROUP BY staff_id
    ORDER BY 2`;
}

/** Verified qualifications obtained on or before the day; what waits or was sent back counts nowhere. */
function qualifications({ wardId, contractId }: Subject, day: Day): Prisma.Sql {
  return Prisma.sql`
    SELECT staff_id::text AS "staffId", kind, obtained_on::text AS "obtainedOn", expires_on::text AS "expiresOn"
    FROM qualification
    WHERE ward_id = ${wardId}::uuid AND contract_id = ${contractId}::uuid AND obtained_on <= ${day}::date
      AND verification = 'verified'
    ORDER BY obtained_on, kind`;
}

/** Overtime and leave taken in the six full months before the day's month, where reported. */
function overtime({ wardId, contractId }: Subject, day: Day): Prisma.Sql {
  const thisMonth = `${monthOf(day)}-01`;
  return Prisma.sql`
    SELECT staff_id::text AS "staffId", to_char(month, 'YYYY-MM') AS month, overtime_hours::float8 AS "overtimeHours",
      leave_days_taken::float8 AS "leaveDaysTaken"
    FROM overtime_month
    WHERE ward_id = ${wardId}::uuid AND contract_id = ${contractId}::uuid
      AND month >= ${addMonths(thisMonth, -6)}::date AND month < ${thisMonth}::date
    ORDER BY month`;
}

/** Critical incidents in the 60 days that end on the day. */
function incidents({ wardId, contractId }: Subject, day: Day): Prisma.Sql {
  return Prisma.sql`
    SELECT staff_id::text AS "staffId", occurred_on::text AS day FROM critical_incident
    WHERE ward_id = ${wardId}::uuid AND contract_id = ${contractId}::uuid
      AND occurred_on BETWEEN ${addDays(day, 1 - INCIDENT_DAYS)}::date AND ${day}::date
    ORDER BY occurred_on`;
}
