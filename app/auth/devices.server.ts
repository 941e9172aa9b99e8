/** A person's signed-in browsers, and their own account's settings. */
import { asAccounts } from "~/db/scope.server";
import { recordAudit } from "~/domain/access/audit.server";
import type { Locale } from "~/i18n/i18n";
import { now } from "~/lib/clock.server";

import type { SignedIn } from "./actor.server";
import { closeSessionsOf, IDLE_HOURS, sessionCookie } from "./lucia.server";
import { hashPassword, passwordProblem, verifyPassword, type PasswordProblem } from "./password.server";
import { admit, forgive } from "./rate-limit.server";
import { hashOf } from "./session-store.server";
import { rotateSession } from "./sign-in.server";

export type Device = { userAgent: string | null; signedInAt: Date; lastUsedAt: Date; here: boolean };

/** Where a person is signed in, the latest use first; times of use are exact to five minutes. */
export async function devicesOf({ actor, session }: SignedIn): Promise<Device[]> {
  const rows = await asAccounts((tx) =>
    tx.signInSession.findMany({
      where: { userId: actor.userId, expiresAt: { gt: now() }, absoluteEnd: { gt: now() } },
      orderBy: { expiresAt: "desc" },
    }),
  );
  const here = hashOf(session.token);
  return rows.map(({ id, userAgent, createdAt, expiresAt }) => {
    const lastUsed = new Date(Math.max(createdAt.getTime(), expiresAt.getTime() - IDLE_HOURS * 3_600_000));
    return { userAgent, signedInAt: createdAt, lastUsedAt: lastUsed, here: id === here };
  });
}

/** Ends every session of the person, this one included; returns the Set-Cookie text that takes the cookie away. */
export async function signOutEverywhere({ actor }: SignedIn): Promise<string> {
  await closeSessionsOf(actor.userId);
  await asAccounts((tx) =>
    recordAudit(tx, { actorId: actor.userId, actorRole: actor.membership.role, action: "access.signOutEverywhere" }),
  );
  return sessionCookie(null);
}

export type PasswordChange = { current: string; next: string; address: string };
export type PasswordChangeResult =
  | { ok: true; cookie: string }
  | { ok: false; field: "current"; problem: "wrong" | "wait" }
  | { ok: false; field: "next"; problem: PasswordProblem };

/** Changes the own password: other browsers are signed out, this one gets a new session. */
export async function changePassword(
  request: Request,
  signedIn: SignedIn,
  change: PasswordChange,
): Promise<PasswordChangeResult> {
  const { actor } = signedIn;
  const attempt = { subject: actor.email, address: change.address };
  if (!(await admit(attempt)).ok) return { ok: false, field: "current", problem: "wait" };
  const account = await asAccounts((tx) =>
    tx.userAccount.findUnique({ where: { id: actor.userId }, select: { passwordHash: true } }),
  );
  if (!(await verifyPassword(account?.passwordHash ?? null, change.current)))
    return { ok: false, field: "current", problem: "wrong" };
  await forgive(attempt);
  const problem = passwordProblem(change.next, actor.email);
  if (problem) return { ok: false, field: "next", problem };
  const passwordHash = await hashPassword(change.next);
  await asAccounts(async (tx) => {
    await tx.userAccount.update({ where: { id: actor.userId }, data: { passwordHash } });
    await tx.oneTimeLink.deleteMany({ where: { userId: actor.userId, kind: "reset", usedAt: null } });
    await recordAudit(tx, { actorId: actor.userId, actorRole: actor.membership.role, action: "access.changePassword" });
  });
  await closeSessionsOf(actor.userId);
  return { ok: true, cookie: await rotateSession(request, signedIn) };
}

/** Changes the own name as shown to others. */
export async function changeName({ actor }: SignedIn, name: string): Promise<void> {
  await asAccounts((tx) => tx.userAccount.update({ where: { id: actor.userId }, data: { name } }));
}

/** Keeps the own language. */
export async function changeLocale(userId: string, locale: Locale): Promise<void> {
  await asAccounts((tx) => tx.userAccount.update({ where: { id: userId }, data: { locale } }));
}
