import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";

import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";

import { dayOfInstant } from "../../app/lib/calendar";
import { behind } from "./behind";
import {
  DESK,
  expectAccessible,
  expectNoSidewaysScroll,
  isHydrated,
  PHONE,
  signIn,
  useBrowser,
  visit,
} from "./browser";
import { shoot } from "./walk";

const browser = useBrowser();
const TODAY = dayOfInstant(new Date());
const PEOPLE = 5;

/** Workers of a contract with accounts of their own, under the demo's password. */
async function workersOf(contract: string): Promise<string[]> {
  const staff = await behind<{ id: string; name: string }>(
    `SELECT s.id::text, i.name FROM staff s JOIN contract c ON c.id = s.contract_id JOIN staff_identity i ON i.staff_id = s.id
     WHERE c.code = $1 AND s.role LIKE '%support%' AND s.left_on IS NULL AND NOT EXISTS (SELECT FROM staff_leave l WHERE l.staff_id = s.id)
       AND NOT EXISTS (SELECT FROM membership m WHERE m.staff_id = s.id) ORDER BY s.staff_code LIMIT $2`,
    [contract, PEOPLE],
  );
  const emails: string[] = [];
  for (const [index, { id, name }] of staff.entries()) {
    const email = `answers.${index}@demo.example`;
    await behind(
      `INSERT INTO user_account (id, email, name, password_hash) SELECT $1::uuid, $2, $3, password_hash FROM user_account
       WHERE email = 'worker@demo.example'`,
      [randomUUID(), email, name],
    );
    await behind(
      `INSERT INTO membership (user_id, role, ward_id, contract_id, staff_id)
       SELECT u.id, 'worker', s.ward_id, s.contract_id, s.id FROM user_account u, staff s WHERE u.email = $1 AND s.id = $2`,
      [email, id],
    );
    emails.push(email);
  }
  return emails;
}

/** From the worker's home to the last button, one question at a time; every answer is the same place on the scale. */
async function answer(page: Page, place: number): Promise<void> {
  const asked = page.locator("main fieldset");
  const unit = page.locator('input[name="unit"]');
  await asked.first().waitFor();
  if ((await unit.count()) > 0) {
    await unit.first().check();
    await page.getByRole("button", { name: "設問へ進む" }).click();
  }
  await page.getByRole("button", { name: "一覧で表示する" }).click();
  for (const question of await page.locator("main fieldset").all())
    await question.locator('input[type="radio"]').nth(place).check();
  await page.getByRole("button", { name: "確認へ進む" }).click();
}

