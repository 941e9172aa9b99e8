import { describe, expect, test, vi } from "vitest";

import { admit, ADDRESS_FAILURES, backOffSeconds, forgive, FREE_FAILURES } from "~/auth/rate-limit.server";
import { signIn } from "~/auth/sign-in.server";
import { asOwner, aContract } from "../setup/factories";
import { aBrowser, aPerson, PASSWORD } from "../setup/accounts";

const argon = vi.hoisted(() => ({ verified: 0 }));
vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof import("@node-rs/argon2")>();
  const verify: typeof real.verify = (...given) => {
    argon.verified += 1;
    return real.verify(...given);
  };
  return { ...real, verify };
});

let addresses = 0;
function anAddress(): string {
  addresses += 1;
  return `10.1.0.${addresses}`;
}

function attempt(email: string, password: string, address: string) {
  return signIn(aBrowser().request("/login", { method: "POST" }), { email, password, address });
}

describe("sign-in", () => {
  test("opens the home of the role, whatever the case of the address", async () => {
    const { wardId } = await aContract();
    const person = await aPerson("ward", { wardId });
    expect(await attempt(person.email.toUpperCase(), PASSWORD, anAddress())).toMatchObject({ ok: true, home: "/ward" });
  });

  test("refuses a wrong password, an unknown, a disabled and an unaccepted account alike, after the same work", async () => {
    const { wardId } = await aContract();
    const person = await aPerson("ward", { wardId });
    const disabled = await aPerson("ward", { wardId });
    const pending = await aPerson("ward", { wardId });
    const empty = await aPerson("ward", { wardId });
    await asOwner(async (owner) => {
      await owner.query("UPDATE user_account SET disabled_at = now() WHERE id = $1", [disabled.userId]);
      await owner.query("UPDATE membership SET accepted_at = NULL WHERE id = $1", [pending.membershipId]);
      await owner.query("UPDATE user_account SET password_hash = NULL WHERE id = $1", [empty.userId]);
    });
    const cases: [string, string][] = [
      [person.email, "not the password at all"],
      ["nobody@example.jp", PASSWORD],
      [disabled.email, PASSWORD],
      [pending.email, PASSWORD],
      [empty.email, PASSWORD],
      [empty.email, "nobody has this password"],
    ];
    for (const [email, password] of cases) {
      const before = argon.verified;
      expect(await attempt(email, password, anAddress())).toEqual({ ok: false, reason: "refused" });
      expect(argon.verified - before).toBe(1);
    }
  });

  test("leaves no address of a person among the counters", async () => {
    await attempt("someone.private@example.jp", "not the password at all", "203.0.113.77");
    const { rows } = await asOwner((owner) => owner.query("SELECT key FROM rate_limit"));
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/someone|203\.0\.113/);
  });
});

describe("guessing", () => {
  test("costs nothing five times, one more try, and then waiting that doubles up to 15 minutes", () => {
    expect([5, 6, 7, 8, 9, 10, 11, 40].map(backOffSeconds)).toEqual([0, 30, 60, 120, 240, 480, 900, 900]);
  });

  test("one account from one address is slowed down, the right password included", async () => {
    const { wardId } = await aContract();
    const person = await aPerson("ward", { wardId });
    const address = anAddress();
    for (let count = 0; count <= FREE_FAILURES; count += 1) {
      expect(await attempt(person.email, "not the password at all", address)).toEqual({ ok: false, reason: "refused" });
    }
    const blocked = await attempt(person.email, PASSWORD, address);
    expect(blocked).toMatchObject({ ok: false, reason: "wait" });
    expect(blocked).toHaveProperty(
      "seconds",
      expect.toSatisfy((seconds: number) => seconds > 20 && seconds <= 30),
    );
    expect(await attempt(person.email, PASSWORD, anAddress())).toMatchObject({ ok: true });
  });

  test("an unknown account is slowed down just the same", async () => {
    const address = anAddress();
    for (let count = 0; count <= FREE_FAILURES; count += 1) await attempt("ghost@example.jp", PASSWORD, address);
    expect(await attempt("ghost@example.jp", PASSWORD, address)).toMatchObject({ ok: false, reason: "wait" });
  });

  test("with many requests at once gets no more tries than one after the other", async () => {
    const given = { subject: "crowd@example.jp", address: anAddress() };
    const all = await Promise.all(Array.from({ length: 30 }, () => admit(given)));
    expect(all.filter((one) => one.ok)).toHaveLength(FREE_FAILURES + 1);
  });

  test("many accounts from one address is stopped by the address", async () => {
    const address = anAddress();
    const all = [];
    for (let count = 0; count < ADDRESS_FAILURES + 1; count += 1)
      all.push(await admit({ subject: `account${count}@example.jp`, address }));
    expect(all.filter((one) => one.ok)).toHaveLength(ADDRESS_FAILURES);
  });

  test("is forgotten after a success", async () => {
    const given = { subject: "mistyped@example.jp", address: anAddress() };
    for (let count = 0; count <= FREE_FAILURES; count += 1) await admit(given);
    expect((await admit(given)).ok).toBe(false);
    await forgive(given);
    expect((await admit(given)).ok).toBe(true);
  });
});
