/**
 * The mail queue. A process claims a mail with a lease: of any number of processes one sends it. Where that one dies after
 * the server took the mail and before it is noted, the mail goes out a second time, under the same Message-ID.
 */
import { asPlatform, Prisma, type Platform } from "~/db/scope.server";
import { pageWithin } from "~/lib/page";

import { recordAudit } from "../access/audit.server";
import { mailContent, type MailContent, type MailKind, type MailState } from "./content";
import { enqueue } from "./enqueue.server";
import { nextAttempt } from "./retry";

/** How long a claimed mail is left alone. */
export const LEASE_MS = 5 * 60_000;

export type DueMail = {
  id: string;
  to: string;
  locale: string;
  /** This attempt's number, from 1. */
  attempts: number;
  /** Null where what stands in the queue cannot be read. */
  content: MailContent | null;
};

/**
 * Claims the mail that has been due longest, or gives null. Of mails on one matter only the latest is sent: an invitation
 * that still waits when its session is cancelled is dropped.
 */
export async function claimMail(platform: Platform, at: Date): Promise<DueMail | null> {
  const lease = new Date(at.getTime() + LEASE_MS);
  return asPlatform(platform, async (tx) => {
    await tx.$executeRaw`
      DELETE FROM outgoing_mail old WHERE old.sent_at IS NULL AND (old.lease_until IS NULL OR old.lease_until <= ${instant(at)})
        AND EXISTS (SELECT FROM outgoing_mail later WHERE later.thread = old.thread AND later.step > old.step)`;
    const [row] = await tx.$queryRaw<(Omit<DueMail, "content"> & { content: unknown })[]>`
      UPDATE outgoing_mail SET lease_until = ${instant(lease)}, attempts = attempts + 1
      WHERE id = (
        SELECT id FROM outgoing_mail
        WHERE sent_at IS NULL AND failed_at IS NULL AND next_attempt_at <= ${instant(at)} AND (lease_until IS NULL OR lease_until <= ${instant(at)})
        ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING id::text, to_address AS "to", locale, attempts, content`;
    if (!row) return null;
    const content = mailContent.safeParse(row.content);
    return { ...row, content: content.success ? content.data : null };
  });
}

/** Notes that a claimed mail was handed over, and forgets what it said. */
export async function markSent(platform: Platform, mail: DueMail, at: Date): Promise<void> {
  await asPlatform(
    platform,
    (tx) => tx.$executeRaw`
      UPDATE outgoing_mail SET sent_at = ${instant(at)}, content = NULL, lease_until = NULL, last_error = NULL
      WHERE id = ${mail.id}::uuid AND sent_at IS NULL`,
  );
}

/**
 * Notes that a claimed mail was not taken. It is tried again later, or given up.
 * @param error a code, never the server's words: they may quote an address
 * @returns whether it is given up
 */
export async function markFailed(platform: Platform, mail: DueMail, error: string, at: Date): Promise<boolean> {
  const next = mail.content === null ? null : nextAttempt(mail.attempts, at);
  // why: the attempt is compared, so that a process that outlived its lease does not overwrite who took over.
  await asPlatform(
    platform,
    (tx) => tx.$executeRaw`
      UPDATE outgoing_mail SET last_error = ${error}, lease_until = NULL, failed_at = ${next ? null : instant(at)},
        next_attempt_at = ${instant(next ?? at)}
      WHERE id = ${mail.id}::uuid AND attempts = ${mail.attempts} AND sent_at IS NULL`,
  );
  return next === null;
}

/** Queues a mail to an administrator's own address that shows that mail arrives. */
export async function queueTestMail(
  platform: Platform,
  given: { ref: string; to: string; locale: string; origin: string },
): Promise<void> {
  const { ref, to, locale, origin } = given;
  await asPlatform(platform, async (tx) => {
    await enqueue(tx, [
      {
        ...{ key: `test:${ref}`, thread: null, step: 0, to, locale, userId: platform.userId },
        ...{ wardId: null, contractId: null, content: { kind: "test", origin } },
      },
    ]);
    await recordAudit(tx, { actorId: platform.userId, actorRole: "admin", action: "mail.test" });
  });
}

/** Puts a mail that was given up back into the queue. False where it is not given up. */
export async function sendAgain(platform: Platform, id: string, at: Date): Promise<boolean> {
  return asPlatform(platform, async (tx) => {
    const changed = await tx.$executeRaw`
      UPDATE outgoing_mail SET failed_at = NULL, attempts = 0, next_attempt_at = ${instant(at)}
      WHERE id = ${id}::uuid AND failed_at IS NOT NULL AND sent_at IS NULL AND content IS NOT NULL`;
    if (changed === 0) return false;
    const by = { actorId: platform.userId, actorRole: "admin" as const };
    await recordAudit(tx, { ...by, action: "mail.again", subject: "outgoing_mail", subjectId: id });
    return true;
  });
}

export type MailRow = {
  id: string;
  kind: MailKind;
  /** The part of the address behind the @: who gets a mail is not the platform's business. */
  domain: string;
  state: MailState;
  attempts: number;
  lastError: string | null;
  createdAt: Date;
  sentAt: Date | null;
  nextAttemptAt: Date | null;
};
const PAGE_SIZE = 50;
/** The most rows that an export holds. */
export const MOST_ROWS = 50_000;

/** A page of the queue, newest first, without what the mails say. */
export async function listMail(
  platform: Platform,
  given: { state: MailState | null; page: number; pageSize?: number },
): Promise<{ rows: MailRow[]; page: number; pages: number; total: number }> {
  const state = Prisma.sql`CASE WHEN sent_at IS NOT NULL THEN 'sent' WHEN failed_at IS NOT NULL THEN 'failed' ELSE 'waiting' END`;
  const matching = given.state ? Prisma.sql`WHERE ${state} = ${given.state}` : Prisma.empty;
  const pageSize = given.pageSize ?? PAGE_SIZE;
  return asPlatform(platform, async (tx) => {
    const [count] = await tx.$queryRaw<
      { total: number }[]
    >`SELECT count(*)::int AS total FROM outgoing_mail ${matching}`;
    const total = count?.total ?? 0;
    const { page, pages, offset } = pageWithin(total, given.page, pageSize);
    const rows = await tx.$queryRaw<MailRow[]>`
      SELECT id::text, kind, substring(to_address from '[^@]*$') AS domain, ${state} AS state, attempts, last_error AS "lastError",
        created_at AS "createdAt", sent_at AS "sentAt", CASE WHEN sent_at IS NULL AND failed_at IS NULL THEN next_attempt_at END AS "nextAttemptAt"
      FROM outgoing_mail ${matching} ORDER BY created_at DESC, id LIMIT ${pageSize} OFFSET ${offset}`;
    return { rows, page, pages, total };
  });
}

function instant(at: Date): Prisma.Sql {
  return Prisma.sql`${at.toISOString()}::timestamptz`;
}
