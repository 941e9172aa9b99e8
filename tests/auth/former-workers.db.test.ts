import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { currentActor, signedIn } from "~/auth/actor.server";
import { requireActor, requirePeople, requireTransfer } from "~/auth/require.server";
import { startSession, switchMembership } from "~/auth/sign-in.server";
import { asTenant, tenantOf, type Tenant } from "~/db/scope.server";
import { createContractLink, endContractMembership } from "~/domain/access/contract-people.server";
import { ACTIONS, homeOf, may, mayAs, ROLES, type Action } from "~/domain/access/policy";
import { aBrowser, aMembership, aPerson } from "../setup/accounts";
import { aContract, asOwner, aWorker } from "../setup/factories";

const NOW = new Date("2026-11-24T03:00:00Z");
const KEPT: Action[] = ["own.record", "own.transfer", "evidence.read", "account.own"];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

async function statusOf(promise: Promise<unknown>): Promise<number | string> {
  try {
    await promise;
    return "passed";
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    return thrown.headers.get("Location") ?? thrown.status;
  }
}

async function aWorkerHere(given: { leftOn?: string } = {}) {
  const tenant = await aContract();
  const staffId = await aWorker(tenant, given);
  const { wardId, contractId } = tenant;
  return { tenant, staffId, ...(await aPerson("worker", { wardId, contractId, staffId })) };
}

async function ended(tenant: Tenant, membershipId: string): Promise<void> {
  expect(await endContractMembership(tenantOf(tenant.wardId, tenant.contractId), membershipId, NOW)).toBe(true);
}

describe("a worker whose membership was ended", () => {
  test("is signed out at that moment, and can sign in again", async () => {
    const { tenant, userId, membershipId } = await aWorkerHere();
    const browser = aBrowser();
    await browser.signInAs(userId);
    await ended(tenant, membershipId);
    expect(await currentActor(browser.request("/me"))).toBeNull();
    const again = await startSession(browser.request("/login"), userId);
    expect(again?.home).toBe("/me/record");
    browser.keep(again?.headers.getSetCookie() ?? []);
    expect((await currentActor(browser.request("/me/record")))?.membership).toMatchObject({ isFormer: true });
  });

  test.each(ACTIONS)("meets with %s as the list of what is kept says", async (action) => {
    const { tenant, userId, membershipId } = await aWorkerHere();
    await ended(tenant, membershipId);
    const browser = aBrowser();
    await browser.signInAs(userId);
    expect(await statusOf(requireActor(browser.request("/x"), action))).toBe(KEPT.includes(action) ? "passed" : 404);
  });
});

describe("a worker whose last day of employment has passed", () => {
  test("is a former one from the next day on, while signed in", async () => {
    const { userId } = await aWorkerHere({ leftOn: "2026-11-24" });
    vi.setSystemTime(new Date("2026-11-24T14:00:00Z"));
    const browser = aBrowser();
    await browser.signInAs(userId);
    expect(await statusOf(requirePeople(browser.request("/me"), "own.read"))).toBe("passed");
    // why: Tokyo's day ends at 15:00 UTC.
    vi.setSystemTime(new Date("2026-11-24T14:59:59Z"));
    expect(await statusOf(requirePeople(browser.request("/me"), "own.read"))).toBe("passed");
    vi.setSystemTime(new Date("2026-11-24T15:00:00Z"));
    expect(await statusOf(requirePeople(browser.request("/me"), "own.read"))).toBe(404);
    expect(await statusOf(requirePeople(browser.request("/me/record"), "own.record"))).toBe("passed");
  });
});

