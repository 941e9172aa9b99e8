/**
 * Closing a survey: takes in what waits, computes once what may be published, and forgets everything that could lead from an
 * answer to a person: used tokens, signed replies, days of fetching, the private key, the physical order of the rows.
 */
import { z } from "zod";

import { asSurvey, type Tenant, type Tx } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";

import { tell } from "../notification/tell.server";
import { unitSchema } from "./campaign";
import { audit } from "./campaigns.server";
import { minimumFor, type Cell, type Sizes } from "./disclosure";
import { questionnaireSchema, SEX_ANSWERS, type Questionnaire } from "./questionnaire";
import { isTellingChange, resultOf, type Family, type GivenSheet, type Published, type PublishedCell } from "./results";

const cell = z.object({ atoms: z.array(z.string()), key: z.string() });
const stored = cell.extend({ parts: z.array(cell).default([]) });
const storedCells = z.object({ health: z.array(stored), satisfaction: z.array(stored) });
const sheetRow = z.object({ unit: z.string(), sheet: z.record(z.string(), z.number()) });

export type Closed = { ok: true; answered: number } | { ok: false; reason: "notOpen" };

/** Closes an open survey, whatever its closing day. Closing again changes nothing. */
export async function closeCampaign(tenant: Tenant, campaignId: string, day: Day): Promise<Closed> {
  const { wardId, contractId } = tenant;
  return asSurvey(
    tenant,
    async (tx): Promise<Closed> => {
      // why: answers that are being put in at this moment are either counted or told that the survey has closed.
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`survey ${campaignId}`}, 0))::text`;
      const [campaign] = await tx.$queryRaw<
        { kind: string; questionnaire: unknown; units: unknown; eligible: number }[]
      >`
        SELECT kind, questionnaire, units, eligible FROM survey_campaign
        WHERE contract_id = ${contractId}::uuid AND id = ${campaignId}::uuid AND status = 'open' FOR UPDATE`;
      if (!campaign) return { ok: false, reason: "notOpen" };
      await tx.$queryRaw`SELECT survey_shuffle(${wardId}::uuid, ${contractId}::uuid, ${campaignId}::uuid, 1)`;
      const questionnaire = questionnaireSchema.parse(campaign.questionnaire);
      const units = z.array(unitSchema).parse(campaign.units);
      const sheets = await sheetsOf(tx, contractId, campaignId);
      const cells = await publishedCells(tx, contractId, campaignId, {
        ...{ kind: campaign.kind, questionnaire, units: units.map(({ unit }) => unit), sheets },
      });
      await tx.$executeRaw`
        INSERT INTO survey_result (ward_id, contract_id, campaign_id, kind, closed_on, eligible, answered, cells)
        VALUES (${wardId}::uuid, ${contractId}::uuid, ${campaignId}::uuid, ${campaign.kind}, ${day}::date, ${campaign.eligible},
          ${sheets.length}, ${JSON.stringify(cells)}::jsonb)`;
      await tx.$executeRaw`
        UPDATE survey_campaign SET status = 'closed', closed_on = ${day}::date, sealed_private_key = NULL, private_key_nonce = NULL,
          private_key_id = NULL, version = version + 1
        WHERE contract_id = ${contractId}::uuid AND id = ${campaignId}::uuid`;
      await tx.$queryRaw`SELECT survey_forget(${wardId}::uuid, ${contractId}::uuid, ${campaignId}::uuid)::text`;
      await audit(tx, tenant, "survey.close", campaignId, { answered: sheets.length });
      await tell(tx, tenant, [{ kind: "survey.closed", campaignId, closesOn: null, eligible: null }], day);
      return { ok: true, answered: sheets.length };
    },
    { timeoutMs: 120_000 },
  );
}

/** The open surveys of a contract whose closing day has passed. */
export async function listOverdue(tenant: Tenant, day: Day): Promise<string[]> {
  return asSurvey(tenant, async (tx) => {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM survey_campaign WHERE contract_id = ${tenant.contractId}::uuid AND status = 'open' AND closes_on < ${day}::date ORDER BY id`;
    return rows.map(({ id }) => id);
  });
}

