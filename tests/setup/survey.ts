/** A survey and browsers for tests: the browser's half is the library that real browsers run. */
import { randomBytes, randomUUID } from "node:crypto";

import { RSABSSA } from "@cloudflare/blindrsa-ts";

import type { People, Tenant } from "../../app/db/scope.server";
import { addCampaign, openCampaign, type CampaignDraft } from "../../app/domain/survey/campaigns.server";
import { openCampaignOf, type Ballot, type OpenCampaign } from "../../app/domain/survey/cast-ballot.server";
import { issueToken } from "../../app/domain/survey/issue-token.server";
import { questionsOf, type Questionnaire } from "../../app/domain/survey/questionnaire";
import type { KeyRing } from "../../app/lib/key-ring";

export const SURVEY_RING: KeyRing = [{ id: "test", key: new Uint8Array(32).fill(7) }];

export const SATISFACTION: Questionnaire = {
  instruments: [{ key: "satisfaction", version: 1 }],
  own: [],
  asksSex: false,
};

/** A survey of the contract, open from the day on. */
export async function anOpenSurvey(
  tenant: Tenant,
  day: string,
  given: Partial<CampaignDraft> = {},
): Promise<OpenCampaign> {
  const id = await addCampaign(tenant, randomUUID(), {
    ...{ title: "働きがいアンケート", titleEn: null, kind: "annual", fiscalYear: 2026, questionnaire: SATISFACTION },
    ...{ freeText: false, opensOn: day, closesOn: "2027-03-31" },
    ...given,
  });
  const opened = await openCampaign(tenant, id, SURVEY_RING, day);
  if (!opened.ok) throw new Error(`The survey does not open: ${opened.reason}`);
  const campaign = await openCampaignOf(id);
  if (!campaign) throw new Error("The survey is not there");
  return campaign;
}

const suite = RSABSSA.SHA384.PSS.Randomized();

export type Token = { token: string; signature: string };
export type Blinding = { blinded: Uint8Array; finish: (signature: Uint8Array) => Promise<Token> };

/** What a browser does before and after the server signs. */
export async function blindToken(campaign: Pick<OpenCampaign, "publicKey">): Promise<Blinding> {
  const key = await crypto.subtle.importKey(
    "jwk",
    campaign.publicKey as JsonWebKey,
    { name: "RSA-PSS", hash: "SHA-384" },
    true,
    ["verify"],
  );
  const prepared = suite.prepare(new Uint8Array(randomBytes(32)));
  const { blindedMsg, inv } = await suite.blind(key, prepared);
  return {
    blinded: blindedMsg,
    finish: async (signature) => ({
      token: Buffer.from(prepared).toString("base64url"),
      signature: Buffer.from(await suite.finalize(key, prepared, signature, inv)).toString("base64url"),
    }),
  };
}

/** Fetches a person's token. */
export async function fetchToken(people: People, staffId: string, campaign: OpenCampaign, day: string): Promise<Token> {
  const { blinded, finish } = await blindToken(campaign);
  const issued = await issueToken(people, staffId, campaign.id, blinded, SURVEY_RING, day);
  if (!issued.ok) throw new Error(`No token: ${issued.reason}`);
  return finish(issued.signature);
}

/** A complete ballot with the same answer to every question. */
export function aBallot(campaign: OpenCampaign, token: Token, answer: number, unit?: string): Ballot {
  const answers = Object.fromEntries(questionsOf(campaign.questionnaire).map(({ key }) => [key, answer]));
  return { campaign: campaign.id, ...token, unit: unit ?? campaign.units[0]?.unit ?? "", answers };
}
