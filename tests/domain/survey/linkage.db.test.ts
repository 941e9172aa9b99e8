/**
 * Who holds everything that is kept (a full dump with physical order and transaction numbers, the signer's transcript, the
 * audit log) tries to say whose answer is whose, and does no better than chance.
 */
import { createHash } from "node:crypto";

import { beforeAll, describe, expect, test } from "vitest";

import { castBallot, shuffleWaiting } from "~/domain/survey/cast-ballot.server";
import { closeCampaign } from "~/domain/survey/close-campaign.server";
import { issueToken } from "~/domain/survey/issue-token.server";

import { aContract, anOffice, asOwner, aWorker } from "../../setup/factories";
import { aWorkerSignedIn } from "../../setup/people";
import { aBallot, anOpenSurvey, blindToken, SATISFACTION, SURVEY_RING } from "../../setup/survey";

const DAY = "2026-11-24";
const PEOPLE = 40;
const MARK = "Q1";

type Row = Record<string, unknown>;
type Dump = Record<string, Row[]>;
const world = {
  /** The mark in the answer of each person, in the order in which they fetched their tokens and answered. */
  marks: [] as number[],
  staffIds: [] as string[],
  transcript: [] as { blinded: Buffer; signature: Buffer }[],
  tokens: [] as { token: string; signature: string }[],
  open: {} as Dump,
  closed: {} as Dump,
  campaignId: "",
};

/** Every row of every table, with where it stands and which transaction wrote it. */
async function dump(): Promise<Dump> {
  return asOwner(async (owner) => {
    const { rows } = await owner.query<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'",
    );
    const tables: Dump = {};
    for (const { name } of rows)
      tables[name] = (
        await owner.query<Row>(`SELECT ctid::text AS place, xmin::text AS writer, t.* FROM "${name}" t ORDER BY ctid`)
      ).rows;
    return tables;
  });
}

function markOf(row: Row): number {
  const sheet = (row.answers ?? (row.content as Row).answers) as Record<string, number>;
  return (sheet[MARK] ?? 0) * 10 + (sheet["Q2"] ?? 0);
}

/** How many people an ordering of the answers puts at their own place. */
function hits(rows: Row[]): number {
  return rows.map(markOf).filter((mark, index) => mark === world.marks[index]).length;
}

beforeAll(async () => {
  const tenant = await aContract();
  const officeId = await anOffice(tenant, "A");
  const scale = { ja: "印", en: "Mark" };
  const options = Array.from({ length: 10 }, () => scale);
  for (let index = 0; index < PEOPLE; index += 1) world.staffIds.push(await aWorker(tenant, { officeId }));
  const own = [MARK, "Q2"].map((id) => ({ id, text: scale, kind: "choice" as const, options }));
  const campaign = await anOpenSurvey(tenant, DAY, { questionnaire: { ...SATISFACTION, own } });
  world.campaignId = campaign.id;
  for (const [index, staffId] of world.staffIds.entries()) {
    const people = await aWorkerSignedIn(tenant, staffId);
    const { blinded, finish } = await blindToken(campaign);
    const issued = await issueToken(people, staffId, campaign.id, blinded, SURVEY_RING, DAY);
    if (!issued.ok) throw new Error(issued.reason);
    world.transcript.push({ blinded: Buffer.from(blinded), signature: issued.signature });
    const token = await finish(issued.signature);
    world.tokens.push(token);
    const ballot = aBallot(campaign, token, 3);
    const [tens, ones] = [1 + Math.floor(index / 10), 1 + (index % 10)];
    world.marks.push(tens * 10 + ones);
    const cast = await castBallot({ ...ballot, answers: { ...ballot.answers, [MARK]: tens, Q2: ones } }, DAY);
    if (!cast.ok) throw new Error(cast.reason);
    if (index % 9 === 8) await shuffleWaiting(tenant, campaign.id);
  }
  await shuffleWaiting(tenant, campaign.id);
  world.open = await dump();
  await closeCampaign(tenant, campaign.id, DAY);
  world.closed = await dump();
}, 240_000);

const own = (table: string, from: Dump = world.closed) =>
  (from[table] ?? []).filter((row) => row.campaign_id === world.campaignId);

