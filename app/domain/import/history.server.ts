/**
 * Keeps the history of ranks and pay where an import changes them: what held before since the hire, where nothing was
 * recorded yet, and what holds from the day of the import. Runs between the comparison and the writing of a table.
 */
import { Prisma, type Tenant, type Tx } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";

import { own } from "./check.server";

const KEPT = {
  staff: {
    history: "rank_history",
    match: "t.staff_code = w.w_staff_code",
    person: "t.id",
    hired: "t.hired_on",
    values: { role: "w_role" },
  },
  staff_pay: {
    history: "pay_history",
    match: "t.staff_id = w.w_staff_id",
    person: "t.staff_id",
    hired:
      "(SELECT p.hired_on FROM staff p WHERE p.ward_id = t.ward_id AND p.contract_id = t.contract_id AND p.id = t.staff_id)",
    values: {
      annual_pay_jpy: "w_annual_pay_jpy",
      qualification_allowance_jpy: "w_qualification_allowance_jpy",
    },
  },
} as const satisfies Record<string, { values: Readonly<Record<string, string>> } & Record<string, unknown>>;

/** Writes the history for a table that has one; a change of the first day at work or before is a correction, no history. */
export async function keepHistory(tx: Tx, tenant: Tenant, table: string, day: Day): Promise<void> {
  if (table !== "staff" && table !== "staff_pay") return;
  const { history, match, person, hired, values } = KEPT[table];
  const columns = Object.keys(values);
  const raw = (parts: string[]): Prisma.Sql => Prisma.raw(parts.join(", "));
  const differs = Object.entries(values).map(([column, wanted]) => `t.${column} IS DISTINCT FROM w.${wanted}`);
  const changed = Prisma.sql`
    SELECT ${Prisma.raw(person)} AS staff_id, ${Prisma.raw(hired)} AS hired_on, ${raw(columns.map((name) => `t.${name}`))},
      ${raw(Object.values(values).map((name) => `w.${name}`))}
    FROM ${Prisma.raw(`want_${table}`)} w JOIN ${Prisma.raw(table)} t ON ${own(tenant, "t")} AND ${Prisma.raw(match)}
    WHERE w.is_changed AND (${Prisma.raw(differs.join(" OR "))})`;
  const into = Prisma.sql`INSERT INTO ${Prisma.raw(history)} (ward_id, contract_id, staff_id, from_on, ${raw(columns)}, recorded_by)`;
  const who = Prisma.sql`${tenant.wardId}::uuid, ${tenant.contractId}::uuid, c.staff_id`;
  await tx.$executeRaw`
    ${into} SELECT ${who}, c.hired_on, ${raw(columns.map((name) => `c.${name}`))}, NULL FROM (${changed}) AS c
    WHERE c.hired_on < ${day}::date AND NOT EXISTS (SELECT FROM ${Prisma.raw(history)} h WHERE ${own(tenant, "h")} AND h.staff_id = c.staff_id)`;
  await tx.$executeRaw`
    ${into} SELECT ${who}, ${day}::date, ${raw(Object.values(values).map((name) => `c.${name}`))}, ${tenant.userId}::uuid
    FROM (${changed}) AS c WHERE c.hired_on < ${day}::date
    ON CONFLICT (ward_id, contract_id, staff_id, from_on) DO UPDATE
      SET ${raw(columns.map((name) => `${name} = EXCLUDED.${name}`))}, applied = true, recorded_by = EXCLUDED.recorded_by`;
}
