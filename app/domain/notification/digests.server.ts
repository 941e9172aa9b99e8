import { asPlatform, type Platform, type Tx } from "~/db/scope.server";
import { isOpenDay, type Day } from "~/lib/calendar";

import { digestLines, type Counted } from "./digest";
import { enqueue } from "./enqueue.server";
import type { Mailing } from "./mailing";

/** People whose mails are queued in one transaction. */
const BATCH = 200;

type Row = Counted & { userId: string; email: string; locale: string; token: string };

/**
 * Queues one mail for each person who wants a digest and has something unread that no digest held before; on working days.
 * What goes into a mail is marked in the same transaction, so that each is held by one mail, for any number of processes and
 * any number of runs for a day. What comes up after a person's mail of the day waits for the next.
 * @param mailing null where no mail server is configured: then nothing is queued, and what has come up so far stays in the app
 * @returns people written to, and the notifications that their mails hold
 */
export async function sendDigests(
  platform: Platform,
  day: Day,
  mailing: Mailing | null,
): Promise<{ mails: number; notifications: number }> {
  const counts = { mails: 0, notifications: 0 };
  if (!isOpenDay(day)) return counts;
  for (let isMore = true; isMore;) {
    const done = await asPlatform(platform, (tx) => sendSome(tx, day, mailing));
    counts.mails += done.mails;
    counts.notifications += done.notifications;
    isMore = done.people > 0;
  }
  return counts;
}

async function sendSome(tx: Tx, day: Day, mailing: Mailing | null) {
  // why: people are taken by one process at a time; who waits here then finds the next ones.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('digests', 0))`;
  const people = await tx.$queryRaw<{ userId: string }[]>`
    SELECT DISTINCT n.user_id::text AS "userId" FROM notification n
    WHERE n.digested_at IS NULL AND n.day <= ${day}::date
      AND NOT EXISTS (SELECT FROM outgoing_mail m WHERE m.key = 'digest:' || n.user_id || ':' || ${day})
    ORDER BY 1 LIMIT ${BATCH}`;
  const ids = people.map(({ userId }) => userId);
  if (ids.length === 0) return { people: 0, mails: 0, notifications: 0 };
  const rows = await tx.$queryRaw<Row[]>`
    WITH taken AS (
      UPDATE notification SET digested_at = now() WHERE digested_at IS NULL AND day <= ${day}::date AND user_id = ANY (${ids}::uuid[])
      RETURNING user_id, ward_id, contract_id, kind, params, path, read_at)
    SELECT u.id::text AS "userId", u.email, u.locale, u.digest_token::text AS token, t.kind, split_part(t.path, '/', 2) AS area,
      t.params ->> 'rule' AS rule, t.params ->> 'contract' AS contract, count(*)::int AS count
    FROM taken t JOIN user_account u ON u.id = t.user_id AND u.digest AND u.disabled_at IS NULL
    WHERE t.read_at IS NULL AND EXISTS (SELECT FROM membership m WHERE m.user_id = u.id AND m.ward_id = t.ward_id
      AND (m.contract_id = t.contract_id OR m.role = 'ward') AND m.accepted_at IS NOT NULL AND m.ended_at IS NULL)
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 ORDER BY 1`;
  if (mailing === null) return { people: ids.length, mails: 0, notifications: 0 };
  const byPerson = new Map<string, Row[]>();
  for (const row of rows) byPerson.set(row.userId, [...(byPerson.get(row.userId) ?? []), row]);
  const mails = await enqueue(
    tx,
    [...byPerson.entries()].flatMap(([userId, counted]) => {
      const [first] = counted;
      const lines = digestLines(counted);
      if (!first || lines.now.length + lines.news.length === 0) return [];
      const { email: to, locale, token } = first;
      const content = { kind: "digest" as const, day, ...lines, token, origin: mailing.origin };
      return [
        {
          key: `digest:${userId}:${day}`,
          thread: null,
          step: 0,
          to,
          locale,
          userId,
          wardId: null,
          contractId: null,
          content,
        },
      ];
    }),
  );
  return { people: ids.length, mails, notifications: rows.reduce((sum, { count }) => sum + count, 0) };
}
