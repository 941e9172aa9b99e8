import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { currentActor, signedIn } from "~/auth/actor.server";
import { changePassword, devicesOf, signOutEverywhere } from "~/auth/devices.server";
import { hashOf } from "~/auth/session-store.server";
import { signIn, signOut, startSession, switchMembership } from "~/auth/sign-in.server";
import { requireActor, requirePeople, requirePlatform, requireTenant, requireWard } from "~/auth/require.server";
import { asOwner, aContract, aWorker } from "../setup/factories";
import { aBrowser, aMembership, aPerson, PASSWORD } from "../setup/accounts";

const START = new Date("2026-11-24T00:00:00Z");
const HOUR = 3_600_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

function after(hours: number): void {
  vi.setSystemTime(new Date(START.getTime() + hours * HOUR));
}

async function statusOf(promise: Promise<unknown>): Promise<number | string> {
  try {
    await promise;
    return "passed";
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    return thrown.headers.get("Location") ?? thrown.status;
  }
}

async function aSignedInWorker() {
  const tenant = await aContract();
  const staffId = await aWorker(tenant);
  const person = await aPerson("worker", { wardId: tenant.wardId, contractId: tenant.contractId, staffId });
  const browser = aBrowser();
  await browser.signInAs(person.userId);
  return { tenant, staffId, person, browser };
}

