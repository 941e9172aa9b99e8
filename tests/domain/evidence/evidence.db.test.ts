import { beforeAll, describe, expect, test } from "vitest";

import {
  asFacts,
  asPeople,
  asPlatform,
  asTenant,
  asWard,
  peopleOf,
  platformOf,
  wardViewOf,
  type People,
  type Tenant,
} from "~/db/scope.server";
import {
  attachEvidence,
  checkEvidence,
  listEvidence,
  readContractEvidence,
  readEvidence,
  readOwnEvidence,
  removeEvidence,
  type NewEvidence,
} from "~/domain/evidence/evidence.server";
import { loader } from "~/routes/_app.evidence.$fileId";
import { aBrowser, aPerson } from "../../setup/accounts";
import { aJpeg, aPdf, fileOf } from "../../setup/evidence-files";
import { aContract, asOwner, aWorker } from "../../setup/factories";
import { aSupervisorOf, aWorkerSignedIn } from "../../setup/people";

const RECORD = "11111111-1111-4111-8111-111111111111";
const OTHER_RECORD = "22222222-2222-4222-8222-222222222222";
let tenant: Tenant;
let staffId: string;
let worker: People;

async function evidence(content = aPdf(), name = "研修修了証 '26*.pdf"): Promise<NewEvidence> {
  const checked = await checkEvidence(fileOf(content, name));
  if (!checked.ok || !checked.evidence) throw new Error("This file should be allowed.");
  return checked.evidence;
}

function attach(people: People, staff: string, given: NewEvidence, subjectId = RECORD): Promise<string> {
  const at = { wardId: people.wardId, contractId: people.contractId, staffId: staff, userId: people.userId };
  return asPeople(people, (tx) => attachEvidence(tx, at, "training", subjectId, given));
}

beforeAll(async () => {
  tenant = await aContract();
  staffId = await aWorker(tenant);
  worker = await aWorkerSignedIn(tenant, staffId);
});

describe("keeping evidence", () => {
  test("the worker's file comes back byte by byte", async () => {
    const id = await attach(worker, staffId, await evidence());
    const read = await readOwnEvidence(worker, id);
    expect(read && [read.name, read.mediaType, Buffer.from(read.content).equals(aPdf())]).toEqual([
      ...["研修修了証_'26_.pdf", "application/pdf", true],
    ]);
  });

  test("the same content twice on one record is kept once, on another record again", async () => {
    const first = await attach(worker, staffId, await evidence());
    const again = await attach(worker, staffId, await evidence(aPdf(), "another name.pdf"));
    const elsewhere = await attach(worker, staffId, await evidence(), OTHER_RECORD);
    expect([again === first, elsewhere === first]).toEqual([true, false]);
    const rows = await asPeople(worker, (tx) =>
      listEvidence(tx, tenant.contractId, "training", [RECORD, OTHER_RECORD]),
    );
    expect(rows.map((row) => row.subjectId).sort()).toEqual([RECORD, OTHER_RECORD]);
    expect(rows[0]).toEqual({
      ...{ id: first, staffId, subjectId: RECORD, name: "研修修了証_'26_.pdf", mediaType: "application/pdf" },
      ...{ bytes: aPdf().length, uploadedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as string },
    });
    expect(await asPeople(worker, (tx) => listEvidence(tx, tenant.contractId, "career", [RECORD]))).toEqual([]);
  });

  test("sent twice at the same moment is kept once", async () => {
    const given = await evidence(aJpeg("at once"), "a.jpg");
    const ids = await Promise.all([1, 2, 3].map(() => attach(worker, staffId, given)));
    expect(new Set(ids).size).toBe(1);
  });

  test("a record that is not stored after all leaves no file", async () => {
    const given = await evidence(aJpeg("broken off"), "a.jpg");
    const at = { ...tenant, staffId, userId: worker.userId };
    const broken = asPeople(worker, async (tx) => {
      await attachEvidence(tx, at, "training", RECORD, given);
      throw new Error("broken off");
    });
    await expect(broken).rejects.toThrow("broken off");
    const left = await asOwner((owner) =>
      owner.query("SELECT FROM evidence_content WHERE content = $1", [Buffer.from(given.bytes)]),
    );
    expect(left.rowCount).toBe(0);
  });

  test("a removed file takes its content along", async () => {
    const id = await attach(worker, staffId, await evidence(aJpeg("to remove"), "a.jpg"));
    expect(await asPeople(worker, (tx) => removeEvidence(tx, tenant.contractId, id))).toBe(true);
    expect(await asPeople(worker, (tx) => removeEvidence(tx, tenant.contractId, id))).toBe(false);
    expect(await asPeople(worker, (tx) => removeEvidence(tx, tenant.contractId, "no id"))).toBe(false);
    const left = await asOwner((owner) => owner.query("SELECT FROM evidence_content WHERE file_id = $1", [id]));
    expect(left.rowCount).toBe(0);
  });
});

