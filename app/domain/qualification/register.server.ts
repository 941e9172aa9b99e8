/** The register of a contract's qualifications, for its manager, and a person's own part of it. */
import { Prisma, asPeople, asTenant, type People, type Tenant, type Tx } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";
import { pageWithin } from "~/lib/page";

import { listEvidence } from "../evidence/evidence.server";
import type { EvidenceRow } from "../evidence/content";
import {
  NEAR_EXPIRY_DAYS,
  REGISTER_PAGE_SIZE,
  type Held,
  type RegisterQuery,
  type RegisterRow,
  type RegisterSort,
} from "./register";

type Subject = { wardId: string; contractId: string };

const ORDERS: Record<RegisterSort, string> = {
  name: "i.name",
  office: "o.name",
  kind: "q.kind",
  obtained: "q.obtained_on",
  expires: "q.expires_on",
  state: "array_position(ARRAY['pending', 'rejected', 'verified'], q.verification)",
};

const HELD = Prisma.sql`q.id::text, q.staff_id::text AS "staffId", q.kind, q.number, q.obtained_on::text AS "obtainedOn",
  q.expires_on::text AS "expiresOn", q.verification,
  to_char(q.verified_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "verifiedAt", q.rejection_note AS "rejectionNote", q.version`;
const EVIDENCE = Prisma.sql`(SELECT count(*)::int FROM evidence_file e WHERE e.ward_id = q.ward_id AND e.contract_id = q.contract_id
  AND e.subject = 'qualification' AND e.subject_id = q.id) AS evidence`;

