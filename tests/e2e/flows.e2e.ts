import { expect, test } from "vitest";

import { DEMO_PASSWORD } from "../../prisma/seed/sign-ins";
import { behind } from "./behind";
import { DESK, expectAccessible, PHONE, settled, signIn, useBrowser, visit } from "./browser";

const browser = useBrowser();

function csv(name: string, text: string) {
  return { name, mimeType: "text/csv", buffer: Buffer.from(text) };
}

test("a worker logs a training on a phone with two taps, and a double tap stores it once", async () => {
  const { page, context } = await visit(browser(), "ja", PHONE);
  await signIn(page, "worker@demo.example");
  const count = "SELECT count(*)::int AS n FROM training_record WHERE title = $1";
  const title = "面接技法の研修（試験）";
  await page.goto("/me/training/new");
  await page.fill('input[name="title"]', title);
  await page.check('input[name="topic"][value="addiction"]');
  await page.check('input[name="format"][value="role_play"]');
  await page.locator('main button[type="submit"]').first().dblclick();
  await page.waitForURL(/\/me\/training\?done=/);
  expect(await behind(count, [title])).toEqual([{ n: 1 }]);
  await page.getByText(title).first().waitFor();
  await context.close();
});

test("a form that does not fit says what would be right and keeps what was typed", async () => {
  const { page, context } = await visit(browser(), "en", PHONE);
  await signIn(page, "worker@demo.example");
  await page.goto("/me/training/new");
  await page.fill('input[name="title"]', "A course");
  await page.check('input[name="topic"][value="basic"]');
  await page.check('input[name="format"][value="lecture"]');
  await page.locator('input[name="hours"]').fill("25");
  await page
    .locator("main form")
    .first()
    .evaluate((form: HTMLFormElement) => form.setAttribute("novalidate", ""));
  await page.locator('main button[type="submit"]').first().click();
  await page.locator('[role="alert"]').first().waitFor();
  await expect.poll(() => page.locator('[role="alert"]').first().innerText()).toMatch(/24/);
  expect(await page.inputValue('input[name="title"]')).toBe("A course");
  expect(await page.inputValue('input[name="hours"]')).toBe("25");
  await context.close();
});

test("a manager imports files: problems by row and column first, then a preview, then the records", async () => {
  const { page, context } = await visit(browser(), "ja", DESK);
  await signIn(page, "manager.sg1@demo.example");
  await page.goto("/contractor/import");
  await page.setInputFiles(
    'input[type="file"]',
    csv(
      "training.csv",
      "record_ref,staff_code,attended_on,title,topic,format,hours\nE2E-1,NOBODY,2026-06-31,研修,astrology,lecture,25\n",
    ),
  );
  await page.locator('main button[type="submit"]').first().click();
  await page.waitForURL(/\/contractor\/import\/[0-9a-f-]{36}/);
  // why: the address changes before the page does.
  await page.getByText("astrology").first().waitFor();
  const problems = await page.locator("main").innerText();
  for (const word of ["training.csv", "attended_on", "2026-06-31", "astrology", "25"]) expect(problems).toContain(word);
  await expect.poll(() => page.locator('button[value="confirm"]').count()).toBe(0);
  await expectAccessible(page);

  await page.goto("/contractor/import");
  await page.setInputFiles(
    'input[type="file"]',
    csv("offices.csv", "office_code,name,name_en\nE2E,試験相談室,Test Office\n"),
  );
  await page.locator('main button[type="submit"]').first().click();
  await page.waitForURL(/\/contractor\/import\/[0-9a-f-]{36}/);
  await page.locator('button[value="confirm"]').waitFor();
  expect(await behind("SELECT 1 FROM office WHERE office_code = 'E2E'")).toEqual([]);
  await expectAccessible(page);
  await page.click('button[value="confirm"]');
  await expect
    .poll(() => behind("SELECT name FROM office WHERE office_code = 'E2E'"), { timeout: 20_000 })
    .toEqual([{ name: "試験相談室" }]);
  await context.close();
});

