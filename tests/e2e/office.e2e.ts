import { randomUUID } from "node:crypto";

import type { Page } from "playwright-core";
import { expect, test } from "vitest";

import { addDays, dayOfInstant } from "../../app/lib/calendar";
import { behind } from "./behind";
import { DESK, expectAccessible, expectNoSidewaysScroll, PHONE, signIn, useBrowser, visit } from "./browser";
import { shoot } from "./walk";

const browser = useBrowser();
const TODAY = dayOfInstant(new Date());
const EMAIL = "office.walk@demo.example";

type Subject = { id: string; name: string; code: string };

/**
 * Somebody of the demo's troubled contract for whom one strain factor holds: no supervision for 120 days. Whatever else might
 * strain them, a first year too, is taken away, so that the course does not depend on the day on which the demo was made.
 */
async function withoutSupervision(): Promise<Subject> {
  const [found] = await behind<Subject>(
    `SELECT s.id::text, i.name, s.staff_code AS code
     FROM staff s JOIN contract c ON c.id = s.contract_id JOIN staff_identity i ON i.staff_id = s.id
       JOIN supervisee v ON v.staff_id = s.id JOIN membership m ON m.id = v.membership_id
       JOIN user_account u ON u.id = m.user_id AND u.email = 'supervisor@demo.example'
     WHERE c.code = 'SJ-1' AND s.left_on IS NULL AND s.role = 'support_worker'
       AND NOT EXISTS (SELECT FROM staff_leave l WHERE l.staff_id = s.id)
       AND NOT EXISTS (SELECT FROM flag f WHERE f.staff_id = s.id AND f.resolved_on IS NULL AND f.rule = 'burnout.conditions')
       AND NOT EXISTS (SELECT FROM membership a WHERE a.staff_id = s.id)
     ORDER BY s.staff_code LIMIT 1`,
  );
  if (!found) throw new Error("The demo has nobody who is not strained.");
  await behind("UPDATE staff SET hired_on = $2::date WHERE id = $1", [found.id, addDays(TODAY, -700)]);
  await behind("DELETE FROM supervision_attendance WHERE staff_id = $1", [found.id]);
  await behind("DELETE FROM overtime_month WHERE staff_id = $1", [found.id]);
  await behind("DELETE FROM critical_incident WHERE staff_id = $1", [found.id]);
  await behind(
    "UPDATE support_case SET tags = '{debt}' WHERE id IN (SELECT case_id FROM case_assignment WHERE staff_id = $1)",
    [found.id],
  );
  await behind(
    `INSERT INTO user_account (id, email, name, password_hash) SELECT $1::uuid, $2, $3, password_hash FROM user_account
     WHERE email = 'supervisor@demo.example'`,
    [randomUUID(), EMAIL, found.name],
  );
  await behind(
    `INSERT INTO membership (user_id, role, ward_id, contract_id, staff_id)
     SELECT u.id, 'worker', s.ward_id, s.contract_id, s.id FROM user_account u, staff s WHERE u.email = $1 AND s.id = $2`,
    [EMAIL, found.id],
  );
  return found;
}

const flagOf = (subject: Subject) =>
  behind<{ id: string; status: string; severity: string }>(
    "SELECT id::text, status, severity FROM flag WHERE staff_id = $1 AND rule = 'burnout.conditions' ORDER BY raised_on DESC LIMIT 1",
    [subject.id],
  );

/** An administrator asks for the night's evaluation; the jobs' process carries it out. */
async function askForNight(admin: Page): Promise<void> {
  await admin.goto("/admin/jobs");
  await admin.selectOption('select[name="job"]', "evaluate");
  await admin.selectOption('select[name="contract"]', "SJ-1");
  await admin.locator("section[aria-labelledby=run] form button").last().click();
  await admin.waitForURL(/done=/);
}

const LONG = { timeout: 150_000, interval: 1_000 };

