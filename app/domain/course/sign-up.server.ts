import { asPeople, type People } from "~/db/scope.server";
import { fiscalYearOf, fiscalYearStart, type Day } from "~/lib/calendar";

import type { Course, CourseDate, Seats } from "./course";
import { COURSE, NO_SEATS, readSeats } from "./plan.server";

/** A date of the plan as a worker sees it: of the others, numbers alone. */
export type OpenDate = CourseDate & Seats & { course: Course; attendance: "attended" | "absent" | null };

/** The plan's dates from the day on that a worker can go to, and the own ones of the fiscal year, by day. */
export async function listOpenDates(people: People, day: Day): Promise<OpenDate[]> {
  return asPeople(people, async (tx) => {
    const rows = await tx.$queryRaw<(CourseDate & { course: Course; attendance: OpenDate["attendance"] })[]>`
      SELECT d.id::text, d.held_on::text AS "heldOn", d.start_time AS "startTime", d.place, d.video_url AS "videoUrl", d.cancelled,
        (SELECT to_jsonb(one) FROM (SELECT ${COURSE}) AS one) AS course, u.attendance
      FROM course_date d
      JOIN training_course c ON c.ward_id = d.ward_id AND c.contract_id = d.contract_id AND c.id = d.course_id
      LEFT JOIN course_sign_up u ON u.ward_id = d.ward_id AND u.contract_id = d.contract_id AND u.date_id = d.id AND u.status <> 'withdrawn'
        AND u.staff_id = ANY (${people.staffIds}::uuid[])
      WHERE d.contract_id = ${people.contractId}::uuid AND d.held_on >= ${fiscalYearStart(fiscalYearOf(day))}::date
        AND (u.staff_id IS NOT NULL OR (d.held_on >= ${day}::date AND NOT d.cancelled AND NOT c.cancelled))
      ORDER BY d.held_on, d.start_time NULLS FIRST, c.title, d.id`;
    const seats = await readSeats(
      tx,
      rows.map((row) => row.id),
    );
    return rows.map((row) => ({ ...row, ...(seats.get(row.id) ?? NO_SEATS) }));
  });
}

export type SignedUp = "signed_up" | "waiting" | "closed";

/** Signs the worker up for a date, or puts them on its waiting list. Twice is once; `closed`: past, cancelled or not theirs. */
export async function signUp(people: People, dateId: string, today: Day): Promise<SignedUp> {
  return asPeople(people, async (tx) => {
    const [answer] = await tx.$queryRaw<{ status: SignedUp }[]>`
      SELECT app_sign_up(${dateId}::uuid, ${today}::date) AS status`;
    return answer?.status ?? "closed";
  });
}

/** Gives the worker's place back; whoever has waited longest moves up. False where there is none to give back. */
export async function withdraw(people: People, dateId: string, today: Day): Promise<boolean> {
  return asPeople(people, async (tx) => {
    const [answer] = await tx.$queryRaw<{ done: boolean }[]>`
      SELECT app_withdraw(${dateId}::uuid, ${today}::date) AS done`;
    return answer?.done ?? false;
  });
}
