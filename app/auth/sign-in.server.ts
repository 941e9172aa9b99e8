/** Sign-in, sign-out and which membership is in use: each gives the browser a new session id. */
import { asAccounts } from "~/db/scope.server";
import { recordAudit } from "~/domain/access/audit.server";
import { homeOf, ROLES, type Role } from "~/domain/access/policy";
import { chosenLocale, localeCookie } from "~/i18n/locale.server";
import { now, today } from "~/lib/clock.server";

import type { SignedIn } from "./actor.server";
import { closeSession, openSession, readSession, sessionCookie } from "./lucia.server";
import { verifyPassword } from "./password.server";
import { admit, forgive } from "./rate-limit.server";

const HOUR_MS = 3_600_000;

/** Milliseconds after which a password is asked for again, whatever the use: longer rights, shorter time. */
export function absoluteLimitOf(role: Role): number {
  return role === "ward" || role === "admin" ? 12 * HOUR_MS : 14 * 24 * HOUR_MS;
}

export type Credentials = { email: string; password: string; address: string };
/** One refusal for a wrong password, an unknown, disabled or unaccepted account: it tells nobody which it was. */
export type SignInResult =
  | { ok: true; headers: Headers; home: string }
  | { ok: false; reason: "refused" }
  | { ok: false; reason: "wait"; seconds: number };

/** Checks an address and password, and starts a session. */
export async function signIn(request: Request, { email, password, address }: Credentials): Promise<SignInResult> {
  const attempt = { subject: email, address };
  const admission = await admit(attempt);
  if (!admission.ok) return { ok: false, reason: "wait", seconds: admission.seconds };
  const account = await asAccounts((tx) =>
    tx.userAccount.findFirst({
      where: { email: email.toLowerCase(), disabledAt: null },
      select: { id: true, passwordHash: true },
    }),
  );
  const fits = await verifyPassword(account?.passwordHash ?? null, password);
  const started = account && fits ? await startSession(request, account.id) : null;
  if (!started) return { ok: false, reason: "refused" };
  await forgive(attempt);
  return { ok: true, ...started };
}

type FirstStanding = {
  membershipId: string;
  role: string;
  wardId: string | null;
  contractId: string | null;
  isFormer: boolean;
  locale: string;
};

/** Starts a session of a person whose password was just checked or set; null where no membership counts. Former ones come last. */
export async function startSession(
  request: Request,
  userId: string,
): Promise<{ headers: Headers; home: string } | null> {
  const found = await asAccounts(async (tx) => {
    const [first] = await tx.$queryRaw<FirstStanding[]>`
      SELECT m.id::text AS "membershipId", m.role, m.ward_id::text AS "wardId", m.contract_id::text AS "contractId",
        a.is_former AS "isFormer", u.locale
      FROM user_account u CROSS JOIN LATERAL account_standings(u.id, ${today()}::date) a JOIN membership m ON m.id = a.membership_id
      WHERE u.id = ${userId}::uuid AND u.disabled_at IS NULL ORDER BY a.is_former, m.created_at, m.id LIMIT 1`;
    const role = ROLES.find((one) => one === first?.role);
    if (!first || !role) return null;
    const { wardId, contractId, membershipId, isFormer } = first;
    await recordAudit(tx, { wardId, contractId, actorId: userId, actorRole: role, action: "access.signIn" });
    return { membershipId, role, isFormer, locale: first.locale === "en" ? ("en" as const) : ("ja" as const) };
  });
  if (!found) return null;
  const before = await readSession(request);
  if (before) await closeSession(before.token);
  const headers = new Headers();
  headers.append(
    "Set-Cookie",
    await freshSession(request, userId, { id: found.membershipId, role: found.role }, now()),
  );
  if (!chosenLocale(request)) headers.append("Set-Cookie", localeCookie(found.locale));
  return { headers, home: homeOf(found) };
}

/** Gives the signed-in browser a new id for the same sign-in: after any change of password or rights. */
export async function rotateSession(request: Request, { actor, session }: SignedIn): Promise<string> {
  await closeSession(session.token);
  return freshSession(request, actor.userId, actor.membership, session.signedInAt);
}

/**
 * Puts another of the person's memberships into use. The time since the password was given counts on, by the new role's
 * limit. Null where the membership is not theirs, or where that time is over.
 */
export async function switchMembership(
  request: Request,
  { actor, session }: SignedIn,
  membershipId: string,
): Promise<{ cookie: string; home: string } | null> {
  const wanted = actor.memberships.find((one) => one.id === membershipId);
  if (!wanted) return null;
  if (session.signedInAt.getTime() + absoluteLimitOf(wanted.role) <= now().getTime()) return null;
  await closeSession(session.token);
  const cookie = await freshSession(request, actor.userId, wanted, session.signedInAt);
  return { cookie, home: homeOf(wanted) };
}

/** Ends the browser's session and returns the Set-Cookie text that takes it away. */
export async function signOut(request: Request): Promise<string> {
  const session = await readSession(request);
  if (session) await closeSession(session.token);
  return sessionCookie(null);
}

async function freshSession(
  request: Request,
  userId: string,
  membership: { id: string; role: Role },
  signedInAt: Date,
): Promise<string> {
  const absoluteEnd = new Date(signedInAt.getTime() + absoluteLimitOf(membership.role));
  const userAgent = request.headers.get("User-Agent")?.slice(0, 300) ?? null;
  const token = await openSession(userId, { membershipId: membership.id, userAgent, signedInAt, absoluteEnd });
  return sessionCookie(token, absoluteEnd);
}
