/** A person attends at most 24 hours of training a day, whoever writes it down; what was rejected does not take room. */
import type { Tx } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";

import { MAX_HOURS_A_DAY } from "./schema";

/** Lets nobody else add to these people's days until the transaction ends; in one order, so that two never wait for each other. */
export async function lockDays(tx: Tx, staffIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended(one, 0)) FROM unnest(${[...new Set(staffIds)].sort()}::text[]) AS one`;
}

/** Hours a person has on a day, but for one record. */
export async function hoursOn(
  tx: Tx,
  contractId: string,
  staffId: string,
  day: Day,
  except: string | null = null,
): Promise<number> {
  const [row] = await tx.$queryRaw<{ hours: number }[]>`
    SELECT coalesce(sum(hours), 0)::float8 AS hours FROM training_record
    WHERE contract_id = ${contractId}::uuid AND staff_id = ${staffId}::uuid AND attended_on = ${day}::date
      AND approval <> 'rejected' AND id IS DISTINCT FROM ${except}::uuid`;
  return row?.hours ?? 0;
}

/** Why a person cannot have attended on a day. */
export type AttendanceProblem = {
  staffId: string;
  staffCode: string;
  name: string | null;
  day: Day;
  problem: "tooManyHours" | "notEmployed";
  /** All hours of the day, the new ones included. */
  hours: number;
};

/** As the records of the transaction stand: who of the people is above 24 hours on the day given for them or not employed on it. */
export function attendanceProblems(
  tx: Tx,
  contractId: string,
  wanted: readonly { staffId: string; day: Day }[],
): Promise<AttendanceProblem[]> {
  return tx.$queryRaw<AttendanceProblem[]>`
    SELECT * FROM (
      SELECT s.id::text AS "staffId", s.staff_code AS "staffCode", i.name, w.day::text AS day, coalesce(sum(r.hours), 0)::float8 AS hours,
        CASE WHEN s.hired_on <= w.day AND coalesce(s.left_on >= w.day, true) THEN 'tooManyHours' ELSE 'notEmployed' END AS problem
      FROM unnest(${wanted.map(({ staffId }) => staffId)}::uuid[], ${wanted.map(({ day }) => day)}::date[]) AS w (staff_id, day)
      JOIN staff s ON s.contract_id = ${contractId}::uuid AND s.id = w.staff_id
      LEFT JOIN staff_identity i ON i.contract_id = s.contract_id AND i.staff_id = s.id
      LEFT JOIN training_record r ON r.contract_id = s.contract_id AND r.staff_id = s.id AND r.attended_on = w.day AND r.approval <> 'rejected'
      GROUP BY s.id, s.staff_code, s.hired_on, s.left_on, i.name, w.day) AS judged
    WHERE problem = 'notEmployed' OR hours > ${MAX_HOURS_A_DAY}
    ORDER BY "staffCode" COLLATE "C", day`;
}
