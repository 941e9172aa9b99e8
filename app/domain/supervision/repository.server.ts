/** Sessions as a worker or a supervisor may see them: row-level security narrows participants to the own list. */
import { Prisma, asPeople, type People, type Tx } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";
import { pageWithin } from "~/lib/page";

import type { SessionStatus } from "../workforce/vocabulary";
import type { SessionPage, SessionRow, Supervisee } from "./session";

function sessionsWhere(tx: Tx, people: People, condition: Prisma.Sql, order: Prisma.Sql): Promise<SessionRow[]> {
  return tx.$queryRaw<SessionRow[]>`
    SELECT s.id::text, s.held_on::text AS "heldOn", s.start_time AS "startTime", s.minutes, s.kind, s.status, s.external, s.place, s.themes,
      s.video_url AS "videoUrl", s.tentative, s.cancel_reason AS "cancelReason", s.series_id::text AS "seriesId", s.version,
      coalesce((SELECT i.name FROM staff p JOIN staff_identity i ON i.staff_id = p.id
        WHERE p.contract_id = s.contract_id AND p.staff_code = s.supervisor_code), s.supervisor_code) AS "supervisorName",
      s.created_by IS NOT DISTINCT FROM ${people.userId}::uuid AS own,
      coalesce((SELECT json_agg(json_build_object('staffId', a.staff_id, 'name', coalesce(i.name, p.staff_code), 'attendance', a.attendance,
          'answer', c.answer, 'comment', c.comment) ORDER BY p.staff_code)
        FROM supervision_attendance a JOIN staff p ON p.contract_id = a.contract_id AND p.id = a.staff_id
          LEFT JOIN staff_identity i ON i.contract_id = a.contract_id AND i.staff_id = a.staff_id
          LEFT JOIN session_confirmation c ON c.contract_id = a.contract_id AND c.session_id = a.session_id AND c.staff_id = a.staff_id
        WHERE a.contract_id = s.contract_id AND a.session_id = s.id), '[]') AS participants
    FROM supervision_session s WHERE s.contract_id = ${people.contractId}::uuid AND ${condition} ${order}`;
}

