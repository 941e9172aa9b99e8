/** How the year's cases of a worker or of a contract mount up, month by month, with the forecast for 31 March. */
import { asTenant, Prisma, type Tenant, type Tx } from "~/db/scope.server";
import { fiscalYearOf, fiscalYearStart, openDays, type Day } from "~/lib/calendar";

import { capFor } from "../caseload/rules";
import { leads } from "../kpi/case-facts.server";
import { listLeave, listPosts } from "../kpi/people-facts.server";
import type { ContractFacts } from "../workforce/facts";
import { isSupportRole } from "../workforce/rules";
import { SUPPORT_ROLES } from "../workforce/vocabulary";
import { courseOf, type Course, type MonthCount } from "./course";
import { openPresentDays, totalForecast, type Forecast } from "./rules";

/** A worker's course, given the figures of the day; null where the contract has no such worker. */
export async function workerCourse(
  tenant: Tenant,
  worker: { staffId: string; forecast: Forecast; cap: number },
  day: Day,
): Promise<Course | null> {
  const { staffId, forecast, cap } = worker;
  return asTenant(tenant, async (tx) => {
    const post = (await listPosts(tx, tenant)).find((one) => one.staffId === staffId);
    if (!post) return null;
    const leave = (await listLeave(tx, tenant)).filter((one) => one.staffId === staffId);
    const counts = await countByMonth(tx, tenant, day, Prisma.sql`AND s.id = ${staffId}::uuid`);
    return courseOf({
      ...{ day, counts, forecast, cap },
      openDaysIn: (span) => openPresentDays({ ...post, leave }, span),
    });
  });
}

/**
 * A contract's course as of the facts' day: its distinct cases against the sum of its workers' caps for the year. No figure
 * of it is about a single worker, so a ward may read it.
 */
export async function contractCourse(tx: Tx, facts: ContractFacts): Promise<Course> {
  const { day, terms, contractCases, contractNewCases } = facts;
  const employed = Prisma.sql`AND s.role = ANY (${[...SUPPORT_ROLES]}::text[])`;
  const counts = await countByMonth(tx, facts, day, employed, true);
  const cap = facts.workers
    .filter(({ role }) => isSupportRole(role))
    .reduce((sum, worker) => sum + capFor(terms, worker, fiscalYearOf(day)), 0);
  return courseOf({
    ...{ day, counts, forecast: totalForecast(contractCases, contractNewCases, day) },
    cap: Math.round(cap * 10) / 10,
    openDaysIn: ({ from, to }) => openDays(from, to),
  });
}

/** Distinct cases by the month in which they entered the year's count, in one statement. */
function countByMonth(
  tx: Tx,
  subject: { wardId: string; contractId: string },
  day: Day,
  who: Prisma.Sql,
  whileEmployed = false,
): Promise<MonthCount[]> {
  const yearStart = fiscalYearStart(fiscalYearOf(day));
  const [first, last] = whileEmployed
    ? [Prisma.sql`greatest(l.first_day, s.hired_on)`, Prisma.sql`least(l.last_day, s.left_on)`]
    : [Prisma.sql`l.first_day`, Prisma.sql`l.last_day`];
  return tx.$queryRaw<MonthCount[]>`
    WITH lead AS (${leads(subject, day)}),
    entered AS (
      SELECT l.case_id, min(greatest(${first}, ${yearStart}::date)) AS first_day
      FROM lead l
      JOIN staff s ON s.ward_id = ${subject.wardId}::uuid AND s.contract_id = ${subject.contractId}::uuid AND s.id = l.staff_id
      WHERE ${first} <= ${last} AND ${last} >= ${yearStart}::date ${who}
      GROUP BY l.case_id)
    SELECT to_char(first_day, 'YYYY-MM') AS month, count(*)::int AS cases FROM entered GROUP BY 1 ORDER BY 1`;
}
