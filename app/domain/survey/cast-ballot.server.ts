/**
 * Collecting: the half of the survey that knows nobody. It sees that an answer is entitled and comes once, never whose it is;
 * it reads no session, keeps no time and no address, and writes no audit entry.
 */
import { createHash } from "node:crypto";

import { z } from "zod";

import { asBallot, asSurvey, type Tenant } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";

import { isSignature } from "./blind-signature.server";
import { unitSchema, type Campaign } from "./campaign";
import { checkSheet, questionnaireSchema, type SheetProblem } from "./questionnaire";

/** The prepared message: 32 random bytes before the token's own 32. */
const PREPARED_BYTES = 64;
const MAX_COMMENT = 2000;

/** What a browser sends. */
export const ballotSchema = z.object({
  campaign: z.uuid(),
  token: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
  signature: z.string().regex(/^[A-Za-z0-9_-]{512}$/),
  unit: z.string().min(1).max(40),
  answers: z.record(z.string().max(60), z.number().int().min(0).max(10)),
  comment: z.string().max(MAX_COMMENT).optional(),
});
export type Ballot = z.output<typeof ballotSchema>;

export type Cast =
  | { ok: true; duplicate: boolean }
  | { ok: false; reason: "unknownCampaign" | "closed" | "badToken" | "unknownUnit" | "noComment" }
  | { ok: false; reason: "badAnswers"; problems: SheetProblem[] };

/** An RSA public key as JWK. */
export type PublicKey = { kty: "RSA"; n: string; e: string };

/** The public half of a survey, for whoever answers it. */
export type OpenCampaign = Pick<
  Campaign,
  "id" | "title" | "titleEn" | "questionnaire" | "freeText" | "closesOn" | "status" | "units"
> & {
  publicKey: PublicKey;
};

const publicRow = z.object({
  id: z.string(),
  title: z.string(),
  titleEn: z.string().nullable(),
  questionnaire: questionnaireSchema,
  freeText: z.boolean(),
  closesOn: z.string(),
  status: z.enum(["open", "closed"]),
  units: z.array(unitSchema),
  publicKey: z.object({ kty: z.literal("RSA"), n: z.string(), e: z.string() }),
});

/** What everyone may know of a survey that is open or closed; null where there is none. */
export async function openCampaignOf(campaignId: string): Promise<OpenCampaign | null> {
  const [row] = await asBallot(
    (tx) => tx.$queryRaw<unknown[]>`
      SELECT id::text, title, title_en AS "titleEn", questionnaire, free_text AS "freeText", closes_on::text AS "closesOn", status, units,
        public_key AS "publicKey"
      FROM survey_campaign WHERE id = ${campaignId}::uuid`,
  );
  return row ? publicRow.parse(row) : null;
}

/** What does not change once a survey is open, so that ten thousand answers do not read it ten thousand times. */
const opened = new Map<string, OpenCampaign>();
const MOST_KEPT = 50;

async function campaignFor(campaignId: string): Promise<OpenCampaign | null> {
  const kept = opened.get(campaignId);
  if (kept) return kept;
  const found = await openCampaignOf(campaignId);
  if (found?.status !== "open") return found;
  if (opened.size >= MOST_KEPT) opened.clear();
  opened.set(campaignId, found);
  return found;
}

/**
 * Takes an answer. A token that was used is acknowledged and not counted again, so that a browser may repeat what it does not
 * know to have arrived. Nothing is stored, and no token is used up, by an answer that does not fit.
 */
export async function castBallot(ballot: Ballot, today: Day): Promise<Cast> {
  const campaign = await campaignFor(ballot.campaign);
  if (!campaign) return { ok: false, reason: "unknownCampaign" };
  if (campaign.status !== "open") return { ok: false, reason: "closed" };
  const prepared = Buffer.from(ballot.token, "base64url");
  const signature = Buffer.from(ballot.signature, "base64url");
  if (prepared.byteLength !== PREPARED_BYTES || !isSignature(campaign.publicKey, prepared, signature))
    return { ok: false, reason: "badToken" };
  if (!campaign.units.some(({ unit }) => unit === ballot.unit)) return { ok: false, reason: "unknownUnit" };
  const problems = checkSheet(campaign.questionnaire, ballot.answers);
  if (problems.length > 0) return { ok: false, reason: "badAnswers", problems };
  const comment = ballot.comment?.trim() ?? "";
  if (comment !== "" && !campaign.freeText) return { ok: false, reason: "noComment" };
  const hash = createHash("sha256").update(prepared).digest();
  const content = JSON.stringify({ unit: ballot.unit, answers: ordered(ballot.answers), comment });
  return asBallot(async (tx): Promise<Cast> => {
    // why: closing takes this lock alone, so that an answer is either counted or told that the survey has closed.
    await tx.$queryRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${`survey ${ballot.campaign}`}, 0))::text`;
    const [still] = await tx.$queryRaw<{ wardId: string; contractId: string }[]>`
      SELECT ward_id::text AS "wardId", contract_id::text AS "contractId" FROM survey_campaign
      WHERE id = ${ballot.campaign}::uuid AND status = 'open' AND closes_on >= ${today}::date`;
    if (!still) return { ok: false, reason: "closed" };
    const { wardId, contractId } = still;
    const taken = await tx.$executeRaw`
      WITH used AS (
        INSERT INTO survey_spent (ward_id, contract_id, campaign_id, token_hash)
        VALUES (${wardId}::uuid, ${contractId}::uuid, ${ballot.campaign}::uuid, ${hash}) ON CONFLICT DO NOTHING RETURNING 1)
      INSERT INTO survey_holding (ward_id, contract_id, campaign_id, content)
      SELECT ${wardId}::uuid, ${contractId}::uuid, ${ballot.campaign}::uuid, ${content}::jsonb FROM used`;
    return { ok: true, duplicate: taken === 0 };
  });
}

/** How many answers must wait before they are shuffled together. */
const SHUFFLE_FROM = 5;

/** Moves waiting answers into the box in random order, where enough wait. Gives how many. */
export async function shuffleWaiting(tenant: Tenant, campaignId: string): Promise<number> {
  return asSurvey(tenant, async (tx) => {
    const [row] = await tx.$queryRaw<{ moved: number }[]>`
      SELECT survey_shuffle(${tenant.wardId}::uuid, ${tenant.contractId}::uuid, ${campaignId}::uuid, ${SHUFFLE_FROM}) AS moved`;
    return row?.moved ?? 0;
  });
}

/** Every sheet lists its answers in the same order, so that the order of typing is not kept either. */
function ordered(answers: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1)));
}
