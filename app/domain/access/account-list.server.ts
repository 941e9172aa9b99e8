/** The platform's view of people who sign in. */
import { asPlatform, Prisma, type Platform } from "~/db/scope.server";

import { ROLES, type Role } from "./policy";

export type AccountState = "active" | "invited" | "disabled";
export type AccountRow = {
  id: string;
  name: string;
  email: string;
  state: AccountState;
  roles: Role[];
  places: string[];
};
export type AccountFilter = { search?: string; page: number; pageSize: number };

const STATE = Prisma.sql`CASE WHEN u.disabled_at IS NOT NULL THEN 'disabled' WHEN u.password_hash IS NULL THEN 'invited' ELSE 'active' END`;

/** A page of the accounts by name, found by part of a name or address, and the number of all that fit. */
export async function listAccounts(
  platform: Platform,
  filter: AccountFilter,
): Promise<{ rows: AccountRow[]; total: number }> {
  const part = filter.search
    ?.trim()
    .toLowerCase()
    .replace(/[\\%_]/g, (character) => `\\${character}`);
  const matching = part
    ? Prisma.sql`WHERE lower(u.name) LIKE ${`%${part}%`} OR u.email LIKE ${`%${part}%`}`
    : Prisma.empty;
  return asPlatform(platform, async (tx) => {
    const rows = await tx.$queryRaw<AccountRow[]>`
      SELECT u.id::text, u.name, u.email, ${STATE} AS state,
        ARRAY(SELECT DISTINCT m.role FROM membership m WHERE m.user_id = u.id AND m.ended_at IS NULL ORDER BY 1) AS roles,
        ARRAY(SELECT DISTINCT coalesce(c.code, w.name) FROM membership m LEFT JOIN ward w ON w.id = m.ward_id
          LEFT JOIN contract c ON c.ward_id = m.ward_id AND c.id = m.contract_id
          WHERE m.user_id = u.id AND m.ended_at IS NULL AND m.ward_id IS NOT NULL ORDER BY 1) AS places
      FROM user_account u ${matching} ORDER BY u.name, u.email LIMIT ${filter.pageSize} OFFSET ${(filter.page - 1) * filter.pageSize}`;
    const [count] = await tx.$queryRaw<
      { total: number }[]
    >`SELECT count(*)::int AS total FROM user_account u ${matching}`;
    return { rows, total: count?.total ?? 0 };
  });
}

export type AccountMembership = {
  id: string;
  role: Role;
  wardName: string | null;
  contractCode: string | null;
  state: "active" | "invited" | "ended";
};
export type AccountDetail = {
  id: string;
  name: string;
  email: string;
  state: AccountState;
  createdAt: Date;
  memberships: AccountMembership[];
  /** Browsers that are signed in at the instant. */
  sessions: number;
};

/** One account with its memberships, or null. */
export async function findAccount(platform: Platform, userId: string, at: Date): Promise<AccountDetail | null> {
  if (!/^[0-9a-f-]{36}$/i.test(userId)) return null;
  return asPlatform(platform, async (tx) => {
    const user = await tx.userAccount.findUnique({
      where: { id: userId },
      include: {
        memberships: { include: { ward: true, contract: true }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] },
        _count: { select: { sessions: { where: { expiresAt: { gt: at }, absoluteEnd: { gt: at } } } } },
      },
    });
    if (!user) return null;
    const state = user.disabledAt ? "disabled" : user.passwordHash ? "active" : "invited";
    const memberships = user.memberships.flatMap(({ id, role, ward, contract, endedAt, acceptedAt }) => {
      const known = ROLES.find((one) => one === role);
      if (!known) return [];
      const standing: AccountMembership["state"] = endedAt ? "ended" : acceptedAt ? "active" : "invited";
      return [{ id, role: known, wardName: ward?.name ?? null, contractCode: contract?.code ?? null, state: standing }];
    });
    const { id, name, email, createdAt } = user;
    return { id, name, email, state, createdAt, memberships, sessions: user._count.sessions };
  });
}
