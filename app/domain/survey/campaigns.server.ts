/** Surveys of a contract: prepared by its manager, opened with a frozen list of people, groups and a key of their own. */
import { asPeople, asSurvey, asTenant, Prisma, type People, type Tenant, type Tx } from "~/db/scope.server";
import { fiscalYearOf, type Day } from "~/lib/calendar";
import type { KeyRing } from "~/lib/key-ring";

import { recordDeed } from "../access/audit.server";
import { sealBytes } from "../access/sealed.server";
import { tell } from "../notification/tell.server";
import { newCampaignKey } from "./blind-signature.server";
import { campaignFrom, unitsOf, type Campaign } from "./campaign";
import { allowsFreeText, eligibleByOffice, isEligible } from "./eligible.server";
import type { Questionnaire } from "./questionnaire";

type Row = Parameters<typeof campaignFrom>[0];

const COLUMNS = Prisma.sql`c.id::text, c.title, c.title_en AS "titleEn", c.kind, c.fiscal_year AS "fiscalYear", c.questionnaire, c.languages,
  c.free_text AS "freeText", c.opens_on::text AS "opensOn", c.closes_on::text AS "closesOn", c.status, c.units, coalesce(c.eligible, 0) AS eligible,
  c.opened_on::text AS "openedOn", c.closed_on::text AS "closedOn", c.reminded_on::text AS "remindedOn", c.released, c.version`;

/** What belongs to a survey's sealed private key. */
export function keyPlace(campaignId: string): string {
  return `sasae survey 1|${campaignId}`;
}

