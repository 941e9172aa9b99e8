/**
 * Changes of rank and pay with the day from which they hold. The staff list keeps what holds today; a change of a day to come
 * waits in the history and is put into force once, by the night's job or with the next change.
 */
import { KEPT, Prisma, asTenant, type Tenant, type Tx } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";

import { recordDeed } from "../access/audit.server";
import type { StaffRole } from "../workforce/vocabulary";
import { listPay, listRanks } from "./careers.server";
import { asHistory, fingerprint, type PayRow, type RankRow } from "./record";

/** `seen`: what the form saw of the history; somebody else's change since is a conflict. */
type Change<T> = T & { from: Day; seen: string };
export type HistoryChanged<Row> =
  | { ok: true }
  | { ok: false; reason: "notFound" }
  | { ok: false; reason: "beforeHire"; hiredOn: Day }
  | { ok: false; reason: "conflict"; stands: Row[] };

/** Records a rank from a day on. */
export function changeRank(
  tenant: Tenant,
  staffId: string,
  { from, role, seen }: Change<{ role: StaffRole }>,
  today: Day,
): Promise<HistoryChanged<RankRow>> {
  return asTenant(tenant, async (tx) => {
    const staff = await lockStaff(tx, tenant, staffId);
    if (!staff) return { ok: false, reason: "notFound" };
    const rows = await listRanks(tx, tenant, staffId);
    const stands: RankRow[] = asHistory<Pick<RankRow, "role">>(rows, { from: staff.hiredOn, role: staff.role }, today);
    if (fingerprint(stands) !== seen) return { ok: false, reason: "conflict", stands };
    if (from < staff.hiredOn) return { ok: false, reason: "beforeHire", hiredOn: staff.hiredOn };
    if (rows.length === 0) await putRank(tx, tenant, staffId, { from: staff.hiredOn, role: staff.role }, true);
    await putRank(tx, tenant, staffId, { from, role }, from <= today);
    await bringIntoForce(tx, tenant, today, staffId);
    await audit(tx, tenant, "career.rank", staffId, from);
    return { ok: true };
  });
}

/** Records pay from a day on. Amounts never enter the audit log. */
export function changePay(
  tenant: Tenant,
  staffId: string,
  { from, seen, ...pay }: Change<{ annualPayJpy: number | null; qualificationAllowanceJpy: number | null }>,
  today: Day,
): Promise<HistoryChanged<PayRow>> {
  return asTenant(tenant, async (tx) => {
    const staff = await lockStaff(tx, tenant, staffId);
    if (!staff) return { ok: false, reason: "notFound" };
    const rows = await listPay(tx, tenant, staffId);
    const { annualPayJpy, qualificationAllowanceJpy, hasPay } = staff;
    const first = { from: staff.hiredOn, annualPayJpy, qualificationAllowanceJpy };
    const stands: PayRow[] = asHistory(rows, first, today);
    if (fingerprint(stands) !== seen) return { ok: false, reason: "conflict", stands };
    if (from < staff.hiredOn) return { ok: false, reason: "beforeHire", hiredOn: staff.hiredOn };
    if (rows.length === 0 && hasPay) await putPay(tx, tenant, staffId, first, true);
    await putPay(tx, tenant, staffId, { from, ...pay }, from <= today);
    await bringIntoForce(tx, tenant, today, staffId);
    await audit(tx, tenant, "career.pay", staffId, from);
    return { ok: true };
  });
}

/** Takes back a change of a day to come; false where there is none. */
export function withdrawChange(
  tenant: Tenant,
  staffId: string,
  { of, from }: { of: "rank" | "pay"; from: Day },
  today: Day,
): Promise<boolean> {
  return asTenant(tenant, async (tx) => {
    const table = Prisma.raw(of === "rank" ? "rank_history" : "pay_history");
    const removed = await tx.$executeRaw`
      DELETE FROM ${table} WHERE contract_id = ${tenant.contractId}::uuid AND staff_id = ${staffId}::uuid
        AND from_on = ${from}::date AND from_on > ${today}::date AND NOT applied`;
    if (removed > 0) await audit(tx, tenant, `career.withdraw.${of}`, staffId, from);
    return removed > 0;
  });
}

/**
 * Puts changes of ranks and pay into force whose day has come. Run any number of times, in any order of days: what once came
 * into force is never undone by an earlier day's run.
 */
export function applyDueChanges(tenant: Tenant, day: Day): Promise<void> {
  return asTenant(tenant, (tx) => applyDueChangesIn(tx, tenant, day));
}

/** The same within a transaction that goes on. */
export async function applyDueChangesIn(tx: Tx, tenant: Tenant, day: Day): Promise<void> {
  if (await isAnyDue(tx, tenant, day)) await bringIntoForce(tx, tenant, day, null);
}

async function isAnyDue(tx: Tx, { wardId, contractId }: Tenant, day: Day): Promise<boolean> {
  const due = Prisma.sql`h.ward_id = ${wardId}::uuid AND h.contract_id = ${contractId}::uuid AND NOT h.applied AND h.from_on <= ${day}::date`;
  const [row] = await tx.$queryRaw<{ due: boolean }[]>`${KEPT}
    SELECT EXISTS (SELECT FROM rank_history h WHERE ${due}) OR EXISTS (SELECT FROM pay_history h WHERE ${due}) AS due`;
  return row?.due ?? false;
}

