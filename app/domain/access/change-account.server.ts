/** What the platform administrator does to accounts. Whoever loses a right is signed out where it was in use. */
import { asPlatform, type Platform, type Tx } from "~/db/scope.server";

import { recordAudit } from "./audit.server";
import { issueLink } from "./one-time-link.server";

export type ChangeProblem = "notFound" | "ownAccount" | "lastAdmin";
export type ChangeResult = { ok: true } | { ok: false; problem: ChangeProblem };
export type LinkResult = { ok: true; token: string } | { ok: false; problem: "notFound" | "belongsElsewhere" };

/** Disables an account and signs it out, or enables it again. One's own and the last administrator's cannot be disabled. */
export async function setDisabled(
  platform: Platform,
  userId: string,
  disabled: boolean,
  at: Date,
): Promise<ChangeResult> {
  if (userId === platform.userId) return { ok: false, problem: "ownAccount" };
  return asPlatform(platform, async (tx) => {
    if (!(await tx.userAccount.findUnique({ where: { id: userId } }))) return { ok: false, problem: "notFound" };
    if (disabled && (await isLastAdmin(tx, userId))) return { ok: false, problem: "lastAdmin" };
    await tx.userAccount.update({ where: { id: userId }, data: { disabledAt: disabled ? at : null } });
    if (disabled) {
      await tx.signInSession.deleteMany({ where: { userId } });
      await tx.oneTimeLink.deleteMany({ where: { userId, usedAt: null } });
    }
    await audit(tx, platform, disabled ? "access.disable" : "access.enable", userId);
    return { ok: true };
  });
}

/** Ends a membership and the sessions that use it. */
export async function endMembership(platform: Platform, membershipId: string, at: Date): Promise<ChangeResult> {
  return asPlatform(platform, async (tx) => {
    const membership = await tx.membership.findFirst({ where: { id: membershipId, endedAt: null } });
    if (!membership) return { ok: false, problem: "notFound" };
    if (membership.role === "admin" && (await isLastAdmin(tx, membership.userId)))
      return { ok: false, problem: "lastAdmin" };
    await closeMembership(tx, membershipId, at);
    const { wardId, contractId, role } = membership;
    await recordAudit(tx, {
      ...{ wardId, contractId, actorId: platform.userId, actorRole: "admin", action: "access.endMembership" },
      ...{ subject: "membership", subjectId: membershipId, detail: { role } },
    });
    return { ok: true };
  });
}

/** A link under which a person sets a new password. */
export async function createResetLink(platform: Platform, userId: string, at: Date): Promise<LinkResult> {
  return asPlatform(platform, async (tx) => {
    const user = await tx.userAccount.findFirst({
      where: { id: userId, disabledAt: null, passwordHash: { not: null } },
    });
    if (!user) return { ok: false, problem: "notFound" };
    const token = await issueLink(tx, { kind: "reset", userId, createdBy: platform.userId, at });
    await audit(tx, platform, "access.resetLink", userId);
    return { ok: true, token };
  });
}

/** A new link for an invitation that was not accepted yet. */
export async function renewInvitation(platform: Platform, membershipId: string, at: Date): Promise<LinkResult> {
  return asPlatform(platform, async (tx) => {
    const open = await tx.membership.findFirst({ where: { id: membershipId, endedAt: null, acceptedAt: null } });
    if (!open) return { ok: false, problem: "notFound" };
    const token = await issueLink(tx, {
      kind: "invitation",
      userId: open.userId,
      membershipId,
      createdBy: platform.userId,
      at,
    });
    await audit(tx, platform, "access.invite", open.userId);
    return { ok: true, token };
  });
}

/** Signs a person out of every browser. */
export async function signOutPerson(platform: Platform, userId: string): Promise<void> {
  await asPlatform(platform, async (tx) => {
    await tx.signInSession.deleteMany({ where: { userId } });
    await audit(tx, platform, "access.signOutEverywhere", userId);
  });
}

/** Ends a membership within a transaction: its sessions, invitations and list of supervisees go with it. */
export async function closeMembership(tx: Tx, membershipId: string, at: Date): Promise<void> {
  // why: row-level security finds the sessions and links of a contract by its memberships.
  await tx.signInSession.deleteMany({ where: { membershipId } });
  await tx.oneTimeLink.deleteMany({ where: { membershipId, usedAt: null } });
  await tx.supervisee.deleteMany({ where: { membershipId } });
  await tx.membership.updateMany({ where: { id: membershipId }, data: { endedAt: at } });
}

async function isLastAdmin(tx: Tx, userId: string): Promise<boolean> {
  const admins = await tx.membership.findMany({
    where: {
      role: "admin",
      endedAt: null,
      acceptedAt: { not: null },
      user: { disabledAt: null, passwordHash: { not: null } },
    },
    select: { userId: true },
  });
  return admins.some((one) => one.userId === userId) && admins.every((one) => one.userId === userId);
}

function audit(tx: Tx, platform: Platform, action: string, userId: string): Promise<void> {
  return recordAudit(tx, {
    actorId: platform.userId,
    actorRole: "admin",
    action,
    subject: "account",
    subjectId: userId,
  });
}
