import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";

import ICAL from "ical.js";
import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";

import { dayOfInstant, fiscalYearOf, fiscalYearStart, quarterOf, quarterSpan } from "../../app/lib/calendar";
import { behind } from "./behind";
import { DESK, expectAccessible, PHONE, signIn, useBrowser, visit } from "./browser";

const browser = useBrowser();
const TODAY = dayOfInstant(new Date());
const YEAR = fiscalYearOf(TODAY);
const QUARTER = quarterOf(TODAY);
const CONTRACT = "SJ-1";
const EMAIL = "quarter.walk@demo.example";

/** The command line beside the running app, as an operator runs it. */
function cli<T>(...args: string[]): T {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...{ NODE_ENV: "production", VITEST: "", SASAE_DATA_DIR: inject("dataDir") },
  };
  const told = execFileSync(process.execPath, ["--import", "tsx", "app/cli/main.ts", ...args, "--json"], {
    env,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(told) as T;
}

type Kpi = { indicators: { key: string; numerator: number | null; denominator: number | null }[] };
function supervisionRate(): { numerator: number; denominator: number } {
  const { indicators } = cli<Kpi>("kpi", "--contract", CONTRACT, "--as-of", TODAY);
  const found = indicators.find(({ key }) => key === "supervisionRate");
  return { numerator: found?.numerator ?? -1, denominator: found?.denominator ?? -1 };
}

/** Somebody of the contract who is one session short, has none in this quarter, and for whom a flag says so. */
async function oneSessionShort(): Promise<{ staff: string; name: string; flag: string }> {
  const due = QUARTER - 1;
  const { from, to } = quarterSpan(YEAR, QUARTER);
  const [found] = await behind<{ staff: string; name: string; flag: string }>(
    `SELECT s.id::text AS staff, i.name, f.id::text AS flag
     FROM staff s JOIN contract c ON c.id = s.contract_id JOIN staff_identity i ON i.staff_id = s.id
       JOIN supervisee v ON v.staff_id = s.id
       JOIN flag f ON f.staff_id = s.id AND f.rule = 'supervision.due' AND f.resolved_on IS NULL
     WHERE c.code = $1 AND s.hired_on < $2 AND s.left_on IS NULL AND s.role LIKE '%support%'
       AND NOT EXISTS (SELECT FROM staff_leave l WHERE l.staff_id = s.id)
       AND (SELECT count(*) FROM supervision_attendance a JOIN supervision_session e ON e.id = a.session_id
         WHERE a.staff_id = s.id AND a.attendance = 'attended' AND e.status = 'held' AND e.held_on BETWEEN $2 AND $5) = $3
       AND NOT EXISTS (SELECT FROM supervision_attendance a JOIN supervision_session e ON e.id = a.session_id
         WHERE a.staff_id = s.id AND e.status <> 'cancelled' AND e.held_on BETWEEN $4 AND $6)
     ORDER BY s.staff_code LIMIT 1`,
    [CONTRACT, fiscalYearStart(YEAR), due - 1, from, TODAY, to],
  );
  if (!found) throw new Error("The demo has nobody who is one session short.");
  return found;
}

test("a quarter planned for the largest contract reaches a phone's calendar, is held and confirmed, and grid, KPI and flags follow", async () => {
  cli("job", "evaluate", "--as-of", TODAY);
  const short = await oneSessionShort();
  await behind(
    `INSERT INTO user_account (id, email, name, password_hash) SELECT $1::uuid, $2, $3, password_hash FROM user_account
     WHERE email = 'supervisor@demo.example'`,
    [randomUUID(), EMAIL, short.name],
  );
  await behind(
    `INSERT INTO membership (user_id, role, ward_id, contract_id, staff_id)
     SELECT u.id, 'worker', s.ward_id, s.contract_id, s.id FROM user_account u, staff s WHERE u.email = $1 AND s.id = $2`,
    [EMAIL, short.staff],
  );
  const before = supervisionRate();

  const worker = await visit(browser(), "ja", PHONE);
  await signIn(worker.page, EMAIL);
  await worker.page.goto("/calendar");
  await worker.page.click('button[value="make"]');
  const feed = await worker.page.locator("#calendar-address").inputValue();
  const calendar = async () => {
    const answer = await fetch(feed);
    return new ICAL.Component(ICAL.parse(await answer.text()) as never)
      .getAllSubcomponents("vevent")
      .map((event) => new ICAL.Event(event));
  };

  const supervisor = await visit(browser(), "ja", DESK);
  await signIn(supervisor.page, "supervisor@demo.example");
  /** What the grid says of the worker in this quarter. */
  const cell = async (page: Page, address: string) => {
    await page.goto(address);
    const table = page.locator("table", { has: page.locator("tbody th", { hasText: short.name }) }).last();
    const headings = await table.locator("thead th").allInnerTexts();
    const place = headings.findIndex((heading) => heading.startsWith(`第${QUARTER}四半期`));
    const row = table.locator("tbody tr", { has: page.locator("th", { hasText: short.name }) });
    return row.locator("th, td").nth(place).innerText();
  };
  expect(await cell(supervisor.page, "/supervision/coverage")).toMatch(/未実施/);
  await supervisor.page.goto(`/supervision/planner?year=${YEAR}&quarter=${QUARTER}`);
  await supervisor.page.click('button[value="propose"]');
  await supervisor.page.getByText("計画案を作りました。").waitFor();
  await supervisor.page.getByRole("button", { name: "すべて確定する" }).click();
  await supervisor.page.getByText("計画を確定し、セッションを登録しました。").waitFor();
  expect(await cell(supervisor.page, "/supervision/coverage")).toMatch(/予定あり/);

  const [session] = await behind<{ id: string; day: string; time: string; minutes: number }>(
    `SELECT e.id::text, e.held_on::text AS day, e.start_time AS time, e.minutes FROM supervision_session e
     JOIN supervision_attendance a ON a.session_id = e.id WHERE a.staff_id = $1 AND e.status = 'planned' AND e.held_on > $2`,
    [short.staff, TODAY],
  );
  if (!session) throw new Error("The plan has no session for the worker.");
  const [event] = (await calendar()).filter(({ uid }) => uid.includes(session.id));
  expect(event?.startDate.toString()).toBe(`${session.day}T${session.time}:00`);
  expect(event?.startDate.zone.tzid).toBe("Asia/Tokyo");
  expect(event?.component.getFirstPropertyValue("status")).toBe("CONFIRMED");
  expect(event?.summary).not.toContain(short.name);

  // The day of the session comes.
  await behind("UPDATE supervision_session SET held_on = $2::date WHERE id = $1", [session.id, TODAY]);
  const [{ n: seats } = { n: 0 }] = await behind<{ n: number }>(
    "SELECT count(*)::int AS n FROM supervision_attendance WHERE session_id = $1",
    [session.id],
  );
  await supervisor.page.goto(`/supervision/sessions/${session.id}`);
  const attended = supervisor.page.locator('input[name^="attendance:"][value="attended"]');
  await expect.poll(() => attended.count()).toBe(seats);
  for (const box of await attended.all()) await box.check();
  await supervisor.page.click('button[value="attendance"]');
  await supervisor.page.waitForURL(/done=recorded/);

  await worker.page.goto("/me");
  await worker.page.locator(`a[href="/me/sessions/${session.id}#record"]`).click();
  await worker.page.check('input[name="answer"][value="confirmed"]');
  await worker.page.locator("section[aria-labelledby=record] form button").click();
  await worker.page.waitForURL(/done=answered/);
  await expectAccessible(worker.page);

  expect(await cell(supervisor.page, "/supervision/coverage")).toMatch(/達成/);
  const manager = await visit(browser(), "ja", DESK);
  await signIn(manager.page, "manager.sj1@demo.example");
  expect(await cell(manager.page, "/contractor/supervision")).toMatch(/達成/);
  const after = supervisionRate();
  expect(after.denominator).toBe(before.denominator);
  expect(after.numerator).toBeGreaterThan(before.numerator);
  cli("job", "evaluate", "--as-of", TODAY);
  expect(await behind("SELECT status FROM flag WHERE id = $1", [short.flag])).toEqual([{ status: "resolved" }]);
  for (const { faults, foreign, context } of [worker, supervisor, manager]) {
    expect([faults, foreign]).toEqual([[], []]);
    await context.close();
  }
});
