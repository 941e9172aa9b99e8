/**
 * A whole workforce answers a survey: everyone sends one ballot, some twice, over a few connections at a time, and the
 * collector is killed in between. What was not acknowledged is sent again. At the end the box must hold each answer once.
 */
import { fork, type ChildProcess } from "node:child_process";
import { constants, createPrivateKey, randomBytes, randomUUID, sign, type KeyObject } from "node:crypto";
import { once } from "node:events";
import path from "node:path";

import { tenantOf, asSurvey, type Tenant } from "../../db/scope.server";
import { openBytes } from "../../domain/access/sealed.server";
import { addCampaign, keyPlace, openCampaign } from "../../domain/survey/campaigns.server";
import { openCampaignOf, type Ballot, type OpenCampaign } from "../../domain/survey/cast-ballot.server";
import { closeCampaign } from "../../domain/survey/close-campaign.server";
import { questionsOf } from "../../domain/survey/questionnaire";
import type { KeyRing } from "../../lib/key-ring";
import { BENCH_DAY, type BenchContract } from "./fixture";

export type Crowd = { seconds: number; rows: number; slowest: number; repeats: number; kills: number };

const RING: KeyRing = [{ id: "bench", key: new Uint8Array(32).fill(1) }];
const AT_ONCE = 16;
const REPEAT_EVERY = 20;
const KILLS = 2;
const SLOWEST_SHARE = 0.95;

type Answer = { id: number; ok: boolean; duplicate: boolean; error?: string };

/** Lets so many people answer. @throws Error where an answer is lost or counted twice */
export async function surveyCrowd(contract: BenchContract, people: number): Promise<Crowd> {
  const tenant = tenantOf(contract.wardId, contract.contractId);
  const campaign = await open(tenant);
  const ballots = await ballotsFor(tenant, campaign, people);
  const crowd = await send(contract, campaign.id, ballots);
  const closed = await closeCampaign(tenant, campaign.id, BENCH_DAY);
  if (!closed.ok || closed.answered !== people)
    throw new Error(`Of ${people} answers the box holds ${closed.ok ? closed.answered : "none"}`);
  return crowd;
}

async function open(tenant: Tenant): Promise<OpenCampaign> {
  const questionnaire = { instruments: [{ key: "bjsq57" as const, version: 1 }], own: [], asksSex: true };
  const id = await addCampaign(tenant, randomUUID(), {
    ...{ title: "計測", titleEn: null, kind: "annual", fiscalYear: 2025, questionnaire, freeText: false },
    ...{ opensOn: BENCH_DAY, closesOn: "2026-03-31" },
  });
  const opened = await openCampaign(tenant, id, RING, BENCH_DAY);
  const campaign = opened.ok ? await openCampaignOf(id) : null;
  if (!campaign) throw new Error("The survey to measure does not open");
  return campaign;
}

/** Ballots with valid tokens. Signed directly: a blind signature is the same signature, and blinding is the browsers' work. */
async function ballotsFor(tenant: Tenant, campaign: OpenCampaign, people: number): Promise<Ballot[]> {
  const key = await privateKeyOf(tenant, campaign.id);
  const answers = Object.fromEntries(questionsOf(campaign.questionnaire).map(({ key: name }) => [name, 2]));
  return Array.from({ length: people }, (_, index) => {
    const token = randomBytes(64);
    const pss = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };
    const signature = sign("sha384", token, pss).toString("base64url");
    const { unit } = campaign.units[index % campaign.units.length] ?? { unit: "" };
    return { campaign: campaign.id, token: token.toString("base64url"), signature, unit, answers };
  });
}

async function privateKeyOf(tenant: Tenant, campaignId: string): Promise<KeyObject> {
  const sealed = await asSurvey(tenant, (tx) =>
    tx.surveyCampaign.findFirstOrThrow({
      where: { id: campaignId },
      select: { privateKeyId: true, privateKeyNonce: true, sealedPrivateKey: true },
    }),
  );
  const { privateKeyId, privateKeyNonce, sealedPrivateKey } = sealed;
  if (!privateKeyId || !privateKeyNonce || !sealedPrivateKey) throw new Error("The survey has no key");
  const given = { keyId: privateKeyId, nonce: privateKeyNonce, sealed: sealedPrivateKey };
  const opened = openBytes(RING, given, keyPlace(campaignId));
  if ("problem" in opened) throw new Error(opened.problem);
  return createPrivateKey({ key: opened.content, format: "der", type: "pkcs8" });
}

async function send(contract: BenchContract, campaignId: string, ballots: readonly Ballot[]): Promise<Crowd> {
  const queue = ballots.flatMap((ballot, index) => (index % REPEAT_EVERY === 0 ? [ballot, ballot] : [ballot]));
  const killAt = Array.from({ length: KILLS }, (_, kill) => Math.floor((queue.length * (kill + 1)) / (KILLS + 1)));
  const [waiting, sentAt, took] = [new Map<number, Ballot>(), new Map<number, number>(), [] as number[]];
  let [next, acknowledged, repeats, kills] = [0, 0, 0, 0];
  const started = performance.now();
  while (acknowledged < queue.length) {
    const box = await startBox(contract, campaignId);
    const post = (id: number, ballot: Ballot) => {
      waiting.set(id, ballot);
      sentAt.set(id, performance.now());
      box.send({ ...ballot, id });
    };
    for (const [id, ballot] of waiting) post(id, ballot);
    const fill = () => {
      for (; waiting.size < AT_ONCE && next < queue.length; next += 1) {
        const ballot = queue[next];
        if (ballot) post(next, ballot);
      }
    };
    box.on("message", (answer: Answer) => {
      if (!waiting.delete(answer.id)) return;
      if (!answer.ok) throw new Error(`A valid answer was refused: ${answer.error ?? ""}`);
      took.push(performance.now() - (sentAt.get(answer.id) ?? 0));
      acknowledged += 1;
      if (answer.duplicate) repeats += 1;
      if (acknowledged === killAt[kills]) {
        kills += 1;
        box.kill("SIGKILL");
      } else if (acknowledged === queue.length) box.kill("SIGTERM");
      else fill();
    });
    fill();
    await once(box, "exit");
  }
  took.sort((a, b) => a - b);
  const slowest = (took[Math.floor(took.length * SLOWEST_SHARE)] ?? 0) / 1000;
  return { seconds: (performance.now() - started) / 1000, rows: queue.length, slowest, repeats, kills };
}

async function startBox({ wardId, contractId }: BenchContract, campaignId: string): Promise<ChildProcess> {
  const file = path.join(import.meta.dirname, "survey-box.ts");
  const box = fork(file, [wardId, contractId, campaignId], { execArgv: ["--import", "tsx"] });
  await once(box, "message");
  return box;
}
