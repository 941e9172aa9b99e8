import { readFile } from "node:fs/promises";

import { expect, test } from "vitest";

import { behind } from "./behind";
import { DESK, expectAccessible, PHONE, signIn, useBrowser, visit } from "./browser";
import { walkPages } from "./walk";

const browser = useBrowser();
const MOVED = "worker.moved@demo.example";
const CARRIED = `SELECT t.from_contractor FROM record_transfer t JOIN user_account u ON u.id = t.user_id WHERE u.email = '${MOVED}'`;

walkPages({ who: "moved", email: MOVED, stops: ["/me/record", "/me/record/transfer", "/account"] });

test("a worker saves the own record as PDF and CSV", async () => {
  const { page, context } = await visit(browser(), "ja", PHONE);
  await signIn(page, MOVED);
  await page.goto("/me/record");
  for (const [format, start] of [
    ["pdf", "%PDF-1."],
    ["csv", "\uFEFF氏名,受託事業者"],
  ] as const) {
    const waiting = page.waitForEvent("download");
    await page.locator(`a[href$="format=${format}"]`).click();
    const file = await waiting;
    expect(file.suggestedFilename()).toMatch(new RegExp(`^研修受講・スーパービジョン記録_.+_\\d{8}\\.${format}$`));
    expect((await readFile(await file.path(), "utf8")).startsWith(start)).toBe(true);
  }
  await context.close();
});

test("who has moved carries the record along after seeing it, and takes it back", async () => {
  const { page, context } = await visit(browser(), "ja", DESK);
  await signIn(page, MOVED);
  await page.goto("/me/record/transfer");
  await page.getByText("内容を確認する").click();
  await page.locator('input[name="seal"]').waitFor({ state: "attached" });
  await expectAccessible(page);
  await page.click('button[value="carry"]');
  await page.getByText("同意の欄にチェック").waitFor();
  expect(await behind(CARRIED)).toEqual([]);
  await page.check('input[name="consent"]');
  await page.click('button[value="carry"]');
  await page.waitForURL(/done=done/);
  expect(await behind(CARRIED)).toHaveLength(1);
  await page.goto("/me/record");
  await page.getByRole("heading", { name: /^引き継いだ記録/ }).waitFor();
  await expectAccessible(page);
  await page.goto("/me/record/transfer");
  await page.click('button[value="withdraw"]');
  await page.waitForURL(/done=withdrawn/);
  expect(await behind(CARRIED)).toEqual([]);
  await context.close();
});

test("who has left finds the own record and the account, and nothing else", async () => {
  const { page, context } = await visit(browser(), "ja", PHONE);
  await signIn(page, MOVED);
  const [former] = await behind<{ id: string }>(
    `SELECT m.id::text FROM membership m JOIN user_account u ON u.id = m.user_id WHERE u.email = '${MOVED}' AND m.ended_at IS NOT NULL`,
  );
  await page.locator("header summary").click();
  await page.click(`button[name="membershipId"][value="${former?.id}"]`);
  await page.waitForURL(/\/me\/record$/);
  expect(await page.locator("nav ul a").allInnerTexts()).toEqual(["わたしの記録"]);
  await expectAccessible(page);
  expect((await page.goto("/me"))?.status()).toBe(404);
  expect((await page.goto("/account"))?.status()).toBe(200);
  await context.close();
});
