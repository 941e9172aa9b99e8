/**
 * The facts that evaluation reads of every worker of the country, as one statement written by hand: the bound that the night
 * is compared with. It counts per worker and knows nothing of totals, terms, scopes, rules, flags or who is told of them.
 * $1 is the day.
 */
export const NATIONAL_FACTS = `
  WITH y AS (SELECT $1::date AS day, make_date(extract(year FROM $1::date - interval '3 months')::int, 4, 1) AS from_on,
      date_trunc('month', $1::date)::date AS month),
  pair AS (
    SELECT a.staff_id, cardinality(c.tags) AS tags, min(greatest(a.from_on, c.opened_on)) AS began,
      max(least(a.to_on, c.closed_on, y.day)) AS ended,
      max(greatest(a.from_on, c.opened_on)) FILTER (WHERE least(a.to_on, c.closed_on, y.day) = y.day) AS since
    FROM y CROSS JOIN support_case c
    JOIN case_assignment a ON a.ward_id = c.ward_id AND a.contract_id = c.contract_id AND a.case_id = c.id
    WHERE a.from_on <= y.day AND c.opened_on <= y.day AND (c.closed_on IS NULL OR c.closed_on >= y.from_on)
      AND greatest(a.from_on, c.opened_on) <= least(a.to_on, c.closed_on, y.day)
    GROUP BY a.staff_id, c.id, cardinality(c.tags)),
  caseload AS (
    SELECT p.staff_id, count(*) AS annual, count(since) AS active,
      sum(least(3, 1 + 0.5 * greatest(0, tags - 1))) FILTER (WHERE since IS NOT NULL) AS load,
      count(*) FILTER (WHERE began >= greatest(y.day - 89, y.from_on, s.hired_on)) AS recent,
      count(*) FILTER (WHERE since IS NOT NULL AND tags >= 4) AS many_tags, max(since) FILTER (WHERE tags >= 4) AS newest_many_tags
    FROM y CROSS JOIN pair p JOIN staff s ON s.id = p.staff_id WHERE p.ended >= y.from_on GROUP BY 1),
  training AS (
    SELECT staff_id, sum(hours) AS hours, jsonb_agg(jsonb_build_array(attended_on, hours, topic, format) ORDER BY attended_on) AS records
    FROM y CROSS JOIN training_record WHERE approval = 'approved' AND attended_on BETWEEN y.from_on AND y.day GROUP BY 1),
  seat AS (
    SELECT a.staff_id, s.held_on, s.kind, s.external, s.status = 'held' AND a.attendance = 'attended' AND s.held_on <= y.day AS attended,
      s.status = 'planned' AND s.held_on >= y.day AND a.attendance IS DISTINCT FROM 'excused' AS planned
    FROM y CROSS JOIN supervision_session s
    JOIN supervision_attendance a ON a.ward_id = s.ward_id AND a.contract_id = s.contract_id AND a.session_id = s.id),
  sessions AS (
    SELECT staff_id, max(held_on) FILTER (WHERE attended) AS last_on,
      jsonb_agg(jsonb_build_array(held_on, kind, external) ORDER BY held_on) FILTER (WHERE attended AND held_on >= y.from_on - interval '6 months') AS attended,
      jsonb_agg(jsonb_build_array(held_on, kind, external) ORDER BY held_on) FILTER (WHERE planned) AS planned
    FROM y CROSS JOIN seat GROUP BY 1),
  overtime AS (
    SELECT staff_id, jsonb_agg(jsonb_build_array(o.month, overtime_hours, leave_days_taken) ORDER BY o.month) AS months
    FROM y CROSS JOIN overtime_month o WHERE o.month >= y.month - interval '6 months' AND o.month < y.month GROUP BY 1),
  qualified AS (
    SELECT staff_id, jsonb_agg(jsonb_build_array(kind, obtained_on, expires_on) ORDER BY obtained_on, kind) AS qualifications
    FROM y CROSS JOIN qualification WHERE obtained_on <= y.day AND verification = 'verified' GROUP BY 1),
  hurt AS (SELECT staff_id, array_agg(occurred_on) AS incidents FROM y CROSS JOIN critical_incident
    WHERE occurred_on BETWEEN y.day - 59 AND y.day GROUP BY 1),
  away AS (SELECT staff_id, jsonb_agg(jsonb_build_array(starts_on, ends_on) ORDER BY starts_on) AS leave FROM staff_leave GROUP BY 1)
  SELECT s.contract_id, s.id, s.staff_code, s.office_id, s.role, s.weekly_hours, s.hired_on, s.left_on, s.dedicated_outreach,
    p.annual_pay_jpy, p.qualification_allowance_jpy, c.annual, c.active, c.load, c.recent, c.many_tags, c.newest_many_tags,
    t.hours, t.records, v.last_on, v.attended, v.planned, q.qualifications, o.months, h.incidents, l.leave
  FROM staff s
  LEFT JOIN staff_pay p ON p.ward_id = s.ward_id AND p.contract_id = s.contract_id AND p.staff_id = s.id
  LEFT JOIN caseload c ON c.staff_id = s.id LEFT JOIN training t ON t.staff_id = s.id LEFT JOIN sessions v ON v.staff_id = s.id
  LEFT JOIN qualified q ON q.staff_id = s.id LEFT JOIN overtime o ON o.staff_id = s.id LEFT JOIN hurt h ON h.staff_id = s.id
  LEFT JOIN away l ON l.staff_id = s.id`;