/** A page of sessions of one status or all, newest first; planned ones next first. */
export async function listSessions(
  people: People,
  given: { status: SessionStatus | null; page: number; pageSize: number },
): Promise<SessionPage> {
  const condition = given.status ? Prisma.sql`s.status = ${given.status}` : Prisma.sql`true`;
  const order = given.status === "planned" ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  return asPeople(people, async (tx) => {
    const [count] = await tx.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total FROM supervision_session s WHERE s.contract_id = ${people.contractId}::uuid AND ${condition}`;
    const total = count?.total ?? 0;
    const { page, pages, offset } = pageWithin(total, given.page, given.pageSize);
    const rows = await sessionsWhere(
      tx,
      people,
      condition,
      Prisma.sql`ORDER BY s.held_on ${order}, s.start_time ${order}, s.id LIMIT ${given.pageSize} OFFSET ${offset}`,
    );
    return { rows, page, pages, total };
  });
}

/** Sessions up to a day that are planned or still wait for somebody's attendance, next first. */
export async function listOpenSessions(people: People, until: Day): Promise<SessionRow[]> {
  const condition = Prisma.sql`s.held_on <= ${until}::date AND (s.status = 'planned' OR (s.status = 'held' AND EXISTS (
    SELECT FROM supervision_attendance a WHERE a.contract_id = s.contract_id AND a.session_id = s.id AND a.attendance IS NULL)))`;
  return asPeople(people, (tx) =>
    sessionsWhere(tx, people, condition, Prisma.sql`ORDER BY s.held_on, s.start_time, s.id LIMIT 100`),
  );
}

/** One session, or null where there is none that the reader may see. */
export async function getSession(people: People, sessionId: string): Promise<SessionRow | null> {
  return asPeople(people, (tx) => sessionIn(tx, people, sessionId));
}

/** The same within a transaction that goes on to change it. */
export async function sessionIn(tx: Tx, people: People, sessionId: string): Promise<SessionRow | null> {
  return (await sessionsWhere(tx, people, Prisma.sql`s.id = ${sessionId}::uuid`, Prisma.empty))[0] ?? null;
}

/** All sessions of one status or all, newest first, for a file. */
export async function allSessions(people: People, status: SessionStatus | null): Promise<SessionRow[]> {
  const condition = status ? Prisma.sql`s.status = ${status}` : Prisma.sql`true`;
  return asPeople(people, (tx) =>
    sessionsWhere(tx, people, condition, Prisma.sql`ORDER BY s.held_on DESC, s.start_time DESC, s.id`),
  );
}

/** The planned sessions of a series from a day on, next first. */
export async function listSeries(people: People, seriesId: string, from: Day): Promise<SessionRow[]> {
  const condition = Prisma.sql`s.series_id = ${seriesId}::uuid AND s.held_on >= ${from}::date AND s.status = 'planned'`;
  return asPeople(people, (tx) => sessionsWhere(tx, people, condition, Prisma.sql`ORDER BY s.held_on, s.id`));
}

/** Held sessions since a day whose record the worker has not answered; those logged by the worker need no answer. */
export async function listUnanswered(people: People, staffId: string, since: Day): Promise<SessionRow[]> {
  const condition = Prisma.sql`s.status = 'held' AND s.held_on >= ${since}::date AND s.created_by IS DISTINCT FROM ${people.userId}::uuid
    AND EXISTS (SELECT FROM supervision_attendance a WHERE a.contract_id = s.contract_id AND a.session_id = s.id
      AND a.staff_id = ${staffId}::uuid AND a.attendance IS NOT NULL)
    AND NOT EXISTS (SELECT FROM session_confirmation c WHERE c.contract_id = s.contract_id AND c.session_id = s.id
      AND c.staff_id = ${staffId}::uuid)`;
  return asPeople(people, (tx) => sessionsWhere(tx, people, condition, Prisma.sql`ORDER BY s.held_on, s.id`));
}

/** Sessions whose record somebody on the reader's list disputes, oldest first. */
export async function listDisputed(people: People): Promise<SessionRow[]> {
  const condition = Prisma.sql`s.id IN (SELECT session_id FROM session_confirmation
    WHERE contract_id = ${people.contractId}::uuid AND answer = 'disputed')`;
  return asPeople(people, (tx) => sessionsWhere(tx, people, condition, Prisma.sql`ORDER BY s.held_on, s.id`));
}

/** The contract's own supervisors, whom a worker can name. */
export async function listSupervisors(people: People): Promise<{ staffCode: string; name: string }[]> {
  return asPeople(
    people,
    (tx) => tx.$queryRaw<{ staffCode: string; name: string }[]>`
      SELECT s.staff_code AS "staffCode", coalesce(i.name, s.staff_code) AS name
      FROM staff s LEFT JOIN staff_identity i ON i.contract_id = s.contract_id AND i.staff_id = s.id
      WHERE s.contract_id = ${people.contractId}::uuid AND s.role = 'supervisor' AND s.left_on IS NULL ORDER BY s.staff_code`,
  );
}

/** The names of the staff on the reader's list, employed on the day. */
export async function listNames(people: People, day: Day): Promise<Supervisee[]> {
  return asPeople(
    people,
    (tx) => tx.$queryRaw<Supervisee[]>`
      SELECT s.id::text AS "staffId", s.staff_code AS "staffCode", coalesce(i.name, s.staff_code) AS name,
        o.name AS "officeName", o.name_en AS "officeNameEn"
      FROM staff s LEFT JOIN staff_identity i ON i.contract_id = s.contract_id AND i.staff_id = s.id
        LEFT JOIN office o ON o.contract_id = s.contract_id AND o.id = s.office_id
      WHERE s.contract_id = ${people.contractId}::uuid AND s.id = ANY (${people.staffIds}::uuid[])
        AND s.hired_on <= ${day}::date AND (s.left_on IS NULL OR s.left_on >= ${day}::date)
      ORDER BY s.staff_code`,
  );
}