describe("who reads evidence", () => {
  let id: string;

  beforeAll(async () => {
    id = await attach(worker, staffId, await evidence(aJpeg("mine"), "mine.jpg"));
  });

  test("the worker and the contract's manager", async () => {
    expect((await readOwnEvidence(worker, id))?.name).toBe("mine.jpg");
    expect((await readContractEvidence(tenant, id))?.name).toBe("mine.jpg");
    expect(await readContractEvidence(tenant, "no id")).toBeNull();
  });

  test("nobody else, whatever scope they read in", async () => {
    const colleague = await aWorkerSignedIn(tenant, await aWorker(tenant));
    const supervisor = await aSupervisorOf(tenant, [staffId]);
    const elsewhere = await aContract();
    const pretender = peopleOf(tenant.wardId, tenant.contractId, [staffId], colleague.userId);
    expect(await readOwnEvidence(colleague, id)).toBeNull();
    expect(await readOwnEvidence(pretender, id)).toBeNull();
    expect(await readOwnEvidence(supervisor, id)).toBeNull();
    expect(await readContractEvidence(elsewhere, id)).toBeNull();
    const view = wardViewOf(tenant.wardId);
    expect(await asWard(view, (tx) => readEvidence(tx, tenant.contractId, id))).toBeNull();
    expect(await asFacts(view, (tx) => readEvidence(tx, tenant.contractId, id))).toBeNull();
    expect(await asPlatform(platformOf(), (tx) => readEvidence(tx, tenant.contractId, id))).toBeNull();
    for (const table of ["evidence_file", "evidence_content"])
      expect(await asFacts(view, (tx) => tx.$queryRawUnsafe(`SELECT ward_id FROM ${table}`))).toEqual([]);
  });

  test("nobody adds to another's record, and a supervisor removes nothing", async () => {
    const supervisor = await aSupervisorOf(tenant, [staffId]);
    const given = await evidence(aJpeg("foreign"), "a.jpg");
    await expect(attach(supervisor, staffId, given)).rejects.toThrow(/row-level security/);
    expect(await asPeople(supervisor, (tx) => removeEvidence(tx, tenant.contractId, id))).toBe(false);
    const managers = asTenant(tenant, (tx) =>
      attachEvidence(tx, { ...tenant, staffId, userId: null }, "qualification", RECORD, given),
    );
    expect(await managers).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe("the download", () => {
  async function download(role: "worker" | "manager", place: { staffId?: string }, fileId: string): Promise<Response> {
    const { userId } = await aPerson(role, { wardId: tenant.wardId, contractId: tenant.contractId, ...place });
    const browser = aBrowser();
    await browser.signInAs(userId);
    const request = browser.request(`/evidence/${fileId}`);
    return loader({ request, params: { fileId }, context: {} }).catch((thrown: unknown) => thrown as Response);
  }

  test("is an attachment that runs nothing and stays in no cache", async () => {
    const id = await attach(worker, staffId, await evidence());
    for (const [role, place] of [
      ["worker", { staffId }],
      ["manager", {}],
    ] as const) {
      const answer = await download(role, place, id);
      expect(answer.status).toBe(200);
      expect(Buffer.from(await answer.arrayBuffer()).equals(aPdf())).toBe(true);
      expect(Object.fromEntries(answer.headers)).toEqual({
        "content-type": "application/pdf",
        "content-length": String(aPdf().length),
        "content-disposition": `attachment; filename="evidence.pdf"; filename*=UTF-8''${encodeURIComponent("研修修了証")}_%2726_.pdf`,
        "content-security-policy": "sandbox; default-src 'none'",
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-store",
      });
    }
  });

  test("of another's file, and of none, is not found", async () => {
    const id = await attach(worker, staffId, await evidence());
    const colleague = await aWorker(tenant);
    expect((await download("worker", { staffId: colleague }, id)).status).toBe(404);
    expect((await download("worker", { staffId }, RECORD)).status).toBe(404);
    expect((await download("manager", {}, "../etc/passwd")).status).toBe(404);
  });
});