async function campaignsWhere(tx: Tx, contractId: string, condition: Prisma.Sql): Promise<Campaign[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT ${COLUMNS} FROM survey_campaign c WHERE c.contract_id = ${contractId}::uuid AND ${condition}
    ORDER BY c.opens_on DESC, c.id`;
  return rows.map(campaignFrom);
}

/** All surveys of the contract, the newest first. */
export function listCampaigns(tenant: Tenant): Promise<Campaign[]> {
  return asTenant(tenant, (tx) => campaignsWhere(tx, tenant.contractId, Prisma.sql`true`));
}

/** One survey, or null. */
export async function getCampaign(tenant: Tenant, campaignId: string): Promise<Campaign | null> {
  const [found] = await asTenant(tenant, (tx) =>
    campaignsWhere(tx, tenant.contractId, Prisma.sql`c.id = ${campaignId}::uuid`),
  );
  return found ?? null;
}

export type OwnCampaign = Campaign & { isEligible: boolean; hasToken: boolean };

/** The surveys that are open on the day, and whether the person may answer and has fetched the token. */
export async function listOwnCampaigns(people: People, day: Day): Promise<OwnCampaign[]> {
  return asPeople(people, async (tx) => {
    const open = await campaignsWhere(
      tx,
      people.contractId,
      Prisma.sql`c.status = 'open' AND c.closes_on >= ${day}::date`,
    );
    const own = await tx.surveyEligible.findMany({
      where: { contractId: people.contractId, campaignId: { in: open.map(({ id }) => id) } },
      select: { campaignId: true, fetchedOn: true },
    });
    return open.map((campaign) => {
      const mine = own.find(({ campaignId }) => campaignId === campaign.id);
      return { ...campaign, isEligible: mine !== undefined, hasToken: Boolean(mine?.fetchedOn) };
    });
  });
}

/** The closed surveys of the person's contract, the newest first. */
export function listClosedCampaigns(people: People): Promise<Campaign[]> {
  return asPeople(people, (tx) => campaignsWhere(tx, people.contractId, Prisma.sql`c.status = 'closed'`));
}

export type CampaignDraft = {
  title: string;
  titleEn: string | null;
  kind: Campaign["kind"];
  fiscalYear: number;
  questionnaire: Questionnaire;
  freeText: boolean;
  opensOn: Day;
  closesOn: Day;
};

/** Prepares a survey; the same form sent twice prepares one. */
export async function addCampaign(tenant: Tenant, id: string, draft: CampaignDraft): Promise<string> {
  return asTenant(tenant, async (tx) => {
    const added = await tx.$executeRaw`
      INSERT INTO survey_campaign (ward_id, contract_id, id, title, title_en, kind, fiscal_year, questionnaire, free_text, opens_on, closes_on, created_by)
      VALUES (${tenant.wardId}::uuid, ${tenant.contractId}::uuid, ${id}::uuid, ${draft.title}, ${draft.titleEn}, ${draft.kind}, ${draft.fiscalYear},
        ${JSON.stringify(draft.questionnaire)}::jsonb, ${draft.freeText}, ${draft.opensOn}::date, ${draft.closesOn}::date, ${tenant.userId}::uuid)
      ON CONFLICT (ward_id, contract_id, id) DO NOTHING`;
    if (added > 0) await audit(tx, tenant, "survey.prepare", id);
    return id;
  });
}

export type CampaignChanged = "changed" | "stale" | "notDraft" | "notFound";

/**
 * Changes a draft, which then waits to be released anew. Once a survey is open, nothing of it changes but its closing day.
 */
export async function changeCampaign(
  tenant: Tenant,
  campaignId: string,
  version: number,
  draft: CampaignDraft,
): Promise<CampaignChanged> {
  return asTenant(tenant, async (tx) => {
    const changed = await tx.$executeRaw`
      UPDATE survey_campaign SET title = ${draft.title}, title_en = ${draft.titleEn}, kind = ${draft.kind}, fiscal_year = ${draft.fiscalYear},
        questionnaire = ${JSON.stringify(draft.questionnaire)}::jsonb, free_text = ${draft.freeText}, opens_on = ${draft.opensOn}::date,
        closes_on = ${draft.closesOn}::date, released = false, version = version + 1
      WHERE contract_id = ${tenant.contractId}::uuid AND id = ${campaignId}::uuid AND status = 'draft' AND version = ${version}`;
    if (changed > 0) {
      await audit(tx, tenant, "survey.change", campaignId);
      return "changed";
    }
    return whyUnchanged(tx, tenant, campaignId);
  });
}

/** Removes a draft; false where there is none. */
export async function removeCampaign(tenant: Tenant, campaignId: string): Promise<boolean> {
  return asTenant(tenant, async (tx) => {
    const removed = await tx.$executeRaw`
      DELETE FROM survey_campaign WHERE contract_id = ${tenant.contractId}::uuid AND id = ${campaignId}::uuid AND status = 'draft'`;
    if (removed > 0) await audit(tx, tenant, "survey.remove", campaignId);
    return removed > 0;
  });
}

/** Moves the closing day of an open survey, today at the earliest. */
export async function moveClosing(tenant: Tenant, campaignId: string, closesOn: Day, today: Day): Promise<boolean> {
  if (closesOn < today) return false;
  return asTenant(tenant, async (tx) => {
    const moved = await tx.$executeRaw`
      UPDATE survey_campaign SET closes_on = ${closesOn}::date, version = version + 1
      WHERE contract_id = ${tenant.contractId}::uuid AND id = ${campaignId}::uuid AND status = 'open'`;
    if (moved > 0) await audit(tx, tenant, "survey.moveClosing", campaignId, { closesOn });
    return moved > 0;
  });
}

/** Releases a draft, or holds it back: a released one opens by itself on its opening day. */
export async function releaseCampaign(
  tenant: Tenant,
  campaignId: string,
  version: number,
  released: boolean,
): Promise<CampaignChanged> {
  return asTenant(tenant, async (tx) => {
    const changed = await tx.$executeRaw`
      UPDATE survey_campaign SET released = ${released}, version = version + 1
      WHERE contract_id = ${tenant.contractId}::uuid AND id = ${campaignId}::uuid AND status = 'draft' AND version = ${version}`;
    if (changed > 0) {
      await audit(tx, tenant, released ? "survey.release" : "survey.holdBack", campaignId);
      return "changed";
    }
    return whyUnchanged(tx, tenant, campaignId);
  });
}

async function whyUnchanged(tx: Tx, tenant: Tenant, campaignId: string): Promise<CampaignChanged> {
  const [found] = await campaignsWhere(tx, tenant.contractId, Prisma.sql`c.id = ${campaignId}::uuid`);
  if (!found) return "notFound";
  return found.status === "draft" ? "stale" : "notDraft";
}

export const OPENING_PROBLEMS = ["notDraft", "nobody", "anotherOpen", "closesBefore", "noFreeText"] as const;
export type OpeningProblem = (typeof OPENING_PROBLEMS)[number];
export type Opened = { ok: true; eligible: number } | { ok: false; reason: OpeningProblem };

/**
 * Opens a survey on a day: freezes who may answer (support staff employed on the day and not on leave) and the groups that
 * can be claimed, and makes the survey's own key. Opening it again changes nothing.
 */
export async function openCampaign(tenant: Tenant, campaignId: string, ring: KeyRing, day: Day): Promise<Opened> {
  const key = await newCampaignKey();
  const { keyId, nonce, sealed } = sealBytes(ring, key.privateKey, keyPlace(campaignId));
  key.privateKey.fill(0);
  return asSurvey(tenant, async (tx): Promise<Opened> => {
    const [draft] = await tx.$queryRaw<{ kind: string; closesOn: Day; freeText: boolean }[]>`
      SELECT kind, closes_on::text AS "closesOn", free_text AS "freeText" FROM survey_campaign
      WHERE contract_id = ${tenant.contractId}::uuid AND id = ${campaignId}::uuid AND status = 'draft' FOR UPDATE`;
    if (!draft) return { ok: false, reason: "notDraft" };
    if (draft.closesOn < day) return { ok: false, reason: "closesBefore" };
    const [other] = await tx.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM survey_campaign WHERE contract_id = ${tenant.contractId}::uuid AND status = 'open' AND kind = ${draft.kind}`;
    if (other) return { ok: false, reason: "anotherOpen" };
    if (draft.freeText && !(await allowsFreeText(tx, tenant.contractId, fiscalYearOf(day))))
      return { ok: false, reason: "noFreeText" };
    const eligible = await tx.$executeRaw`
      INSERT INTO survey_eligible (ward_id, contract_id, campaign_id, staff_id)
      SELECT s.ward_id, s.contract_id, ${campaignId}::uuid, s.id FROM staff s
      WHERE s.contract_id = ${tenant.contractId}::uuid AND ${isEligible(day)} ORDER BY gen_random_uuid()`;
    if (eligible === 0) return { ok: false, reason: "nobody" };
    const offices = await eligibleByOffice(tx, tenant.contractId, day);
    await tx.$executeRaw`
      UPDATE survey_campaign SET status = 'open', opened_on = ${day}::date, units = ${JSON.stringify(unitsOf(offices))}::jsonb, eligible = ${eligible},
        public_key = ${JSON.stringify(key.publicKey)}::jsonb, private_key_id = ${keyId}, private_key_nonce = ${nonce}, sealed_private_key = ${sealed},
        version = version + 1
      WHERE contract_id = ${tenant.contractId}::uuid AND id = ${campaignId}::uuid`;
    await audit(tx, tenant, "survey.open", campaignId, { eligible });
    const people = await tx.surveyEligible.findMany({
      where: { contractId: tenant.contractId, campaignId },
      select: { staffId: true },
    });
    const opened = { kind: "survey.opened" as const, campaignId, closesOn: draft.closesOn };
    await tell(tx, tenant, [{ ...opened, eligible: people.map(({ staffId }) => staffId) }], day);
    return { ok: true, eligible };
  });
}

/** Notes a step of a survey's life, taken by its manager or by itself. */
export function audit(
  tx: Tx,
  tenant: Tenant,
  action: string,
  subjectId: string,
  detail?: Record<string, string | number>,
): Promise<void> {
  const actorRole = tenant.userId ? "manager" : "system";
  return recordDeed(tx, tenant, actorRole, { action, subject: "survey_campaign", subjectId, detail });
}