/** A page of the register, or all of it where the page is null. */
export async function listRegister(
  tenant: Tenant,
  query: RegisterQuery,
  day: Day,
  page: number | null = query.page,
): Promise<{ rows: RegisterRow[]; total: number; page: number; pages: number; toVerify: number }> {
  const where = matching(tenant, query, day);
  const direction = Prisma.raw(query.descending ? "DESC" : "ASC");
  return asTenant(tenant, async (tx) => {
    const [count] = await tx.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total FROM qualification q JOIN staff s ON s.ward_id = q.ward_id AND s.contract_id = q.contract_id AND s.id = q.staff_id
      LEFT JOIN staff_identity i ON i.ward_id = s.ward_id AND i.contract_id = s.contract_id AND i.staff_id = s.id ${where}`;
    const total = count?.total ?? 0;
    const { page: shown, pages, offset } = pageWithin(total, page ?? 1, REGISTER_PAGE_SIZE);
    const limit = page === null ? Prisma.empty : Prisma.sql`LIMIT ${REGISTER_PAGE_SIZE} OFFSET ${offset}`;
    const rows = await tx.$queryRaw<RegisterRow[]>`
      SELECT ${HELD}, ${EVIDENCE}, s.staff_code AS "staffCode", i.name, o.name AS "officeName", o.name_en AS "officeNameEn",
        q.expires_on - ${day}::date AS "daysLeft"
      FROM qualification q JOIN staff s ON s.ward_id = q.ward_id AND s.contract_id = q.contract_id AND s.id = q.staff_id
      LEFT JOIN staff_identity i ON i.ward_id = s.ward_id AND i.contract_id = s.contract_id AND i.staff_id = s.id
      LEFT JOIN office o ON o.ward_id = s.ward_id AND o.contract_id = s.contract_id AND o.id = s.office_id
      ${where} ORDER BY ${Prisma.raw(ORDERS[query.sort])} ${direction} NULLS LAST, i.name, s.staff_code, q.obtained_on, q.kind ${limit}`;
    return { rows, total, page: shown, pages, toVerify: await countToVerify(tx, tenant) };
  });
}

function matching({ wardId, contractId }: Subject, query: RegisterQuery, day: Day): Prisma.Sql {
  const like = `%${query.search.replaceAll(/[\\%_]/g, "\\$&")}%`;
  const parts = [
    Prisma.sql`q.ward_id = ${wardId}::uuid AND q.contract_id = ${contractId}::uuid`,
    query.kind && Prisma.sql`q.kind = ${query.kind}`,
    query.verification && Prisma.sql`q.verification = ${query.verification}`,
    query.expiry === "near" && Prisma.sql`q.expires_on <= ${day}::date + ${NEAR_EXPIRY_DAYS}::int`,
    query.expiry === "expired" && Prisma.sql`q.expires_on < ${day}::date`,
    query.officeId && Prisma.sql`s.office_id = ${query.officeId}::uuid`,
    query.search && Prisma.sql`(i.name ILIKE ${like} OR s.staff_code ILIKE ${like})`,
  ];
  return Prisma.sql`WHERE ${Prisma.join(
    parts.filter((part): part is Prisma.Sql => Boolean(part)),
    " AND ",
  )}`;
}

/** How many qualifications wait for the manager's eye. */
export async function countToVerify(tx: Tx, { wardId, contractId }: Subject): Promise<number> {
  const [found] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM qualification WHERE ward_id = ${wardId}::uuid AND contract_id = ${contractId}::uuid
      AND verification = 'pending'`;
  return found?.count ?? 0;
}

/** A person's qualifications, whatever their state, the newest first. */
export function listHeld(tx: Tx, { wardId, contractId }: Subject, staffId: string): Promise<Held[]> {
  return tx.$queryRaw<Held[]>`
    SELECT ${HELD}, ${EVIDENCE} FROM qualification q
    WHERE q.ward_id = ${wardId}::uuid AND q.contract_id = ${contractId}::uuid AND q.staff_id = ${staffId}::uuid
    ORDER BY q.obtained_on DESC, q.kind`;
}

/** A person's own qualifications. */
export function listOwnHeld(people: People, staffId: string): Promise<Held[]> {
  return asPeople(people, (tx) => listHeld(tx, people, staffId));
}

/** The qualifications of one of the contract's staff. */
export function listHeldOf(tenant: Tenant, staffId: string): Promise<Held[]> {
  return asTenant(tenant, (tx) => listHeld(tx, tenant, staffId));
}

export type HeldWithFiles = { held: Held; files: EvidenceRow[] };

/** One qualification with its evidence, or null where the scope has none of that id. */
export async function getHeld(tx: Tx, { wardId, contractId }: Subject, id: string): Promise<HeldWithFiles | null> {
  const [held] = await tx.$queryRaw<Held[]>`
    SELECT ${HELD}, ${EVIDENCE} FROM qualification q
    WHERE q.ward_id = ${wardId}::uuid AND q.contract_id = ${contractId}::uuid AND q.id = ${id}::uuid`;
  return held ? { held, files: await listEvidence(tx, contractId, "qualification", [id]) } : null;
}

export type HeldForManager = HeldWithFiles & { row: RegisterRow };

/** One qualification with evidence and whose it is. */
export function getForManager(tenant: Tenant, id: string, day: Day): Promise<HeldForManager | null> {
  return asTenant(tenant, async (tx) => {
    const found = await getHeld(tx, tenant, id);
    const [row] = await tx.$queryRaw<RegisterRow[]>`
      SELECT ${HELD}, ${EVIDENCE}, s.staff_code AS "staffCode", i.name, o.name AS "officeName", o.name_en AS "officeNameEn",
        q.expires_on - ${day}::date AS "daysLeft"
      FROM qualification q JOIN staff s ON s.ward_id = q.ward_id AND s.contract_id = q.contract_id AND s.id = q.staff_id
      LEFT JOIN staff_identity i ON i.ward_id = s.ward_id AND i.contract_id = s.contract_id AND i.staff_id = s.id
      LEFT JOIN office o ON o.ward_id = s.ward_id AND o.contract_id = s.contract_id AND o.id = s.office_id
      WHERE q.ward_id = ${tenant.wardId}::uuid AND q.contract_id = ${tenant.contractId}::uuid AND q.id = ${id}::uuid`;
    return found && row ? { ...found, row } : null;
  });
}