test("a manager sees who is above the cap by name and acknowledges a flag", async () => {
  const { page, context } = await visit(browser(), "ja", DESK);
  await signIn(page, "manager.sj1@demo.example");
  const [flag] = await behind<{ id: string }>(
    `SELECT f.id::text FROM flag f JOIN contract c ON c.id = f.contract_id
     WHERE c.code = 'SJ-1' AND f.rule = 'overload.cap' AND f.status = 'open' ORDER BY f.id LIMIT 1`,
  );
  await page.goto(`/contractor/flags/${flag?.id}`);
  await expectAccessible(page);
  await page.click('button[value="acknowledge"]');
  await expect
    .poll(() => behind("SELECT status FROM flag WHERE id = $1", [flag?.id]), { timeout: 20_000 })
    .toEqual([{ status: "acknowledged" }]);
  await context.close();
});

test("nothing that a ward's pages carry names a worker: no name, no code, no id", async () => {
  const { page, context } = await visit(browser(), "ja", DESK);
  const bodies: string[] = [];
  page.on("response", async (response) => {
    if (/text|json/.test(response.headers()["content-type"] ?? "") && !/\/assets\//.test(response.url()))
      bodies.push(await response.text().catch(() => ""));
  });
  await signIn(page, "ward.shinjuku@demo.example");
  const contracts = await behind<{ id: string }>(
    "SELECT c.id::text FROM contract c JOIN ward w ON w.id = c.ward_id WHERE w.code = '131041'",
  );
  const ofContract = ["", "/supervision", "/requirements", "/thresholds", "/simulator", "/scenarios"];
  const pages = contracts.flatMap(({ id }) => ofContract.map((page) => `/ward/contracts/${id}${page}`));
  for (const address of ["/ward", "/ward/flags", "/ward/thresholds", ...pages]) {
    await page.goto(address);
    await settled(page);
  }
  const people = await behind<{ name: string; code: string; id: string }>(
    "SELECT i.name, s.staff_code AS code, s.id::text FROM staff s JOIN staff_identity i ON i.staff_id = s.id",
  );
  const [me] = await behind<{ name: string }>(
    "SELECT name FROM user_account WHERE email = 'ward.shinjuku@demo.example'",
  );
  const all = bodies.join("\n");
  expect(all.length).toBeGreaterThan(50_000);
  expect(people.length).toBeGreaterThan(60);
  const told = people.filter(
    ({ name, code, id }) => (name !== me?.name && all.includes(name)) || all.includes(`"${code}"`) || all.includes(id),
  );
  expect(told).toEqual([]);
  await context.close();
});

test("another ward's contract and another role's page are both not found", async () => {
  const { page, context } = await visit(browser(), "ja", DESK);
  await signIn(page, "ward.shinjuku@demo.example");
  const [theirs] = await behind<{ id: string }>(
    "SELECT c.id::text FROM contract c JOIN ward w ON w.id = c.ward_id WHERE w.code = '131121' LIMIT 1",
  );
  for (const address of [`/ward/contracts/${theirs?.id}`, "/contractor", "/me", "/admin", "/ward/contracts/nonsense"])
    expect([address, (await page.goto(address))?.status()]).toEqual([address, 404]);
  await context.close();
});

test("a wrong password says so without telling whether the account exists, and signing out ends the session", async () => {
  const { page, context } = await visit(browser(), "ja", DESK);
  const messages: string[] = [];
  for (const email of ["worker@demo.example", "nobody@demo.example"]) {
    await page.goto("/login");
    await page.fill('input[name="email"]', email);
    await page.fill('input[name="password"]', "wrong password here");
    await page.click('main button[type="submit"]');
    await page.locator('[role="alert"]').first().waitFor();
    messages.push(await page.locator('[role="alert"]').first().innerText());
  }
  expect(messages[0]).toBe(messages[1]);
  await page.fill('input[name="email"]', "worker@demo.example");
  await page.fill('input[name="password"]', DEMO_PASSWORD);
  await page.click('main button[type="submit"]');
  await page.waitForURL(/\/me$/);
  await page.locator("header summary").click();
  await page.locator('form[action="/logout"] button').click();
  await page.waitForURL(/\/login/);
  await page.goto("/me");
  expect(new URL(page.url()).pathname).toBe("/login");
  await context.close();
});

test("the language of the page follows the switch in the header", async () => {
  const { page, context } = await visit(browser(), "ja", PHONE);
  await signIn(page, "worker@demo.example");
  await page.locator('form[action="/language"] button').click();
  await expect.poll(() => page.locator("html").getAttribute("lang"), { timeout: 20_000 }).toBe("en");
  expect(new URL(page.url()).pathname).toBe("/me");
  await context.close();
});
