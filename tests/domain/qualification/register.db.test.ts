import { randomUUID } from "node:crypto";

import { beforeAll, describe, expect, test } from "vitest";

import { asFacts, asPeople, asTenant, tenantOf, wardViewOf, type People, type Tenant } from "~/db/scope.server";
import { checkEvidence } from "~/domain/evidence/evidence.server";
import { loadContractFacts } from "~/domain/kpi/facts.server";
import { indicatorIn, indicators } from "~/domain/kpi/rules";
import {
  addOwnQualification,
  addQualificationFor,
  changeOwnQualification,
  changeQualificationFor,
  getOwnQualification,
  removeOwnFile,
  removeOwnQualification,
} from "~/domain/qualification/change.server";
import { registerQuery } from "~/domain/qualification/register";
import { listOwnHeld, listRegister } from "~/domain/qualification/register.server";
import { decideQualification } from "~/domain/qualification/verify.server";

import { aContract, asOwner, aWorker } from "../../setup/factories";
import { aSupervisorOf, aWorkerSignedIn } from "../../setup/people";

const DAY = "2026-11-24";
const AT = new Date("2026-11-24T03:00:00Z");
const MANAGER = randomUUID();
const ENTRY = { kind: "certified_social_worker", number: "123", obtainedOn: "2020-04-01" } as const;
const fresh = () => ({ ...ENTRY, formRef: randomUUID() });

let tenant: Tenant;
let staffId: string;
let people: People;

beforeAll(async () => {
  const contract = await aContract();
  tenant = tenantOf(contract.wardId, contract.contractId, MANAGER);
  await asOwner((owner) =>
    owner.query("INSERT INTO user_account (id, email, name) VALUES ($1, 'm@example.jp', '管理 花子')", [MANAGER]),
  );
});

async function aColleague(): Promise<{ staffId: string; people: People }> {
  const id = await aWorker(tenant, { staffCode: `S${randomUUID().slice(0, 8)}` });
  return { staffId: id, people: await aWorkerSignedIn(tenant, id) };
}
const first = async () => {
  ({ staffId, people } = await aColleague());
};
const ownRow = async () => (await listOwnHeld(people, staffId))[0];
const qualified = async () => {
  const facts = await asTenant(tenant, (tx) => loadContractFacts(tx, tenant, DAY));
  return facts.workers.find((worker) => worker.staffId === staffId)?.qualifications.length;
};
async function aPdf() {
  const text = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n";
  const checked = await checkEvidence(new File([text], "証.pdf", { type: "application/pdf" }));
  if (!checked.ok) throw new Error(checked.problem);
  return checked.evidence;
}

