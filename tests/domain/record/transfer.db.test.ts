import { randomUUID } from "node:crypto";

import { beforeAll, describe, expect, test } from "vitest";

import { asPeople, asTenant, peopleOf, Prisma, tenantOf, type People, type Tenant } from "~/db/scope.server";
import { getCarriedOf } from "~/domain/record/carried.server";
import { isSame } from "~/domain/record/difference";
import { getOwnRecord } from "~/domain/record/repository.server";
import { carriedTo, previewTransfer, transferRecord, withdrawTransfer } from "~/domain/record/transfer.server";
import { computeKpi } from "~/domain/kpi/compute-kpi.server";
import { aContract, anOffice, asOwner, aWorker } from "../../setup/factories";
import { aMembership, aPerson } from "../../setup/accounts";
import { aRow } from "../../setup/rows";

const DAY = "2026-11-24";
const AT = new Date("2026-11-24T03:00:00Z");
const WISH = { asOf: DAY, years: {}, isFormer: false };

type Place = { tenant: Tenant; staffId: string; membershipId: string; people: People };

/** A person who left one contract and works for another, with records in both. */
async function aMovedPerson(): Promise<{ userId: string; old: Place; here: Place }> {
  const before = await aContract();
  const staffId = await aWorker(before, {
    ...{ hiredOn: "2023-04-01", leftOn: "2026-03-31", officeId: await anOffice(before, "O1") },
  });
  const { userId, membershipId } = await aPerson("worker", {
    ...{ wardId: before.wardId, contractId: before.contractId, staffId },
  });
  const old = place(before, staffId, membershipId, userId);
  await fill(before, staffId);
  await asOwner((owner) => owner.query("UPDATE membership SET ended_at = now() WHERE id = $1", [membershipId]));
  const after = await aContract();
  const newStaffId = await aWorker(after, { hiredOn: "2026-04-01" });
  const newMembershipId = await aMembership(userId, "worker", {
    ...{ wardId: after.wardId, contractId: after.contractId, staffId: newStaffId },
  });
  return { userId, old, here: place(after, newStaffId, newMembershipId, userId) };
}

function place(tenant: Tenant, staffId: string, membershipId: string, userId: string): Place {
  return { tenant, staffId, membershipId, people: peopleOf(tenant.wardId, tenant.contractId, [staffId], userId) };
}

/** 2025年度: 2.5 h approved, 4 h pending; one session attended, one missed, one cancelled; a note, an action, a flag. */
async function fill(tenant: Tenant, staffId: string): Promise<void> {
  const course = { staff_id: staffId, topic: "addiction", format: "lecture" };
  await aRow(tenant, "training_record", {
    ...{ ...course, record_ref: "T1", attended_on: "2025-05-10", title: "依存症①", hours: 2.5, provider: "社協" },
  });
  await aRow(tenant, "training_record", {
    ...{ ...course, record_ref: "T2", attended_on: "2025-06-10", title: "承認待ち", hours: 4, approval: "pending" },
  });
  await aRow(tenant, "training_record", {
    ...{ ...course, record_ref: "T3", attended_on: "2025-07-10", title: "差戻し", hours: 4, approval: "rejected" },
  });
  await aSession(tenant, staffId, { ref: "S1", day: "2025-06-01", minutes: 60, attendance: "attended" });
  await aSession(tenant, staffId, { ref: "S2", day: "2025-09-01", minutes: 45, attendance: "absent" });
  await aSession(tenant, staffId, { ref: "S3", day: "2025-10-01", minutes: 45, status: "cancelled" });
  for (const [kind, verification] of [
    ["certified_social_worker", "verified"],
    ["career_consultant", "pending"],
  ] as const)
    await aRow(tenant, "qualification", {
      ...{ id: randomUUID(), staff_id: staffId, kind, obtained_on: "2020-04-01", number: "第1号", verification },
    });
}

type Session = { ref: string; day: string; minutes: number; attendance?: string; status?: string };

