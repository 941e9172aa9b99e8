import { describe, expect, test } from "vitest";

import { asTenant, platformOf } from "~/db/scope.server";
import { findAccount, listAccounts } from "~/domain/access/account-list.server";
import { listAudit } from "~/domain/access/audit.server";
import { endMembership, setDisabled } from "~/domain/access/change-account.server";
import {
  assignSupervisees,
  endContractMembership,
  listContractPeople,
  listStaffChoices,
} from "~/domain/access/contract-people.server";
import { currentActor } from "~/auth/actor.server";
import { asOwner, aContract, aWorker } from "../../setup/factories";
import { aBrowser, aPerson } from "../../setup/accounts";

const AT = new Date("2026-11-24T00:00:00Z");

describe("the administrator", () => {
  test("finds accounts by part of a name or address, page by page, and a percent sign finds only itself", async () => {
    const { wardId } = await aContract();
    for (const email of ["suzuki.a@example.jp", "suzuki.b@example.jp", "tanaka%@example.jp"])
      await aPerson("ward", { wardId }, email);
    const find = (search: string, page = 1) => listAccounts(platformOf(), { search, page, pageSize: 1 });
    expect(await find("SUZUKI")).toMatchObject({
      total: 2,
      rows: [{ email: "suzuki.a@example.jp", state: "active", roles: ["ward"], places: ["試験区"] }],
    });
    expect((await find("suzuki", 2)).rows.map((row) => row.email)).toEqual(["suzuki.b@example.jp"]);
    expect(await find("%")).toMatchObject({ total: 1, rows: [{ email: "tanaka%@example.jp" }] });
    expect(await find("nobody")).toEqual({ total: 0, rows: [] });
  });

  test("ends a membership and with it the sessions that use it, and the log says so without names", async () => {
    const { wardId } = await aContract();
    const person = await aPerson("ward", { wardId });
    const browser = aBrowser();
    await browser.signInAs(person.userId);
    expect(await findAccount(platformOf(), person.userId, new Date())).toMatchObject({
      sessions: 1,
      memberships: [{ role: "ward", state: "active" }],
    });
    expect(await endMembership(platformOf(), person.membershipId, AT)).toEqual({ ok: true });
    expect(await endMembership(platformOf(), person.membershipId, AT)).toEqual({ ok: false, problem: "notFound" });
    expect(await currentActor(browser.request("/ward"))).toBeNull();
    expect(await findAccount(platformOf(), person.userId, new Date())).toMatchObject({
      sessions: 0,
      memberships: [{ state: "ended" }],
    });
    const log = await listAudit(platformOf(), { action: "access.endMembership", page: 1, pageSize: 10 });
    expect(log).toMatchObject({ total: 1, rows: [{ subjectId: person.membershipId, wardName: "試験区" }] });
    const { rows } = await asOwner((owner) => owner.query("SELECT row_to_json(a)::text AS entry FROM audit_entry a"));
    expect(rows.map((row) => row.entry).join()).not.toMatch(/氏名|@/);
  });

  test("cannot disable the own account, nor end or disable the last administrator", async () => {
    const admin = await aPerson("admin");
    const { wardId } = await aContract();
    const other = await aPerson("ward", { wardId });
    expect(await setDisabled(platformOf(admin.userId), admin.userId, true, AT)).toEqual({
      ok: false,
      problem: "ownAccount",
    });
    expect(await setDisabled(platformOf(other.userId), admin.userId, true, AT)).toEqual({
      ok: false,
      problem: "lastAdmin",
    });
    expect(await endMembership(platformOf(admin.userId), admin.membershipId, AT)).toEqual({
      ok: false,
      problem: "lastAdmin",
    });
    const second = await aPerson("admin");
    expect(await setDisabled(platformOf(admin.userId), second.userId, true, AT)).toEqual({ ok: true });
    expect(await setDisabled(platformOf(admin.userId), second.userId, false, AT)).toEqual({ ok: true });
  });
});

describe("a contract's manager", () => {
  test("assigns supervisees of the own contract alone, and ends a supervisor's membership with list and sessions", async () => {
    const tenant = await aContract();
    const place = { wardId: tenant.wardId, contractId: tenant.contractId };
    const staff = [
      await aWorker(tenant, { staffCode: "S01" }),
      await aWorker(tenant, { staffCode: "S02", leftOn: "2024-03-31" }),
    ];
    const stranger = await aWorker(await aContract());
    const supervisor = await aPerson("supervisor", place);
    expect(await assignSupervisees(tenant, supervisor.membershipId, [stranger])).toBe(false);
    expect(await assignSupervisees(tenant, supervisor.membershipId, staff)).toBe(true);
    expect(await assignSupervisees(tenant, supervisor.membershipId, staff.slice(0, 1))).toBe(true);
    expect((await listContractPeople(tenant)).map((person) => person.superviseeIds)).toEqual([staff.slice(0, 1)]);
    expect((await listStaffChoices(tenant, "2026-11-24")).map((choice) => choice.staffCode)).toEqual(["S01"]);
    const browser = aBrowser();
    await browser.signInAs(supervisor.userId);
    expect(await endContractMembership(await aContract(), supervisor.membershipId, AT)).toBe(false);
    expect(await currentActor(browser.request("/supervision"))).not.toBeNull();
    expect(await endContractMembership(tenant, supervisor.membershipId, AT)).toBe(true);
    expect(await currentActor(browser.request("/supervision"))).toBeNull();
    expect(await listContractPeople(tenant)).toEqual([]);
  });

  test("does not end a manager, and the database itself refuses to make one", async () => {
    const tenant = await aContract();
    const place = { wardId: tenant.wardId, contractId: tenant.contractId };
    const manager = await aPerson("manager", place);
    expect(await endContractMembership(tenant, manager.membershipId, AT)).toBe(false);
    const making = (role: string, acceptedAt: Date | null) =>
      asTenant(tenant, (tx) => tx.membership.create({ data: { userId: manager.userId, role, ...place, acceptedAt } }));
    await expect(making("manager", null)).rejects.toThrow(/row-level security/);
    await expect(making("supervisor", AT)).rejects.toThrow(/row-level security/);
    await expect(asTenant(tenant, (tx) => tx.userAccount.updateMany({ data: { name: "x" } }))).resolves.toEqual({
      count: 0,
    });
  });
});
