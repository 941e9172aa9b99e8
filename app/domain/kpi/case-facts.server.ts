/**
 * Case counts of a contract as of a day. A case counts for a worker on the days on which it is
 * open and led by that worker; for the contract and its offices only while that worker is employed support staff.
 * What is dated after the day (a closing, the end of a lead) is treated as not yet known.
 */
import { Prisma, rowsOf, type Tx } from "../../db/scope.server";
import { fiscalYearOf, fiscalYearStart, type Day } from "../../lib/calendar";
import { rateWindow } from "../forecast/rules";
import type { CaseloadFacts } from "../workforce/facts";
import { SUPPORT_ROLES } from "../workforce/vocabulary";

const MANY_TAGS = 4;

type Subject = { wardId: string; contractId: string };
export type CaseTotals = {
  contractCases: number;
  officeCases: Map<string, number>;
  contractNewCases: number;
  officeNewCases: Map<string, number>;
};

/** The spans on which cases were open and led, cut off at the day: staff_id, case_id, tag_count, first_day, last_day. */
export function leads({ wardId, contractId }: Subject, day: Day): Prisma.Sql {
  // why: a case closed before the fiscal year can count for nothing, and leaving it out keeps old years free of cost.
  return Prisma.sql`
    SELECT a.staff_id, a.case_id, cardinality(c.tags) AS tag_count, greatest(a.from_on, c.opened_on) AS first_day,
      least(a.to_on, c.closed_on, ${day}::date) AS last_day
    FROM case_assignment a
    JOIN support_case c ON c.ward_id = a.ward_id AND c.contract_id = a.contract_id AND c.id = a.case_id
    WHERE a.ward_id = ${wardId}::uuid AND a.contract_id = ${contractId}::uuid
      AND a.from_on <= ${day}::date AND c.opened_on <= ${day}::date
      AND (c.closed_on IS NULL OR c.closed_on >= ${fiscalYearStart(fiscalYearOf(day))}::date)`;
}

type CaseloadRow = CaseloadFacts & { staffId: string };

/** Caseload counts by staff id; a worker without a case in the year has no entry. */
export async function listCaseloads(tx: Tx, subject: Subject, day: Day): Promise<Map<string, CaseloadFacts>> {
  return caseloadsFrom(
    await tx.$queryRaw<
      CaseloadRow[]
    >`WITH lead AS (${leads(subject, day)}) SELECT * FROM (${caseloads(subject, day)}) r`,
  );
}

export type CaseRows = { caseloads: CaseloadRow[]; totals: TotalRow[] };

/** The query whose one row is a `CaseRows`: the counts by worker, and those of the contract and its offices. */
export function casesQuery(subject: Subject, day: Day): Prisma.Sql {
  return Prisma.sql`
    WITH lead AS MATERIALIZED (${leads(subject, day)})
    SELECT ${rowsOf(caseloads(subject, day))} AS caseloads, ${rowsOf(totals(subject, day, null))} AS totals`;
}

/** Caseload counts by staff id, and the distinct cases of the contract and its offices. */
export function casesFrom(rows: CaseRows): { caseloads: Map<string, CaseloadFacts>; totals: CaseTotals } {
  return { caseloads: caseloadsFrom(rows.caseloads), totals: totalsFrom(rows.totals) };
}

