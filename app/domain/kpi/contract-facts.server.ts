/** The contract itself as of a day: its code, offices, terms, monthly return, sessions and closed surveys, in one statement. */
import { KEPT, Prisma, type Tx } from "../../db/scope.server";
import { fiscalYearOf, fiscalYearStart, type Day } from "../../lib/calendar";
import { termsFrom, type SpecificationRow } from "../contract/terms";
import { effectiveThresholds, storedThresholds } from "../flag/thresholds";
import { surveyFacts } from "../survey/flag-rules";
import { surveysClosedBy } from "../survey/survey-facts.server";
import { worthwhileFacts } from "../survey/worthwhile";
import type { ContractFacts } from "../workforce/facts";

export type ContractRow = Pick<
  ContractFacts,
  | "contractCode"
  | "startsOn"
  | "endsOn"
  | "offices"
  | "terms"
  | "hasSpecification"
  | "returns"
  | "filings"
  | "heldSessions"
  | "worthwhile"
  | "surveys"
>;
type Row = Omit<ContractRow, "terms" | "hasSpecification" | "worthwhile" | "surveys"> & {
  specification: SpecificationRow | null;
  /** Of the version that stood on the day. */
  standing: { thresholds: unknown; returnDueDay: number | null } | null;
  bounds: unknown;
  setting: unknown;
  survey: unknown;
  surveys: unknown;
};

/**
 * Reads the contract. The terms are those of the latest specification version of the day's fiscal year, or of the
 * newest year before it, or the defaults. What flags are raised by alone is of the version that stood on the day: the
 * latest of those saved by then, or the one saved first; a later change leaves what was found before it as it was.
 * @param setting a setting of the transaction to make on the way
 * @throws Error where the contract does not exist or lies outside the scope
 */
export async function readContract(
  tx: Tx,
  { wardId, contractId }: { wardId: string; contractId: string },
  day: Day,
  setting = Prisma.sql`NULL`,
): Promise<ContractRow> {
  const fiscalYear = fiscalYearOf(day);
  const yearStart = fiscalYearStart(fiscalYear);
  const [row] = await tx.$queryRaw<Row[]>`${KEPT}
    SELECT ${setting} AS setting, c.code AS "contractCode", c.starts_on::text AS "startsOn", c.ends_on::text AS "endsOn",
      (SELECT jsonb_build_object('cap', s.cap, 'fullTimeHours', s.full_time_hours, 'trainingTargetHours', s.training_target_hours,
          'recognisedQualifications', s.recognised_qualifications, 'payFloorJpy', s.pay_floor_jpy, 'requiredFte', s.required_fte,
          'requiredOutreachWorkers', s.required_outreach_workers,
          'targets', (SELECT coalesce(jsonb_object_agg(t.indicator, t.target), '{}') FROM specification_target t
            WHERE t.ward_id = s.ward_id AND t.contract_id = s.contract_id AND t.fiscal_year = s.fiscal_year AND t.version = s.version))
        FROM specification s
        WHERE s.ward_id = c.ward_id AND s.contract_id = c.id AND s.fiscal_year <= ${fiscalYear}
        ORDER BY s.fiscal_year DESC, s.version DESC LIMIT 1) AS specification,
      (SELECT jsonb_build_object('thresholds', s.thresholds, 'returnDueDay', s.return_due_day)
        FROM (SELECT *, (created_at AT TIME ZONE 'Asia/Tokyo')::date <= ${day}::date AS stood FROM specification) s
        WHERE s.ward_id = c.ward_id AND s.contract_id = c.id AND s.fiscal_year <= ${fiscalYear}
        ORDER BY s.stood DESC, CASE WHEN s.stood THEN s.fiscal_year END DESC, CASE WHEN s.stood THEN s.version END DESC,
          s.created_at, s.fiscal_year DESC, s.version LIMIT 1) AS standing,
      (SELECT b.bounds FROM threshold_bound b WHERE b.ward_id = c.ward_id AND b.from_on <= ${day}::date
        ORDER BY b.from_on DESC LIMIT 1) AS bounds,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('month', to_char(g.month, 'YYYY-MM'), 'submittedOn', g.submitted_on) ORDER BY g.month), '[]')
        FROM return_filing g
        WHERE g.ward_id = c.ward_id AND g.contract_id = c.id AND g.submitted_on <= ${day}::date) AS filings,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('officeId', o.id, 'officeCode', o.office_code, 'name', o.name, 'nameEn', o.name_en)
          ORDER BY o.office_code COLLATE "C"), '[]')
        FROM office o WHERE o.ward_id = c.ward_id AND o.contract_id = c.id) AS offices,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('indicator', r.indicator, 'month', to_char(r.month, 'YYYY-MM'),
          'numerator', r.numerator, 'denominator', r.denominator) ORDER BY r.indicator, r.month), '[]')
        FROM monthly_return r
        WHERE r.ward_id = c.ward_id AND r.contract_id = c.id AND r.month >= ${yearStart}::date
          AND (r.month + interval '1 month - 1 day')::date <= ${day}::date) AS returns,
      (SELECT jsonb_build_object('individual', count(*) FILTER (WHERE h.kind = 'individual'),
          'group', count(*) FILTER (WHERE h.kind = 'group'), 'external', count(*) FILTER (WHERE h.external))
        FROM supervision_session h
        WHERE h.ward_id = c.ward_id AND h.contract_id = c.id AND h.status = 'held'
          AND h.held_on BETWEEN ${yearStart}::date AND ${day}::date) AS "heldSessions",
      (SELECT jsonb_build_object('cells', q.cells -> 'satisfaction', 'units', v.units)
        FROM survey_result q JOIN survey_campaign v ON v.ward_id = q.ward_id AND v.contract_id = q.contract_id AND v.id = q.campaign_id
        WHERE q.ward_id = c.ward_id AND q.contract_id = c.id AND q.kind = 'annual' AND q.closed_on <= ${day}::date
        ORDER BY q.closed_on DESC, q.campaign_id LIMIT 1) AS survey,
      ${surveysClosedBy(day)} AS surveys
    FROM contract c WHERE c.ward_id = ${wardId}::uuid AND c.id = ${contractId}::uuid`;
  if (!row) throw new Error(`No contract ${contractId} in this scope`);
  const { specification, standing, bounds, survey, surveys, setting: made, ...rest } = row;
  // why: the setting was for the transaction to make; it is no fact.
  void made;
  const own = storedThresholds.nullable().parse(standing?.thresholds ?? null);
  const thresholds = effectiveThresholds(own, storedThresholds.nullable().parse(bounds));
  return {
    ...rest,
    terms: { ...termsFrom(specification), thresholds, returnDueDay: standing?.returnDueDay ?? null },
    hasSpecification: specification !== null,
    worthwhile: worthwhileFacts(survey),
    surveys: surveyFacts(surveys),
  };
}