test("a survey runs its course: prepared, tokens fetched, answered from many browsers, closed, read, flagged and answered", async () => {
  const manager = await visit(browser(), "ja", DESK);
  await signIn(manager.page, "manager.sj1@demo.example");
  await manager.page.goto("/contractor/surveys/new?preset=annual57");
  await manager.page.fill('input[name="title"]', "働きがいアンケート（試験）");
  await manager.page.check('input[name="bjsq"][value="none"]');
  await manager.page.uncheck('input[name="asksSex"]');
  await manager.page.locator("main form[method=post] button[type=submit]").click();
  await manager.page.waitForURL(/done=added/);
  const id = new URL(manager.page.url()).pathname.split("/").at(-1) ?? "";
  await manager.page.check('input[name="confirmed"]');
  await manager.page.getByRole("button", { name: "今すぐ開始する" }).click();
  await manager.page.waitForURL(/done=opened/);

  const emails = await workersOf("SJ-1");
  expect(emails).toHaveLength(PEOPLE);
  for (const [index, email] of emails.entries()) {
    const { page, context, foreign, faults } = await visit(browser(), "ja", PHONE);
    const ballots: { cookie: string | undefined; referrer: string | undefined; set: string | undefined }[] = [];
    page.on("response", async (response) => {
      if (new URL(response.url()).pathname !== "/ballot") return;
      const [sent, got] = [await response.request().allHeaders(), await response.allHeaders()];
      ballots.push({ cookie: sent.cookie, referrer: sent.referer, set: got["set-cookie"] });
    });
    await signIn(page, email);
    await page.locator(`a[href="/me/surveys/${id}"]`).click();
    await page.getByRole("button", { name: "回答をはじめる" }).waitFor();
    if (index === 0) await expectAccessible(page);
    await page.getByRole("button", { name: "回答をはじめる" }).click();
    await page.waitForURL(`**/survey/${id}`);
    expect(await isHydrated(page)).toBe(true);
    if (index === 0) {
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      await shoot(page, "survey-question-ja-phone");
      // What was begun is still there after the page was left, on this device.
      await page.reload();
    }
    await answer(page, index < 2 ? 0 : 1);
    if (index === 1) {
      // An answer that was lost on the way is sent again, and counts once.
      let lost = 0;
      await page.route("**/ballot", async (route) => {
        if (lost > 0) return route.continue();
        lost += 1;
        await route.fetch();
        return route.abort("connectionreset");
      });
      await page.getByRole("button", { name: "匿名で送信する" }).click();
      await page.getByText("送信できませんでした。回答はこの端末に残っています").waitFor();
    }
    await page.getByRole("button", { name: "匿名で送信する" }).click();
    await page.getByText("回答を受け付けました").waitFor();
    await page.getByText("あなただけの結果").waitFor();
    if (index === 0) {
      await expectAccessible(page);
      await shoot(page, "survey-finished-ja-phone");
    }
    expect(ballots.at(-1)).toEqual({ cookie: undefined, referrer: undefined, set: undefined });
    expect(await page.evaluate((key) => localStorage.getItem(key), `sasae-survey:${id}`)).not.toMatch(
      /satisfaction|signature/,
    );
    await page.goto("/me/surveys");
    await page.getByText("この端末から回答済みです").waitFor();
    expect(foreign).toEqual([]);
    expect(faults.filter((fault) => !/ERR_CONNECTION_RESET|ERR_FAILED/.test(fault))).toEqual([]);
    await context.close();
  }

  const again = await visit(browser(), "ja", PHONE);
  await signIn(again.page, emails[0] ?? "");
  await again.page.goto(`/me/surveys/${id}`);
  await again.page.getByRole("button", { name: "回答をはじめる" }).click();
  await again.page.getByText("すでに別の端末またはブラウザーで受け取られています").waitFor();
  await again.context.close();

  await manager.page.goto(`/contractor/surveys/${id}`);
  await manager.page.check('input[name="confirmed"]');
  await manager.page.getByRole("button", { name: "今すぐ締め切る" }).click();
  await manager.page.waitForURL(/results\?done=closed/);
  expect(await behind("SELECT answered FROM survey_result WHERE campaign_id = $1", [id])).toEqual([
    { answered: PEOPLE },
  ]);
  // Two chose the lowest and three the second lowest: none of five finds the work worthwhile.
  await expect.poll(() => manager.page.locator("main").innerText()).toMatch(/5人中0人/);
  await expectAccessible(manager.page);
  await shoot(manager.page, "survey-results-ja-desk");

  execFileSync(process.execPath, ["--import", "tsx", "app/cli/main.ts", "job", "evaluate", "--as-of", TODAY], {
    env: { ...process.env, NODE_ENV: "production", VITEST: "", SASAE_DATA_DIR: inject("dataDir") } as NodeJS.ProcessEnv,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [flag] = await behind<{ id: string; status: string }>(
    `SELECT f.id::text, f.status FROM flag f JOIN contract c ON c.id = f.contract_id
     WHERE c.code = 'SJ-1' AND f.rule = 'burnout.survey' AND f.resolved_on IS NULL`,
  );
  await manager.page.goto(`/contractor/flags/${flag?.id}`);
  await expectAccessible(manager.page);
  const acknowledge = manager.page.locator('button[value="acknowledge"]');
  if ((await acknowledge.count()) > 0) await acknowledge.click();
  await expect
    .poll(() => behind("SELECT status FROM flag WHERE id = $1", [flag?.id]), { timeout: 20_000 })
    .toEqual([{ status: "acknowledged" }]);
  expect([manager.foreign, manager.faults]).toEqual([[], []]);
  await manager.context.close();

  const ward = await visit(browser(), "ja", DESK);
  await signIn(ward.page, "ward.shinjuku@demo.example");
  await ward.page.goto("/ward/flags");
  await ward.page
    .locator("main")
    .getByText(/働きやすさ指数/)
    .first()
    .waitFor();
  await ward.context.close();
});

test("the self-check sends nothing, keeps a result only where its person wishes, and forgets it again", async () => {
  const { page, context, faults } = await visit(browser(), "ja", PHONE);
  await signIn(page, "worker@demo.example");
  await page.goto("/me/self-check");
  expect(await isHydrated(page)).toBe(true);
  await expectAccessible(page);
  const sent: string[] = [];
  page.on("request", (request) => sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ""}`));
  await page.getByRole("button", { name: /K6/ }).click();
  for (let question = 1; question <= 6; question += 1) {
    // why: a first answer leads on to the next question by itself.
    await page
      .locator("main fieldset legend")
      .filter({ hasText: new RegExp(`^\\s*${question}`) })
      .waitFor();
    await page.locator("main fieldset input[type=radio]").nth(2).check();
  }
  await page.getByRole("button", { name: "結果を見る" }).click();
  await page.getByText("合計 12点（24点満点）").waitFor();
  await expectAccessible(page);
  await shoot(page, "self-check-result-ja-phone");
  await page.getByRole("button", { name: "この結果をこの端末に残す" }).click();
  await page.getByText("最初の記録です").waitFor();
  expect(sent.filter((request) => /K1|k6|POST/.test(request))).toEqual([]);
  await page.reload();
  await page.getByText("この端末に残した結果").waitFor();
  await page.getByRole("button", { name: "残した結果をすべて消す" }).click();
  await expect.poll(() => page.getByText("この端末に残した結果").count()).toBe(0);
  expect(faults).toEqual([]);
  await context.close();
});