describe("what a worker enters", () => {
  beforeAll(first);

  test("waits, is stored once however often it is sent, and counts nowhere", async () => {
    const entry = fresh();
    const added = await addOwnQualification(people, staffId, entry, await aPdf());
    expect(await addOwnQualification(people, staffId, entry, await aPdf())).toEqual(added);
    expect(await ownRow()).toMatchObject({ verification: "pending", version: 1, evidence: 1, number: "123" });
    expect((await listOwnHeld(people, staffId)).length).toBe(1);
    expect(await qualified()).toBe(0);
    expect(await addOwnQualification(people, staffId, fresh(), null)).toEqual({ ok: false, reason: "exists" });
  });

  test("counts once the manager has verified it, in the figures of the contract and of the ward", async () => {
    const row = await ownRow();
    expect(await decideQualification(tenant, row?.id ?? "", { decision: "verify", version: 1 }, AT)).toMatchObject({
      ok: true,
    });
    expect(await ownRow()).toMatchObject({ verification: "verified", verifiedAt: "2026-11-24T03:00:00Z", version: 2 });
    expect(await qualified()).toBe(1);
    const facts = await asFacts(wardViewOf(tenant.wardId), (tx) => loadContractFacts(tx, tenant, DAY));
    expect(indicatorIn(indicators(facts), "qualifiedShare")).toMatchObject({ numerator: 1 });
  });

  test("waits again once it is changed, and no longer counts", async () => {
    const row = await ownRow();
    const change = { id: row?.id ?? "", version: 2, entry: { ...ENTRY, number: "456" } };
    expect(await changeOwnQualification(people, change, null)).toMatchObject({ ok: true });
    expect(await ownRow()).toMatchObject({ verification: "pending", verifiedAt: null, number: "456", version: 3 });
    expect(await qualified()).toBe(0);
  });

  test("cannot be verified or changed by a form opened before; both versions are seen", async () => {
    const id = (await ownRow())?.id ?? "";
    expect(await decideQualification(tenant, id, { decision: "verify", version: 2 }, AT)).toMatchObject({
      ...{ ok: false, reason: "conflict", stands: { number: "456", version: 3 } },
    });
    const late = await changeOwnQualification(people, { id, version: 2, entry: ENTRY }, null);
    expect(late).toMatchObject({ ok: false, reason: "conflict", stands: { number: "456" } });
  });

  test("is sent back with a reason that the worker reads, and may then be taken back with its evidence", async () => {
    const id = (await ownRow())?.id ?? "";
    await decideQualification(tenant, id, { decision: "sendBack", version: 3, reason: "写真が読めません" }, AT);
    expect(await ownRow()).toMatchObject({ verification: "rejected", rejectionNote: "写真が読めません" });
    expect(await removeOwnQualification(people, id)).toMatchObject({ ok: true });
    const left = await asOwner((owner) => owner.query("SELECT FROM evidence_file WHERE subject_id = $1", [id]));
    expect([await listOwnHeld(people, staffId), left.rowCount]).toEqual([[], 0]);
  });

  test("once verified keeps itself and its evidence", async () => {
    const added = await addOwnQualification(people, staffId, fresh(), await aPdf());
    const id = added.ok ? added.id : "";
    await decideQualification(tenant, id, { decision: "verify", version: 1 }, AT);
    const fileId = (await getOwnQualification(people, id))?.files[0]?.id ?? "";
    expect(await removeOwnFile(people, id, fileId)).toBe(false);
    expect(await removeOwnQualification(people, id)).toEqual({ ok: false, reason: "verified" });
  });
});

