import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";

import { beforeEach, describe, expect, test } from "vitest";

import { asFacts, asPeople, tenantOf, wardViewOf, type People, type Tenant } from "~/db/scope.server";
import { getCareerFor, getOwnCareer, listCareers } from "~/domain/career/careers.server";
import { applyDueChanges, changePay, changeRank, withdrawChange } from "~/domain/career/change-history.server";
import { addPost, changePost, decidePost, removePost } from "~/domain/career/posts.server";
import { fingerprint } from "~/domain/career/record";
import { importFiles } from "~/domain/import/import-files.server";
import type { Source } from "~/domain/import/source.server";

import { aContract, asOwner, aWorker } from "../../setup/factories";
import { aSupervisorOf, aWorkerSignedIn } from "../../setup/people";
import { aRow } from "../../setup/rows";

const DAY = "2026-11-24";
const AT = new Date("2026-11-24T03:00:00Z");
let tenant: Tenant;
let staffId: string;
let people: People;

beforeEach(async () => {
  const manager = randomUUID();
  await asOwner((owner) =>
    owner.query("INSERT INTO user_account (id, email, name) VALUES ($1, $2, '管理')", [
      manager,
      `${manager}@example.jp`,
    ]),
  );
  const contract = await aContract();
  tenant = tenantOf(contract.wardId, contract.contractId, manager);
  staffId = await aWorker(tenant, { staffCode: "S1", hiredOn: "2025-04-01" });
  people = await aWorkerSignedIn(tenant, staffId);
});

const career = async (day = DAY) => getCareerFor(tenant, staffId, day);
const seenRanks = async () => fingerprint((await career())?.ranks ?? []);
const seenPay = async () => fingerprint((await career())?.pay ?? []);
const ranks = async (day = DAY) =>
  (await career(day))?.ranks.map(({ from, role, upcoming }) => `${from} ${role}${upcoming ? " upcoming" : ""}`);

describe("posts elsewhere", () => {
  const POST = { employer: "社会福祉協議会", field: "consultation", from: "2023-04-01", to: "2025-03-31" } as const;

  test("count once verified, and until then stand as what would be", async () => {
    const added = await addPost(people, staffId, { ...POST, formRef: randomUUID() }, null);
    const before = await getOwnCareer(people, staffId, DAY);
    expect(before?.ladder.chief).toMatchObject({ met: false, ifVerified: { met: true } });
    await decidePost(tenant, added.ok ? added.id : "", { decision: "verify", version: 1 }, AT);
    // Two years there and from 1 April 2025 here without a gap: three years are complete on 31 March 2026.
    const after = await getOwnCareer(people, staffId, DAY);
    expect(after?.ladder).toMatchObject({ ready: true, readyOn: "2026-03-31", chief: { met: true, ifVerified: null } });
  });

  test("wait again once changed; a form opened before is refused with what stands", async () => {
    const added = await addPost(people, staffId, { ...POST, formRef: randomUUID() }, null);
    const id = added.ok ? added.id : "";
    await decidePost(tenant, id, { decision: "verify", version: 1 }, AT);
    expect(await removePost(people, id)).toEqual({ ok: false, reason: "verified" });
    expect(await changePost(people, { id, version: 1, entry: POST }, null)).toMatchObject({
      ...{ ok: false, reason: "conflict", stands: { version: 2, verification: "verified" } },
    });
    expect(await changePost(people, { id, version: 2, entry: { ...POST, employer: "別の法人" } }, null)).toMatchObject({
      ok: true,
    });
    expect((await career())?.posts).toMatchObject([{ employer: "別の法人", verification: "pending", version: 3 }]);
    expect(await removePost(people, id)).toMatchObject({ ok: true });
  });

  test("cannot be verified by the worker, neither on adding nor on changing", async () => {
    await addPost(people, staffId, { ...POST, formRef: randomUUID() }, null);
    const change = asPeople(people, (tx) => tx.$executeRaw`UPDATE career_post SET verification = 'verified'`);
    await expect(change).rejects.toThrow(/row-level security/);
    const insert = asPeople(
      people,
      (
        tx,
      ) => tx.$executeRaw`INSERT INTO career_post (ward_id, contract_id, staff_id, field, employer, from_on, verification)
        VALUES (${tenant.wardId}::uuid, ${tenant.contractId}::uuid, ${staffId}::uuid, 'welfare', 'x', '2020-01-01', 'verified')`,
    );
    await expect(insert).rejects.toThrow(/row-level security/);
  });
});

