import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";

import { platformOf } from "~/db/scope.server";
import { claimMail, markFailed } from "~/domain/notification/queue.server";
import { action as calendarAction, loader as calendarLoader } from "~/routes/_app.calendar._index";
import { action, loader } from "~/routes/_app.admin.mail._index";
import { loader as exportLoader } from "~/routes/_app.admin.mail.export";
import { aBrowser, aPerson, ORIGIN } from "../setup/accounts";
import { aContract, asOwner, aWorker } from "../setup/factories";

const SMTP = "smtp://127.0.0.1:1";
const admin = aBrowser();
let email = "";

beforeAll(async () => {
  const person = await aPerson("admin");
  email = person.email;
  await admin.signInAs(person.userId);
});
beforeEach(() => asOwner((owner) => owner.query("DELETE FROM outgoing_mail")));
afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

function given(request: Request) {
  return { request, params: {}, context: {} };
}

function post(browser: typeof admin, path: string, fields: Record<string, string>) {
  return given(browser.request(path, { method: "POST", body: new URLSearchParams(fields) }));
}

async function thrown(work: Promise<unknown>): Promise<Response> {
  try {
    await work;
  } catch (response) {
    if (response instanceof Response) return response;
  }
  throw new Error("No answer was thrown.");
}

/** The routes as a process with a mail server has them. */
async function withServer() {
  vi.stubEnv("SASAE_SMTP_URL", SMTP);
  vi.resetModules();
  return import("~/routes/_app.admin.mail._index");
}

describe("the administrator's page about mail", () => {
  test("says where no server is configured, and then sends no test mail", async () => {
    expect(await loader(given(admin.request("/admin/mail")))).toMatchObject({ isOn: false, mails: [] });
    expect((await thrown(action(post(admin, "/admin/mail", { intent: "test" })))).status).toBe(404);
  });

  test("queues a test mail to the administrator, shows it, and puts it back once it was given up", async () => {
    const routes = await withServer();
    const sent = await thrown(routes.action(post(admin, "/admin/mail", { intent: "test" })));
    expect(sent.headers.get("Location")).toBe("/admin/mail?done=test");
    const shown = await routes.loader(given(admin.request("/admin/mail?state=waiting")));
    expect(shown).toMatchObject({ isOn: true, email, total: 1, mails: [{ kind: "test", state: "waiting" }] });
    const id = shown.mails[0]?.id ?? "";
    expect(await action(post(admin, "/admin/mail", { intent: "again", id }))).toEqual({ gone: true });
    const platform = platformOf();
    for (let at = new Date("2030-01-01T00:00:00Z"), over = false; !over; at = new Date(at.getTime() + 86_400_000)) {
      const mail = await claimMail(platform, at);
      if (!mail) throw new Error("Nothing is due.");
      over = await markFailed(platform, mail, "ESOCKET", at);
    }
    const failed = await loader(given(admin.request("/admin/mail?state=failed")));
    expect(failed.mails).toMatchObject([{ id, attempts: 7, lastError: "ESOCKET", nextAttemptAt: null }]);
    const again = await thrown(action(post(admin, "/admin/mail", { intent: "again", id })));
    expect(again.headers.get("Location")).toBe("/admin/mail?done=again");
    expect((await loader(given(admin.request("/admin/mail?state=failed")))).mails).toEqual([]);
  });

  test("leaves as a file without addresses", async () => {
    await (await thrown((await withServer()).action(post(admin, "/admin/mail", { intent: "test" })))).text();
    const file = await exportLoader(given(admin.request("/admin/mail/export?format=csv")));
    const text = await file.text();
    expect(text.split("\r\n")).toHaveLength(3);
    expect(text).toContain("送信の確認,example.jp,送信待ち,0");
    expect(text).not.toContain(email);
  });
});

describe("the page about one's calendar", () => {
  test("gives the full address once, and afterwards only says since when it works", async () => {
    const tenant = await aContract();
    const staffId = await aWorker(tenant);
    const worker = aBrowser();
    const place = { wardId: tenant.wardId, contractId: tenant.contractId, staffId };
    await worker.signInAs((await aPerson("worker", place)).userId);
    expect(await calendarLoader(given(worker.request("/calendar")))).toMatchObject({ since: null });
    const made = await calendarAction(post(worker, "/calendar", { intent: "make" }));
    expect(made.address).toMatch(new RegExp(`^${ORIGIN}/calendar/[\\w-]{43}\\.ics$`));
    const shown = JSON.stringify(await calendarLoader(given(worker.request("/calendar"))));
    expect(shown).toMatch(/"since":"\d{4}-\d{2}-\d{2}"/);
    expect(shown).not.toContain(made.address.split("/").at(-1));
    const ended = await thrown(calendarAction(post(worker, "/calendar", { intent: "revoke" })));
    expect(ended.headers.get("Location")).toBe("/calendar?done=revoked");
    expect(await calendarLoader(given(worker.request("/calendar")))).toMatchObject({ since: null });
    expect((await thrown(calendarAction(post(worker, "/calendar", { intent: "x" })))).status).toBe(404);
  });
});