describe("a session", () => {
  test("is known to the browser by 256 random bits, of which only the SHA-256 is stored", async () => {
    const { browser, person } = await aSignedInWorker();
    const token = browser.cookies.get("sasae_session") ?? "";
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    const stored = await asOwner((owner) =>
      owner.query("SELECT id FROM sign_in_session WHERE user_id = $1", [person.userId]),
    );
    expect(stored.rows).toEqual([{ id: hashOf(token) }]);
    expect(hashOf(token)).toMatch(/^[0-9a-f]{64}$/);
  });

  test("tells who is signed in, as what and where", async () => {
    const { browser, person, tenant, staffId } = await aSignedInWorker();
    const actor = await currentActor(browser.request("/me"));
    expect(actor).toMatchObject({
      ...{ userId: person.userId, email: person.email, locale: "ja" },
      membership: {
        id: person.membershipId,
        role: "worker",
        wardId: tenant.wardId,
        contractId: tenant.contractId,
        staffId,
      },
      memberships: [
        { id: person.membershipId, wardName: "試験区", contractCode: tenant.code, contractorName: "試験法人" },
      ],
    });
  });

  test("ends after 8 hours without a request, and use keeps it alive", async () => {
    const { browser } = await aSignedInWorker();
    after(7);
    expect(await currentActor(browser.request("/me"))).not.toBeNull();
    after(7 + 7.9);
    expect(await currentActor(browser.request("/me"))).not.toBeNull();
    after(7 + 7.9 + 8.01);
    expect(await currentActor(browser.request("/me"))).toBeNull();
  });

  test("ends 14 days after the password, whatever the use", async () => {
    const { browser } = await aSignedInWorker();
    for (let hours = 6; hours < 14 * 24; hours += 6) {
      after(hours);
      expect(await currentActor(browser.request("/me"))).not.toBeNull();
    }
    after(14 * 24);
    expect(await currentActor(browser.request("/me"))).toBeNull();
  });

  test.each(["ward", "admin"] as const)("of the role %s ends 12 hours after the password", async (role) => {
    const { wardId } = await aContract();
    const person = await aPerson(role, role === "ward" ? { wardId } : {});
    const browser = aBrowser();
    await browser.signInAs(person.userId);
    after(6);
    expect(await currentActor(browser.request("/"))).not.toBeNull();
    after(11.9);
    expect(await currentActor(browser.request("/"))).not.toBeNull();
    after(12);
    expect(await currentActor(browser.request("/"))).toBeNull();
  });

  test("gets a new id at sign-in, and the old id is worth nothing", async () => {
    const { browser, person } = await aSignedInWorker();
    const before = browser.cookies.get("sasae_session");
    const old = browser.request("/me");
    browser.keep((await startSession(browser.request("/login"), person.userId))?.headers.getSetCookie() ?? []);
    expect(browser.cookies.get("sasae_session")).not.toBe(before);
    expect(await currentActor(old)).toBeNull();
    expect(await currentActor(browser.request("/me"))).not.toBeNull();
  });

  test("is gone after sign-out", async () => {
    const { browser } = await aSignedInWorker();
    const kept = browser.request("/me");
    browser.keep([await signOut(browser.request("/logout", { method: "POST" }))]);
    expect(browser.cookies.has("sasae_session")).toBe(false);
    expect(await currentActor(kept)).toBeNull();
  });

  test("is gone in every browser after signing out everywhere", async () => {
    const { browser, person } = await aSignedInWorker();
    const phone = aBrowser();
    await phone.signInAs(person.userId);
    const here = await signedIn(browser.request("/account"));
    if (!here) throw new Error("not signed in");
    expect((await devicesOf(here)).map((device) => device.here).sort()).toEqual([false, true]);
    await signOutEverywhere(here);
    expect(await currentActor(browser.request("/me"))).toBeNull();
    expect(await currentActor(phone.request("/me"))).toBeNull();
  });

  test("of other browsers is gone after a change of password, and this one has a new id", async () => {
    const { browser, person } = await aSignedInWorker();
    const phone = aBrowser();
    await phone.signInAs(person.userId);
    const before = browser.cookies.get("sasae_session");
    const here = await signedIn(browser.request("/account"));
    if (!here) throw new Error("not signed in");
    const next = "another long passphrase";
    expect(
      await changePassword(browser.request("/account"), here, {
        current: "wrong wrong wrong",
        next,
        address: "10.0.0.1",
      }),
    ).toEqual({
      ...{ ok: false, field: "current", problem: "wrong" },
    });
    const changed = await changePassword(browser.request("/account"), here, {
      current: PASSWORD,
      next,
      address: "10.0.0.1",
    });
    if (!changed.ok) throw new Error(changed.problem);
    browser.keep([changed.cookie]);
    expect(browser.cookies.get("sasae_session")).not.toBe(before);
    expect(await currentActor(phone.request("/me"))).toBeNull();
    expect(await currentActor(browser.request("/me"))).not.toBeNull();
    const again = (password: string) =>
      signIn(aBrowser().request("/login"), { email: person.email, password, address: "10.0.0.1" });
    expect(await again(PASSWORD)).toEqual({ ok: false, reason: "refused" });
    expect((await again(next)).ok).toBe(true);
  });

  test("ends with the account, and is a former worker's from the end of the membership on", async () => {
    const { browser, person } = await aSignedInWorker();
    await asOwner((owner) => owner.query("UPDATE user_account SET disabled_at = now() WHERE id = $1", [person.userId]));
    expect(await currentActor(browser.request("/me"))).toBeNull();
    await asOwner((owner) => owner.query("UPDATE user_account SET disabled_at = NULL WHERE id = $1", [person.userId]));
    expect(await currentActor(browser.request("/me"))).not.toBeNull();
    await asOwner((owner) =>
      owner.query("UPDATE membership SET ended_at = now() WHERE id = $1", [person.membershipId]),
    );
    expect((await currentActor(browser.request("/me")))?.membership.isFormer).toBe(true);
  });
});

