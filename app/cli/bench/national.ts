/**
 * A country to measure on, made by the database itself: contracts of a skewed size, workers and those who were there before
 * them, and five years of cases with their leads, training, sessions and overtime up to the measured day.
 * The same share gives the same rows.
 */
import type pg from "pg";

import { BENCH_DAY } from "./fixture";

export type Country = { contracts: number; offices: number; workers: number };

const WHOLE: Country = { contracts: 907, offices: 1_400, workers: 10_000 };
const YEARS = 5;
/** About as many as three months have; so that a contract's rows lie among those of others, as they came in. */
const DAYS_A_ROUND = 91;

/** The country's counts, or a share of them: one twentieth is 1/20. */
export function countryOf(share: number): Country {
  const of = (count: number) => Math.max(1, Math.round(count * share));
  return { contracts: of(WHOLE.contracts), offices: of(WHOLE.offices), workers: of(WHOLE.workers) };
}

/** Fills an empty database with a country. @returns the rows put in */
export async function fillCountry(owner: pg.Client, country: Country): Promise<number> {
  let rows = 0;
  const put = async (sql: string) => {
    rows += (await owner.query(sql)).rowCount ?? 0;
  };
  await owner.query("BEGIN");
  for (const statement of contractsOf(country)) await put(statement);
  for (const statement of STAFF) await put(statement);
  await owner.query("COMMIT");
  await owner.query("ANALYZE staff, office, contract, ward");
  for (const statement of RECORDS) await put(statement);
  const rounds = Math.floor((YEARS * 365) / DAYS_A_ROUND);
  for (let round = 0; round < rounds; round += 1) {
    await put(casesOf(`date '${BENCH_DAY}' - ${(rounds - round) * DAYS_A_ROUND - 1}`, round));
    // why: as the server's own upkeep would in the course of five years.
    if (round === 0) await owner.query("ANALYZE support_case, case_assignment");
  }
  await owner.query("VACUUM (ANALYZE)");
  return rows;
}

/** A worker's post with the one who holds it and the one who held it before; most began within the five years. */
function contractsOf({ contracts, offices, workers }: Country): string[] {
  // why: a few contracts of cities are large and most are of a handful of people, in about the proportions of the country.
  const skewed = (of: string, total: number) => `1 + floor(${contracts} * power((${of} - 0.5) / ${total}, 1.6))::int`;
  const further = offices - contracts;
  return [
    `CREATE TEMPORARY TABLE bench_office AS
      SELECT k, row_number() OVER (PARTITION BY k) - 1 AS place, count(*) OVER (PARTITION BY k) AS places
      FROM (SELECT generate_series(1, ${contracts}) AS k
        UNION ALL SELECT ${skewed("m", Math.max(1, further))} FROM generate_series(1, ${further}) m) all_offices`,
    `CREATE TEMPORARY TABLE bench_post AS
      SELECT n, k, md5('ward ' || k)::uuid AS ward_id, md5('contract ' || k)::uuid AS contract_id,
        md5('office ' || k || '-' || n % o.places)::uuid AS office_id, md5('staff ' || n)::uuid AS staff_id,
        date '${BENCH_DAY}' - 30 - (n * 37) % 3000 AS hired_on, md5('before ' || n)::uuid AS before_id, n % 5 = 0 AS is_part_time
      FROM (SELECT n, ${skewed("n", workers)} AS k FROM generate_series(1, ${workers}) n) post
      JOIN (SELECT k, max(places) AS places FROM bench_office GROUP BY k) o USING (k)`,
    `INSERT INTO ward (id, code, name) SELECT md5('ward ' || k)::uuid, lpad(k::text, 6, '0'), '計測市' || k FROM generate_series(1, ${contracts}) k`,
    `INSERT INTO contractor (ward_id, id, name)
      SELECT md5('ward ' || k)::uuid, md5('contractor ' || k)::uuid, '計測法人' || k FROM generate_series(1, ${contracts}) k`,
    `INSERT INTO contract (ward_id, id, contractor_id, code, starts_on, ends_on)
      SELECT md5('ward ' || k)::uuid, md5('contract ' || k)::uuid, md5('contractor ' || k)::uuid, 'NATIONAL-' || k, '2020-04-01', '2027-03-31'
      FROM generate_series(1, ${contracts}) k`,
    // why: with 80 cases a worker and year the usual cap of 50 would flag everybody; at 125 about one in three is.
    `INSERT INTO specification (ward_id, contract_id, fiscal_year, cap)
      SELECT md5('ward ' || k)::uuid, md5('contract ' || k)::uuid, 2020, 125 FROM generate_series(1, ${contracts}) k`,
    `INSERT INTO office (ward_id, contract_id, id, office_code, name)
      SELECT md5('ward ' || k)::uuid, md5('contract ' || k)::uuid, md5('office ' || k || '-' || place)::uuid, 'O' || place, '第' || place + 1 || '事業所' FROM bench_office`,
  ];
}

