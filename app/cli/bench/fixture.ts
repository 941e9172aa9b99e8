/** Contracts to measure on, made by the database itself: per worker 60 cases, 8 trainings, 4 sessions and 6 months of overtime. */
import { randomUUID } from "node:crypto";

import type pg from "pg";

/** The day that evaluation and indicators are measured on, late in a fiscal year. */
export const BENCH_DAY = "2026-02-15";

export type BenchContract = { wardId: string; contractId: string };

/** A ward with one contract and nothing else. */
export async function makeContract(owner: pg.Client, wardCode: string, code: string): Promise<BenchContract> {
  const [wardId, contractorId, contractId] = [randomUUID(), randomUUID(), randomUUID()];
  await owner.query("INSERT INTO ward (id, code, name) VALUES ($1, $2, '計測区')", [wardId, wardCode]);
  await owner.query("INSERT INTO contractor (ward_id, id, name) VALUES ($1, $2, '計測法人')", [wardId, contractorId]);
  await owner.query(
    "INSERT INTO contract (ward_id, id, contractor_id, code, starts_on, ends_on) VALUES ($1, $2, $3, $4, '2023-04-01', '2026-03-31')",
    [wardId, contractId, contractorId, code],
  );
  return { wardId, contractId };
}

/** Gives a contract so many workers in offices of about twenty, and nothing else. */
export async function fillWorkforce(
  owner: pg.Client,
  { wardId, contractId }: BenchContract,
  workers: number,
): Promise<void> {
  const keys = `'${wardId}'::uuid, '${contractId}'::uuid`;
  await owner.query(`
    INSERT INTO office (ward_id, contract_id, office_code, name)
      SELECT ${keys}, 'O' || n, '第' || n || '事業所' FROM generate_series(1, greatest(1, ${workers} / 20)) n;
    INSERT INTO staff (ward_id, contract_id, staff_code, office_id, role, weekly_hours, hired_on)
      SELECT ${keys}, 'S' || lpad(n::text, 5, '0'), o.id, 'support_worker', CASE n % 5 WHEN 0 THEN 24 ELSE 40 END, date '2025-04-01' - (n * 37) % 3000
      FROM generate_series(1, ${workers}) n JOIN office o ON o.contract_id = '${contractId}' AND o.office_code = 'O' || (n % greatest(1, ${workers} / 20) + 1);
    ANALYZE office, staff`);
}

/** Fills a contract with so many workers and what belongs to them. The same number gives the same figures. */
export async function fillContract(
  owner: pg.Client,
  { wardId, contractId }: BenchContract,
  workers: number,
): Promise<void> {
  const keys = `'${wardId}'::uuid, '${contractId}'::uuid`;
  await fillWorkforce(owner, { wardId, contractId }, workers);
  await owner.query(`
    INSERT INTO support_case (ward_id, contract_id, case_ref, opened_on, closed_on, tags)
      SELECT ${keys}, s.staff_code || '-' || n, opened, CASE WHEN n % 3 = 0 THEN NULL ELSE opened + 40 + (n * 13) % 200 END,
        (ARRAY['debt', 'illness', 'housing', 'family', 'isolation'])[1:n % 6]
      FROM staff s, generate_series(1, 60) n, LATERAL (SELECT date '2024-06-01' + (n * 10 + length(s.staff_code)) % 600 AS opened) o
      WHERE s.contract_id = '${contractId}';
    INSERT INTO case_assignment (ward_id, contract_id, case_id, staff_id, from_on, to_on)
      SELECT ${keys}, c.id, s.id, c.opened_on, c.closed_on FROM support_case c
      JOIN staff s ON s.contract_id = c.contract_id AND s.staff_code = split_part(c.case_ref, '-', 1) WHERE c.contract_id = '${contractId}';
    INSERT INTO training_record (ward_id, contract_id, record_ref, staff_id, attended_on, title, topic, format, hours)
      SELECT ${keys}, s.staff_code || '-' || n, s.id, date '2025-04-10' + n * 35, '計測研修', 'basic', 'lecture', 1.5
      FROM staff s, generate_series(1, 8) n WHERE s.contract_id = '${contractId}';
    INSERT INTO supervision_session (ward_id, contract_id, session_ref, held_on, minutes, kind, status)
      SELECT ${keys}, s.staff_code || '-' || n, date '2025-04-20' + n * 70, 60, 'individual', 'held'
      FROM staff s, generate_series(0, 3) n WHERE s.contract_id = '${contractId}';
    INSERT INTO supervision_attendance (ward_id, contract_id, session_id, staff_id, attendance)
      SELECT ${keys}, v.id, s.id, CASE WHEN right(s.staff_code, 1) = '7' THEN 'absent' ELSE 'attended' END
      FROM supervision_session v JOIN staff s ON s.contract_id = v.contract_id AND s.staff_code = split_part(v.session_ref, '-', 1) WHERE v.contract_id = '${contractId}';
    INSERT INTO overtime_month (ward_id, contract_id, staff_id, month, overtime_hours, leave_days_taken)
      SELECT ${keys}, s.id, (date '2025-08-01' + n * interval '1 month')::date, (length(s.id::text) + n * 7) % 60, 1
      FROM staff s, generate_series(0, 5) n WHERE s.contract_id = '${contractId}'`);
  await owner.query("ANALYZE");
}