async function aSession(tenant: Tenant, staffId: string, given: Session): Promise<void> {
  const id = randomUUID();
  await aRow(tenant, "supervision_session", {
    ...{ id, session_ref: given.ref, held_on: given.day, minutes: given.minutes, kind: "individual" },
    ...{ supervisor_code: "SECRET-THEME-FREE", status: given.status ?? "held", external: true },
  });
  await aRow(tenant, "supervision_attendance", {
    ...{ session_id: id, staff_id: staffId, attendance: given.attendance ?? null },
  });
  await aRow(tenant, "agreed_action", {
    ...{ session_id: id, staff_id: staffId, owner: "supervisee", text: "合意事項の言葉" },
  });
}

async function consent(here: People, source: { people: People; isFormer: boolean }) {
  const preview = await previewTransfer(here, source, DAY);
  return { preview, consent: { seal: preview?.seal ?? "", asOf: DAY, at: AT } };
}

describe("the own record", () => {
  let moved: Awaited<ReturnType<typeof aMovedPerson>>;
  beforeAll(async () => {
    moved = await aMovedPerson();
  });

  test("is there after leaving: approved training, attended supervision, verified qualifications, nothing else", async () => {
    const { people, staffId } = moved.old;
    const loaded = await getOwnRecord(people, staffId, { ...WISH, isFormer: true });
    expect(loaded?.record.pending).toBe(1);
    expect(loaded?.all).toEqual({ from: 2023, to: 2025 });
    expect(loaded?.record.content).toMatchObject({
      post: {
        ...{ contractor: "試験法人", office: "事業所O1", employedFrom: "2023-04-01", employedTo: "2026-03-31" },
        ...{ isCurrent: false, roles: [{ role: "support_worker", from: "2023-04-01", to: "2026-03-31" }] },
      },
      training: [{ attendedOn: "2025-05-10", title: "依存症①", hours: 2.5 }],
      sessions: [{ heldOn: "2025-06-01", minutes: 60, kind: "individual", external: true }],
      qualifications: [{ kind: "certified_social_worker", number: "第1号" }],
    });
    expect(loaded?.record.content.training).toHaveLength(1);
    expect(loaded?.record.content.sessions).toHaveLength(1);
    expect(JSON.stringify(loaded)).not.toContain("合意事項の言葉");
  });

  test("measures each year against the own target: 20 h, of the whole years 2023 to 2025", async () => {
    const loaded = await getOwnRecord(moved.old.people, moved.old.staffId, { ...WISH, isFormer: true });
    expect(loaded?.record.content.years).toEqual([
      { fiscalYear: 2023, target: 20, isReached: false },
      { fiscalYear: 2024, target: 20, isReached: false },
      { fiscalYear: 2025, target: 20, isReached: false },
    ]);
  });

  test("lists the years asked for, and their rows alone", async () => {
    const wish = { ...WISH, years: { from: 2024, to: 2024 } };
    const loaded = await getOwnRecord(moved.old.people, moved.old.staffId, wish);
    expect(loaded?.span).toEqual({ from: 2024, to: 2024 });
    expect(loaded?.record.content.training).toEqual([]);
  });

  test("is nobody else's: another person of the contract finds none", async () => {
    const { tenant, staffId } = moved.old;
    const other = await aWorker(tenant);
    const people = peopleOf(tenant.wardId, tenant.contractId, [other], moved.userId);
    expect(await getOwnRecord(people, staffId, WISH)).toBeNull();
  });

  test("takes the same number of statements for one row and for a hundred", async () => {
    const { people, staffId, tenant } = moved.old;
    const count = async () => {
      let statements = 0;
      await asPeople(people, async (tx) => {
        const { loadRecord } = await import("~/domain/record/repository.server");
        const counting = new Proxy(tx, {
          get: (target, name) => {
            if (name === "$queryRaw") statements += 1;
            const value: unknown = Reflect.get(target, name);
            return typeof value === "function" ? value.bind(target) : value;
          },
        });
        await loadRecord(counting, people.contractId, staffId, WISH);
      });
      return statements;
    };
    const few = await count();
    for (let index = 0; index < 100; index += 1)
      await aRow(tenant, "training_record", {
        ...{ staff_id: staffId, record_ref: `M${index}`, attended_on: "2024-05-10", title: "基礎", hours: 1 },
        ...{ topic: "basic", format: "lecture" },
      });
    expect(await count()).toBe(few);
    expect(few).toBe(8);
  });
});

