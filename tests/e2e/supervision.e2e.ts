import { expect, test } from "vitest";

import { dayOfInstant } from "../../app/lib/calendar";
import { behind } from "./behind";
import { expectAccessible, expectNoSidewaysScroll, PHONE, settled, signIn, useBrowser, visit } from "./browser";

const browser = useBrowser();
const WORKER = "worker.over@demo.example";
const SUPERVISOR = "supervisor@demo.example";

test("a worker asks, picks an offered time, and confirms the record that the supervisor made of it", async () => {
  const today = dayOfInstant(new Date());
  const [own] = (await behind(
    `SELECT m.staff_id::text AS staff, i.name FROM membership m JOIN user_account u ON u.id = m.user_id
     JOIN staff_identity i ON i.staff_id = m.staff_id WHERE u.email = $1`,
    [WORKER],
  )) as { staff: string; name: string }[];
  if (!own) throw new Error("The demo has no such worker.");
  const worker = await visit(browser(), "ja", PHONE);
  await signIn(worker.page, WORKER);
  await worker.page.goto("/me/requests/new");
  await worker.page.check('input[name="urgency"][value="urgent"]');
  await worker.page.check('input[value="emotional_burden"]');
  await worker.page.fill('input[name="caseRef"]', "E2E-0042");
  await worker.page.locator("main form button").last().click();
  await worker.page.waitForURL(/\/me\/requests\?done=made/);
  await worker.page.getByText("E2E-0042").waitFor();
  await expectAccessible(worker.page);
  const [asked] = (await behind("SELECT id::text FROM supervision_request WHERE case_ref = 'E2E-0042'", [])) as {
    id: string;
  }[];

  const supervisor = await visit(browser(), "ja");
  await signIn(supervisor.page, SUPERVISOR);
  await supervisor.page.goto("/supervision");
  await supervisor.page.locator(`a[href="/supervision/requests/${asked?.id}"]`).click();
  await supervisor.page.waitForURL(new RegExp(`/supervision/requests/${asked?.id}`));
  await supervisor.page.locator('input[name="heldOn1"]').waitFor();
  await expectAccessible(supervisor.page);
  await supervisor.page.fill('input[name="heldOn1"]', today);
  await supervisor.page.fill('input[name="startTime1"]', "07:05");
  await supervisor.page.fill('input[name="minutes1"]', "45");
  await supervisor.page.fill('input[name="videoUrl1"]', "https://meet.example/room");
  await supervisor.page.click('button[value="offer"]');
  // why: on a closed day, or beside another session, the supervisor is asked to confirm first.
  const confirm = supervisor.page.locator('input[name="confirmed"]');
  await expect
    .poll(async () => supervisor.page.url().includes("done=offered") || (await confirm.count()) > 0)
    .toBe(true);
  if ((await confirm.count()) > 0) {
    await confirm.check();
    await supervisor.page.click('button[value="offer"]');
  }
  await supervisor.page.waitForURL(/done=offered/);

  await worker.page.goto("/me");
  await worker.page.locator(`a[href="/me/requests#request-${asked?.id}"]`).click();
  await worker.page.locator(`#request-${asked?.id} button[value="pick"]`).click();
  await worker.page.waitForURL(/\/me\/sessions\/[0-9a-f-]{36}\?done=picked/);
  const sessionId = new URL(worker.page.url()).pathname.split("/").at(-1) ?? "";
  await expectAccessible(worker.page);
  await expectNoSidewaysScroll(worker.page);

  await supervisor.page.goto(`/supervision/sessions/${sessionId}`);
  await expectAccessible(supervisor.page);
  await supervisor.page.check(`input[name="attendance:${own.staff}"][value="attended"]`);
  await supervisor.page.click('button[value="attendance"]');
  await supervisor.page.waitForURL(/done=recorded/);
  await supervisor.page.locator("section[aria-labelledby=actions] summary").first().click();
  await supervisor.page.fill('input[name="text"]', "連絡会の議題を書き出す（試験）");
  await supervisor.page.click('button[value="action"]');
  await supervisor.page.waitForURL(/done=agreed/);

  await worker.page.goto("/me");
  await worker.page.locator(`a[href="/me/sessions/${sessionId}#record"]`).click();
  await worker.page.check('input[name="answer"][value="confirmed"]');
  await worker.page.getByText("連絡会の議題を書き出す（試験）").first().waitFor();
  await worker.page.locator("section[aria-labelledby=record] form button").click();
  await worker.page.waitForURL(/done=answered/);
  expect(
    await behind("SELECT answer FROM session_confirmation WHERE session_id = $1 AND staff_id = $2", [
      sessionId,
      own.staff,
    ]),
  ).toEqual([{ answer: "confirmed" }]);
  // why: the page comes anew with the answer; a tap before that would meet the old one.
  await settled(worker.page);
  await worker.page.locator("section[aria-labelledby=actions] button[value=done]").first().click();
  await worker.page.waitForURL(/done=closed/);
  expect([worker.foreign, worker.faults, supervisor.foreign, supervisor.faults]).toEqual([[], [], [], []]);
  await worker.context.close();
  await supervisor.context.close();
});
