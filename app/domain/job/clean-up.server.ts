/** What is forgotten once it has done its work, and after how long. A second run for the same day finds nothing more. */
import { asPlatform, asTenant, Prisma, type Platform, type Tenant } from "../../db/scope.server";
import { addDays, instantAt, type Day } from "../../lib/calendar";

/** How many days each is kept after it has done its work. */
export const KEPT_DAYS = {
  sentMail: 90,
  readNotification: 365,
  run: 400,
  hourlyRun: 30,
  unconfirmedImport: 30,
} as const;

/**
 * Forgets ended sign-in sessions, links that were used or have run out, counters of failed sign-ins, mails sent long ago,
 * notifications read long ago, and runs of long ago.
 * @returns how many rows of each
 */
export function cleanUpPlatform(platform: Platform, day: Day): Promise<Record<string, number>> {
  const before = (days: number) => Prisma.sql`${instantAt(addDays(day, -days), "00:00").toISOString()}::timestamptz`;
  const start = before(0);
  return asPlatform(
    platform,
    async (tx) => ({
      sessions: await tx.$executeRaw`
        DELETE FROM sign_in_session WHERE least(expires_at, absolute_end) < ${start}`,
      links: await tx.$executeRaw`
        DELETE FROM one_time_link WHERE expires_at < ${start} OR used_at < ${start}`,
      counters: await tx.$executeRaw`
        DELETE FROM rate_limit WHERE expire < extract(epoch FROM ${start}) * 1000`,
      mails: await tx.$executeRaw`DELETE FROM outgoing_mail WHERE sent_at < ${before(KEPT_DAYS.sentMail)}`,
      notifications:
        await tx.$executeRaw`DELETE FROM notification WHERE read_at < ${before(KEPT_DAYS.readNotification)}`,
      // why: jobs that run every hour would fill the table; what failed stays as long as all others.
      runs: await tx.$executeRaw`
        DELETE FROM job_run WHERE scheduled_for < ${before(KEPT_DAYS.run)}
          OR (job = 'reminders' AND outcome = 'done' AND scheduled_for < ${before(KEPT_DAYS.hourlyRun)})`,
    }),
    { timeoutMs: 300_000 },
  );
}

/** Throws away a contract's uploads that nobody confirmed, with their files. */
export async function cleanUpContract(tenant: Tenant, day: Day): Promise<{ imports: number }> {
  const { wardId, contractId } = tenant;
  const before = instantAt(addDays(day, -KEPT_DAYS.unconfirmedImport), "00:00");
  const { count } = await asTenant(tenant, (tx) =>
    tx.importBatch.deleteMany({
      where: { wardId, contractId, status: { not: "confirmed" }, createdAt: { lt: before } },
    }),
  );
  return { imports: count };
}
