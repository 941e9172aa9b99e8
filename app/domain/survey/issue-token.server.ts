/**
 * Issuing: the signed-in half of the survey. It records that a person has fetched a token and on which day, and signs what
 * the browser has blinded: it cannot read what it signs, and nothing that is kept here returns in an answer.
 */
import { createHash, timingSafeEqual } from "node:crypto";

import { asSurvey, type People } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";
import type { KeyRing } from "~/lib/key-ring";
import { openBytes } from "../access/sealed.server";

import { signBlinded } from "./blind-signature.server";
import { keyPlace } from "./campaigns.server";

export type Issued =
  | { ok: true; signature: Buffer }
  | { ok: false; reason: "notEligible" | "alreadyFetched" | "closed" | "malformed" | "keyLost" };

type Row = {
  fetchedOn: Day | null;
  blindedHash: Uint8Array | null;
  reply: Uint8Array | null;
  status: string;
  closesOn: Day;
  keyId: string | null;
  nonce: Uint8Array<ArrayBuffer> | null;
  sealed: Uint8Array<ArrayBuffer> | null;
};

/**
 * Signs a person's blinded message, once: the same message again (a lost answer) gets the same signature, another is
 * refused. No audit entry is written, since its time would tell when the person was about to answer.
 */
export async function issueToken(
  people: People,
  staffId: string,
  campaignId: string,
  blinded: Uint8Array,
  ring: KeyRing,
  today: Day,
): Promise<Issued> {
  return asSurvey(people, async (tx): Promise<Issued> => {
    const [row] = await tx.$queryRaw<Row[]>`
      SELECT e.fetched_on::text AS "fetchedOn", e.blinded_hash AS "blindedHash", e.reply, c.status, c.closes_on::text AS "closesOn",
        c.private_key_id AS "keyId", c.private_key_nonce AS nonce, c.sealed_private_key AS sealed
      FROM survey_eligible e JOIN survey_campaign c ON c.contract_id = e.contract_id AND c.id = e.campaign_id
      WHERE e.contract_id = ${people.contractId}::uuid AND e.campaign_id = ${campaignId}::uuid AND e.staff_id = ${staffId}::uuid FOR UPDATE OF e`;
    if (!row) return { ok: false, reason: "notEligible" };
    if (row.status !== "open" || row.closesOn < today) return { ok: false, reason: "closed" };
    const hash = createHash("sha256").update(blinded).digest();
    if (row.fetchedOn !== null) {
      const isSame = row.blindedHash !== null && timingSafeEqual(hash, row.blindedHash);
      return isSame && row.reply
        ? { ok: true, signature: Buffer.from(row.reply) }
        : { ok: false, reason: "alreadyFetched" };
    }
    if (!row.keyId || !row.nonce || !row.sealed) return { ok: false, reason: "closed" };
    const opened = openBytes(ring, { keyId: row.keyId, nonce: row.nonce, sealed: row.sealed }, keyPlace(campaignId));
    if (!("content" in opened)) return { ok: false, reason: "keyLost" };
    const signature = signBlinded(opened.content, blinded);
    opened.content.fill(0);
    if (signature === null) return { ok: false, reason: "malformed" };
    await tx.$executeRaw`
      UPDATE survey_eligible SET fetched_on = ${today}::date, blinded_hash = ${hash}, reply = ${signature}
      WHERE contract_id = ${people.contractId}::uuid AND campaign_id = ${campaignId}::uuid AND staff_id = ${staffId}::uuid`;
    return { ok: true, signature };
  });
}