/** Over `lead`. */
function caseloads(subject: Subject, day: Day): Prisma.Sql {
  const yearStart = fiscalYearStart(fiscalYearOf(day));
  return Prisma.sql`
    WITH pair AS (
      SELECT staff_id, case_id, tag_count, min(first_day) AS began, max(last_day) AS ended,
        max(first_day) FILTER (WHERE last_day = ${day}::date) AS current_from
      FROM lead WHERE first_day <= last_day GROUP BY staff_id, case_id, tag_count)
    SELECT p.staff_id::text AS "staffId", count(*)::int AS "annualCases",
      count(*) FILTER (WHERE current_from IS NOT NULL)::int AS "activeCases",
      coalesce(sum(least(3, 1 + 0.5 * greatest(0, tag_count - 1))) FILTER (WHERE current_from IS NOT NULL), 0)::float8 AS "weightedLoad",
      count(*) FILTER (WHERE began >= greatest(${rateWindow(day, null).from}::date, s.hired_on))::int AS "newCases",
      count(*) FILTER (WHERE current_from IS NOT NULL AND tag_count >= ${MANY_TAGS})::int AS "manyTagCases",
      (max(current_from) FILTER (WHERE tag_count >= ${MANY_TAGS}))::text AS "newestManyTagFrom"
    FROM pair p
    JOIN staff s ON s.ward_id = ${subject.wardId}::uuid AND s.contract_id = ${subject.contractId}::uuid AND s.id = p.staff_id
    WHERE p.ended >= ${yearStart}::date
    GROUP BY p.staff_id`;
}

function caseloadsFrom(rows: readonly CaseloadRow[]): Map<string, CaseloadFacts> {
  return new Map(rows.map(({ staffId, ...facts }) => [staffId, facts]));
}

type TotalRow = { isTotal: boolean; officeId: string | null; cases: number; newCases: number };

/**
 * Distinct cases of the contract and of each office, by the leading worker's office.
 * @param officeIds counts only what staff of these offices led (null: without an office), each case once
 */
export async function countCases(
  tx: Tx,
  subject: Subject,
  day: Day,
  officeIds: readonly (string | null)[] | null = null,
): Promise<CaseTotals> {
  return totalsFrom(
    await tx.$queryRaw<
      TotalRow[]
    >`WITH lead AS (${leads(subject, day)}) SELECT * FROM (${totals(subject, day, officeIds)}) r`,
  );
}

/** Over `lead`. */
function totals(subject: Subject, day: Day, officeIds: readonly (string | null)[] | null): Prisma.Sql {
  const within = officeIds
    ? Prisma.sql`AND coalesce(s.office_id::text, '') = ANY (${officeIds.map((id) => id ?? "")}::text[])`
    : Prisma.empty;
  const yearStart = fiscalYearStart(fiscalYearOf(day));
  return Prisma.sql`
    WITH span AS (
      SELECT l.case_id, s.office_id, greatest(l.first_day, s.hired_on) AS first_day, least(l.last_day, s.left_on) AS last_day
      FROM lead l
      JOIN staff s ON s.ward_id = ${subject.wardId}::uuid AND s.contract_id = ${subject.contractId}::uuid AND s.id = l.staff_id
      WHERE s.role = ANY (${[...SUPPORT_ROLES]}::text[]) ${within}),
    counted AS (
      SELECT case_id, office_id, grouping(office_id) = 1 AS is_total, min(first_day) AS began, max(last_day) AS ended
      FROM span WHERE first_day <= last_day GROUP BY GROUPING SETS ((case_id), (case_id, office_id)))
    SELECT is_total AS "isTotal", office_id::text AS "officeId", count(*)::int AS cases,
      count(*) FILTER (WHERE began >= ${rateWindow(day, null).from}::date)::int AS "newCases"
    FROM counted WHERE ended >= ${yearStart}::date GROUP BY is_total, office_id`;
}

function totalsFrom(rows: readonly TotalRow[]): CaseTotals {
  const total = rows.find((row) => row.isTotal);
  const offices = rows.flatMap(({ isTotal, officeId, ...counts }) =>
    isTotal || !officeId ? [] : [{ officeId, ...counts }],
  );
  return {
    contractCases: total?.cases ?? 0,
    contractNewCases: total?.newCases ?? 0,
    officeCases: new Map(offices.map((row) => [row.officeId, row.cases])),
    officeNewCases: new Map(offices.map((row) => [row.officeId, row.newCases])),
  };
}