test("the night raises a flag, the worker hears first, a plan from a what-if is agreed, supervision is held, and the next night resolves it", async () => {
  const subject = await withoutSupervision();
  const [manager, admin] = [await visit(browser(), "ja", DESK), await visit(browser(), "ja", DESK)];
  await signIn(manager.page, "manager.sj1@demo.example");
  await manager.page.goto(`/contractor/workers/${subject.id}`);
  await manager.page.check('input[name="kind"][value="violence"]');
  await manager.page.locator("section[aria-labelledby=incidents] form button").click();
  await manager.page.waitForURL(/done=incident/);

  await signIn(admin.page, "admin@demo.example");
  await askForNight(admin.page);
  await manager.page.goto("/contractor/redistribution");
  await manager.page.fill('input[name="name"]', "年末までの見直し");
  await manager.page.click('button[name="intent"][value="save"]');
  await manager.page.waitForURL(/\/contractor\/scenarios\/[0-9a-f-]{36}/);
  const scenario = /scenarios\/([0-9a-f-]{36})/.exec(manager.page.url())?.[1] ?? "";
  await expect.poll(async () => (await flagOf(subject))[0]?.status, LONG).toBe("open");
  const flag = (await flagOf(subject))[0]?.id ?? "";

  const worker = await visit(browser(), "ja", PHONE);
  await signIn(worker.page, EMAIL);
  await worker.page.goto("/notifications");
  await shoot(worker.page, "office-notifications-ja-phone");
  await worker.page.locator("main form button, main a", { hasText: "燃え尽き" }).first().click();
  await worker.page.waitForURL(new RegExp(`/me/flags/${flag}`));
  await expectNoSidewaysScroll(worker.page);
  await expectAccessible(worker.page);
  await shoot(worker.page, "office-own-flag-ja-phone");

  await manager.page.goto(`/contractor/plans/new?flag=${flag}&scenario=${scenario}`);
  await manager.page.fill('textarea[name="cause"]', `${subject.name}さんに支援が届いていない。`);
  await manager.page.locator('button[name="propose"]').click();
  await manager.page.getByText("個人の名前または職員コードが含まれています").first().waitFor();
  expect(await manager.page.locator('textarea[name="cause"]').inputValue()).toContain(subject.name);
  await manager.page.fill('textarea[name="cause"]', "スーパービジョンの間隔が空き、困難な出来事への支えが足りない。");
  await expectAccessible(manager.page);
  await manager.page.locator('button[name="propose"]').click();
  await manager.page.waitForURL(/\/contractor\/plans\/[0-9a-f-]{36}\?done=proposed/);
  const plan = /plans\/([0-9a-f-]{36})/.exec(manager.page.url())?.[1] ?? "";
  await shoot(manager.page, "office-plan-ja-desk");

  const ward = await visit(browser(), "ja", DESK);
  await signIn(ward.page, "ward.shinjuku@demo.example");
  await ward.page.goto("/ward/plans");
  await ward.page.locator(`main a[href$="/${plan}"]`).first().click();
  await ward.page.waitForURL(new RegExp(plan));
  await ward.page.getByText("スーパービジョンの間隔が空き").first().waitFor();
  const shown = await ward.page.content();
  expect([shown.includes(subject.name), shown.includes(subject.id), shown.includes(flag)]).toEqual([
    false,
    false,
    false,
  ]);
  await expectAccessible(ward.page);
  await ward.page.click('button[name="intent"][value="agree"]');
  await ward.page.waitForURL(/done=agreed/);
  await shoot(ward.page, "office-ward-plan-ja-desk");
  expect((await flagOf(subject))[0]?.status).toBe("plan_agreed");
  await worker.page.reload();
  await expect.poll(() => worker.page.locator("main").innerText()).toContain("改善計画");

  const supervisor = await visit(browser(), "ja", DESK);
  await signIn(supervisor.page, "supervisor@demo.example");
  await supervisor.page.goto("/supervision/sessions/new");
  await supervisor.page.check(`main input[value="${subject.id}"]`);
  await supervisor.page.locator("main form button[type=submit], main form button:not([type])").last().click();
  await supervisor.page.waitForURL((url) => !url.pathname.endsWith("/new"));
  const [session] = await behind<{ id: string }>(
    `UPDATE supervision_session SET held_on = $2::date WHERE status = 'planned' AND id IN
       (SELECT session_id FROM supervision_attendance WHERE staff_id = $1) RETURNING id::text`,
    [subject.id, TODAY],
  );
  await supervisor.page.goto(`/supervision/sessions/${session?.id ?? ""}`);
  await supervisor.page.locator('input[name^="attendance:"][value="attended"]').first().check();
  await supervisor.page.click('button[value="attendance"]');
  await supervisor.page.waitForURL(/done=recorded/);

  await askForNight(admin.page);
  await expect.poll(async () => (await flagOf(subject))[0]?.status, LONG).toBe("resolved");
  await manager.page.goto(`/contractor/plans/${plan}`);
  await expect.poll(() => manager.page.locator("main").innerText()).toMatch(/状態：解消/);

  const heard = await behind<{ email: string; kind: string; times: number }>(
    `SELECT u.email, n.kind, count(*)::int AS times FROM notification n JOIN user_account u ON u.id = n.user_id
     WHERE n.key LIKE $1 OR n.params ->> 'plan' = $2 OR n.path LIKE $3 GROUP BY 1, 2 ORDER BY 1, 2`,
    [`flag:${flag}:%`, plan, `%${plan}`],
  );
  expect(heard.map(({ times }) => times).every((times) => times === 1)).toBe(true);
  const by = (email: string) => heard.filter((one) => one.email === email).map(({ kind }) => kind);
  expect(by(EMAIL)).toEqual(expect.arrayContaining(["flag.raised", "flag.resolved"]));
  expect(by("manager.sj1@demo.example")).toEqual(expect.arrayContaining(["flag.raised", "plan.agreed"]));
  expect(by("ward.shinjuku@demo.example")).toEqual(expect.arrayContaining(["plan.proposed"]));
  for (const { faults, foreign, context } of [worker, supervisor, manager, ward, admin]) {
    expect([faults, foreign]).toEqual([[], []]);
    await context.close();
  }
});
