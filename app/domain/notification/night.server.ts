import { KEPT, Prisma, rowsOf, type Tenant, type Tx } from "../../db/scope.server";
import { addDays, type Day } from "../../lib/calendar";
import { openFlagsQuery, wardFlagsAmong, type OpenFlag } from "../flag/ward-flags.server";
import type { StoredFigures } from "../flag/episodes";
import { OPEN_TO_WARD } from "../improvement/rules";
import type { ContractFacts } from "../workforce/facts";
import type { RequestHappening } from "./happenings";
import { flagNews, groupNews, isOverdue, type FlagStanding } from "./night";
import { tell } from "./tell.server";

type FlagRow = FlagStanding & { officeId: string | null; version: number; stored: StoredFigures };

/**
 * Tells everyone concerned what an evaluation of the contract's last day found since the evaluation of which they were told
 * before, in the evaluation's transaction. A second call for the same day tells nobody again.
 * @param toldBefore the last evaluated day before it of which people were told; the day before where there is none
 * @returns how many notifications are new
 */
export async function tellOfNight(
  tx: Tx,
  tenant: Tenant,
  facts: ContractFacts,
  toldBefore: Day | null,
): Promise<number> {
  const { day } = facts;
  const since = toldBefore ?? addDays(day, -1);
  const { flags, requests, openBefore, openNow } = await readNight(tx, tenant, since, day);
  const overdue = flags.filter((flag) => isOverdue(flag, since, day));
  const before = wardFlagsAmong(facts, openBefore).flags;
  const now = wardFlagsAmong(facts, openNow).flags;
  const happenings = [
    ...requests.map((request): RequestHappening => ({ ...request, kind: "request.escalated" })),
    ...[...flagNews(flags, since, day)],
    ...groupNews(before, now, wardFlagsAmong(facts, overdue).flags),
  ];
  return tell(tx, { ...tenant, userId: null }, happenings, day);
}

type Night = {
  flags: FlagRow[];
  requests: Omit<RequestHappening, "kind">[];
  openBefore: OpenFlag[];
  openNow: OpenFlag[];
};

/** All that a night tells from, in one statement. */
async function readNight(tx: Tx, tenant: Tenant, since: Day, day: Day): Promise<Night> {
  const [night] = await tx.$queryRaw<Night[]>`${KEPT}
    SELECT ${rowsOf(flagsSince(tenant, since, day))} AS flags, ${rowsOf(escalatedRequests(tenant, day))} AS requests,
      ${rowsOf(openFlagsQuery(tenant, since))} AS "openBefore", ${rowsOf(openFlagsQuery(tenant, day))} AS "openNow"`;
  if (!night) throw new Error("A statement without a source has one row");
  return night;
}

/** The flags that are open, and those resolved since then. */
function flagsSince({ wardId, contractId }: Tenant, since: Day, day: Day): Prisma.Sql {
  return Prisma.sql`
    SELECT f.id::text AS "flagId", f.rule, f.rule_version AS version, f.severity, f.figures AS stored, f.staff_id::text AS "staffId",
      s.staff_code AS "staffCode", f.office_id::text AS "officeId", o.office_code AS "officeCode", f.raised_on::text AS "raisedOn",
      coalesce(past.raised_at, f.severity) AS "raisedAt", past.changed_on::text AS "changedOn", f.resolved_on::text AS "resolvedOn",
      coalesce(past.by_person, false) AS "resolvedByPerson", past.agreed_on::text AS "agreedOn", f.due_on::text AS "dueOn",
      EXISTS (SELECT FROM plan_flag p
        JOIN improvement_plan i ON i.ward_id = p.ward_id AND i.contract_id = p.contract_id AND i.id = p.plan_id
        WHERE p.ward_id = f.ward_id AND p.contract_id = f.contract_id AND p.flag_id = f.id
          AND i.status = ANY (${[...OPEN_TO_WARD]}::text[])) AS "isAnswered"
    FROM flag f
      LEFT JOIN staff s ON s.ward_id = f.ward_id AND s.contract_id = f.contract_id AND s.id = f.staff_id
      LEFT JOIN office o ON o.ward_id = f.ward_id AND o.contract_id = f.contract_id AND o.id = coalesce(s.office_id, f.office_id)
      LEFT JOIN LATERAL (
        SELECT (array_agg(e.severity ORDER BY e.day, e.at) FILTER (WHERE e.kind IN ('raised', 'reopened')))[1] AS raised_at,
          max(e.day) FILTER (WHERE e.kind = 'severity' AND e.severity = f.severity) AS changed_on,
          max(e.day) FILTER (WHERE e.kind = 'agreed') AS agreed_on,
          (array_agg(e.note IS NOT NULL ORDER BY e.at DESC) FILTER (WHERE e.kind = 'resolved'))[1] AS by_person
        FROM flag_event e WHERE e.ward_id = f.ward_id AND e.contract_id = f.contract_id AND e.flag_id = f.id) past ON true
    WHERE f.ward_id = ${wardId}::uuid AND f.contract_id = ${contractId}::uuid AND f.raised_on <= ${day}::date
      AND (f.resolved_on IS NULL OR f.resolved_on > ${since}::date)
    ORDER BY f.rule, s.staff_code, f.id`;
}

/** Urgent requests for supervision that nobody has answered in time. */
function escalatedRequests({ wardId, contractId }: Tenant, day: Day): Prisma.Sql {
  return Prisma.sql`
    SELECT r.id::text AS "requestId", r.staff_id::text AS "staffId", s.staff_code AS "staffCode"
    FROM supervision_request r JOIN staff s ON s.ward_id = r.ward_id AND s.contract_id = r.contract_id AND s.id = r.staff_id
    WHERE r.ward_id = ${wardId}::uuid AND r.contract_id = ${contractId}::uuid AND r.status = 'open' AND r.escalates_on <= ${day}::date
    ORDER BY r.made_at, r.id`;
}