describe("carrying a record to the next contract", () => {
  test("stores exactly what was shown, named after the contractor, with the instant of consent", async () => {
    const { old, here } = await aMovedPerson();
    const source = { people: old.people, isFormer: true };
    const { preview, consent: given } = await consent(here.people, source);
    expect(preview?.before).toBeNull();
    expect(await transferRecord(here.people, source, given)).toEqual({ ok: true });
    const [carried] = await carriedTo(here.people);
    expect(carried).toMatchObject({ fromContractor: "試験法人", consentedOn: DAY });
    expect(carried?.content).toEqual(preview?.content);
    const own = await getOwnRecord(here.people, here.staffId, WISH);
    expect(own?.record.carried).toEqual([carried]);
    expect(own?.record.content.training).toEqual([]);
  });

  test("is refused where the record changed after it was shown", async () => {
    const { old, here } = await aMovedPerson();
    const source = { people: old.people, isFormer: true };
    const { consent: given } = await consent(here.people, source);
    await aSession(old.tenant, old.staffId, { ref: "S9", day: "2026-02-01", minutes: 30, attendance: "attended" });
    expect(await transferRecord(here.people, source, given)).toEqual({ ok: false, reason: "changed" });
    expect(await carriedTo(here.people)).toEqual([]);
  });

  test("once more shows the difference and replaces what was carried; without one it changes nothing", async () => {
    const { old, here } = await aMovedPerson();
    const source = { people: old.people, isFormer: true };
    const first = await consent(here.people, source);
    await transferRecord(here.people, source, first.consent);
    expect(await transferRecord(here.people, source, first.consent)).toEqual({ ok: false, reason: "same" });
    await aSession(old.tenant, old.staffId, { ref: "S9", day: "2026-02-01", minutes: 30, attendance: "attended" });
    const { preview, consent: again } = await consent(here.people, source);
    expect(preview?.before?.difference.sessions.added).toMatchObject([{ heldOn: "2026-02-01", minutes: 30 }]);
    expect(preview?.before && isSame(preview.before.difference)).toBe(false);
    expect(await transferRecord(here.people, source, again)).toEqual({ ok: true });
    const carried = await carriedTo(here.people);
    expect(carried.map((one) => one.content.sessions.length)).toEqual([2]);
  });

  test("sent twice at once is stored once", async () => {
    const { old, here } = await aMovedPerson();
    const source = { people: old.people, isFormer: true };
    const { consent: given } = await consent(here.people, source);
    await Promise.all([1, 2].map(() => transferRecord(here.people, source, given)));
    expect(await carriedTo(here.people)).toHaveLength(1);
  });

  test("is taken back by the person alone, and then gone", async () => {
    const { old, here } = await aMovedPerson();
    const source = { people: old.people, isFormer: true };
    await transferRecord(here.people, source, (await consent(here.people, source)).consent);
    const id = (await carriedTo(here.people))[0]?.id ?? "";
    const stranger = await aMovedPerson();
    expect(await withdrawTransfer(stranger.here.people, id)).toBe(false);
    expect(await withdrawTransfer(here.people, id)).toBe(true);
    expect(await carriedTo(here.people)).toEqual([]);
    expect(await withdrawTransfer(here.people, id)).toBe(false);
  });

  test("changes no indicator of either contract", async () => {
    const { old, here } = await aMovedPerson();
    const both = () =>
      Promise.all([
        computeKpi(old.tenant, old.tenant.contractId, "2026-03-31"),
        computeKpi(here.tenant, here.tenant.contractId, DAY),
      ]);
    const before = await both();
    expect(before[0]?.indicators.length).toBeGreaterThan(0);
    expect(before[1]?.indicators.length).toBeGreaterThan(0);
    const source = { people: old.people, isFormer: true };
    await transferRecord(here.people, source, (await consent(here.people, source)).consent);
    expect(await both()).toEqual(before);
  });

  test("is shown to the new contract's manager, and to no other", async () => {
    const { old, here } = await aMovedPerson();
    const source = { people: old.people, isFormer: true };
    await transferRecord(here.people, source, (await consent(here.people, source)).consent);
    const manager = tenantOf(here.tenant.wardId, here.tenant.contractId);
    expect((await getCarriedOf(manager, here.staffId))?.carried.map((one) => one.fromContractor)).toEqual(["試験法人"]);
    expect(await getCarriedOf(tenantOf(old.tenant.wardId, old.tenant.contractId), here.staffId)).toBeNull();
    const left = await asTenant(tenantOf(old.tenant.wardId, old.tenant.contractId), (tx) => tx.recordTransfer.count());
    expect(left).toBe(0);
  });

  test("is logged on both sides without its content, and the contract left does not learn where to", async () => {
    const { old, here } = await aMovedPerson();
    const source = { people: old.people, isFormer: true };
    await transferRecord(here.people, source, (await consent(here.people, source)).consent);
    await withdrawTransfer(here.people, (await carriedTo(here.people))[0]?.id ?? "");
    const logOf = (tenant: Tenant) =>
      asOwner(async (owner) => {
        const sql =
          "SELECT action, subject_id, detail FROM audit_entry WHERE contract_id = $1 AND action LIKE 'record.%'";
        return (await owner.query(`${sql} ORDER BY at`, [tenant.contractId])).rows;
      });
    expect(await logOf(old.tenant)).toEqual([{ action: "record.carryAway", subject_id: old.staffId, detail: null }]);
    expect((await logOf(here.tenant)).map((row) => [row.action, row.detail])).toEqual([
      ["record.carry", null],
      ["record.withdraw", null],
    ]);
  });
});

