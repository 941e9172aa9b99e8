import { randomUUID } from "node:crypto";

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { currentActor, signedIn } from "~/auth/actor.server";
import { ensureFirstAdmin } from "~/auth/first-admin.server";
import { signIn } from "~/auth/sign-in.server";
import { acceptInvitation, readLink, useLink } from "~/auth/welcome.server";
import { platformOf, tenantOf } from "~/db/scope.server";
import { createResetLink, setDisabled } from "~/domain/access/change-account.server";
import { createContractLink, listContractPeople } from "~/domain/access/contract-people.server";
import { inviteByAdmin, inviteByManager } from "~/domain/access/invite-person.server";
import { hashOfLink } from "~/domain/access/one-time-link.server";
import { asOwner, aContract, aWorker } from "../setup/factories";
import { aBrowser, aPerson, PASSWORD } from "../setup/accounts";

const START = new Date("2026-11-24T00:00:00Z");
const NEW = { password: "a new long passphrase", name: "新しい 名前", locale: "ja" } as const;
const platform = platformOf(null);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

function after(hours: number): Date {
  const at = new Date(START.getTime() + hours * 3_600_000);
  vi.setSystemTime(at);
  return at;
}

function anEmail(): string {
  return `${randomUUID()}@example.jp`;
}

async function invited(email = anEmail()) {
  const tenant = await aContract();
  const staffId = await aWorker(tenant);
  const result = await inviteByManager(
    tenant,
    { email, name: "支援 花子", locale: "ja" },
    { role: "worker", staffId },
    START,
  );
  if (!result.ok) throw new Error(result.problem);
  return { ...result, tenant, staffId, email };
}

function tries(email: string, password: string) {
  return signIn(aBrowser().request("/login"), { email, password, address: "" });
}