/**
 * The per-worker counts that evaluation needs, as one statement written by hand: the lower bound it is compared with.
 * It knows nothing of leave, planned sessions, qualifications, incidents or rules.
 */
export const COUNTS_BY_HAND = `
  WITH year AS (SELECT date '2025-04-01' AS from_on, $3::date AS day)
  SELECT s.id, c.annual, c.active, c.load, c.recent, t.hours, v.attended, o.overtime
  FROM staff s CROSS JOIN year y
  LEFT JOIN (
    SELECT a.staff_id, count(DISTINCT a.case_id) FILTER (WHERE a.to_on IS NULL OR a.to_on >= y.from_on) AS annual,
      count(*) FILTER (WHERE a.to_on IS NULL OR a.to_on >= y.day) AS active,
      sum(least(3, 1 + 0.5 * greatest(0, cardinality(k.tags) - 1))) FILTER (WHERE a.to_on IS NULL OR a.to_on >= y.day) AS load,
      count(DISTINCT a.case_id) FILTER (WHERE a.from_on > y.day - 90) AS recent
    FROM case_assignment a JOIN support_case k ON k.ward_id = a.ward_id AND k.contract_id = a.contract_id AND k.id = a.case_id CROSS JOIN year y
    WHERE a.ward_id = $1 AND a.contract_id = $2 AND a.from_on <= y.day GROUP BY 1) c ON c.staff_id = s.id
  LEFT JOIN (SELECT staff_id, sum(hours) AS hours FROM training_record CROSS JOIN year y
    WHERE ward_id = $1 AND contract_id = $2 AND attended_on BETWEEN y.from_on AND y.day GROUP BY 1) t ON t.staff_id = s.id
  LEFT JOIN (SELECT p.staff_id, count(*) AS attended FROM supervision_attendance p
    JOIN supervision_session z ON z.ward_id = p.ward_id AND z.contract_id = p.contract_id AND z.id = p.session_id CROSS JOIN year y
    WHERE p.ward_id = $1 AND p.contract_id = $2 AND z.status = 'held' AND p.attendance = 'attended' AND z.held_on <= y.day GROUP BY 1) v ON v.staff_id = s.id
  LEFT JOIN (SELECT staff_id, max(overtime_hours) AS overtime FROM overtime_month WHERE ward_id = $1 AND contract_id = $2 GROUP BY 1) o ON o.staff_id = s.id
  WHERE s.ward_id = $1 AND s.contract_id = $2`;