async function bringIntoForce(tx: Tx, { wardId, contractId }: Tenant, day: Day, staffId: string | null): Promise<void> {
  const who = staffId ? Prisma.sql`AND h.staff_id = ${staffId}::uuid` : Prisma.empty;
  const own = Prisma.sql`h.ward_id = ${wardId}::uuid AND h.contract_id = ${contractId}::uuid ${who}`;
  // why: a person is looked at where a change waits, or where this very call changed one; the latest in force decides.
  const looked = staffId
    ? Prisma.sql`true`
    : Prisma.sql`EXISTS (SELECT FROM h w WHERE w.staff_id = h.staff_id AND NOT w.applied AND w.from_on <= ${day}::date)`;
  const current = (table: Prisma.Sql) => Prisma.sql`
    h AS (SELECT * FROM ${table} h WHERE ${own}),
    now AS (SELECT DISTINCT ON (staff_id) * FROM h WHERE (from_on <= ${day}::date OR applied) AND ${looked}
      ORDER BY staff_id, from_on DESC)`;
  await tx.$executeRaw`
    WITH ${current(Prisma.sql`rank_history`)}
    UPDATE staff s SET role = now.role FROM now
    WHERE s.ward_id = now.ward_id AND s.contract_id = now.contract_id AND s.id = now.staff_id AND s.role <> now.role`;
  await tx.$executeRaw`
    WITH ${current(Prisma.sql`pay_history`)}
    INSERT INTO staff_pay AS p (ward_id, contract_id, staff_id, annual_pay_jpy, qualification_allowance_jpy)
    SELECT ward_id, contract_id, staff_id, annual_pay_jpy, qualification_allowance_jpy FROM now
    ON CONFLICT (ward_id, contract_id, staff_id) DO UPDATE
      SET annual_pay_jpy = EXCLUDED.annual_pay_jpy, qualification_allowance_jpy = EXCLUDED.qualification_allowance_jpy
      WHERE (p.annual_pay_jpy, p.qualification_allowance_jpy)
        IS DISTINCT FROM (EXCLUDED.annual_pay_jpy, EXCLUDED.qualification_allowance_jpy)`;
  for (const table of ["rank_history", "pay_history"])
    await tx.$executeRaw`
      UPDATE ${Prisma.raw(table)} h SET applied = true WHERE ${own} AND NOT applied AND from_on <= ${day}::date`;
}

type Locked = {
  hiredOn: Day;
  role: StaffRole;
  hasPay: boolean;
  annualPayJpy: number | null;
  qualificationAllowanceJpy: number | null;
};

async function lockStaff(tx: Tx, { wardId, contractId }: Tenant, staffId: string): Promise<Locked | null> {
  const [found] = await tx.$queryRaw<Locked[]>`
    SELECT s.hired_on::text AS "hiredOn", s.role, p.staff_id IS NOT NULL AS "hasPay", p.annual_pay_jpy AS "annualPayJpy",
      p.qualification_allowance_jpy AS "qualificationAllowanceJpy"
    FROM staff s LEFT JOIN staff_pay p ON p.ward_id = s.ward_id AND p.contract_id = s.contract_id AND p.staff_id = s.id
    WHERE s.ward_id = ${wardId}::uuid AND s.contract_id = ${contractId}::uuid AND s.id = ${staffId}::uuid FOR UPDATE OF s`;
  return found ?? null;
}

async function putRank(
  tx: Tx,
  { wardId, contractId, userId }: Tenant,
  staffId: string,
  { from, role }: { from: Day; role: StaffRole },
  applied: boolean,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO rank_history (ward_id, contract_id, staff_id, from_on, role, applied, recorded_by)
    VALUES (${wardId}::uuid, ${contractId}::uuid, ${staffId}::uuid, ${from}::date, ${role}, ${applied}, ${userId}::uuid)
    ON CONFLICT (ward_id, contract_id, staff_id, from_on) DO UPDATE SET role = EXCLUDED.role, recorded_by = EXCLUDED.recorded_by`;
}

async function putPay(
  tx: Tx,
  { wardId, contractId, userId }: Tenant,
  staffId: string,
  pay: { from: Day; annualPayJpy: number | null; qualificationAllowanceJpy: number | null },
  applied: boolean,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO pay_history (ward_id, contract_id, staff_id, from_on, annual_pay_jpy, qualification_allowance_jpy, applied, recorded_by)
    VALUES (${wardId}::uuid, ${contractId}::uuid, ${staffId}::uuid, ${pay.from}::date, ${pay.annualPayJpy}::int,
      ${pay.qualificationAllowanceJpy}::int, ${applied}, ${userId}::uuid)
    ON CONFLICT (ward_id, contract_id, staff_id, from_on) DO UPDATE SET annual_pay_jpy = EXCLUDED.annual_pay_jpy,
      qualification_allowance_jpy = EXCLUDED.qualification_allowance_jpy, recorded_by = EXCLUDED.recorded_by`;
}

function audit(tx: Tx, tenant: Tenant, action: string, staffId: string, from: Day): Promise<void> {
  return recordDeed(tx, tenant, "manager", { action, subject: "staff", subjectId: staffId, detail: { from } });
}
