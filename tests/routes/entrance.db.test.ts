import { describe, expect, test } from "vitest";

import { currentActor } from "~/auth/actor.server";
import { ensureFirstAdmin } from "~/auth/first-admin.server";
import { inviteByManager } from "~/domain/access/invite-person.server";
import { action as language } from "~/routes/language";
import { action as login, loader as loginPage } from "~/routes/login";
import { action as logout } from "~/routes/logout";
import { action as membership } from "~/routes/membership";
import { action as welcome, loader as welcomePage } from "~/routes/welcome.$token";
import { aBrowser, aMembership, aPerson, PASSWORD } from "../setup/accounts";
import { aContract, aWorker } from "../setup/factories";

type Browser = ReturnType<typeof aBrowser>;

function given(browser: Browser, path: string, fields: Record<string, string>, params: Record<string, string> = {}) {
  const request = browser.request(path, { method: "POST", body: new URLSearchParams(fields) });
  return { request, params, context: { address: "10.9.0.1" } };
}

/** What an action answers: a redirect's address, after the browser kept its cookies, or the data. */
async function answer(browser: Browser, work: () => Promise<unknown>): Promise<unknown> {
  const result = await work().catch((thrown: unknown) => thrown);
  if (!(result instanceof Response)) return result;
  browser.keep(result.headers.getSetCookie());
  return result.headers.get("Location") ?? result.status;
}

describe("the sign-in page", () => {
  test.each([
    ["/ward/flags?page=2", "/ward/flags?page=2"],
    ["https://evil.example/", "/ward"],
    ["//evil.example", "/ward"],
    ["/\\evil.example", "/ward"],
    ["", "/ward"],
  ])("goes on from next=%s to %s", async (next, expected) => {
    const person = await aPerson("ward", { wardId: (await aContract()).wardId });
    const browser = aBrowser();
    const page = await loginPage({
      ...given(browser, "/login", {}),
      request: browser.request(`/login?next=${encodeURIComponent(next)}`),
    });
    const sent = { email: person.email, password: PASSWORD, next };
    expect(page.next).toBe(expected === "/ward" ? "" : expected);
    expect(await answer(browser, () => login(given(browser, "/login", sent)))).toBe(expected);
    expect((await currentActor(browser.request("/ward")))?.userId).toBe(person.userId);
  });

  test("answers a wrong password with the address that was typed, and never with the password", async () => {
    const sent = { email: "unknown@example.jp", password: "some secret phrase" };
    const browser = aBrowser();
    expect(await answer(browser, () => login(given(browser, "/login", sent)))).toEqual({
      email: "unknown@example.jp",
      minutes: null,
    });
  });
});

describe("a link's page", () => {
  test("takes a name and a password, says what does not fit, and opens the home", async () => {
    const tenant = await aContract();
    const staffId = await aWorker(tenant);
    const invitation = { email: "invited@example.jp", name: "支援 花子", locale: "ja" } as const;
    const made = await inviteByManager(tenant, invitation, { role: "worker", staffId }, new Date());
    if (!made.ok) throw new Error(made.problem);
    const browser = aBrowser();
    const params = { token: made.token };
    const send = (fields: Record<string, string>) =>
      answer(browser, () => welcome(given(browser, "/welcome/x", fields, params)));
    expect(await send({ password: "short", name: "" })).toMatchObject({
      state: { problems: { name: { code: "missing" } } },
    });
    expect(await send({ password: "short", name: "花子" })).toMatchObject({
      problem: "short",
      state: { values: { name: "花子" } },
    });
    expect(await send({ password: "a long passphrase here", name: "花子" })).toBe("/me");
    expect(await currentActor(browser.request("/me"))).toMatchObject({ name: "花子", email: "invited@example.jp" });
    expect(
      await welcomePage({ ...given(browser, "/welcome/x", {}, params), request: browser.request("/welcome/x") }),
    ).toEqual({ link: null });
  });

  test("of the first administrator asks for the address too", async () => {
    const token = (await ensureFirstAdmin("http://localhost:3000", null))?.split("/").at(-1) ?? "";
    const browser = aBrowser();
    const send = (fields: Record<string, string>) =>
      answer(browser, () => welcome(given(browser, "/welcome/x", fields, { token })));
    const fields = { name: "管理 太郎", password: "a long passphrase here" };
    expect(await send(fields)).toMatchObject({ state: { problems: { email: { code: "missing" } } } });
    expect(await send({ ...fields, email: "boss@example.jp" })).toBe("/admin");
  });

  test("accepts an invitation for the account that is signed in, and only then", async () => {
    const tenant = await aContract();
    const person = await aPerson("ward", { wardId: tenant.wardId });
    const invitation = { email: person.email, name: "別名", locale: "ja" } as const;
    const made = await inviteByManager(tenant, invitation, { role: "supervisor", superviseeIds: [] }, new Date());
    if (!made.ok) throw new Error(made.problem);
    const browser = aBrowser();
    const standing = async () =>
      (
        await welcomePage({
          ...given(browser, "/welcome/x", {}, { token: made.token }),
          request: browser.request("/welcome/x"),
        })
      ).link?.standing;
    const accept = () =>
      answer(browser, () => welcome(given(browser, "/welcome/x", { intent: "accept" }, { token: made.token })));
    expect(await standing()).toBe("signedOut");
    expect(await accept()).toMatchObject({ problem: "gone" });
    await browser.signInAs(person.userId);
    expect(await standing()).toBe("own");
    expect(await accept()).toBe("/");
  });
});

describe("small changes", () => {
  test("of language stay on our own pages and are kept in browser and account", async () => {
    const person = await aPerson("ward", { wardId: (await aContract()).wardId });
    const browser = aBrowser();
    await browser.signInAs(person.userId);
    expect(
      await answer(browser, () => language(given(browser, "/language", { locale: "en", next: "//evil.example" }))),
    ).toBe("/");
    expect(browser.cookies.get("lang")).toBe("en");
    const elsewhere = aBrowser();
    await elsewhere.signInAs(person.userId);
    expect((await currentActor(elsewhere.request("/ward")))?.locale).toBe("en");
  });

  test("of the membership in use lead to its home, and another person's is not found", async () => {
    const tenant = await aContract();
    const person = await aPerson("ward", { wardId: tenant.wardId });
    const second = await aMembership(person.userId, "manager", {
      wardId: tenant.wardId,
      contractId: tenant.contractId,
    });
    const stranger = await aPerson("ward", { wardId: tenant.wardId });
    const browser = aBrowser();
    await browser.signInAs(person.userId);
    const change = (membershipId: string) =>
      answer(browser, () => membership(given(browser, "/membership", { membershipId })));
    expect(await change(stranger.membershipId)).toBe(404);
    expect(await change(second)).toBe("/contractor");
    expect(await answer(browser, () => logout(given(browser, "/logout", {})))).toBe("/login");
    expect(await currentActor(browser.request("/"))).toBeNull();
  });
});