describe("row-level security", () => {
  const content = Prisma.sql`'{}'::jsonb`;

  async function insert(people: People, staffId: string, userId: string, fromContractId: string): Promise<unknown> {
    return asPeople(
      people,
      (tx) => tx.$executeRaw`
        INSERT INTO record_transfer (ward_id, contract_id, staff_id, user_id, from_contract_id, from_contractor, content)
        VALUES (${people.wardId}::uuid, ${people.contractId}::uuid, ${staffId}::uuid, ${userId}::uuid, ${fromContractId}::uuid, 'x', ${content})`,
    );
  }

  test("lets nobody carry a record from a contract where they never worked, or in another's name", async () => {
    const { here, old, userId } = await aMovedPerson();
    const stranger = await aMovedPerson();
    const refused = /row-level security/;
    await expect(insert(here.people, here.staffId, userId, stranger.old.tenant.contractId)).rejects.toThrow(refused);
    await expect(insert(here.people, here.staffId, userId, here.tenant.contractId)).rejects.toThrow(refused);
    await expect(insert(here.people, here.staffId, stranger.userId, old.tenant.contractId)).rejects.toThrow(refused);
    expect(await insert(here.people, here.staffId, userId, old.tenant.contractId)).toBe(1);
  });

  test("keeps a colleague's and a supervisor's hands and eyes off what somebody carried", async () => {
    const { here, old, userId } = await aMovedPerson();
    await insert(here.people, here.staffId, userId, old.tenant.contractId);
    const { wardId, contractId } = here.tenant;
    const supervisor = await aPerson("supervisor", { wardId, contractId });
    const people = peopleOf(wardId, contractId, [here.staffId], supervisor.userId);
    expect(await asPeople(people, (tx) => tx.recordTransfer.count())).toBe(0);
    expect(await asPeople(people, (tx) => tx.recordTransfer.deleteMany())).toEqual({ count: 0 });
  });

  test("does not let the contract's manager delete it", async () => {
    const { here, old, userId } = await aMovedPerson();
    await insert(here.people, here.staffId, userId, old.tenant.contractId);
    const manager = tenantOf(here.tenant.wardId, here.tenant.contractId);
    expect(await asTenant(manager, (tx) => tx.recordTransfer.deleteMany())).toEqual({ count: 0 });
  });
});