const KEYS = "ward_id, contract_id";
const STAFF = [
  `CREATE TEMPORARY TABLE bench_staff AS
      SELECT ${KEYS}, n, staff_id AS id, 'S' || lpad(n::text, 6, '0') AS staff_code, office_id, is_part_time, hired_on, NULL::date AS left_on FROM bench_post
      UNION ALL
      SELECT ${KEYS}, n, before_id, 'B' || lpad(n::text, 6, '0'), office_id, is_part_time, hired_on - 1500, hired_on - 1
      FROM bench_post WHERE hired_on > date '${BENCH_DAY}' - ${YEARS * 365}`,
  `INSERT INTO staff (ward_id, contract_id, id, staff_code, office_id, role, employment, weekly_hours, hired_on, left_on)
      SELECT ${KEYS}, id, staff_code, office_id, CASE n % 12 WHEN 0 THEN 'outreach_worker' WHEN 1 THEN 'chief_support_worker' ELSE 'support_worker' END,
        CASE WHEN is_part_time THEN 'part_time' ELSE 'full_time' END, CASE WHEN is_part_time THEN 24 ELSE 40 END, hired_on, left_on FROM bench_staff`,
  `INSERT INTO staff_identity (ward_id, contract_id, staff_id, name) SELECT ${KEYS}, id, '計測 ' || staff_code FROM bench_staff`,
  `INSERT INTO staff_pay (ward_id, contract_id, staff_id, annual_pay_jpy) SELECT ${KEYS}, id, 3000000 + n % 50 * 30000 FROM bench_staff`,
  `INSERT INTO staff_leave (ward_id, contract_id, staff_id, starts_on, ends_on, kind)
      SELECT ${KEYS}, id, hired_on + 200, hired_on + 200 + n % 150, 'parental' FROM bench_staff WHERE n % 20 = 3 AND (left_on IS NULL OR left_on > hired_on + 400)`,
  `INSERT INTO qualification (ward_id, contract_id, staff_id, kind, obtained_on, expires_on)
      SELECT ${KEYS}, id, (ARRAY['certified_social_worker', 'career_consultant', 'care_worker', 'other'])[1 + q * 2 + n % 2], hired_on - 400,
        CASE WHEN n % 3 = 0 THEN hired_on - 400 + 1825 * (1 + (date '${BENCH_DAY}' - hired_on + 400) / 1825) END
      FROM bench_staff, generate_series(0, 1) q WHERE n % (2 + q) = 0`,
];

const EMPLOYED = (day: string) => `s.hired_on <= ${day} AND (s.left_on IS NULL OR s.left_on >= ${day})`;

