/** The training records of a contract by name, for its manager. */
import { Prisma, asTenant, type Tenant } from "~/db/scope.server";
import { fiscalYearEnd, fiscalYearStart } from "~/lib/calendar";
import { pageWithin } from "~/lib/page";

import type { NamedTraining } from "./record";
import type { RecordQuery } from "./record-query";

/** A record `r` with its person `s`, name `i` and office `o`. */
export const NAMED = Prisma.sql`r.id::text, r.attended_on::text AS "attendedOn", r.title, r.provider, r.topic, r.format, r.hours::float8,
  r.in_working_time AS "inWorkingTime", r.publicly_funded AS "publiclyFunded", r.approval, r.decision_note AS "decisionNote", r.version,
  s.id::text AS "staffId", s.staff_code AS "staffCode", i.name, o.name AS "officeName", o.name_en AS "officeNameEn"`;
export const NAMED_FROM = Prisma.sql`training_record r
  JOIN staff s ON s.ward_id = r.ward_id AND s.contract_id = r.contract_id AND s.id = r.staff_id
  LEFT JOIN staff_identity i ON i.ward_id = r.ward_id AND i.contract_id = r.contract_id AND i.staff_id = r.staff_id
  LEFT JOIN office o ON o.ward_id = s.ward_id AND o.contract_id = s.contract_id AND o.id = s.office_id`;

export type RecordList = {
  rows: NamedTraining[];
  page: number;
  pages: number;
  total: number;
  /** Approved hours among all that fit. */
  hours: number;
};

/** A page of the records that fit the query, newest first. */
export async function listRecords(tenant: Tenant, query: RecordQuery, pageSize: number): Promise<RecordList> {
  const fits = fitting(tenant, query);
  return asTenant(tenant, async (tx) => {
    const [sum] = await tx.$queryRaw<{ total: number; hours: number }[]>`
      SELECT count(*)::int AS total, coalesce(sum(r.hours) FILTER (WHERE r.approval = 'approved'), 0)::float8 AS hours
      FROM ${NAMED_FROM} WHERE ${fits}`;
    const { total = 0, hours = 0 } = sum ?? {};
    const { page, pages, offset } = pageWithin(total, query.page, pageSize);
    const rows = await tx.$queryRaw<NamedTraining[]>`
      SELECT ${NAMED} FROM ${NAMED_FROM} WHERE ${fits}
      ORDER BY r.attended_on DESC, s.staff_code COLLATE "C", r.id LIMIT ${pageSize} OFFSET ${offset}`;
    return { rows, page, pages, total, hours };
  });
}

/** All records that fit the query, oldest first, for a file. */
export function listAllRecords(tenant: Tenant, query: RecordQuery): Promise<NamedTraining[]> {
  return asTenant(
    tenant,
    (tx) => tx.$queryRaw<NamedTraining[]>`
      SELECT ${NAMED} FROM ${NAMED_FROM} WHERE ${fitting(tenant, query)} ORDER BY r.attended_on, s.staff_code COLLATE "C", r.id`,
  );
}

function fitting({ contractId }: Tenant, query: RecordQuery): Prisma.Sql {
  const needle = `%${query.search.replaceAll(/[\\%_]/g, "\\$&")}%`;
  return Prisma.join(
    [
      Prisma.sql`r.contract_id = ${contractId}::uuid`,
      Prisma.sql`r.attended_on BETWEEN ${fiscalYearStart(query.fiscalYear)}::date AND ${fiscalYearEnd(query.fiscalYear)}::date`,
      query.search && Prisma.sql`(i.name ILIKE ${needle} OR s.staff_code ILIKE ${needle} OR r.title ILIKE ${needle})`,
      query.officeId && Prisma.sql`s.office_id = ${query.officeId}::uuid`,
      query.topic && Prisma.sql`r.topic = ${query.topic}`,
      query.format && Prisma.sql`r.format = ${query.format}`,
      query.approval && Prisma.sql`r.approval = ${query.approval}`,
    ].filter((part) => typeof part === "object" && part !== null),
    " AND ",
  );
}