describe("after closing", () => {
  test("every answer is there, with nothing beside it but a random name and its group", () => {
    const answers = own("survey_answer");
    expect(answers.map(markOf).sort((a, b) => a - b)).toEqual([...world.marks].sort((a, b) => a - b));
    for (const row of answers) {
      expect(Object.keys(row).sort()).toEqual(
        ["answers", "campaign_id", "contract_id", "id", "place", "unit", "ward_id", "writer"].sort(),
      );
      expect(row.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });

  test("no token, signature, blinded message or hash of any of them is in any table", () => {
    const everything = JSON.stringify(world.closed, (_, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value,
    );
    const secrets = [
      ...world.tokens.flatMap(({ token, signature }) => [
        Buffer.from(token, "base64url"),
        Buffer.from(signature, "base64url"),
      ]),
      ...world.transcript.flatMap(({ blinded, signature }) => [blinded, signature]),
    ];
    for (const secret of secrets)
      for (const form of [secret, createHash("sha256").update(secret).digest()])
        for (const encoding of ["hex", "base64", "base64url"] as const)
          expect(everything.includes(form.toString(encoding))).toBe(false);
  });

  test("the signer's transcript and the tokens have nothing in common", () => {
    const seen = new Set(
      world.transcript.flatMap(({ blinded, signature }) => [blinded.toString("hex"), signature.toString("hex")]),
    );
    for (const { token, signature } of world.tokens)
      for (const part of [token, signature])
        expect(seen.has(Buffer.from(part, "base64url").toString("hex"))).toBe(false);
  });

  test("one transaction wrote all answers and all that is left of who could answer", () => {
    expect(new Set(own("survey_answer").map(({ writer }) => writer)).size).toBe(1);
    expect(new Set(own("survey_eligible").map(({ writer }) => writer)).size).toBe(1);
    for (const row of own("survey_eligible"))
      expect([row.fetched_on, row.blinded_hash, row.reply]).toEqual([null, null, null]);
  });

  test("order tells no more than chance, whichever order is tried", () => {
    const answers = own("survey_answer");
    const byId = [...answers].sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
    // why: a random order puts one person at their own place on average; nine or more happen once in a million tries.
    for (const order of [answers, [...answers].reverse(), byId, [...byId].reverse()])
      expect(hits(order)).toBeLessThan(9);
    const eligible = own("survey_eligible").map(({ staff_id: id }) => world.staffIds.indexOf(String(id)));
    const guessed = eligible.filter(
      (person, place) => world.marks[person] === markOf(answers[place] ?? { answers: {} }),
    );
    expect(guessed.length).toBeLessThan(9);
  });

  test("nothing that has a time speaks of an answer or of fetching a token", () => {
    const audit = (world.closed.audit_entry ?? []).filter((row) => JSON.stringify(row).includes(world.campaignId));
    expect(audit.map(({ action }) => action).sort()).toEqual(["survey.close", "survey.open", "survey.prepare"]);
    for (const table of ["survey_eligible", "survey_answer", "survey_spent", "survey_holding", "survey_comment"])
      for (const row of own(table)) for (const value of Object.values(row)) expect(value instanceof Date).toBe(false);
  });
});

describe("while it is open", () => {
  test("at most four answers wait, and those in the box stand in no order of arrival", () => {
    expect(own("survey_holding", world.open).length).toBeLessThan(5);
    expect(hits(own("survey_answer", world.open))).toBeLessThan(9);
  });

  test("a used token's hash is not joined to anybody: no table has a column that both have", () => {
    const [spent] = own("survey_spent", world.open);
    expect(Object.keys(spent ?? {}).sort()).toEqual(
      ["campaign_id", "contract_id", "place", "token_hash", "ward_id", "writer"].sort(),
    );
    const hashes = new Set(
      own("survey_spent", world.open).map(({ token_hash: hash }) => Buffer.from(hash as Uint8Array).toString("hex")),
    );
    for (const row of own("survey_eligible", world.open))
      expect(hashes.has(Buffer.from((row.blinded_hash ?? []) as Uint8Array).toString("hex"))).toBe(false);
  });
});