/** What is recorded of each worker over the years, by time, as it came in. */
const RECORDS = [
  `INSERT INTO training_record (ward_id, contract_id, record_ref, staff_id, attended_on, title, topic, format, hours)
    SELECT s.ward_id, s.contract_id, s.staff_code || '-' || t, s.id, d.day, '計測研修', 'basic', 'lecture', 1.5 + s.n % 5 * 0.5
    FROM generate_series(0, ${YEARS * 8 - 1}) t CROSS JOIN LATERAL (SELECT date '${BENCH_DAY}' - 20 - t * 45 AS day) d JOIN bench_staff s ON ${EMPLOYED("d.day")}
    WHERE s.n % 6 > 0 OR t % 2 = 0 ORDER BY t DESC, s.contract_id`,
  `INSERT INTO supervision_session (ward_id, contract_id, id, session_ref, held_on, minutes, kind, status)
    SELECT s.ward_id, s.contract_id, md5('session ' || s.staff_code || t)::uuid, s.staff_code || '-' || t, d.day, 60, 'individual',
      CASE WHEN t < 0 THEN 'planned' ELSE 'held' END
    FROM generate_series(-1, ${YEARS * 4 - 1}) t CROSS JOIN LATERAL (SELECT date '${BENCH_DAY}' - 25 - t * 91 AS day) d JOIN bench_staff s ON ${EMPLOYED("d.day")}
    ORDER BY t DESC, s.contract_id`,
  `INSERT INTO supervision_attendance (ward_id, contract_id, session_id, staff_id, attendance)
    SELECT s.ward_id, s.contract_id, md5('session ' || s.staff_code || t)::uuid, s.id,
      CASE WHEN t < 0 THEN NULL WHEN s.n % 10 = 7 AND t < 3 THEN 'absent' ELSE 'attended' END
    FROM generate_series(-1, ${YEARS * 4 - 1}) t CROSS JOIN LATERAL (SELECT date '${BENCH_DAY}' - 25 - t * 91 AS day) d JOIN bench_staff s ON ${EMPLOYED("d.day")}
    ORDER BY t DESC, s.contract_id`,
  `INSERT INTO overtime_month (ward_id, contract_id, staff_id, month, overtime_hours, leave_days_taken)
    SELECT s.ward_id, s.contract_id, s.id, d.day, (s.n * 7 + t * 5) % 44, t % 3
    FROM generate_series(1, ${YEARS * 12}) t CROSS JOIN LATERAL (SELECT (date_trunc('month', date '${BENCH_DAY}') - t * interval '1 month')::date AS day) d
    JOIN bench_staff s ON ${EMPLOYED("d.day")} ORDER BY t DESC, s.contract_id`,
  `INSERT INTO critical_incident (ward_id, contract_id, staff_id, occurred_on, kind)
    SELECT s.ward_id, s.contract_id, s.id, d.day, 'threat'
    FROM generate_series(0, ${YEARS - 1}) t CROSS JOIN LATERAL (SELECT date '${BENCH_DAY}' - 30 - t * 365 AS day) d JOIN bench_staff s ON ${EMPLOYED("d.day")}
    WHERE s.n % 30 = 11`,
];

/** Three months' cases of every post: 20 on average, closed after three weeks to nine months and some after two years. */
function casesOf(start: string, round: number): string {
  const made = `
    SELECT p.ward_id, p.contract_id, md5('case ' || p.n || '-' || ${round} || '-' || i)::uuid AS id, p.n || '-' || ${round} || '-' || i AS case_ref,
      p.office_id, p.staff_id, p.before_id, p.hired_on, opened_on, CASE WHEN ends_on <= date '${BENCH_DAY}' THEN ends_on END AS closed_on,
      (ARRAY['debt', 'illness', 'housing', 'family', 'isolation'])[1:(p.n * 3 + i * 7) % 6] AS tags
    FROM bench_post p CROSS JOIN LATERAL generate_series(1, CASE WHEN p.is_part_time THEN 10 + p.n / 5 % 5 ELSE 18 + p.n % 9 END) i
    CROSS JOIN LATERAL (SELECT ${start} + (i * 4 + p.n * 7) % ${DAYS_A_ROUND} AS opened_on) o
    CROSS JOIN LATERAL (SELECT opened_on + 21 + (p.n * 11 + i * 29) % 240 + CASE WHEN (p.n + i) % 25 = 0 THEN 500 ELSE 0 END AS ends_on) e
    ORDER BY p.contract_id, opened_on`;
  const leads = `
    SELECT ward_id, contract_id, id AS case_id, before_id AS staff_id, opened_on AS from_on, least(closed_on, hired_on - 1) AS to_on FROM made WHERE opened_on < hired_on
    UNION ALL
    SELECT ward_id, contract_id, id, staff_id, greatest(opened_on, hired_on), closed_on FROM made WHERE closed_on IS NULL OR closed_on >= hired_on`;
  return `
    WITH made AS (${made}), cases AS (
      INSERT INTO support_case (ward_id, contract_id, id, case_ref, office_id, opened_on, closed_on, tags)
      SELECT ward_id, contract_id, id, case_ref, office_id, opened_on, closed_on, tags FROM made)
    INSERT INTO case_assignment (ward_id, contract_id, case_id, staff_id, from_on, to_on) ${leads}`;
}
