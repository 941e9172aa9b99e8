/** Signed-in browsers in our database, behind the session library's adapter interface. */
import { sha256 } from "@oslojs/crypto/sha2";
import { encodeHexLowerCase } from "@oslojs/encoding";
import { z } from "zod";

import { asAccounts } from "~/db/scope.server";
import { ROLES } from "~/domain/access/policy";
import { dayOfInstant } from "~/lib/calendar";

/** What the browser holds never reaches the database: only its SHA-256 does. */
export function hashOf(token: string): string {
  return encodeHexLowerCase(sha256(new TextEncoder().encode(token)));
}

const membership = z.object({
  id: z.string(),
  role: z.enum(ROLES),
  wardId: z.string().nullable(),
  wardName: z.string().nullable(),
  wardNameEn: z.string().nullable(),
  contractId: z.string().nullable(),
  contractCode: z.string().nullable(),
  contractName: z.string().nullable(),
  contractNameEn: z.string().nullable(),
  contractorName: z.string().nullable(),
  contractorNameEn: z.string().nullable(),
  staffId: z.string().nullable(),
  isFormer: z.boolean(),
});

export type StoredMembership = z.infer<typeof membership>;
export type StoredUser = {
  email: string;
  name: string;
  locale: "ja" | "en";
  memberships: StoredMembership[];
  superviseeIds: string[];
};
/** What stands beside the session: which membership is in use, and when the person last gave a password. */
export type StoredSession = { membershipId: string; userAgent: string | null; signedInAt: Date; absoluteEnd: Date };

type Session = { id: string; userId: string; expiresAt: Date; attributes: StoredSession };
type User = { id: string; attributes: StoredUser };

type Row = {
  expiresAt: Date;
  absoluteEnd: Date;
  signedInAt: Date;
  membershipId: string | null;
  userAgent: string | null;
  userId: string;
  email: string;
  name: string;
  locale: string;
  memberships: unknown;
  superviseeIds: string[];
};

/** The store; `clock` gives the current instant. Sessions of disabled accounts and past the absolute end do not exist. */
export function sessionStore(clock: () => Date) {
  return {
    async getSessionAndUser(token: string): Promise<[Session | null, User | null]> {
      const [row] = await asAccounts(
        (tx) => tx.$queryRaw<Row[]>`
        SELECT s.expires_at AS "expiresAt", s.absolute_end AS "absoluteEnd", s.created_at AS "signedInAt",
          s.membership_id::text AS "membershipId", s.user_agent AS "userAgent", u.id::text AS "userId", u.email, u.name, u.locale,
          (SELECT coalesce(json_agg(json_build_object('id', m.id, 'role', m.role, 'wardId', m.ward_id, 'wardName', w.name, 'wardNameEn', w.name_en,
              'contractId', m.contract_id, 'contractCode', c.code, 'contractName', c.name, 'contractNameEn', c.name_en,
              'contractorName', k.name, 'contractorNameEn', k.name_en, 'staffId', m.staff_id, 'isFormer', a.is_former)
              ORDER BY a.is_former, m.created_at, m.id), '[]')
            FROM account_standings(u.id, ${dayOfInstant(clock())}::date) a JOIN membership m ON m.id = a.membership_id
              LEFT JOIN ward w ON w.id = m.ward_id
              LEFT JOIN contract c ON c.ward_id = m.ward_id AND c.id = m.contract_id
              LEFT JOIN contractor k ON k.ward_id = c.ward_id AND k.id = c.contractor_id) AS memberships,
          ARRAY(SELECT v.staff_id::text FROM supervisee v WHERE v.membership_id = s.membership_id ORDER BY 1) AS "superviseeIds"
        FROM sign_in_session s JOIN user_account u ON u.id = s.user_id
        WHERE s.id = ${hashOf(token)} AND s.absolute_end > ${clock()} AND u.disabled_at IS NULL`,
      );
      if (!row) return [null, null];
      const memberships = z.array(membership).parse(row.memberships);
      const inUse = memberships.find((one) => one.id === row.membershipId);
      if (!inUse) return [null, null];
      const { userId, expiresAt, userAgent, signedInAt, absoluteEnd, email, name, superviseeIds } = row;
      const locale = row.locale === "en" ? "en" : "ja";
      return [
        { id: token, userId, expiresAt, attributes: { membershipId: inUse.id, userAgent, signedInAt, absoluteEnd } },
        { id: userId, attributes: { email, name, locale, memberships, superviseeIds } },
      ];
    },

    async getUserSessions(userId: string): Promise<Session[]> {
      const rows = await asAccounts((tx) =>
        tx.signInSession.findMany({ where: { userId, membershipId: { not: null } } }),
      );
      return rows.map(({ id, expiresAt, membershipId, userAgent, createdAt, absoluteEnd }) => ({
        id,
        userId,
        expiresAt,
        attributes: { membershipId: membershipId ?? "", userAgent, signedInAt: createdAt, absoluteEnd },
      }));
    },

    async setSession(session: Session): Promise<void> {
      const { membershipId, userAgent, signedInAt, absoluteEnd } = session.attributes;
      const expiresAt = earlier(session.expiresAt, absoluteEnd);
      const data = {
        id: hashOf(session.id),
        userId: session.userId,
        expiresAt,
        absoluteEnd,
        createdAt: signedInAt,
        membershipId,
        userAgent,
      };
      await asAccounts((tx) => tx.signInSession.create({ data }));
    },

    async updateSessionExpiration(token: string, expiresAt: Date): Promise<void> {
      await asAccounts(
        (tx) => tx.$executeRaw`
        UPDATE sign_in_session SET expires_at = least(absolute_end, ${expiresAt}::timestamptz) WHERE id = ${hashOf(token)}`,
      );
    },

    async deleteSession(token: string): Promise<void> {
      await asAccounts((tx) => tx.signInSession.deleteMany({ where: { id: hashOf(token) } }));
    },

    async deleteUserSessions(userId: string): Promise<void> {
      await asAccounts((tx) => tx.signInSession.deleteMany({ where: { userId } }));
    },

    async deleteExpiredSessions(): Promise<void> {
      await asAccounts((tx) => tx.signInSession.deleteMany({ where: { expiresAt: { lte: clock() } } }));
    },
  };
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b;
}
