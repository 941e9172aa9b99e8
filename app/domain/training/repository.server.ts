import { Prisma, asPeople, type People, type Tx } from "~/db/scope.server";
import { addDays, fiscalYearEnd, fiscalYearOf, fiscalYearStart, type Day } from "~/lib/calendar";
import { pageWithin } from "~/lib/page";

import { listEvidence } from "../evidence/evidence.server";
import type { EvidenceRow } from "../evidence/content";
import type { Course, Courses, TrainingPage, TrainingRow } from "./record";

/** The columns of a row; `open` says what the policies of the table let the person change. */
const ROW = Prisma.sql`id::text, attended_on::text AS "attendedOn", title, provider, topic, format, hours::float8,
  in_working_time AS "inWorkingTime", publicly_funded AS "publiclyFunded", approval, decision_note AS "decisionNote", version,
  (record_ref ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    AND (approval <> 'approved' OR (decided_by IS NULL AND NOT app_training_approval(attended_on)))) AS open`;

/** A person's training of a fiscal year, newest first, with the year's approved hours in all and by topic, and what waits. */
export async function listTraining(
  people: People,
  staffId: string,
  given: { fiscalYear: number; page: number; pageSize: number },
): Promise<TrainingPage> {
  const span = inYear(people, staffId, given.fiscalYear);
  return asPeople(people, async (tx) => {
    const groups = await tx.$queryRaw<(TrainingPage["byTopic"][number] & Pick<TrainingRow, "approval">)[]>`
      SELECT topic, approval, sum(hours)::float8 AS hours, count(*)::int AS records FROM training_record
      WHERE ${span} GROUP BY topic, approval ORDER BY hours DESC, topic`;
    const total = sum(groups, "records");
    const { page, pages, offset } = pageWithin(total, given.page, given.pageSize);
    const rows = await tx.$queryRaw<TrainingRow[]>`
      SELECT ${ROW} FROM training_record WHERE ${span}
      ORDER BY attended_on DESC, id LIMIT ${given.pageSize} OFFSET ${offset}`;
    const approved = groups.filter((group) => group.approval === "approved");
    const pending = groups.filter((group) => group.approval === "pending");
    const byTopic = approved.map(({ topic, hours, records }) => ({ topic, hours, records }));
    return {
      ...{ rows, page, pages, total, byTopic, hours: sum(approved, "hours") },
      pending: { hours: sum(pending, "hours"), records: sum(pending, "records") },
    };
  });
}

/** All of a person's training of a fiscal year, oldest first, for a file. */
export function listYear(people: People, staffId: string, fiscalYear: number): Promise<TrainingRow[]> {
  return asPeople(
    people,
    (tx) => tx.$queryRaw<TrainingRow[]>`
      SELECT ${ROW} FROM training_record WHERE ${inYear(people, staffId, fiscalYear)} ORDER BY attended_on, id`,
  );
}

function inYear(people: People, staffId: string, fiscalYear: number): Prisma.Sql {
  return Prisma.sql`contract_id = ${people.contractId}::uuid AND staff_id = ${staffId}::uuid
    AND attended_on BETWEEN ${fiscalYearStart(fiscalYear)}::date AND ${fiscalYearEnd(fiscalYear)}::date`;
}

function sum<K extends string>(rows: readonly Record<K, number>[], key: K): number {
  return rows.reduce((total, row) => total + row[key], 0);
}

export type OwnRecord = { record: TrainingRow; evidence: EvidenceRow[] };

/** One record of a person with its evidence, or null where the person has none of that id. */
export async function getRecord(people: People, staffId: string, recordId: string): Promise<OwnRecord | null> {
  return asPeople(people, async (tx) => {
    const record = await readRecord(tx, people.contractId, staffId, recordId);
    if (!record) return null;
    return { record, evidence: await listEvidence(tx, people.contractId, "training", [recordId]) };
  });
}

/** A person's record as it stands. */
export async function readRecord(
  tx: Tx,
  contractId: string,
  staffId: string,
  recordId: string,
): Promise<TrainingRow | null> {
  const [record] = await tx.$queryRaw<TrainingRow[]>`
    SELECT ${ROW} FROM training_record
    WHERE contract_id = ${contractId}::uuid AND staff_id = ${staffId}::uuid AND id = ${recordId}::uuid`;
  return record ?? null;
}

/** Whether training attended on a day waits for the manager's approval. */
export async function isApprovalAsked(tx: Tx, day: Day): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ asked: boolean }[]>`SELECT app_training_approval(${day}::date) AS asked`;
  return row?.asked ?? false;
}

const PLANNED = 6;
const PLAN_DAYS = 30;

/** What the next record is most likely about: the courses a person attended last, and those of the plan held of late. */
export async function listCourses(people: People, staffId: string, day: Day): Promise<Courses> {
  const recent = await listRecentCourses(people, staffId);
  const planned = await asPeople(
    people,
    (tx) => tx.$queryRaw<Course[]>`
      SELECT c.title, c.provider, c.topic, c.format, c.hours::float8, c.in_working_time AS "inWorkingTime",
        c.payer <> 'worker' AS "publiclyFunded"
      FROM training_course c
      LEFT JOIN course_date d ON d.contract_id = c.contract_id AND d.course_id = c.id AND NOT d.cancelled
        AND d.held_on BETWEEN ${addDays(day, -PLAN_DAYS)}::date AND ${day}::date
      WHERE c.contract_id = ${people.contractId}::uuid AND c.fiscal_year = ${fiscalYearOf(day)} AND NOT c.cancelled
      GROUP BY c.id, c.title, c.provider, c.topic, c.format, c.hours, c.in_working_time, c.payer, c.quarter
      ORDER BY max(d.held_on) DESC NULLS LAST, c.quarter, c.title LIMIT ${PLANNED}`,
  );
  const seen = new Set(recent.map((course) => course.title));
  return { recent, planned: planned.filter((course) => !seen.has(course.title)) };
}

/** The courses a person attended last, each once. */
export async function listRecentCourses(people: People, staffId: string, limit = 4): Promise<Course[]> {
  return asPeople(
    people,
    (tx) => tx.$queryRaw<Course[]>`
      SELECT title, provider, topic, format, hours::float8, in_working_time AS "inWorkingTime", publicly_funded AS "publiclyFunded" FROM (
        SELECT DISTINCT ON (title, topic, format) title, provider, topic, format, hours, in_working_time, publicly_funded, attended_on
        FROM training_record
        WHERE contract_id = ${people.contractId}::uuid AND staff_id = ${staffId}::uuid AND approval <> 'rejected'
        ORDER BY title, topic, format, attended_on DESC) AS courses
      ORDER BY attended_on DESC, title LIMIT ${limit}`,
  );
}