describe("an invitation", () => {
  test("is stored as a hash, opens the account once, and then no longer", async () => {
    const { token, email, userId } = await invited();
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    const { rows } = await asOwner((owner) =>
      owner.query("SELECT token_hash FROM one_time_link WHERE user_id = $1", [userId]),
    );
    expect(rows).toEqual([{ token_hash: hashOfLink(token) }]);
    expect(await readLink(token)).toMatchObject({ kind: "invitation", email, hasAccount: false, role: "worker" });
    expect(await tries(email, NEW.password)).toEqual({ ok: false, reason: "refused" });
    expect(await useLink(token, NEW)).toEqual({ ok: true, userId });
    expect(await useLink(token, { ...NEW, password: "someone else's phrase" })).toEqual({ ok: false, problem: "gone" });
    expect(await readLink(token)).toBeNull();
    expect(await tries(email, NEW.password)).toMatchObject({ ok: true, home: "/me" });
  });

  test("used twice at once opens once", async () => {
    const { token } = await invited();
    const both = await Promise.all([useLink(token, NEW), useLink(token, { ...NEW, password: "the other passphrase" })]);
    expect(both.map((one) => one.ok).sort()).toEqual([false, true]);
  });

  test("works for 7 days", async () => {
    const { token } = await invited();
    after(7 * 24 - 0.01);
    expect(await readLink(token)).not.toBeNull();
    after(7 * 24);
    expect(await readLink(token)).toBeNull();
    expect(await useLink(token, NEW)).toEqual({ ok: false, problem: "gone" });
  });

  test("made anew ends the earlier one", async () => {
    const { token, membershipId, tenant } = await invited();
    const again = await createContractLink(tenant, membershipId, START);
    expect(again).toMatchObject({ ok: true });
    expect(await readLink(token)).toBeNull();
    expect(await readLink(again.ok ? again.token : "")).not.toBeNull();
  });

  test("refuses an obvious password and stays usable", async () => {
    const { token } = await invited();
    expect(await useLink(token, { ...NEW, password: "passwordpassword" })).toEqual({ ok: false, problem: "obvious" });
    expect(await useLink(token, NEW)).toMatchObject({ ok: true });
  });

  test("to somebody with an account is accepted with that account's password, and by no one else", async () => {
    const first = await invited();
    await useLink(first.token, NEW);
    const second = await invited(first.email);
    expect(second.userId).toBe(first.userId);
    expect(await readLink(second.token)).toMatchObject({ hasAccount: true });
    expect(await useLink(second.token, { ...NEW, password: "taken over by the link" })).toEqual({
      ok: false,
      problem: "gone",
    });
    const stranger = aBrowser();
    await stranger.signInAs((await aPerson("ward", { wardId: second.tenant.wardId })).userId);
    const strange = await currentActor(stranger.request("/"));
    expect(strange && (await acceptInvitation(second.token, strange))).toBe(false);
    const browser = aBrowser();
    await browser.signInAs(first.userId);
    const actor = await currentActor(browser.request("/"));
    if (!actor) throw new Error("not signed in");
    expect(actor.memberships).toHaveLength(1);
    expect(await acceptInvitation(second.token, actor)).toBe(true);
    expect((await currentActor(browser.request("/")))?.memberships).toHaveLength(2);
    expect(await acceptInvitation(second.token, actor)).toBe(false);
  });

  test("gives nothing to whoever made an account under the address before: the first password opens the first membership alone", async () => {
    const email = anEmail();
    const squatted = await invited(email);
    const honest = await invited(email);
    await useLink(squatted.token, NEW);
    const browser = aBrowser();
    await browser.signInAs(squatted.userId);
    const here = await signedIn(browser.request("/"));
    expect(here?.actor.memberships.map((one) => one.contractId)).toEqual([squatted.tenant.contractId]);
    expect(await useLink(honest.token, NEW)).toEqual({ ok: false, problem: "gone" });
  });

  test("shows the inviting contract neither name nor state of an account that was there before", async () => {
    const first = await invited();
    await useLink(first.token, NEW);
    const second = await invited(first.email);
    const fresh = await inviteByManager(
      second.tenant,
      { email: anEmail(), name: "別人", locale: "ja" },
      { role: "supervisor", superviseeIds: [] },
      START,
    );
    expect(fresh.ok).toBe(true);
    const people = await listContractPeople(second.tenant);
    expect(people.map(({ name, accepted }) => ({ name, accepted }))).toEqual([
      { name: null, accepted: false },
      { name: null, accepted: false },
    ]);
  });

  test("is refused for staff of another contract, and twice for the same membership", async () => {
    const { tenant, staffId, email } = await invited();
    const stranger = await aWorker(await aContract());
    const place = { role: "worker", staffId } as const;
    const invitation = { email, name: "支援 花子", locale: "ja" } as const;
    expect(await inviteByManager(tenant, invitation, { role: "worker", staffId: stranger }, START)).toEqual({
      ok: false,
      problem: "unknownStaff",
    });
    expect(await inviteByManager(tenant, invitation, { role: "supervisor", superviseeIds: [stranger] }, START)).toEqual(
      { ok: false, problem: "unknownStaff" },
    );
    expect(await inviteByManager(tenant, invitation, place, START)).toEqual({ ok: false, problem: "alreadyMember" });
  });

  test("by the administrator finds contract and staff code", async () => {
    const tenant = await aContract();
    await aWorker(tenant, { staffCode: "S07" });
    const invite = (role: "worker" | "manager" | "ward" | "admin", place: object) =>
      inviteByAdmin(platform, { email: anEmail(), name: "名前", locale: "en" }, { role, ...place }, START);
    const { wardId, contractId } = tenant;
    expect(await invite("worker", { contractId, staffCode: "S07" })).toMatchObject({ ok: true });
    expect(await invite("worker", { contractId, staffCode: "S08" })).toEqual({ ok: false, problem: "unknownStaff" });
    expect(await invite("worker", { contractId })).toEqual({ ok: false, problem: "unknownStaff" });
    expect(await invite("manager", { contractId })).toMatchObject({ ok: true });
    expect(await invite("manager", { wardId })).toEqual({ ok: false, problem: "unknownPlace" });
    expect(await invite("ward", { wardId })).toMatchObject({ ok: true });
    expect(await invite("ward", {})).toEqual({ ok: false, problem: "unknownPlace" });
    expect(await invite("admin", {})).toMatchObject({ ok: true });
  });
});

