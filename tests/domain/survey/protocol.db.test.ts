import { createPublicKey, randomBytes, randomUUID } from "node:crypto";

import { RSABSSA } from "@cloudflare/blindrsa-ts";
import { describe, expect, test } from "vitest";

import { isSignature, newCampaignKey, signBlinded } from "~/domain/survey/blind-signature.server";
import { changeCampaign, getCampaign, moveClosing, openCampaign } from "~/domain/survey/campaigns.server";
import { castBallot, shuffleWaiting } from "~/domain/survey/cast-ballot.server";
import { closeCampaign, listOverdue } from "~/domain/survey/close-campaign.server";
import { issueToken } from "~/domain/survey/issue-token.server";

import { aContract, anOffice, asOwner, aWorker } from "../../setup/factories";
import { aWorkerSignedIn } from "../../setup/people";
import { aBallot, anOpenSurvey, blindToken, fetchToken, SATISFACTION, SURVEY_RING } from "../../setup/survey";

const DAY = "2026-11-24";

async function count(table: string, campaignId: string): Promise<number> {
  const { rows } = await asOwner((owner) =>
    owner.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE campaign_id = $1`, [campaignId]),
  );
  return rows[0]?.n ?? -1;
}

/** A contract with so many workers in one office, each with an account. */
async function withWorkers(size: number) {
  const tenant = await aContract();
  const officeId = await anOffice(tenant, "A");
  const staff = await Promise.all(Array.from({ length: size }, () => aWorker(tenant, { officeId })));
  const workers = await Promise.all(
    staff.map(async (staffId) => ({ staffId, people: await aWorkerSignedIn(tenant, staffId) })),
  );
  return { tenant, officeId, workers };
}

describe("the server's signature", () => {
  test("is the library's own: both sign the same blinded message alike, and each recognises the other's", async () => {
    const { publicKey, privateKey } = await newCampaignKey();
    const suite = RSABSSA.SHA384.PSS.Randomized();
    const algorithm = { name: "RSA-PSS", hash: "SHA-384" };
    const imported = await crypto.subtle.importKey("pkcs8", new Uint8Array(privateKey), algorithm, true, ["sign"]);
    const { blinded, finish } = await blindToken({ publicKey: publicKey as never });
    const own = signBlinded(privateKey, blinded);
    expect(own && new Uint8Array(own)).toEqual(await suite.blindSign(imported, blinded));
    const { token, signature } = await finish(new Uint8Array(own ?? []));
    const [prepared, signed] = [Buffer.from(token, "base64url"), Buffer.from(signature, "base64url")];
    expect(isSignature(publicKey, prepared, signed)).toBe(true);
    expect(isSignature(publicKey, randomBytes(64), signed)).toBe(false);
    expect(isSignature((await newCampaignKey()).publicKey, prepared, signed)).toBe(false);
    expect(isSignature(publicKey, prepared, Buffer.alloc(384))).toBe(false);
  });

  test("is refused for 0, 1, the modulus less one and above, and other lengths", async () => {
    const { publicKey, privateKey } = await newCampaignKey();
    const { n } = createPublicKey({ key: publicKey, format: "jwk" }).export({ format: "jwk" });
    const modulus = BigInt(`0x${Buffer.from(n ?? "", "base64url").toString("hex")}`);
    const bytes = (value: bigint) => Buffer.from(value.toString(16).padStart(768, "0"), "hex");
    for (const value of [0n, 1n, modulus - 1n, modulus, modulus + 1n])
      expect(signBlinded(privateKey, bytes(value))).toBeNull();
    expect(signBlinded(privateKey, bytes(2n))).not.toBeNull();
    expect(signBlinded(privateKey, Buffer.alloc(383, 1))).toBeNull();
    expect(signBlinded(privateKey, Buffer.alloc(385, 1))).toBeNull();
  });
});

describe("a survey", () => {
  test("opens with those employed and present, and the groups of that day, once", async () => {
    const { tenant, workers } = await withWorkers(6);
    await aWorker(tenant, { leftOn: "2026-10-31" });
    await aWorker(tenant, { hiredOn: "2026-12-01" });
    await aWorker(tenant, { role: "clerk" });
    const campaign = await anOpenSurvey(tenant, DAY);
    const stored = await getCampaign(tenant, campaign.id);
    expect(stored).toMatchObject({ status: "open", eligible: workers.length, openedOn: DAY });
    expect(stored?.units).toHaveLength(1);
    expect(await openCampaign(tenant, campaign.id, SURVEY_RING, DAY)).toEqual({ ok: false, reason: "notDraft" });
  });

  test("stays as it was opened, but for its closing day: the database itself refuses", async () => {
    const { tenant } = await withWorkers(5);
    const campaign = await anOpenSurvey(tenant, DAY);
    const draft = {
      title: "別の名前",
      titleEn: null,
      kind: "annual" as const,
      fiscalYear: 2026,
      questionnaire: SATISFACTION,
    };
    const rest = { freeText: false, opensOn: DAY, closesOn: "2027-01-31" };
    expect(await changeCampaign(tenant, campaign.id, 2, { ...draft, ...rest })).toBe("notDraft");
    expect(await moveClosing(tenant, campaign.id, "2027-01-31", DAY)).toBe(true);
    expect(await moveClosing(tenant, campaign.id, "2026-11-23", DAY)).toBe(false);
    await expect(
      asOwner((owner) => owner.query("UPDATE survey_campaign SET title = 'x' WHERE id = $1", [campaign.id])),
    ).rejects.toThrow(/stays as it is/);
  });

  test("cannot be opened beside another of its kind", async () => {
    const { tenant } = await withWorkers(5);
    await anOpenSurvey(tenant, DAY);
    await expect(anOpenSurvey(tenant, DAY)).rejects.toThrow(/anotherOpen/);
    await expect(anOpenSurvey(tenant, DAY, { kind: "pulse" })).resolves.toBeDefined();
  });
});

describe("a token", () => {
  test("is signed once for each person: the same request gets the same answer, another is refused", async () => {
    const { tenant, workers } = await withWorkers(5);
    const campaign = await anOpenSurvey(tenant, DAY);
    const [first] = workers;
    if (!first) throw new Error("no worker");
    const { blinded, finish } = await blindToken(campaign);
    const issue = (message: Uint8Array, staffId = first.staffId) =>
      issueToken(first.people, staffId, campaign.id, message, SURVEY_RING, DAY);
    const [once, twice] = [await issue(blinded), await issue(blinded)];
    expect(once).toEqual(twice);
    expect(once.ok && (await finish(once.signature)).signature).toMatch(/^[\w-]{512}$/);
    expect(await issue((await blindToken(campaign)).blinded)).toEqual({ ok: false, reason: "alreadyFetched" });
    expect(await issue(blinded, randomUUID())).toEqual({ ok: false, reason: "notEligible" });
  });

  test("is neither signed for nonsense nor under a lost key, and the person may ask again", async () => {
    const { tenant, workers } = await withWorkers(5);
    const campaign = await anOpenSurvey(tenant, DAY);
    const [first] = workers;
    if (!first) throw new Error("no worker");
    const issue = (message: Uint8Array, ring = SURVEY_RING) =>
      issueToken(first.people, first.staffId, campaign.id, message, ring, DAY);
    const { blinded } = await blindToken(campaign);
    expect(await issue(new Uint8Array(384))).toEqual({ ok: false, reason: "malformed" });
    expect(await issue(blinded, [{ id: "other", key: new Uint8Array(32) }])).toEqual({ ok: false, reason: "keyLost" });
    expect(await issue(blinded)).toMatchObject({ ok: true });
  });
});

describe("an answer", () => {
  test("is counted once, however often it comes and however many times at once", async () => {
    const { tenant, workers } = await withWorkers(5);
    const campaign = await anOpenSurvey(tenant, DAY);
    const [first] = workers;
    if (!first) throw new Error("no worker");
    const token = await fetchToken(first.people, first.staffId, campaign, DAY);
    const ballot = aBallot(campaign, token, 4);
    const cast = await Promise.all(Array.from({ length: 12 }, () => castBallot(ballot, DAY)));
    expect(cast.filter((one) => one.ok && !one.duplicate)).toHaveLength(1);
    expect(cast.filter((one) => one.ok && one.duplicate)).toHaveLength(11);
    expect(await castBallot({ ...ballot, answers: aBallot(campaign, token, 1).answers }, DAY)).toEqual({
      ok: true,
      duplicate: true,
    });
    expect([await count("survey_holding", campaign.id), await count("survey_spent", campaign.id)]).toEqual([1, 1]);
  });

  test("that does not fit is refused with its reason, stores nothing and uses no token up", async () => {
    const { tenant, workers } = await withWorkers(5);
    const [campaign, other] = [await anOpenSurvey(tenant, DAY), await anOpenSurvey(tenant, DAY, { kind: "pulse" })];
    const [first] = workers;
    if (!first) throw new Error("no worker");
    const token = await fetchToken(first.people, first.staffId, campaign, DAY);
    const good = aBallot(campaign, token, 4);
    const without = Object.fromEntries(Object.entries(good.answers).filter(([key]) => key !== "satisfaction:meaning"));
    const forged = Buffer.from(token.signature, "base64url");
    forged[10] = (forged[10] ?? 0) ^ 1;
    const cases: [string, Parameters<typeof castBallot>[0], string, object][] = [
      ["forged", { ...good, signature: forged.toString("base64url") }, DAY, { reason: "badToken" }],
      ["made up", { ...good, token: randomBytes(64).toString("base64url") }, DAY, { reason: "badToken" }],
      ["of another survey", { ...good, campaign: other.id }, DAY, { reason: "badToken" }],
      ["of no survey", { ...good, campaign: randomUUID() }, DAY, { reason: "unknownCampaign" }],
      ["too late", good, "2027-04-01", { reason: "closed" }],
      ["of an unknown group", { ...good, unit: "elsewhere" }, DAY, { reason: "unknownUnit" }],
      ["with a comment nobody asked for", { ...good, comment: "自由記述" }, DAY, { reason: "noComment" }],
      [
        "out of range",
        { ...good, answers: { ...good.answers, "satisfaction:stay": 6 } },
        DAY,
        { reason: "badAnswers" },
      ],
      ["incomplete", { ...good, answers: without }, DAY, { reason: "badAnswers" }],
      [
        "to a question that was not asked",
        { ...good, answers: { ...good.answers, "k6:K1": 1 } },
        DAY,
        { reason: "badAnswers" },
      ],
    ];
    for (const [name, ballot, day, refusal] of cases)
      expect([name, await castBallot(ballot, day)]).toMatchObject([name, { ok: false, ...refusal }]);
    expect([await count("survey_holding", campaign.id), await count("survey_spent", campaign.id)]).toEqual([0, 0]);
    expect(await castBallot(good, DAY)).toEqual({ ok: true, duplicate: false });
  });

  test("waits until five wait, and is then moved with them under a name of its own", async () => {
    const { tenant, workers } = await withWorkers(6);
    const campaign = await anOpenSurvey(tenant, DAY);
    for (const [index, { people, staffId }] of workers.entries()) {
      await castBallot(aBallot(campaign, await fetchToken(people, staffId, campaign, DAY), 1 + (index % 5)), DAY);
      const moved = await shuffleWaiting(tenant, campaign.id);
      expect([index + 1, moved]).toEqual([index + 1, index === 4 ? 5 : 0]);
    }
    expect([await count("survey_holding", campaign.id), await count("survey_answer", campaign.id)]).toEqual([1, 5]);
    expect(await count("survey_spent", campaign.id)).toBe(6);
  });
});

describe("closing", () => {
  test("counts everything that came in, publishes, and destroys what could lead back", async () => {
    const { tenant, workers } = await withWorkers(7);
    const campaign = await anOpenSurvey(tenant, DAY);
    for (const { people, staffId } of workers)
      await castBallot(aBallot(campaign, await fetchToken(people, staffId, campaign, DAY), 4), DAY);
    expect(await listOverdue(tenant, "2027-03-31")).toEqual([]);
    expect(await listOverdue(tenant, "2027-04-01")).toEqual([campaign.id]);
    expect(await closeCampaign(tenant, campaign.id, "2027-04-01")).toEqual({ ok: true, answered: 7 });
    expect(await closeCampaign(tenant, campaign.id, "2027-04-01")).toEqual({ ok: false, reason: "notOpen" });
    const { rows } = await asOwner((owner) =>
      owner.query(
        `SELECT c.sealed_private_key, c.private_key_nonce, r.answered, r.eligible, jsonb_array_length(r.cells -> 'satisfaction') AS cells,
          (SELECT count(*)::int FROM survey_eligible e WHERE e.campaign_id = c.id AND (fetched_on, blinded_hash, reply) IS DISTINCT FROM (NULL, NULL, NULL)) AS traces
         FROM survey_campaign c JOIN survey_result r ON r.campaign_id = c.id WHERE c.id = $1`,
        [campaign.id],
      ),
    );
    expect(rows).toEqual([
      { sealed_private_key: null, private_key_nonce: null, answered: 7, eligible: 7, cells: 1, traces: 0 },
    ]);
    expect([await count("survey_spent", campaign.id), await count("survey_holding", campaign.id)]).toEqual([0, 0]);
    expect(await count("survey_answer", campaign.id)).toBe(7);
  });

  test("leaves no answer between the chairs: each that comes while it closes is counted or told that it came too late", async () => {
    const { tenant, workers } = await withWorkers(8);
    const campaign = await anOpenSurvey(tenant, DAY);
    const ballots = [];
    for (const { people, staffId } of workers)
      ballots.push(aBallot(campaign, await fetchToken(people, staffId, campaign, DAY), 3));
    const [closed, ...cast] = await Promise.all([
      closeCampaign(tenant, campaign.id, DAY),
      ...ballots.map((ballot) => castBallot(ballot, DAY)),
    ]);
    const taken = cast.filter((one) => one.ok).length;
    expect(closed).toEqual({ ok: true, answered: taken });
    expect(cast.filter((one) => !one.ok && one.reason !== "closed")).toEqual([]);
    expect([await count("survey_answer", campaign.id), await count("survey_holding", campaign.id)]).toEqual([taken, 0]);
  });
});
