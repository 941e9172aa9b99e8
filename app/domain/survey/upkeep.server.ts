/** What happens to surveys by themselves: released drafts open, those past their closing day close, people are reminded. */
import { asBallot, asSurvey, Prisma, type Tenant } from "~/db/scope.server";
import { addDays, type Day } from "~/lib/calendar";
import type { KeyRing } from "~/lib/key-ring";

import { enqueue } from "../notification/enqueue.server";
import type { Mailing } from "../notification/mailing";
import { openCampaign } from "./campaigns.server";
import { shuffleWaiting } from "./cast-ballot.server";
import { closeCampaign, listOverdue } from "./close-campaign.server";

/** How many days before the closing day those without a token are reminded. */
export const REMINDER_DAYS = [7, 2] as const;

export type Upkeep = { closed: number; opened: number; refused: number };

/**
 * Closes what is past its closing day and opens released drafts whose day has come. A draft that cannot be opened stays as it
 * is and is tried again the next day. Doing a day again changes nothing.
 */
export async function keepSurveys(tenant: Tenant, ring: () => KeyRing, day: Day): Promise<Upkeep> {
  const counts: Upkeep = { closed: 0, opened: 0, refused: 0 };
  for (const id of await listOverdue(tenant, day)) if ((await closeCampaign(tenant, id, day)).ok) counts.closed += 1;
  for (const id of await listReleased(tenant, day)) {
    const opened = await openCampaign(tenant, id, ring(), day);
    if (opened.ok) counts.opened += 1;
    else if (opened.reason !== "notDraft") counts.refused += 1;
  }
  return counts;
}

function listReleased(tenant: Tenant, day: Day): Promise<string[]> {
  return asSurvey(tenant, async (tx) => {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM survey_campaign
      WHERE contract_id = ${tenant.contractId}::uuid AND status = 'draft' AND released AND opens_on <= ${day}::date ORDER BY opens_on, id`;
    return rows.map(({ id }) => id);
  });
}

type Due = {
  id: string;
  title: string;
  titleEn: string | null;
  closesOn: Day;
  left: number;
};

/**
 * Queues a mail to everyone who may answer, has an account and has not fetched a token, on the days before closing; each
 * person once for each of these days of a survey.
 * @returns of how many surveys people were reminded: how many people would tell who has not fetched a token
 */
export function remindOfSurveys(tenant: Tenant, day: Day, mailing: Mailing | null): Promise<{ reminded: number }> {
  const { wardId, contractId } = tenant;
  return asSurvey(tenant, async (tx) => {
    if (!mailing) return { reminded: 0 };
    const closing = REMINDER_DAYS.map((left) => Prisma.sql`${addDays(day, left)}::date`);
    const due = await tx.$queryRaw<Due[]>`
      SELECT id::text, title, title_en AS "titleEn", closes_on::text AS "closesOn", closes_on - ${day}::date AS left FROM survey_campaign
      WHERE contract_id = ${contractId}::uuid AND status = 'open' AND closes_on IN (${Prisma.join(closing)}) ORDER BY id`;
    for (const { id, left, ...survey } of due) {
      const contacts = await tx.$queryRaw<{ userId: string; email: string; locale: string }[]>`
        SELECT user_id::text AS "userId", email, locale FROM survey_reminder_contacts(${wardId}::uuid, ${contractId}::uuid, ${id}::uuid)`;
      const step = REMINDER_DAYS.findIndex((days) => days === left) + 1;
      await enqueue(
        tx,
        contacts.map(({ userId, email, locale }) => ({
          ...{
            key: `survey:${id}:${left}:${userId}`,
            thread: `survey:${id}:${userId}`,
            step,
            to: email,
            locale,
            userId,
          },
          ...{ wardId, contractId, content: { kind: "surveyReminder", ...survey, origin: mailing.origin } },
        })),
      );
      await tx.$executeRaw`
        UPDATE survey_campaign SET reminded_on = ${day}::date WHERE contract_id = ${contractId}::uuid AND id = ${id}::uuid AND status = 'open'`;
    }
    return { reminded: due.length };
  });
}

export type OpenSurvey = { wardId: string; contractId: string; campaignId: string };

/** Every survey that is open, of all contracts. */
export function listOpenSurveys(): Promise<OpenSurvey[]> {
  return asBallot(
    (tx) => tx.$queryRaw<OpenSurvey[]>`
      SELECT ward_id::text AS "wardId", contract_id::text AS "contractId", id::text AS "campaignId" FROM survey_campaign
      WHERE status = 'open' ORDER BY id`,
  );
}

/**
 * Shuffles what waits in each open survey where enough waits.
 * @param tenantFor the way to a contract, which only jobs may make
 * @returns how many answers were moved
 */
export async function shuffleOpenSurveys(
  tenantFor: (at: OpenSurvey) => Tenant,
  isEnding: () => boolean = () => false,
): Promise<number> {
  let moved = 0;
  for (const survey of await listOpenSurveys()) {
    if (isEnding()) break;
    moved += await shuffleWaiting(tenantFor(survey), survey.campaignId);
  }
  return moved;
}