describe("a reset link", () => {
  test("works for 24 hours and once, and signs out every browser", async () => {
    const { wardId } = await aContract();
    const person = await aPerson("ward", { wardId });
    const browser = aBrowser();
    await browser.signInAs(person.userId);
    const link = await createResetLink(platform, person.userId, START);
    if (!link.ok) throw new Error(link.problem);
    expect(await useLink(link.token, NEW)).toMatchObject({ ok: true });
    expect(await useLink(link.token, NEW)).toEqual({ ok: false, problem: "gone" });
    expect(await currentActor(browser.request("/"))).toBeNull();
    expect(await tries(person.email, PASSWORD)).toEqual({ ok: false, reason: "refused" });
    const late = await createResetLink(platform, person.userId, START);
    after(24);
    expect(await readLink(late.ok ? late.token : "")).toBeNull();
  });

  test("from a manager is refused for whoever also belongs elsewhere, and ends when they begin to", async () => {
    const first = await invited();
    await useLink(first.token, NEW);
    const early = await createContractLink(first.tenant, first.membershipId, START);
    if (!early.ok) throw new Error(early.problem);
    const second = await invited(first.email);
    const browser = aBrowser();
    await browser.signInAs(first.userId);
    const actor = await currentActor(browser.request("/"));
    expect(actor && (await acceptInvitation(second.token, actor))).toBe(true);
    expect(await readLink(early.token)).toBeNull();
    expect(await createContractLink(first.tenant, first.membershipId, START)).toEqual({
      ok: false,
      problem: "belongsElsewhere",
    });
  });

  test("is not made by another contract's manager", async () => {
    const { membershipId, tenant } = await invited();
    const other = await aContract();
    const forged = tenantOf(other.wardId, other.contractId);
    expect(await createContractLink(forged, membershipId, START)).toEqual({ ok: false, problem: "notFound" });
    expect((await listContractPeople(tenant)).map((person) => person.membershipId)).toEqual([membershipId]);
    expect(await listContractPeople(forged)).toEqual([]);
  });

  test("of a disabled account does not work", async () => {
    const { wardId } = await aContract();
    const person = await aPerson("ward", { wardId });
    const link = await createResetLink(platform, person.userId, START);
    expect(await setDisabled(platform, person.userId, true, START)).toEqual({ ok: true });
    expect(await readLink(link.ok ? link.token : "")).toBeNull();
    expect(await createResetLink(platform, person.userId, START)).toEqual({ ok: false, problem: "notFound" });
  });
});

describe("the first administrator", () => {
  beforeEach(async () => {
    await asOwner((owner) => owner.query("DELETE FROM membership WHERE role = 'admin'"));
    await asOwner((owner) => owner.query("DELETE FROM user_account WHERE email LIKE '%first%'"));
  });

  test("begins by a link, which a second start renews, until it is used", async () => {
    const link = await ensureFirstAdmin("https://sasae.example", null);
    const renewed = await ensureFirstAdmin("https://sasae.example", null);
    expect(link).toMatch(/^https:\/\/sasae\.example\/welcome\/[\w-]{43}$/);
    const token = (renewed ?? "").split("/").at(-1) ?? "";
    expect(await readLink((link ?? "").split("/").at(-1) ?? "")).toBeNull();
    expect(await readLink(token)).toMatchObject({ kind: "first_admin" });
    const taken = await aPerson("ward", { wardId: (await aContract()).wardId });
    expect(await useLink(token, { ...NEW, email: taken.email })).toEqual({ ok: false, problem: "emailTaken" });
    expect(await useLink(token, { ...NEW, email: "the-first@example.jp" })).toMatchObject({ ok: true });
    expect(await ensureFirstAdmin("https://sasae.example", null)).toBeNull();
    expect(await tries("the-first@example.jp", NEW.password)).toMatchObject({ ok: true, home: "/admin" });
  });

  test("comes from the environment's address and password, once", async () => {
    const given = { email: "First@example.jp", password: PASSWORD };
    expect(await ensureFirstAdmin("http://localhost", given)).toBeNull();
    expect(await ensureFirstAdmin("http://localhost", { ...given, password: "a later passphrase" })).toBeNull();
    expect(await tries("first@example.jp", PASSWORD)).toMatchObject({ ok: true, home: "/admin" });
    expect(await tries("first@example.jp", "a later passphrase")).toEqual({ ok: false, reason: "refused" });
  });
});