describe("the walls in the database", () => {
  beforeAll(first);
  const update = (sql: string) => asPeople(people, (tx) => tx.$executeRawUnsafe(`UPDATE qualification SET ${sql}`));

  test("nobody verifies their own, in whatever way", async () => {
    await addOwnQualification(people, staffId, fresh(), null);
    await expect(update("verification = 'verified'")).rejects.toThrow(/waits for verification/);
    await expect(update("verified_by = app_user()")).rejects.toThrow(/waits for verification/);
    await expect(update("renewal_exempt_hours = 5, renewal_exempt_verified = true")).rejects.toThrow(/wait for/);
    const insert = asPeople(
      people,
      (tx) => tx.$executeRaw`INSERT INTO qualification (ward_id, contract_id, staff_id, kind, obtained_on, verification)
        VALUES (${people.wardId}::uuid, ${people.contractId}::uuid, ${staffId}::uuid, 'care_worker', '2020-01-01', 'verified')`,
    );
    await expect(insert).rejects.toThrow(/row-level security/);
  });

  test("a change of what was verified cannot keep the verification", async () => {
    const row = await ownRow();
    await decideQualification(tenant, row?.id ?? "", { decision: "verify", version: row?.version ?? 0 }, AT);
    await expect(update("expires_on = '2030-01-01'")).rejects.toThrow(/waits for verification/);
    expect(await update("renewal_applied_on = '2026-11-01'")).toBe(1);
    expect(await ownRow()).toMatchObject({ verification: "verified" });
  });

  test("a manager who is on the staff list too cannot verify their own, nor add it as verified", async () => {
    const id = await aWorker(tenant);
    await asOwner((owner) =>
      owner.query(
        "INSERT INTO membership (user_id, role, ward_id, contract_id, staff_id) VALUES ($1, 'worker', $2, $3, $4)",
        [...[MANAGER, tenant.wardId, tenant.contractId, id]],
      ),
    );
    const added = await addQualificationFor(tenant, id, fresh(), null, AT);
    const own = added.ok ? added.id : "";
    expect(await decideQualification(tenant, own, { decision: "verify", version: 1 }, AT)).toEqual({
      ...{ ok: false, reason: "own" },
    });
    const forced = asTenant(
      tenant,
      (tx) =>
        tx.$executeRaw`UPDATE qualification SET verification = 'verified', verified_by = ${MANAGER}::uuid WHERE id = ${own}::uuid`,
    );
    await expect(forced).rejects.toThrow(/nobody verifies their own/);
  });

  test("a supervisor reads the qualifications of supervisees and changes none; a colleague sees nothing", async () => {
    const supervisor = await aSupervisorOf(tenant, [staffId]);
    const seen = await asPeople(supervisor, (tx) => tx.$queryRaw<object[]>`SELECT id FROM qualification`);
    const changed = await asPeople(supervisor, (tx) => tx.$executeRaw`UPDATE qualification SET number = 'x'`);
    const other = await aColleague();
    expect([seen.length, changed, (await listOwnHeld(other.people, staffId)).length]).toEqual([1, 0, 0]);
    const id = (await ownRow())?.id ?? "";
    expect(await getOwnQualification(other.people, id)).toBeNull();
    expect(await changeOwnQualification(other.people, { id, version: 3, entry: ENTRY }, null)).toMatchObject({
      reason: "notFound",
    });
  });
});

describe("the manager's register", () => {
  beforeAll(first);
  const list = (search: string) => listRegister(tenant, registerQuery(new URLSearchParams(search)), DAY);

  test("adds for a worker as verified, and corrects the last valid day without undoing that", async () => {
    const added = await addQualificationFor(tenant, staffId, { ...fresh(), kind: "career_consultant" }, null, AT);
    const id = added.ok ? added.id : "";
    const entry = { ...ENTRY, kind: "career_consultant", expiresOn: "2027-01-23" } as const;
    expect(await changeQualificationFor(tenant, { id, version: 1, entry }, null)).toMatchObject({ ok: true });
    expect(await ownRow()).toMatchObject({ verification: "verified", expiresOn: "2027-01-23", version: 2 });
  });

  test("finds by kind, state and near end: 23 January 2027 is 60 days from 24 November 2026", async () => {
    const near = await list("expiry=near&kind=career_consultant");
    expect(near.rows.map(({ daysLeft, verification }) => [daysLeft, verification])).toEqual([[60, "verified"]]);
    expect((await list("expiry=expired")).total).toBe(0);
    await addOwnQualification(people, staffId, { ...fresh(), kind: "care_worker" }, null);
    const waiting = await list("state=pending&kind=care_worker");
    expect(waiting.rows.map(({ kind }) => kind)).toEqual(["care_worker"]);
    expect(waiting.toVerify).toBeGreaterThanOrEqual(1);
  });

  test("sorts by the end with those that last at the end, and takes a strange address for none", async () => {
    const { rows } = await list("sort=expires");
    const ends = rows.map(({ expiresOn }) => expiresOn);
    expect(ends.slice(0, 1)).toEqual(["2027-01-23"]);
    expect(ends.at(-1)).toBeNull();
    expect(registerQuery(new URLSearchParams("kind=x&state=y&office=%27&sort=z&page=-1"))).toMatchObject({
      ...{ kind: null, verification: null, officeId: null, sort: "name", page: 1 },
    });
  });

  test("of another contract is empty", async () => {
    const other = await aContract();
    const query = registerQuery(new URLSearchParams());
    expect((await listRegister(other, query, DAY)).total).toBe(0);
  });
});