describe("ranks", () => {
  test("begin with the hire where nobody recorded a change, and keep what held before", async () => {
    expect(await ranks()).toEqual(["2025-04-01 support_worker"]);
    const seen = await seenRanks();
    await changeRank(tenant, staffId, { from: "2026-10-01", role: "chief_support_worker", seen }, DAY);
    expect(await ranks()).toEqual(["2025-04-01 support_worker", "2026-10-01 chief_support_worker"]);
    expect((await career())?.staff.role).toBe("chief_support_worker");
    expect((await listCareers(tenant, DAY)).map(({ ladder }) => ladder.rank)).toEqual(["chief"]);
  });

  test("of a day to come wait for it; the night's run puts them into force once, in any order of days", async () => {
    const seen = await seenRanks();
    await changeRank(tenant, staffId, { from: "2027-01-01", role: "chief_support_worker", seen }, DAY);
    const then = await seenRanks();
    await changeRank(tenant, staffId, { from: "2027-04-01", role: "supervisor", seen: then }, DAY);
    expect((await career())?.staff.role).toBe("support_worker");
    expect(await ranks()).toEqual([
      ...["2025-04-01 support_worker", "2027-01-01 chief_support_worker upcoming", "2027-04-01 supervisor upcoming"],
    ]);
    await applyDueChanges(tenant, "2026-12-31");
    expect((await career())?.staff.role).toBe("support_worker");
    await applyDueChanges(tenant, "2027-01-01");
    expect((await career())?.staff.role).toBe("chief_support_worker");
    await applyDueChanges(tenant, "2027-04-02");
    await applyDueChanges(tenant, "2027-04-01");
    await applyDueChanges(tenant, "2027-01-01");
    expect((await career())?.staff.role).toBe("supervisor");
  });

  test("of the past do not undo what came after", async () => {
    await changeRank(
      tenant,
      staffId,
      { from: "2026-10-01", role: "chief_support_worker", seen: await seenRanks() },
      DAY,
    );
    const seen = await seenRanks();
    await changeRank(tenant, staffId, { from: "2026-01-01", role: "outreach_worker", seen }, DAY);
    expect((await career())?.staff.role).toBe("chief_support_worker");
  });

  test("are refused before the hire, and where somebody changed them since", async () => {
    const seen = await seenRanks();
    expect(await changeRank(tenant, staffId, { from: "2025-03-31", role: "clerk", seen }, DAY)).toEqual({
      ...{ ok: false, reason: "beforeHire", hiredOn: "2025-04-01" },
    });
    await changeRank(tenant, staffId, { from: "2026-10-01", role: "chief_support_worker", seen }, DAY);
    expect(await changeRank(tenant, staffId, { from: "2026-10-01", role: "clerk", seen }, DAY)).toMatchObject({
      ...{ ok: false, reason: "conflict", stands: [{ role: "support_worker" }, { role: "chief_support_worker" }] },
    });
  });

  test("to come may be taken back, those in force may not", async () => {
    const seen = await seenRanks();
    await changeRank(tenant, staffId, { from: "2027-01-01", role: "chief_support_worker", seen }, DAY);
    expect(await withdrawChange(tenant, staffId, { of: "rank", from: "2027-01-01" }, DAY)).toBe(true);
    expect(await withdrawChange(tenant, staffId, { of: "rank", from: "2025-04-01" }, DAY)).toBe(false);
    await applyDueChanges(tenant, "2027-01-01");
    expect((await career())?.staff.role).toBe("support_worker");
  });
});

