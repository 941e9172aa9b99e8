import type { Page } from "playwright-core";
import { expect, test } from "vitest";

import { behind } from "./behind";
import { expectAccessible, isHydrated, PHONE, signIn, useBrowser, visit } from "./browser";

const browser = useBrowser();
const FORM = "/me/sessions/new";

async function stored(place: string): Promise<number> {
  const [row] = await behind<{ n: number }>("SELECT count(*)::int AS n FROM supervision_session WHERE place = $1", [
    place,
  ]);
  return row?.n ?? 0;
}

/** Fills in a session of so many days ago; the place tells it from others. */
async function fillIn(page: Page, daysAgo: number, place: string): Promise<void> {
  await page.fill(
    'input[name="heldOn"]',
    await page.evaluate((days) => {
      const tokyo = new Date(Date.now() + 9 * 3_600_000 - days * 86_400_000);
      return tokyo.toISOString().slice(0, 10);
    }, daysAgo),
  );
  await page.selectOption('select[name="supervisor"]', "internal");
  await page.fill('input[name="supervisorName"]', "試験 先生");
  await page.fill('input[name="place"]', place);
}

async function send(page: Page): Promise<void> {
  await page.locator('main form button[type="submit"]').last().click();
}

test("what is typed without a connection is kept, sent by itself when it is back, and stored once", async () => {
  const { page, context, faults } = await visit(browser(), "ja", PHONE);
  await signIn(page, "worker@demo.example");
  await page.goto(FORM);
  expect(await isHydrated(page)).toBe(true);
  await context.setOffline(true);
  await fillIn(page, 11, "圏外の相談室 1");
  await send(page);
  await page.getByText("この端末に保存しました").waitFor();
  await page.getByText("未送信の記録が1件あります").waitFor();
  await expectAccessible(page);
  await fillIn(page, 12, "圏外の相談室 2");
  await send(page);
  await page.getByText("未送信の記録が2件あります").waitFor();
  expect([await stored("圏外の相談室 1"), await stored("圏外の相談室 2")]).toEqual([0, 0]);
  await context.setOffline(false);
  await page.getByText("保存していた記録を2件送りました").waitFor({ timeout: 90_000 });
  expect([await stored("圏外の相談室 1"), await stored("圏外の相談室 2")]).toEqual([1, 1]);
  expect(faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/.test(fault))).toEqual([]);
  await context.close();
});

test("an entry whose answer was lost on the way is sent again and still stored once", async () => {
  const { page, context } = await visit(browser(), "ja", PHONE);
  await signIn(page, "worker@demo.example");
  await page.goto(FORM);
  expect(await isHydrated(page)).toBe(true);
  let lost = 0;
  await page.route(
    (url) => url.pathname === FORM,
    async (route) => {
      if (route.request().method() !== "POST" || lost > 0) return route.continue();
      lost += 1;
      await route.fetch({ maxRedirects: 0 });
      return route.abort("connectionreset");
    },
  );
  await fillIn(page, 13, "応答の途切れた相談室");
  await send(page);
  await page.getByText("未送信の記録が1件あります").waitFor();
  await expect.poll(async () => [lost, await stored("応答の途切れた相談室")]).toEqual([1, 1]);
  await page.getByRole("button", { name: "今すぐ送る" }).click();
  await page.getByText("保存していた記録を1件送りました").waitFor();
  expect(await stored("応答の途切れた相談室")).toBe(1);
  await context.close();
});

test("the empty form opens without a connection, and what is typed there arrives", async () => {
  const { page, context } = await visit(browser(), "en", PHONE);
  await signIn(page, "worker@demo.example");
  await expect
    .poll(() => page.evaluate(async (form) => Boolean(await caches.match(form)), FORM), { timeout: 60_000 })
    .toBe(true);
  await context.setOffline(true);
  await page.goto(FORM);
  expect(await isHydrated(page)).toBe(true);
  await page.getByText("You are offline").first().waitFor();
  await fillIn(page, 14, "山あいの相談室");
  await send(page);
  await page.getByText("Kept on this device. It").waitFor();
  await page.goto("/me/training");
  await page.getByText("インターネットにつながっていません").waitFor();
  await context.setOffline(false);
  await page.goto("/me");
  await page.getByText("1 entry that was kept here has been sent").waitFor({ timeout: 90_000 });
  expect(await stored("山あいの相談室")).toBe(1);
  await context.close();
});

test("what the server objects to waits for its person, who corrects it on the form itself", async () => {
  const { page, context } = await visit(browser(), "ja", PHONE);
  await signIn(page, "worker@demo.example");
  await page.goto(FORM);
  expect(await isHydrated(page)).toBe(true);
  await context.setOffline(true);
  await fillIn(page, -3, "来週の相談室");
  await page
    .locator("main form")
    .last()
    .evaluate((form: HTMLFormElement) => form.setAttribute("novalidate", ""));
  await send(page);
  await page.getByText("未送信の記録が1件あります").waitFor();
  await context.setOffline(false);
  await page.getByText("内容に確認が必要なため").waitFor({ timeout: 90_000 });
  await page.getByRole("button", { name: "開いて直す" }).click();
  await page.locator('main [role="alert"]').first().waitFor();
  expect(await page.inputValue('input[name="place"]')).toBe("来週の相談室");
  await page.fill('input[name="heldOn"]', "2026-04-02");
  await send(page);
  await page.waitForURL(/\/me\/sessions\?done=/);
  expect(await stored("来週の相談室")).toBe(1);
  await expect.poll(() => page.getByText("未送信の記録").count()).toBe(0);
  await context.close();
});

test("signing out takes the kept forms off the device", async () => {
  const { page, context } = await visit(browser(), "ja", PHONE);
  await signIn(page, "worker@demo.example", { anew: true });
  const isKept = () => page.evaluate(async (form) => Boolean(await caches.match(form)), FORM);
  await expect.poll(isKept, { timeout: 60_000 }).toBe(true);
  await page.locator("header summary").click();
  await page.locator('form[action="/logout"] button').click();
  await page.waitForURL(/\/login/);
  await expect.poll(isKept, { timeout: 20_000 }).toBe(false);
  await context.close();
});
