import { expect, test } from "vitest";

import { DEMO_PASSWORD } from "../../prisma/seed/sign-ins";
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

/** A session of the demo whose two sides both sign in. */
const PAIR = `SELECT s.id::text AS id, a.staff_id::text AS staff, w.email AS worker, v.email AS supervisor
  FROM supervision_session s JOIN supervision_attendance a ON a.contract_id = s.contract_id AND a.session_id = s.id
  JOIN membership mw ON mw.contract_id = s.contract_id AND mw.staff_id = a.staff_id AND mw.role = 'worker' AND mw.ended_at IS NULL
  JOIN user_account w ON w.id = mw.user_id
  JOIN membership mv ON mv.contract_id = s.contract_id AND mv.role = 'supervisor' AND mv.ended_at IS NULL
  JOIN staff p ON p.contract_id = s.contract_id AND p.id = mv.staff_id AND p.staff_code = s.supervisor_code
  JOIN user_account v ON v.id = mv.user_id
  JOIN supervisee e ON e.membership_id = mv.id AND e.staff_id = a.staff_id
  WHERE w.email LIKE '%@demo.example' AND v.email LIKE '%@demo.example' ORDER BY s.held_on DESC, s.id LIMIT 1`;

test("a confidential note survives an ended session, is read by the other side, and by nobody else", async () => {
  const [pair] = (await behind(PAIR, [])) as { id: string; staff: string; worker: string; supervisor: string }[];
  if (!pair) throw new Error("The demo has no session whose two sides both sign in.");
  const text = "今週は眠れていません（試験）";
  const { page, context, foreign, faults } = await visit(browser(), "ja", PHONE);
  await signIn(page, pair.worker);
  await page.goto(`/notes/${pair.id}`);
  expect(await isHydrated(page)).toBe(true);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.fill('textarea[name="text"]', text);
  await context.clearCookies({ name: /sasae_session/ });
  await page.click('button[value="save"]');
  await page.waitForURL(/\/login\?next=/);
  await page.fill('input[name="email"]', pair.worker);
  await page.fill('input[name="password"]', DEMO_PASSWORD);
  await page.click('main button[type="submit"]');
  await page.waitForURL(new RegExp(`/notes/${pair.id}`));
  await page.waitForFunction(
    (wanted) => document.querySelector<HTMLTextAreaElement>('textarea[name="text"]')?.value === wanted,
    text,
  );
  await page.click('button[value="save"]');
  await page.waitForURL(/done=saved/);
  await page.locator('[role="status"]').first().waitFor();
  expect(await page.inputValue('textarea[name="text"]')).toBe(text);
  expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith("sasae-note:")))).toEqual(
    [],
  );
  expect([foreign, faults]).toEqual([[], []]);
  await context.close();

  const other = await visit(browser(), "en", DESK);
  await signIn(other.page, pair.supervisor);
  await other.page.goto(`/notes/${pair.id}?staff=${pair.staff}`);
  await other.page.getByText(text).waitFor();
  expect(await other.page.title()).toMatch(/^Confidential note \|/);
  await expectAccessible(other.page);
  await other.context.close();

  const manager = await visit(browser(), "ja", DESK);
  await signIn(manager.page, "manager.sj1@demo.example");
  expect((await manager.page.goto(`/notes/${pair.id}`))?.status()).toBe(404);
  await manager.context.close();
});
