/** Uses one-time links: an invitation is accepted, a forgotten password set anew, the first administrator begins. */
import { asAccounts, type Tx } from "~/db/scope.server";
import { recordAudit } from "~/domain/access/audit.server";
import { hashOfLink, LINK_KINDS, type LinkKind } from "~/domain/access/one-time-link.server";
import { ROLES, type Role } from "~/domain/access/policy";
import type { Locale } from "~/i18n/i18n";
import { now } from "~/lib/clock.server";

import type { Actor } from "./actor.server";
import { hashPassword, passwordProblem, type PasswordProblem } from "./password.server";

/** What a link that works leads to. `hasAccount`: the person signs in with the password they have, and then accepts. */
export type OpenLink = {
  kind: LinkKind;
  userId: string;
  email: string;
  name: string;
  hasAccount: boolean;
  role: Role | null;
  placeName: string | null;
};

/** Looks at a link without using it; null for one that is unknown, used or too old. */
export async function readLink(token: string): Promise<OpenLink | null> {
  return asAccounts((tx) => find(tx, token));
}

export type NewAccount = { name?: string; email?: string; password: string; locale: Locale };
export type UseResult =
  | { ok: true; userId: string }
  | { ok: false; problem: "gone" | "emailTaken" }
  | { ok: false; problem: PasswordProblem };

/** Uses a link to set a password (and, of a new account, the name; of the first administrator, the address too). */
export async function useLink(token: string, given: NewAccount): Promise<UseResult> {
  const seen = await readLink(token);
  if (!seen || (seen.kind === "invitation" && seen.hasAccount)) return { ok: false, problem: "gone" };
  const email = seen.kind === "first_admin" && given.email ? given.email.toLowerCase() : seen.email;
  const problem = passwordProblem(given.password, email);
  if (problem) return { ok: false, problem };
  const passwordHash = await hashPassword(given.password);
  return asAccounts(async (tx) => {
    if (
      seen.kind === "first_admin" &&
      (await tx.userAccount.count({ where: { email, id: { not: seen.userId } } })) > 0
    ) {
      return { ok: false, problem: "emailTaken" };
    }
    if (seen.kind === "invitation" && (await hasPassword(tx, seen.userId))) return { ok: false, problem: "gone" };
    const link = await take(tx, token);
    if (!link) return { ok: false, problem: "gone" };
    const isNew = seen.kind !== "reset";
    await tx.userAccount.update({
      where: { id: link.userId },
      data: { passwordHash, ...(isNew && { email, name: given.name ?? seen.name, locale: given.locale }) },
    });
    if (link.membershipId) await accept(tx, link.membershipId);
    await tx.signInSession.deleteMany({ where: { userId: link.userId } });
    await tx.oneTimeLink.deleteMany({ where: { userId: link.userId, kind: { not: "invitation" }, usedAt: null } });
    await recordAudit(tx, {
      actorId: link.userId,
      actorRole: seen.role ?? "system",
      action: ACTIONS[seen.kind],
      subject: "account",
      subjectId: link.userId,
    });
    return { ok: true, userId: link.userId };
  });
}

/** Accepts an invitation as the signed-in person that it is for; false where it is not, or no longer works. */
export async function acceptInvitation(token: string, actor: Actor): Promise<boolean> {
  return asAccounts(async (tx) => {
    const seen = await find(tx, token);
    if (seen?.kind !== "invitation" || seen.userId !== actor.userId) return false;
    const link = await take(tx, token);
    if (!link?.membershipId) return false;
    await accept(tx, link.membershipId);
    // why: whoever may reset this password from now on is decided by the memberships from now on.
    await tx.oneTimeLink.deleteMany({ where: { userId: actor.userId, kind: "reset", usedAt: null } });
    await recordAudit(tx, {
      actorId: actor.userId,
      actorRole: actor.membership.role,
      action: ACTIONS.invitation,
      subject: "membership",
      subjectId: link.membershipId,
    });
    return true;
  });
}

const ACTIONS: Record<LinkKind, string> = {
  invitation: "access.accept",
  reset: "access.resetPassword",
  first_admin: "access.firstAdmin",
};

async function find(tx: Tx, token: string): Promise<OpenLink | null> {
  const link = await tx.oneTimeLink.findFirst({
    where: { tokenHash: hashOfLink(token), usedAt: null, expiresAt: { gt: now() }, user: { disabledAt: null } },
    include: { user: true, membership: { include: { ward: true, contract: true } } },
  });
  const kind = LINK_KINDS.find((one) => one === link?.kind);
  if (!link || !kind || link.membership?.endedAt) return null;
  const { user, membership } = link;
  const role = ROLES.find((one) => one === membership?.role) ?? null;
  const placeName = membership?.contract?.name ?? membership?.contract?.code ?? membership?.ward?.name ?? null;
  return {
    kind,
    userId: user.id,
    email: user.email,
    name: user.name,
    hasAccount: user.passwordHash !== null,
    role,
    placeName,
  };
}

/** Marks a link as used; of two at once only one succeeds. */
async function take(tx: Tx, token: string): Promise<{ userId: string; membershipId: string | null } | null> {
  const [row] = await tx.$queryRaw<{ userId: string; membershipId: string | null }[]>`
    UPDATE one_time_link SET used_at = ${now()}::timestamptz
    WHERE token_hash = ${hashOfLink(token)} AND used_at IS NULL AND expires_at > ${now()}::timestamptz
    RETURNING user_id::text AS "userId", membership_id::text AS "membershipId"`;
  return row ?? null;
}

/** Whether the account has a password by now; holds the account until the transaction ends, so that two invitations do not both set one. */
async function hasPassword(tx: Tx, userId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ has: boolean }[]>`
    SELECT password_hash IS NOT NULL AS has FROM user_account WHERE id = ${userId}::uuid FOR UPDATE`;
  return row?.has ?? true;
}

async function accept(tx: Tx, membershipId: string): Promise<void> {
  await tx.membership.updateMany({
    where: { id: membershipId, acceptedAt: null, endedAt: null },
    data: { acceptedAt: now() },
  });
}
