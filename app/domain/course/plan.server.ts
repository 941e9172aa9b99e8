/** Reads of a contract's annual training plan for its manager. */
import { Prisma, asTenant, type Tenant, type Tx } from "~/db/scope.server";
import { fiscalYearEnd, fiscalYearStart, type Day } from "~/lib/calendar";

import type { TrainingTopic } from "../workforce/vocabulary";
import type { Course, CourseDate, PlannedCourse, Seats, SignUpRow } from "./course";
import type { HoursShare } from "../training/rules";

/** The columns of a course `c`. */
export const COURSE = Prisma.sql`c.id::text, c.fiscal_year AS "fiscalYear", c.quarter, c.title, c.provider, c.topic, c.format,
  c.hours::float8, c.seats, c.cost_jpy AS "costJpy", c.payer, c.in_working_time AS "inWorkingTime", c.cancelled, c.version`;
/** The columns of a date `d`, as JSON. */
const DATE = Prisma.sql`jsonb_build_object('id', d.id, 'heldOn', d.held_on::text, 'startTime', d.start_time, 'place', d.place,
  'videoUrl', d.video_url, 'cancelled', d.cancelled)`;

/** A fiscal year's courses with their dates, by quarter and title. */
export async function listPlan(tenant: Tenant, fiscalYear: number): Promise<PlannedCourse[]> {
  return asTenant(tenant, (tx) =>
    readPlan(tx, Prisma.sql`c.contract_id = ${tenant.contractId}::uuid AND c.fiscal_year = ${fiscalYear}`),
  );
}

/** One course with its dates, or null where the contract has none of that id. */
export async function getCourse(tenant: Tenant, courseId: string): Promise<PlannedCourse | null> {
  const where = Prisma.sql`c.contract_id = ${tenant.contractId}::uuid AND c.id = ${courseId}::uuid`;
  return asTenant(tenant, async (tx) => (await readPlan(tx, where))[0] ?? null);
}

/** Courses with their dates and how full these are; three statements whatever their number. */
export async function readPlan(tx: Tx, where: Prisma.Sql): Promise<PlannedCourse[]> {
  const courses = await tx.$queryRaw<(Course & { dates: CourseDate[] })[]>`
    SELECT ${COURSE}, coalesce(jsonb_agg(${DATE} ORDER BY d.held_on, d.start_time NULLS FIRST, d.id) FILTER (WHERE d.id IS NOT NULL), '[]') AS dates
    FROM training_course c LEFT JOIN course_date d ON d.ward_id = c.ward_id AND d.contract_id = c.contract_id AND d.course_id = c.id
    WHERE ${where} GROUP BY c.ward_id, c.contract_id, c.id ORDER BY c.quarter, c.title, c.id`;
  const dateIds = courses.flatMap((course) => course.dates.map((date) => date.id));
  const seats = await readSeats(tx, dateIds);
  const attended = await tx.$queryRaw<{ dateId: string; attended: number }[]>`
    SELECT date_id::text AS "dateId", count(*)::int AS attended FROM course_sign_up
    WHERE date_id = ANY (${dateIds}::uuid[]) AND attendance = 'attended' GROUP BY date_id`;
  const counts = new Map(attended.map((row) => [row.dateId, row.attended]));
  return courses.map((course) => ({
    ...course,
    dates: course.dates.map((date) => ({
      ...date,
      ...(seats.get(date.id) ?? NO_SEATS),
      attended: counts.get(date.id) ?? 0,
    })),
  }));
}

export const NO_SEATS: Seats = { seats: null, signedUp: 0, waiting: 0, ownStatus: null, ownPosition: null };

/** How full some dates are, by their id. */
export async function readSeats(tx: Tx, dateIds: readonly string[]): Promise<Map<string, Seats>> {
  const rows = await tx.$queryRaw<(Seats & { dateId: string })[]>`
    SELECT date_id::text AS "dateId", seats, signed_up AS "signedUp", waiting, own_status AS "ownStatus", own_position AS "ownPosition"
    FROM app_seats(${[...dateIds]}::uuid[])`;
  return new Map(rows.map(({ dateId, ...seats }) => [dateId, seats]));
}

export type PlanProgress = { byTopic: { topic: TrainingTopic; hours: number }[]; practical: HoursShare };

/** What the contract's approved records of the fiscal year up to the day cover, to set against the plan. */
export async function planProgress(tenant: Tenant, fiscalYear: number, day: Day): Promise<PlanProgress> {
  const end = fiscalYearEnd(fiscalYear);
  const rows = await asTenant(
    tenant,
    (tx) => tx.$queryRaw<{ topic: TrainingTopic; hours: number; practical: number }[]>`
      SELECT topic, sum(hours)::float8 AS hours,
        coalesce(sum(hours) FILTER (WHERE format IN ('case_study', 'role_play')), 0)::float8 AS practical
      FROM training_record WHERE contract_id = ${tenant.contractId}::uuid AND approval = 'approved'
        AND attended_on BETWEEN ${fiscalYearStart(fiscalYear)}::date AND ${day < end ? day : end}::date GROUP BY topic`,
  );
  const sum = (of: "hours" | "practical") => rows.reduce((total, row) => total + row[of], 0);
  return {
    byTopic: rows.map(({ topic, hours }) => ({ topic, hours })),
    practical: { hours: sum("practical"), of: sum("hours") },
  };
}

/** Who goes to which date of a fiscal year's plan, by day, for a file. */
export function listSignUps(tenant: Tenant, fiscalYear: number): Promise<SignUpRow[]> {
  return asTenant(
    tenant,
    (tx) => tx.$queryRaw<SignUpRow[]>`
      SELECT c.title AS "courseTitle", d.held_on::text AS "heldOn", d.start_time AS "startTime", d.place, s.staff_code AS "staffCode", i.name,
        u.status, u.attendance, CASE WHEN u.status = 'waiting' THEN
          row_number() OVER (PARTITION BY u.date_id, u.status ORDER BY u.at, u.staff_id) END::int AS position
      FROM course_sign_up u
      JOIN course_date d ON d.contract_id = u.contract_id AND d.id = u.date_id
      JOIN training_course c ON c.contract_id = d.contract_id AND c.id = d.course_id
      JOIN staff s ON s.contract_id = u.contract_id AND s.id = u.staff_id
      LEFT JOIN staff_identity i ON i.contract_id = u.contract_id AND i.staff_id = u.staff_id
      WHERE u.contract_id = ${tenant.contractId}::uuid AND c.fiscal_year = ${fiscalYear}
      ORDER BY d.held_on, c.title, d.start_time NULLS FIRST, d.id, u.status, u.at, s.staff_code COLLATE "C"`,
  );
}