describe("nobody else keeps anything", () => {
  test.each(ROLES.filter((role) => role !== "worker"))("an ended %s cannot sign in", async (role) => {
    const { wardId, contractId } = await aContract();
    const place = role === "admin" ? {} : role === "ward" ? { wardId } : { wardId, contractId };
    const { userId, membershipId } = await aPerson(role, place);
    const browser = aBrowser();
    await browser.signInAs(userId);
    await asOwner((owner) => owner.query("UPDATE membership SET ended_at = now() WHERE id = $1", [membershipId]));
    expect(await currentActor(browser.request("/"))).toBeNull();
    expect(await startSession(browser.request("/login"), userId)).toBeNull();
  });

  test("an invitation that was never accepted gives nothing when it is ended", async () => {
    const { tenant, userId, membershipId } = await aWorkerHere();
    await asOwner((owner) => owner.query("UPDATE membership SET accepted_at = NULL WHERE id = $1", [membershipId]));
    await ended(tenant, membershipId);
    expect(await startSession(aBrowser().request("/login"), userId)).toBeNull();
  });

  test("whoever was invited in error for somebody else's post loses it to the person of the later invitation", async () => {
    const wrong = await aWorkerHere();
    await ended(wrong.tenant, wrong.membershipId);
    expect(await startSession(aBrowser().request("/login"), wrong.userId)).not.toBeNull();
    const { wardId, contractId } = wrong.tenant;
    const right = await aPerson("worker", { wardId, contractId, staffId: wrong.staffId });
    expect(await startSession(aBrowser().request("/login"), wrong.userId)).toBeNull();
    await ended(wrong.tenant, right.membershipId);
    expect(await startSession(aBrowser().request("/login"), wrong.userId)).toBeNull();
    expect((await startSession(aBrowser().request("/login"), right.userId))?.home).toBe("/me/record");
  });

  test("a disabled account cannot sign in, whatever it was", async () => {
    const { tenant, userId, membershipId } = await aWorkerHere();
    await ended(tenant, membershipId);
    await asOwner((owner) => owner.query("UPDATE user_account SET disabled_at = now() WHERE id = $1", [userId]));
    expect(await startSession(aBrowser().request("/login"), userId)).toBeNull();
  });
});

describe("a worker who went to another contract", () => {
  async function aMovedWorker() {
    const old = await aWorkerHere();
    const tenant = await aContract();
    const staffId = await aWorker(tenant);
    const { wardId, contractId } = tenant;
    const membershipId = await aMembership(old.userId, "worker", { wardId, contractId, staffId });
    await ended(old.tenant, old.membershipId);
    const browser = aBrowser();
    await browser.signInAs(old.userId);
    return { old, now: { tenant, staffId, membershipId }, browser };
  }

  test("begins in the present contract, and can switch to the record of the former", async () => {
    const { old, now, browser } = await aMovedWorker();
    const session = await signedIn(browser.request("/me"));
    if (!session) throw new Error("not signed in");
    expect(session.actor.membership).toMatchObject({ id: now.membershipId, isFormer: false });
    expect(session.actor.memberships.map((one) => [one.id, one.isFormer])).toEqual([
      [now.membershipId, false],
      [old.membershipId, true],
    ]);
    const switched = await switchMembership(browser.request("/me"), session, old.membershipId);
    expect(switched?.home).toBe("/me/record");
    browser.keep([switched?.cookie ?? ""]);
    expect(await statusOf(requirePeople(browser.request("/me"), "own.log"))).toBe(404);
    expect(await statusOf(requirePeople(browser.request("/me"), "own.record"))).toBe("passed");
  });

  test("has the own rows of both contracts in hand to carry a record, and nobody else's", async () => {
    const { old, now, browser } = await aMovedWorker();
    const { people, elsewhere } = await requireTransfer(browser.request("/x"), "own.transfer");
    expect(people).toMatchObject({ contractId: now.tenant.contractId, staffIds: [now.staffId], userId: old.userId });
    expect(elsewhere.map((one) => one.people)).toEqual([
      {
        ...{ wardId: old.tenant.wardId, contractId: old.tenant.contractId },
        ...{ staffIds: [old.staffId], userId: old.userId },
      },
    ]);
  });

  test("gets no reset link from the new manager: it would open the record of the former contract", async () => {
    const { now } = await aMovedWorker();
    const tenant = tenantOf(now.tenant.wardId, now.tenant.contractId);
    expect(await createContractLink(tenant, now.membershipId, NOW)).toEqual({ ok: false, problem: "belongsElsewhere" });
  });

  test("is not seen by the new contract's side as a former worker of the other", async () => {
    const { old, now } = await aMovedWorker();
    const seen = await asTenant(tenantOf(now.tenant.wardId, now.tenant.contractId), (tx) =>
      tx.membership.findMany({ where: { userId: old.userId }, select: { id: true } }),
    );
    expect(seen).toEqual([{ id: now.membershipId }]);
  });
});

test("the policy keeps the same for a former worker as the list says, and a former worker's home is the record", () => {
  for (const action of ACTIONS) {
    expect(mayAs({ role: "worker", isFormer: true }, action)).toBe(KEPT.includes(action));
    for (const role of ROLES) expect(mayAs({ role, isFormer: false }, action)).toBe(may(role, action));
  }
  expect(homeOf({ role: "worker", isFormer: true })).toBe("/me/record");
  expect(homeOf({ role: "worker", isFormer: false })).toBe("/me");
});