async function sheetsOf(tx: Tx, contractId: string, campaignId: string): Promise<GivenSheet[]> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT unit, answers AS sheet FROM survey_answer WHERE contract_id = ${contractId}::uuid AND campaign_id = ${campaignId}::uuid`;
  return z
    .array(sheetRow)
    .parse(rows)
    .map((row) => ({ wave: campaignId, ...row }));
}

type Wave = { kind: string; questionnaire: Questionnaire; units: string[]; sheets: GivenSheet[] };

async function publishedCells(tx: Tx, contractId: string, campaignId: string, wave: Wave): Promise<Published> {
  const minimum = { health: minimumFor("health", null), satisfaction: minimumFor("satisfaction", null) };
  const previous = await previousWave(tx, contractId, wave);
  const people = await eligiblePeople(tx, contractId, campaignId);
  const now = { people, answered: wave.sheets.length };
  const empty: PublishedCell[] = [];
  const result = resultOf({
    ...{ wave: campaignId, questionnaire: wave.questionnaire, units: wave.units, sheets: wave.sheets, minimum },
    ...{ before: previous?.sheets ?? [], ...(await publishedBefore(tx, contractId)) },
  });
  const isTelling = (family: Family) => isTellingChange(previous, now, minimum[family]);
  return {
    health: isTelling("health") ? empty : result.health,
    satisfaction: isTelling("satisfaction") ? empty : result.satisfaction,
  };
}

/** The survey of the same kind that closed last, if it asked the same. */
async function previousWave(tx: Tx, contractId: string, wave: Wave) {
  const [row] = await tx.$queryRaw<{ id: string; questionnaire: unknown; answered: number }[]>`
    SELECT c.id::text, c.questionnaire, r.answered FROM survey_campaign c
      JOIN survey_result r ON r.contract_id = c.contract_id AND r.campaign_id = c.id
    WHERE c.contract_id = ${contractId}::uuid AND c.kind = ${wave.kind} ORDER BY r.closed_on DESC, c.id LIMIT 1`;
  if (!row) return null;
  const isSame = JSON.stringify(questionnaireSchema.parse(row.questionnaire)) === JSON.stringify(wave.questionnaire);
  if (!isSame) return null;
  const people = await eligiblePeople(tx, contractId, row.id);
  return { sheets: await sheetsOf(tx, contractId, row.id), people, answered: row.answered };
}

async function eligiblePeople(tx: Tx, contractId: string, campaignId: string): Promise<Set<string>> {
  const rows = await tx.surveyEligible.findMany({ where: { contractId, campaignId }, select: { staffId: true } });
  return new Set(rows.map(({ staffId }) => staffId));
}

/** What was published of the contract's surveys, and the answers in each atom of it. */
async function publishedBefore(
  tx: Tx,
  contractId: string,
): Promise<{ published: Record<Family, Cell[]>; publishedSizes: Sizes }> {
  const results = await tx.$queryRaw<
    { cells: unknown }[]
  >`SELECT cells FROM survey_result WHERE contract_id = ${contractId}::uuid`;
  const cells = results.map((row) => storedCells.parse(row.cells));
  const sizes = await tx.$queryRaw<{ atom: string; size: number }[]>`
    SELECT campaign_id::text || '|' || unit || '|' || CASE answers ->> ${SEX_ANSWERS.id} WHEN '1' THEN 'male' WHEN '2' THEN 'female' ELSE '-' END AS atom,
      count(*)::int AS size
    FROM survey_answer WHERE contract_id = ${contractId}::uuid GROUP BY 1`;
  return {
    published: {
      health: cells.flatMap((one) => one.health.flatMap(({ parts, ...whole }) => [whole, ...parts])),
      satisfaction: cells.flatMap((one) => one.satisfaction),
    },
    publishedSizes: new Map(sizes.map(({ atom, size }) => [atom, size])),
  };
}
