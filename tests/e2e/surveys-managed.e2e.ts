import { expect, test } from "vitest";

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

const browser = useBrowser();

/** Answers that wait in the box of a survey: all but one in each group give the same. Were it all, the next would be withheld. */
const FILL = `INSERT INTO survey_holding (ward_id, contract_id, campaign_id, content)
  SELECT c.ward_id, c.contract_id, c.id, jsonb_build_object('unit', u ->> 'unit', 'comment', '', 'answers', jsonb_build_object(
    'satisfaction:meaning', 4, 'satisfaction:workload', 2, 'satisfaction:control', 3, 'satisfaction:supervision', 4, 'satisfaction:consult', 4,
    'satisfaction:training', 3, 'satisfaction:fairPay', 2, 'satisfaction:safety', 4, 'satisfaction:rest', 3, 'satisfaction:stay', 4))
  FROM survey_campaign c, jsonb_array_elements(c.units) u, generate_series(2, (u ->> 'eligible')::int)
  WHERE c.id = $1`;

test("a manager prepares, previews, opens and closes a survey and reads its results; the ward reads the same", async () => {
  const { page, context, foreign, faults } = await visit(browser(), "ja", DESK);
  await signIn(page, "manager.sg1@demo.example");
  // A yearly one: the demo's own pulse is open, and two at once would ask people twice.
  await page.goto("/contractor/surveys/new?preset=annual57");
  await page.fill('input[name="title"]', "職場の短いアンケート");
  await page.check('input[name="bjsq"][value="none"]');
  const sex = page.locator('input[name="asksSex"]');
  if ((await sex.count()) > 0 && (await sex.isChecked())) await sex.uncheck();
  await page.locator("main form[method=post] button[type=submit]").click();
  await page.waitForURL(/done=added/);
  await expectAccessible(page);
  const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";

  await page.goto(`/contractor/surveys/${id}/preview`);
  expect(await isHydrated(page)).toBe(true);
  await page.locator("main fieldset label").first().click();
  await expectAccessible(page);
  await page.goto(`/contractor/surveys/${id}/edit`);
  await expectAccessible(page);

  await page.goto(`/contractor/surveys/${id}`);
  await page.check('input[name="confirmed"]');
  await page.getByRole("button", { name: "今すぐ開始する" }).click();
  await page.waitForURL(/done=opened/);
  await page.getByText("回答の受付中は、回答数も券の受け取り数も表示しません").waitFor();
  await expectAccessible(page);

  await behind(FILL, [id]);
  await page.check('input[name="confirmed"]');
  await page.getByRole("button", { name: "今すぐ締め切る" }).click();
  await page.waitForURL(/results\?done=closed/);
  await page.getByText(/目標の\d+%を達成しています。/).waitFor();
  await expectAccessible(page);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "CSVで出力" }).click();
  expect((await download).suggestedFilename()).toMatch(/^アンケート結果_\d{8}\.csv$/);
  expect([foreign, faults]).toEqual([[], []]);
  await context.close();

  const ward = await visit(browser(), "en", PHONE);
  await signIn(ward.page, "ward.setagaya@demo.example");
  const [contract] = await behind<{ id: string }>("SELECT contract_id::text AS id FROM survey_campaign WHERE id = $1", [
    id,
  ]);
  for (const path of ["", `/${id}`]) {
    await ward.page.goto(`/ward/contracts/${contract?.id}/surveys${path}`);
    await expect.poll(() => ward.page.locator("h1").count()).toBe(1);
    await expectNoSidewaysScroll(ward.page);
    await expectAccessible(ward.page);
  }
  expect([ward.foreign, ward.faults]).toEqual([[], []]);
  await ward.context.close();
});
