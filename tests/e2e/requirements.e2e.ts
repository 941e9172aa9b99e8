import { expect, test } from "vitest";

import { behind } from "./behind";
import { DESK, expectAccessible, PHONE, signIn, useBrowser, visit } from "./browser";

const browser = useBrowser();

test("a ward sets a contract's supervision requirement; manager, supervisor and worker see it, and the rate stays", async () => {
  const [contract] = await behind<{ id: string }>("SELECT id::text FROM contract WHERE code = 'SJ-1'");
  const ward = await visit(browser(), "ja", DESK);
  await signIn(ward.page, "ward.shinjuku@demo.example");
  await ward.page.goto(`/ward/contracts/${contract?.id}/requirements`);
  await ward.page.check('input[name="preset"][value="ninteiShakaiFukushishi"]');
  await ward.page.locator("main form[method=post] button[type=submit]").click();
  await ward.page.waitForURL(/done=saved/);
  await ward.page.getByText("個人 年6回以上（1回60分以上）、またはグループ 年8回以上（1回90分以上）").first().waitFor();
  await expectAccessible(ward.page);
  await ward.page.goto(`/ward/contracts/${contract?.id}/supervision`);
  await expect.poll(() => ward.page.locator("main table").count()).toBe(3);
  await expectAccessible(ward.page);
  await ward.context.close();

  const manager = await visit(browser(), "ja", DESK);
  await signIn(manager.page, "manager.sj1@demo.example");
  await manager.page.goto("/contractor/supervision");
  await manager.page.getByText("個人 年6回以上（1回60分以上）").first().waitFor();
  await expectAccessible(manager.page);
  const download = manager.page.waitForEvent("download");
  await manager.page.getByRole("link", { name: "CSVで出力" }).click();
  expect((await download).suggestedFilename()).toMatch(/^スーパービジョン実施状況_\d{8}\.csv$/);
  await manager.page.goto("/contractor/supervision?year=2025&state=met");
  await expect.poll(() => manager.page.locator("h1").count()).toBe(1);
  await manager.context.close();

  const worker = await visit(browser(), "en", PHONE);
  await signIn(worker.page, "worker.over@demo.example");
  await worker.page.goto("/me/sessions");
  await worker.page.getByText(/This contract requires: at least/).waitFor();
  await worker.context.close();
});

test("two of a ward at once: the second sees both versions and keeps what was typed", async () => {
  const [contract] = await behind<{ id: string }>("SELECT id::text FROM contract WHERE code = 'SJ-2'");
  const { page, context } = await visit(browser(), "ja", DESK);
  await signIn(page, "ward.shinjuku@demo.example");
  const address = `/ward/contracts/${contract?.id}/requirements`;
  const [first, second] = [page, await context.newPage()];
  for (const [tab, sessions] of [
    [second, "8"],
    [first, "7"],
  ] as const) {
    await tab.goto(address);
    await tab.check('input[name="preset"][value="custom"]');
    await tab.fill('input[name="sessionsPerYear"]', sessions);
  }
  await first.locator("main form[method=post] button[type=submit]").click();
  await first.waitForURL(/done=saved/);
  await second.locator("main form[method=post] button[type=submit]").click();
  await second.getByText("ほかの人が先に内容を変更しました").waitFor();
  expect(await second.inputValue('input[name="sessionsPerYear"]')).toBe("8");
  await expectAccessible(second);
  await second.locator("main form[method=post] button[type=submit]").click();
  await second.waitForURL(/done=saved/);
  await context.close();
});