describe("pay", () => {
  const pay = async () =>
    (await career())?.pay.map(({ from, annualPayJpy, upcoming }) => [from, annualPayJpy, upcoming]);

  test("is kept with what held before, and comes into force on its day", async () => {
    await aRow(tenant, "staff_pay", { staff_id: staffId, annual_pay_jpy: 3_600_000 });
    const change = { annualPayJpy: 3_900_000, qualificationAllowanceJpy: 120_000 };
    await changePay(tenant, staffId, { from: "2027-04-01", ...change, seen: await seenPay() }, DAY);
    expect(await pay()).toEqual([
      ["2025-04-01", 3_600_000, false],
      ["2027-04-01", 3_900_000, true],
    ]);
    await applyDueChanges(tenant, "2027-04-01");
    const stored = await asOwner((owner) =>
      owner.query("SELECT annual_pay_jpy, qualification_allowance_jpy FROM staff_pay WHERE staff_id = $1", [staffId]),
    );
    expect(stored.rows).toEqual([{ annual_pay_jpy: 3_900_000, qualification_allowance_jpy: 120_000 }]);
  });

  test("is seen by the person and the manager, never by a supervisor, a colleague or the ward; no amount is in the log", async () => {
    const amounts = { annualPayJpy: 4_321_987, qualificationAllowanceJpy: null };
    await changePay(tenant, staffId, { from: "2026-11-01", ...amounts, seen: "" }, DAY);
    expect((await getOwnCareer(people, staffId, DAY))?.pay).toMatchObject([{ annualPayJpy: 4_321_987 }]);
    const supervisor = await aSupervisorOf(tenant, [staffId]);
    const colleague = await aWorkerSignedIn(tenant, await aWorker(tenant));
    for (const reader of [supervisor, colleague])
      expect((await getOwnCareer(reader, staffId, DAY))?.pay ?? []).toEqual([]);
    const ward = await asFacts(
      wardViewOf(tenant.wardId),
      (tx) => tx.$queryRaw<object[]>`SELECT staff_id FROM pay_history UNION ALL SELECT staff_id FROM staff_pay`,
    );
    const log = await asOwner((owner) => owner.query("SELECT detail::text FROM audit_entry"));
    expect([ward, JSON.stringify(log.rows).includes("4321987")]).toEqual([[], false]);
  });
});

describe("the import of the staff list", () => {
  const staff = (role: string, annual: number): Source => {
    const csv = `staff_code,name,role,weekly_hours,hired_on,annual_pay_jpy\nS1,支援 一,${role},40,2025-04-01,${annual}\n`;
    return { name: "staff.csv", bytes: Buffer.byteLength(csv), open: () => Readable.from([Buffer.from(csv)]) };
  };
  const load = (source: Source, day: string) =>
    importFiles(tenant, [source], { dryRun: false, actorRole: "manager", day });

  test("keeps what it changes, dated on its day; the same file twice changes nothing", async () => {
    await load(staff("support_worker", 3_600_000), "2026-05-01");
    expect(await ranks()).toEqual(["2025-04-01 support_worker"]);
    const changed = staff("chief_support_worker", 4_000_000);
    await load(changed, DAY);
    const again = await load(changed, "2026-11-25");
    expect(again.files).toMatchObject([{ added: 0, changed: 0, unchanged: 1 }]);
    expect(await ranks()).toEqual(["2025-04-01 support_worker", `${DAY} chief_support_worker`]);
    expect((await career())?.pay).toMatchObject([
      { from: "2025-04-01", annualPayJpy: 3_600_000 },
      { from: DAY, annualPayJpy: 4_000_000 },
    ]);
  });

  test("of qualifications verifies what a worker entered of the same", async () => {
    await aRow(tenant, "qualification", {
      ...{ staff_id: staffId, kind: "care_worker", obtained_on: "2020-04-01", verification: "pending" },
    });
    const csv = "staff_code,kind,obtained_on\nS1,care_worker,2020-04-01\n";
    const source = { name: "qualifications.csv", bytes: csv.length, open: () => Readable.from([Buffer.from(csv)]) };
    await load(source, DAY);
    const again = await load(source, DAY);
    const stored = await asOwner((owner) => owner.query("SELECT verification, version FROM qualification"));
    expect([stored.rows.at(-1), again.files[0]?.unchanged]).toEqual([{ verification: "verified", version: 2 }, 1]);
  });
});
