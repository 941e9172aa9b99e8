/** Session validation and cookies by Lucia 3; no other file knows it. */
import { randomBytes } from "node:crypto";

import { Cookie, Lucia, TimeSpan } from "lucia";

import { now } from "~/lib/clock.server";
import { env } from "~/lib/env.server";

import { sessionStore, type StoredSession, type StoredUser } from "./session-store.server";

declare module "lucia" {
  // why: the library's types are registered by declaration merging, which only interfaces do.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface Register {
    Lucia: typeof lucia;
    DatabaseSessionAttributes: StoredSession;
    DatabaseUserAttributes: StoredUser;
  }
}

/** A session ends after so many hours without a request. */
export const IDLE_HOURS = 8;
const TOUCH_MS = 5 * 60_000;

const store = sessionStore(now);
const lucia = new Lucia(store, {
  sessionExpiresIn: new TimeSpan(IDLE_HOURS, "h"),
  getSessionAttributes: (attributes: StoredSession) => attributes,
  getUserAttributes: (attributes: StoredUser) => attributes,
});

export type LiveSession = StoredSession & { token: string; expiresAt: Date; user: StoredUser & { id: string } };

/** The session behind a request's cookie; use moves its idle end. */
export async function readSession(request: Request): Promise<LiveSession | null> {
  const token = tokenOf(request);
  if (!token) return null;
  const { session, user } = await lucia.validateSession(token);
  if (!session) return null;
  const idleEnd = new Date(now().getTime() + IDLE_HOURS * 3_600_000);
  // why: the library extends only from half time on; the idle limit is meant from the last request, within minutes.
  if (
    !session.fresh &&
    session.expiresAt < session.absoluteEnd &&
    idleEnd.getTime() - session.expiresAt.getTime() > TOUCH_MS
  ) {
    await store.updateSessionExpiration(token, idleEnd);
  }
  const { membershipId, userAgent, signedInAt, absoluteEnd, expiresAt } = session;
  return { token, expiresAt, membershipId, userAgent, signedInAt, absoluteEnd, user };
}

/** Opens a session with a new 256-bit random id and returns the id for the browser. */
export async function openSession(userId: string, attributes: StoredSession): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await lucia.createSession(userId, attributes, { sessionId: token });
  return token;
}

/** Ends one session. */
export async function closeSession(token: string): Promise<void> {
  await lucia.invalidateSession(token);
}

/** Ends all sessions of a person. */
export async function closeSessionsOf(userId: string): Promise<void> {
  await lucia.invalidateUserSessions(userId);
}

/** Removes sessions whose time has passed. */
export async function removeExpiredSessions(): Promise<void> {
  await lucia.deleteExpiredSessions();
}

/** The Set-Cookie text that gives the browser its session until the absolute end, or takes it away. */
export function sessionCookie(token: string | null, absoluteEnd?: Date): string {
  const secure = isSecure();
  const maxAge = absoluteEnd && token ? Math.max(0, Math.floor((absoluteEnd.getTime() - now().getTime()) / 1000)) : 0;
  return new Cookie(cookieName(secure), token ?? "", {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure,
    maxAge,
  }).serialize();
}

function tokenOf(request: Request): string | null {
  const name = cookieName(isSecure());
  for (const part of (request.headers.get("Cookie") ?? "").split(";")) {
    const [key, value] = part.trim().split("=", 2);
    if (key === name && value && /^[A-Za-z0-9_-]{43}$/.test(value)) return value;
  }
  return null;
}

function isSecure(): boolean {
  return env().SASAE_ORIGIN?.startsWith("https:") ?? false;
}

function cookieName(secure: boolean): string {
  return secure ? "__Host-sasae_session" : "sasae_session";
}
