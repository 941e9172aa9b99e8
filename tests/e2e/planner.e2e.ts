import { expect, inject, test } from "vitest";

import { QUARTERS, quarterSpan } from "../../app/lib/calendar";
import { DEMO_PASSWORD } from "../../prisma/seed/sign-ins";
import { behind } from "./behind";
import { DESK, expectAccessible, expectNoSidewaysScroll, PHONE, signIn, useBrowser, visit } from "./browser";
import { shoot } from "./walk";

const browser = useBrowser();

/** How many sessions of SJ-1 are planned in the quarter that a page's address names. */
async function plannedIn(address: string): Promise<number> {
  const params = new URL(address).searchParams;
  const quarter = QUARTERS.find((one) => String(one) === params.get("quarter")) ?? 1;
  const { from, to } = quarterSpan(Number(params.get("year")), quarter);
  const [row] = await behind<{ n: number }>(
    `SELECT count(*)::int AS n FROM supervision_session s JOIN contract c ON c.id = s.contract_id
     WHERE c.code = 'SJ-1' AND s.status = 'planned' AND s.held_on BETWEEN $1 AND $2`,
    [from, to],
  );
  return row?.n ?? 0;
}

test("a supervisor plans the next quarter: proposes, moves by keys and by drag, locks, changes on a phone, confirms", async () => {
  const { page, context, faults } = await visit(browser(), "ja", DESK);
  await signIn(page, "supervisor@demo.example");
  await page.goto("/supervision/planner");
  await page.getByRole("navigation", { name: "四半期を選ぶ" }).getByRole("link").nth(1).click();
  // why: this quarter's page says the same of its own plan.
  await page.waitForURL(/quarter=/);
  const links = page.getByRole("navigation", { name: "四半期を選ぶ" }).getByRole("link");
  await expect.poll(() => links.nth(1).getAttribute("aria-current")).toBe("true");
  await page.getByText("この四半期の計画案はまだありません").waitFor();
  await page.click('button[value="propose"]');
  await page.getByText("計画案を作りました。").waitFor();
  const address = page.url();
  await expect.poll(() => page.locator("main").innerText()).toMatch(/\d+人中\d+人にセッションがあります/);
  await expectAccessible(page);
  await shoot(page, "planner-draft-ja-desk");

  const item = page.locator("table a[id^=item-]").first();
  const id = await item.getAttribute("id");
  const status = page.locator('main [role="status"]').last();
  const moved = page.locator(`#${id}`);
  await moved.focus();
  const cell = () => moved.evaluate((link) => link.closest("td")?.textContent);
  const before = await cell();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => status.innerText()).toMatch(/に動かしました/);
  expect(await cell()).not.toBe(before);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe(id);

  // Whether the next open day takes it or a rule forbids it, the answer is said.
  const said = await status.innerText();
  await moved.evaluate((link) => {
    const open = [...document.querySelectorAll("table td:not(.bg-solid-gray-50)")].filter((td) =>
      td.querySelector("p"),
    );
    const place = open.findIndex((td) => td.contains(link));
    (open[place + 1] ?? open[place - 1])?.setAttribute("data-target", "");
  });
  await moved.dragTo(page.locator("td[data-target]"));
  await expect.poll(() => status.innerText(), { timeout: 10_000 }).not.toBe(said);
  await expect.poll(() => status.innerText(), { timeout: 10_000 }).toMatch(/に動かしました|動かせません/);

  await page.locator("table button[value=lock]").first().click();
  await page.locator("table button[value=unlock]").first().waitFor();
  const planned = await plannedIn(address);

  const phone = await visit(browser(), "ja", PHONE);
  await signIn(phone.page, "supervisor@demo.example");
  await phone.page.goto(address);
  await expectNoSidewaysScroll(phone.page);
  await expectAccessible(phone.page);
  await shoot(phone.page, "planner-draft-ja-phone");
  await phone.page.locator("main ol a[href*='/items/']").first().click();
  await phone.page.getByRole("heading", { name: "セッションを変える" }).waitFor();
  await expectAccessible(phone.page);
  // A Sunday is refused by name and nothing that was typed is lost.
  const day = await phone.page.inputValue('input[name="day"]');
  const sunday = new Date(`${day}T00:00:00Z`);
  sunday.setUTCDate(sunday.getUTCDate() + ((7 - sunday.getUTCDay()) % 7 || 7));
  await phone.page.fill('input[name="day"]', sunday.toISOString().slice(0, 10));
  await phone.page.getByRole("button", { name: "この内容にする" }).click();
  await phone.page.getByText(/土日・祝日・年末年始です/).waitFor();
  expect(await phone.page.inputValue('input[name="day"]')).toBe(sunday.toISOString().slice(0, 10));
  await phone.context.close();

  await page.goto(address);
  const count = await page.locator("table a[id^=item-]").count();
  await page.getByRole("button", { name: "すべて確定する" }).dblclick();
  await page.getByText("計画を確定し、セッションを登録しました。").waitFor();
  expect((await plannedIn(address)) - planned).toBe(count);
  expect(faults).toEqual([]);
  await context.close();
});

test("without script a supervisor enters hours, proposes a plan and throws it away", async () => {
  const context = await browser().newContext({
    ...{ baseURL: inject("origin"), javaScriptEnabled: false, viewport: PHONE, locale: "ja-JP" },
  });
  const page = await context.newPage();
  await page.goto("/login");
  await page.fill('input[name="email"]', "supervisor.external@demo.example");
  await page.fill('input[name="password"]', DEMO_PASSWORD);
  await page.locator('main button[type="submit"]').first().click();
  await page.goto("/supervision/availability");
  await page.selectOption('select[name="weekday"]', "2");
  await page.click('button[value="addHours"]');
  await page.getByText("空き時間を登録しました。").waitFor();
  await page.goto("/supervision/planner");
  await page.getByRole("navigation", { name: "四半期を選ぶ" }).getByRole("link").nth(2).click();
  await page.waitForURL(/quarter=/);
  await page.click('button[value="propose"]');
  await page.getByText("計画案を作りました。").waitFor();
  await page.click('button[value="discard"]');
  await page.getByText("計画案を捨てました。").waitFor();
  await context.close();
});
