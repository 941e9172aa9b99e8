/** What is recorded of careers: one statement a topic, whatever the number of staff. */
import { Prisma, asPeople, asTenant, type People, type Tenant, type Tx } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";
import type { OpenSpan } from "~/lib/spans";

import { ladder, type CareerFacts, type RankFrom } from "./ladder";
import { asHistory, type Career, type CareerRow, type PayRow, type Post, type RankRow } from "./record";

type Subject = { wardId: string; contractId: string };
type Owned<T> = T & { staffId: string };
type StaffRow = Omit<CareerRow, "ladder" | "postsToVerify"> & { hiredOn: Day; leftOn: Day | null };

/** The staff employed on a day who stand on the ladder, with what each still needs. */
export function listCareers(tenant: Tenant, day: Day): Promise<CareerRow[]> {
  return asTenant(tenant, async (tx) => {
    const all = await loadFacts(tx, tenant, day, null);
    return all.flatMap(({ staff, facts, posts }) => {
      const stands = ladder(facts, day);
      if (stands.rank === null) return [];
      const { staffId, staffCode, name, officeId, officeName, officeNameEn, role } = staff;
      const shown = { staffId, staffCode, name, officeId, officeName, officeNameEn, role };
      const postsToVerify = posts.filter(({ verification }) => verification === "pending").length;
      return [{ ...shown, ladder: stands, postsToVerify }];
    });
  });
}

/** A person's own career, pay included. */
export function getOwnCareer(people: People, staffId: string, day: Day): Promise<Career | null> {
  return asPeople(people, (tx) => loadCareer(tx, people, staffId, day));
}

/** The career of one of the contract's staff, for its manager. */
export function getCareerFor(
  tenant: Tenant,
  staffId: string,
  day: Day,
): Promise<(Career & { staff: StaffRow }) | null> {
  return asTenant(tenant, async (tx) => {
    const career = await loadCareer(tx, tenant, staffId, day);
    const [found] = await listStaff(tx, tenant, day, staffId);
    return career && found ? { ...career, staff: found } : null;
  });
}

async function loadCareer(tx: Tx, at: Subject, staffId: string, day: Day): Promise<Career | null> {
  const [found] = await loadFacts(tx, at, day, staffId);
  if (!found) return null;
  const { staff, facts, posts } = found;
  const pay = await listPay(tx, at, staffId);
  const [current] = await tx.$queryRaw<Omit<PayRow, "from" | "recorded" | "upcoming">[]>`
    SELECT annual_pay_jpy AS "annualPayJpy", qualification_allowance_jpy AS "qualificationAllowanceJpy" FROM staff_pay
    WHERE ward_id = ${at.wardId}::uuid AND contract_id = ${at.contractId}::uuid AND staff_id = ${staffId}::uuid`;
  const ranks: RankRow[] = asHistory(facts.ranks, { from: staff.hiredOn, role: staff.role }, day);
  return {
    ladder: ladder(facts, day),
    posts,
    ranks,
    pay: pay.length > 0 || current ? asHistory(pay, { from: staff.hiredOn, ...(current ?? NO_PAY) }, day) : [],
  };
}

const NO_PAY = { annualPayJpy: null, qualificationAllowanceJpy: null };

type Loaded = { staff: StaffRow; facts: CareerFacts; posts: Post[] };

async function loadFacts(tx: Tx, at: Subject, day: Day, staffId: string | null): Promise<Loaded[]> {
  const staff = await listStaff(tx, at, day, staffId);
  const leave = byStaff(await listLeave(tx, at, staffId));
  const held = byStaff(await listQualifications(tx, at, staffId));
  const posts = byStaff(await listPosts(tx, at, staffId));
  const ranks = byStaff(await listRanks(tx, at, staffId));
  return staff.map((row) => {
    const own = posts(row.staffId);
    const { role, hiredOn, leftOn } = row;
    return {
      staff: row,
      posts: own,
      facts: {
        ...{ role, hiredOn, leftOn, leave: leave(row.staffId), ranks: ranks(row.staffId) },
        ...{ qualifications: held(row.staffId), posts: own },
      },
    };
  });
}

