/** The contractor's register of flags: open or all, narrowed by severity, rule and office, the gravest first. */
import { asTenant, Prisma, type Tenant } from "~/db/scope.server";
import { pageWithin } from "~/lib/page";

import type { StoredFigures } from "./episodes";
import { readFigures } from "./reading.server";
import type { RegisterQuery } from "./register-query";
import type { NamedFlag } from "./repository.server";

export const FLAGS_PER_PAGE = 25;

export type FlagRegister = { flags: NamedFlag[]; total: number; page: number; pages: number };
type Row = Omit<NamedFlag, "figures" | "factors"> & { stored: StoredFigures };

/** One page of the register, as things stand now. */
export async function listFlagRegister(
  tenant: Tenant,
  query: RegisterQuery,
  pageSize = FLAGS_PER_PAGE,
): Promise<FlagRegister> {
  const { severity, rule, office, state } = query;
  const condition = Prisma.sql`WHERE f.ward_id = ${tenant.wardId}::uuid AND f.contract_id = ${tenant.contractId}::uuid
    AND (${state === "all"} OR f.resolved_on IS NULL)
    AND (${severity}::text IS NULL OR f.severity = ${severity}) AND (${rule}::text IS NULL OR f.rule = ${rule})
    AND (${office}::uuid IS NULL OR CASE WHEN f.staff_id IS NULL THEN f.office_id ELSE s.office_id END = ${office}::uuid)`;
  const tables = Prisma.sql`flag f LEFT JOIN staff s ON s.id = f.staff_id`;
  return asTenant(tenant, async (tx) => {
    const [count] = await tx.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM ${tables} ${condition}`;
    const total = count?.total ?? 0;
    const { page, pages, offset } = pageWithin(total, query.page, pageSize);
    const rows = await tx.$queryRaw<Row[]>`
      SELECT f.id::text AS "flagId", f.rule, f.rule_version AS version, f.severity, f.status, f.subject_kind AS subject, f.staff_id::text AS "staffId",
        s.staff_code AS "staffCode", i.name AS "staffName", s.role, o.id::text AS "officeId", o.office_code AS "officeCode", o.name AS "officeName",
        o.name_en AS "officeNameEn", f.raised_on::text AS "raisedOn", f.resolved_on::text AS "resolvedOn",
        f.due_on::text AS "dueOn", f.figures AS stored
      FROM ${tables} LEFT JOIN staff_identity i ON i.staff_id = s.id LEFT JOIN office o ON o.id = CASE WHEN f.staff_id IS NULL THEN f.office_id ELSE s.office_id END ${condition}
      ORDER BY f.resolved_on IS NOT NULL, array_position(ARRAY['critical', 'warning', 'watch'], f.severity),
        f.raised_on DESC, s.staff_code COLLATE "C", f.rule
      LIMIT ${pageSize} OFFSET ${offset}`;
    return { flags: rows.map(({ stored, ...row }) => ({ ...row, ...readFigures(stored) })), total, page, pages };
  });
}
