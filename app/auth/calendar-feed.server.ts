/**
 * Personal calendar addresses. A calendar program cannot sign in: whoever knows the address may read the calendar, so it
 * holds a 256-bit secret of which only the hash is kept, shows no names, and ends when its owner wishes.
 */
import { createHash, randomBytes } from "node:crypto";

import { asAccounts, type Tx } from "~/db/scope.server";
import { recordAudit } from "~/domain/access/audit.server";
import type { SessionFacts } from "~/domain/calendar/event";
import { LOCALES, type Locale } from "~/i18n/resources";
import { addDays, dayOfInstant } from "~/lib/calendar";
import { now } from "~/lib/clock.server";

import type { Actor } from "./actor.server";

/** How far a calendar reaches around the day, in days. */
export const FEED_DAYS = { back: 90, ahead: 400 } as const;
/** For how many days a cancelled session stays, so that calendars learn of it. */
export const CANCELLED_DAYS = 60;

/** When the account's calendar address was made, or null where it has none. */
export async function feedMadeAt(actor: Actor): Promise<Date | null> {
  const feed = await asAccounts((tx) =>
    tx.calendarFeed.findFirst({
      where: { userId: actor.userId, revokedAt: null },
      orderBy: { createdAt: "desc" },
      select: { createdAt: true },
    }),
  );
  return feed?.createdAt ?? null;
}

/** Makes the account's calendar address, in place of an earlier one; gives its path, which is never shown again. */
export async function makeFeed(actor: Actor): Promise<string> {
  const secret = randomBytes(32).toString("base64url");
  await asAccounts(async (tx) => {
    // why: of two tabs that make an address at once, only one address may stay.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${actor.userId}, 14))`;
    await end(tx, actor.userId);
    await tx.calendarFeed.create({ data: { userId: actor.userId, tokenHash: hashOf(secret), createdAt: now() } });
    await recordAudit(tx, { ...by(actor), action: "calendar.make" });
  });
  return `/calendar/${secret}.ics`;
}

/** Ends the account's calendar address. */
export async function revokeFeed(actor: Actor): Promise<void> {
  await asAccounts(async (tx) => {
    if ((await end(tx, actor.userId)) > 0) await recordAudit(tx, { ...by(actor), action: "calendar.revoke" });
  });
}

export type Feed = { locale: Locale; sessions: SessionFacts[] };

/** The calendar behind an address: its owner's sessions in all memberships in use. Null where the address leads nowhere (any more). */
export async function readFeed(secret: string, at: Date): Promise<Feed | null> {
  const today = dayOfInstant(at);
  return asAccounts(async (tx) => {
    const feed = await tx.calendarFeed.findFirst({
      where: { tokenHash: hashOf(secret), revokedAt: null, user: { disabledAt: null } },
      select: { userId: true, user: { select: { locale: true } } },
    });
    if (!feed) return null;
    const sessions = await tx.$queryRaw<SessionFacts[]>`
      SELECT session_id::text AS "sessionId", audience, held_on::text AS "heldOn", start_time AS "startTime", minutes, kind, status, tentative,
        place, video_url AS "videoUrl", sequence, to_char(changed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "changedAt"
      FROM app_calendar_sessions(${feed.userId}::uuid, ${addDays(today, -FEED_DAYS.back)}::date, ${addDays(today, FEED_DAYS.ahead)}::date,
        ${new Date(at.getTime() - CANCELLED_DAYS * 86_400_000).toISOString()}::timestamptz)`;
    return { locale: LOCALES.find((one) => one === feed.user.locale) ?? "ja", sessions };
  });
}

async function end(tx: Tx, userId: string): Promise<number> {
  const { count } = await tx.calendarFeed.updateMany({
    where: { userId, revokedAt: null },
    data: { revokedAt: now() },
  });
  return count;
}

function by(actor: Actor) {
  return { actorId: actor.userId, actorRole: actor.membership.role, subject: "user_account", subjectId: actor.userId };
}

function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