function byStaff<T extends { staffId: string }>(rows: T[]): (staffId: string) => T[] {
  const lists = new Map<string, T[]>();
  for (const row of rows) lists.set(row.staffId, [...(lists.get(row.staffId) ?? []), row]);
  return (staffId) => lists.get(staffId) ?? [];
}

function own(alias: string, { wardId, contractId }: Subject, staffId: string | null): Prisma.Sql {
  const t = Prisma.raw(alias);
  const one = staffId ? Prisma.sql`AND ${t}.staff_id = ${staffId}::uuid` : Prisma.empty;
  return Prisma.sql`${t}.ward_id = ${wardId}::uuid AND ${t}.contract_id = ${contractId}::uuid ${one}`;
}

function listStaff(tx: Tx, { wardId, contractId }: Subject, day: Day, staffId: string | null): Promise<StaffRow[]> {
  const who = staffId
    ? Prisma.sql`s.id = ${staffId}::uuid`
    : Prisma.sql`s.hired_on <= ${day}::date AND (s.left_on IS NULL OR s.left_on >= ${day}::date)`;
  return tx.$queryRaw<StaffRow[]>`
    SELECT s.id::text AS "staffId", s.staff_code AS "staffCode", i.name, o.id::text AS "officeId", o.name AS "officeName",
      o.name_en AS "officeNameEn", s.role, s.hired_on::text AS "hiredOn", s.left_on::text AS "leftOn"
    FROM staff s LEFT JOIN staff_identity i ON i.ward_id = s.ward_id AND i.contract_id = s.contract_id AND i.staff_id = s.id
      LEFT JOIN office o ON o.ward_id = s.ward_id AND o.contract_id = s.contract_id AND o.id = s.office_id
    WHERE s.ward_id = ${wardId}::uuid AND s.contract_id = ${contractId}::uuid AND ${who} ORDER BY s.staff_code COLLATE "C"`;
}

function listLeave(tx: Tx, at: Subject, staffId: string | null): Promise<Owned<OpenSpan>[]> {
  return tx.$queryRaw<Owned<OpenSpan>[]>`
    SELECT l.staff_id::text AS "staffId", l.starts_on::text AS "from", l.ends_on::text AS "to" FROM staff_leave l
    WHERE ${own("l", at, staffId)} ORDER BY l.starts_on`;
}

function listQualifications(
  tx: Tx,
  at: Subject,
  staffId: string | null,
): Promise<Owned<CareerFacts["qualifications"][number]>[]> {
  return tx.$queryRaw<Owned<CareerFacts["qualifications"][number]>[]>`
    SELECT q.staff_id::text AS "staffId", q.kind, q.obtained_on::text AS "obtainedOn", q.expires_on::text AS "expiresOn", q.verification
    FROM qualification q WHERE ${own("q", at, staffId)} ORDER BY q.obtained_on`;
}

function listPosts(tx: Tx, at: Subject, staffId: string | null): Promise<Post[]> {
  return tx.$queryRaw<Post[]>`
    SELECT p.id::text, p.staff_id::text AS "staffId", p.employer, p.field, p.from_on::text AS "from", p.to_on::text AS "to",
      p.verification, p.rejection_note AS "rejectionNote", p.version
    FROM career_post p WHERE ${own("p", at, staffId)} ORDER BY p.from_on DESC, p.id`;
}

/** Ranks from the hire on, those to come included. */
export function listRanks(tx: Tx, at: Subject, staffId: string | null): Promise<Owned<RankFrom>[]> {
  return tx.$queryRaw<Owned<RankFrom>[]>`
    SELECT r.staff_id::text AS "staffId", r.from_on::text AS "from", r.role FROM rank_history r
    WHERE ${own("r", at, staffId)} ORDER BY r.from_on`;
}

/** Pay from the hire on, of the staff whose pay the scope may see. */
export function listPay(tx: Tx, at: Subject, staffId: string): Promise<Omit<PayRow, "recorded" | "upcoming">[]> {
  return tx.$queryRaw<Omit<PayRow, "recorded" | "upcoming">[]>`
    SELECT y.from_on::text AS "from", y.annual_pay_jpy AS "annualPayJpy", y.qualification_allowance_jpy AS "qualificationAllowanceJpy"
    FROM pay_history y WHERE ${own("y", at, staffId)} ORDER BY y.from_on`;
}
