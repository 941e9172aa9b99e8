/** How the year's cases of a worker or of a contract mount up, month by month, with the forecast for 31 March. */
import { asFacts, asTenant, Prisma, type Tenant, type Tx, type WardView } from "~/db/scope.server";
import { fiscalYearOf, fiscalYearStart, openDays, type Day } from "~/lib/calendar";

import { capFor } from "../caseload/rules";
import { countCases, leads } from "../kpi/case-facts.server";
import { readContract } from "../kpi/contract-facts.server";
import { listLeave, listPosts } from "../kpi/people-facts.server";
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
 * A contract's course: its distinct cases against the sum of its workers' caps for the year. No figure of it is about a
 * single worker, so a ward may read it.
 */
export async function contractCourse(keeper: Tenant | WardView, contractId: string, day: Day): Promise<Course> {
  const subject = { wardId: keeper.wardId, contractId };
  const read = async (tx: Tx) => {
    const { terms } = await readContract(tx, subject, day);
    const posts = await listPosts(tx, subject);
    const leave = await listLeave(tx, subject);
    const { contractCases, contractNewCases } = await countCases(tx, subject, day);
    const employed = Prisma.sql`AND s.role = ANY (${[...SUPPORT_ROLES]}::text[])`;
    const counts = await countByMonth(tx, subject, day, employed, true);
    const cap = posts
      .filter(({ role }) => isSupportRole(role))
      .map((post) => ({ ...post, leave: leave.filter(({ staffId }) => staffId === post.staffId) }))
      .reduce((sum, post) => sum + capFor(terms, post, fiscalYearOf(day)), 0);
    const forecast = totalForecast(contractCases, contractNewCases, day);
    return courseOf({
      ...{ day, counts, forecast },
      cap: Math.round(cap * 10) / 10,
      openDaysIn: ({ from, to }) => openDays(from, to),
    });
  };
  return "contractId" in keeper ? asTenant(keeper, read) : asFacts(keeper, read);
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
