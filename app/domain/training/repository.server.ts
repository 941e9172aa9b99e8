import { asPeople, type People } from "~/db/scope.server";
import { fiscalYearEnd, fiscalYearStart } from "~/lib/calendar";

import type { Course, TrainingPage, TrainingRow } from "./record";

/** A person's training of a fiscal year, newest first, with the year's hours in all and by topic. */
export async function listTraining(
  people: People,
  staffId: string,
  given: { fiscalYear: number; page: number; pageSize: number },
): Promise<TrainingPage> {
  const [from, to] = [fiscalYearStart(given.fiscalYear), fiscalYearEnd(given.fiscalYear)];
  return asPeople(people, async (tx) => {
    const byTopic = await tx.$queryRaw<TrainingPage["byTopic"]>`
      SELECT topic, sum(hours)::float8 AS hours, count(*)::int AS records FROM training_record
      WHERE contract_id = ${people.contractId}::uuid AND staff_id = ${staffId}::uuid AND attended_on BETWEEN ${from}::date AND ${to}::date
      GROUP BY topic ORDER BY hours DESC, topic`;
    const total = byTopic.reduce((sum, row) => sum + row.records, 0);
    const pages = Math.max(1, Math.ceil(total / given.pageSize));
    const page = Math.min(Math.max(1, given.page), pages);
    const rows = await tx.$queryRaw<TrainingRow[]>`
      SELECT id::text, attended_on::text AS "attendedOn", title, provider, topic, format, hours::float8,
        in_working_time AS "inWorkingTime", publicly_funded AS "publiclyFunded",
        record_ref ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' AS logged
      FROM training_record
      WHERE contract_id = ${people.contractId}::uuid AND staff_id = ${staffId}::uuid AND attended_on BETWEEN ${from}::date AND ${to}::date
      ORDER BY attended_on DESC, id LIMIT ${given.pageSize} OFFSET ${(page - 1) * given.pageSize}`;
    return { rows, page, pages, total, hours: byTopic.reduce((sum, row) => sum + row.hours, 0), byTopic };
  });
}

/** The courses a person attended last, each once: what the next record is most likely about. */
export async function listRecentCourses(people: People, staffId: string, limit = 4): Promise<Course[]> {
  return asPeople(
    people,
    (tx) => tx.$queryRaw<Course[]>`
      SELECT title, topic, format, hours::float8 FROM (
        SELECT DISTINCT ON (title, topic, format) title, topic, format, hours, attended_on FROM training_record
        WHERE contract_id = ${people.contractId}::uuid AND staff_id = ${staffId}::uuid
        ORDER BY title, topic, format, attended_on DESC) AS courses
      ORDER BY attended_on DESC, title LIMIT ${limit}`,
  );
}