describe("changing the membership in use", () => {
  test("gives a new id and the other rights", async () => {
    const { browser, person, tenant } = await aSignedInWorker();
    const other = await aMembership(person.userId, "manager", { wardId: tenant.wardId, contractId: tenant.contractId });
    const before = browser.request("/me");
    const here = await signedIn(before);
    if (!here) throw new Error("not signed in");
    expect(await switchMembership(before, here, "00000000-0000-4000-8000-000000000000")).toBeNull();
    const switched = await switchMembership(before, here, other);
    expect(switched?.home).toBe("/contractor");
    browser.keep([switched?.cookie ?? ""]);
    expect(await currentActor(before)).toBeNull();
    expect((await currentActor(browser.request("/contractor")))?.membership.role).toBe("manager");
  });

  test("does not lengthen the time since the password: 13 hours after it, a ward's rights need it again", async () => {
    const { browser, person, tenant } = await aSignedInWorker();
    const ward = await aMembership(person.userId, "ward", { wardId: tenant.wardId });
    after(6);
    await currentActor(browser.request("/me"));
    after(13);
    const here = await signedIn(browser.request("/me"));
    if (!here) throw new Error("not signed in");
    expect(await switchMembership(browser.request("/me"), here, ward)).toBeNull();
  });
});

describe("authorising a request", () => {
  test("sends whoever is not signed in to sign-in with the page they wished for, without the router's own parameters", async () => {
    const { request } = aBrowser();
    expect(await statusOf(requireActor(request("/me/training?page=2&_routes=x"), "own.read"))).toBe(
      "/login?next=%2Fme%2Ftraining%3Fpage%3D2",
    );
    expect(await statusOf(requireActor(request("//evil.example/x"), "own.read"))).toBe("/login?next=%2F");
  });

  test("answers another role's action with 404", async () => {
    const { browser } = await aSignedInWorker();
    expect(await statusOf(requireTenant(browser.request("/contractor"), "contract.read"))).toBe(404);
    expect(await statusOf(requireWard(browser.request("/ward"), "ward.read"))).toBe(404);
    expect(await statusOf(requirePlatform(browser.request("/admin"), "platform.read"))).toBe(404);
    expect(await statusOf(requirePlatform(browser.request("/account"), "account.own"))).toBe(404);
  });

  test("gives a worker themselves, and a supervisor the supervisees of the membership in use", async () => {
    const { browser, staffId, tenant } = await aSignedInWorker();
    expect((await requirePeople(browser.request("/me"), "own.read")).people.staffIds).toEqual([staffId]);
    const supervisor = await aPerson("supervisor", { wardId: tenant.wardId, contractId: tenant.contractId });
    const other = await aContract();
    const elsewhere = await aMembership(supervisor.userId, "supervisor", {
      wardId: other.wardId,
      contractId: other.contractId,
    });
    const strangers = await aWorker(other);
    await asOwner(async (owner) => {
      const sql = "INSERT INTO supervisee (ward_id, contract_id, membership_id, staff_id) VALUES ($1, $2, $3, $4)";
      await owner.query(sql, [tenant.wardId, tenant.contractId, supervisor.membershipId, staffId]);
      await owner.query(sql, [other.wardId, other.contractId, elsewhere, strangers]);
    });
    const theirs = aBrowser();
    await theirs.signInAs(supervisor.userId);
    const { people } = await requirePeople(theirs.request("/supervision"), "supervision.read");
    expect(people).toMatchObject({
      wardId: tenant.wardId,
      contractId: tenant.contractId,
      staffIds: [staffId],
      userId: supervisor.userId,
    });
  });

  test("refuses a mutation from another site, and one that does not say where it comes from", async () => {
    const { browser } = await aSignedInWorker();
    const post = (headers: Record<string, string>) =>
      requireActor(browser.request("/me", { method: "POST", headers }), "own.log");
    expect(await statusOf(post({}))).toBe("passed");
    expect(await statusOf(post({ Origin: "https://evil.example" }))).toBe(403);
    expect(await statusOf(post({ Origin: "null" }))).toBe(403);
    expect(await statusOf(post({ "Sec-Fetch-Site": "cross-site" }))).toBe(403);
    expect(await statusOf(post({ "Sec-Fetch-Site": "same-site" }))).toBe(403);
    const silent = browser.request("/me", { method: "POST" });
    silent.headers.delete("Origin");
    expect(await statusOf(requireActor(silent, "own.log"))).toBe(403);
  });
});
