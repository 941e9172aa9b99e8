import { randomUUID } from "node:crypto";

import { beforeAll, describe, expect, test } from "vitest";

import type { Tenant } from "~/db/scope.server";
import { NOTE_MAX_LENGTH, type NotePage } from "~/domain/supervision/notes/note";
import { action, headers, loader, meta } from "~/routes/_app.notes.$sessionId";
import { aBrowser, aPerson } from "../setup/accounts";
import { aContract, asOwner, aWorker } from "../setup/factories";
import { aRow } from "../setup/rows";
import { aSession } from "../setup/sessions";

type Browser = ReturnType<typeof aBrowser>;
type Answer = {
  data: { stands?: { text: string } | null; refused?: string; state: { values: object; problems: object } };
  init: { status: number };
};

let tenant: Tenant;
let [first, second, sessionId, supervisorId] = ["", "", "", ""];
let worker: Browser;
let supervisor: Browser;

async function browserOf(role: "worker" | "supervisor" | "manager", staffId?: string, supervisees: string[] = []) {
  const place = { wardId: tenant.wardId, contractId: tenant.contractId, ...(staffId ? { staffId } : {}) };
  const { userId, membershipId } = await aPerson(role, place);
  for (const staff_id of supervisees) await aRow(tenant, "supervisee", { membership_id: membershipId, staff_id });
  const browser = aBrowser();
  await browser.signInAs(userId);
  return { browser, userId };
}

async function show(browser: Browser, search = ""): Promise<NotePage | number> {
  const request = browser.request(`/notes/${sessionId}${search}`);
  try {
    return (await loader({ request, params: { sessionId }, context: {} })).page;
  } catch (thrown) {
    return (thrown as Response).status;
  }
}

/** What the action answers: where it leads, the status of a refusal that says nothing, or the answer to the form. */
async function send(browser: Browser, fields: Record<string, string>): Promise<string | number | Answer> {
  const body = new URLSearchParams({ intent: "save", staffId: first, ...fields });
  const request = browser.request(`/notes/${sessionId}`, { method: "POST", body });
  const result: unknown = await action({ request, params: { sessionId }, context: {} }).catch(
    (thrown: unknown) => thrown,
  );
  return result instanceof Response ? (result.headers.get("Location") ?? result.status) : (result as Answer);
}

const led = (to: unknown, word: string) => expect(to).toBe(`/notes/${sessionId}?staff=${first}&done=${word}`);

beforeAll(async () => {
  tenant = await aContract();
  [first, second] = [await aWorker(tenant, { staffCode: "S1" }), await aWorker(tenant, { staffCode: "S2" })];
  const place = await aWorker(tenant, { staffCode: "V1", role: "supervisor" });
  worker = (await browserOf("worker", first)).browser;
  ({ browser: supervisor, userId: supervisorId } = await browserOf("supervisor", place, [first, second]));
  sessionId = await aSession(tenant, { kind: "group", supervisorCode: "V1", participants: [first, second] });
});

describe("the page of confidential notes", () => {
  test("saves, shows to both sides, changes and deletes", async () => {
    led(await send(worker, { text: "一", readerId: supervisorId }), "saved");
    expect(await show(worker)).toMatchObject({
      mine: { text: "一", version: 1 },
      supervisor: { name: "氏名 supervisor" },
    });
    expect(await show(supervisor, `?staff=${first}`)).toMatchObject({ theirs: [{ text: "一" }] });
    led(await send(worker, { text: "二", version: "1", readerId: supervisorId }), "saved");
    led(await send(worker, { intent: "delete", version: "2" }), "deleted");
    expect(await show(worker)).toMatchObject({ mine: null });
  });

  test("answers a second writer with both texts, and keeps what was typed", async () => {
    led(await send(supervisor, { text: "先" }), "saved");
    const answer = (await send(supervisor, { text: "後" })) as Answer;
    expect([answer.init.status, answer.data.stands?.text, answer.data.state.values]).toEqual([
      ...[409, "先", { intent: "save", staffId: first, text: "後" }],
    ]);
    const gone = (await send(supervisor, { intent: "delete", version: "7" })) as Answer;
    expect([gone.init.status, gone.data.stands?.text]).toEqual([409, "先"]);
  });

  test("keeps what was typed where it does not fit", async () => {
    const long = "あ".repeat(NOTE_MAX_LENGTH + 1);
    const answer = (await send(worker, { text: long, readerId: supervisorId })) as Answer;
    expect([answer.init.status, answer.data.state]).toEqual([
      400,
      {
        ...{ ok: false, values: { intent: "save", staffId: first, text: long, readerId: supervisorId } },
        problems: { text: { code: "tooLong", params: { max: NOTE_MAX_LENGTH } } },
      },
    ]);
    expect(((await send(worker, { text: "  " })) as Answer).data.state.problems).toEqual({ text: { code: "missing" } });
  });

  test("asks again where another than the named person would read", async () => {
    const answer = (await send(worker, { text: "三", readerId: randomUUID() })) as Answer;
    expect([answer.init.status, answer.data.refused, answer.data.state.values]).toMatchObject([
      ...[409, "readerChanged", { text: "三" }],
    ]);
  });

  test("is not found by another worker, another supervisor of the same people, and the manager", async () => {
    const others = [
      (await browserOf("worker", await aWorker(tenant))).browser,
      (await browserOf("supervisor", undefined, [first, second])).browser,
      (await browserOf("manager")).browser,
    ];
    for (const other of others) {
      expect(await show(other)).toBe(404);
      expect(await show(other, `?staff=${first}`)).toBe(404);
      expect(await send(other, { text: "三", readerId: supervisorId })).toBe(404);
      expect(await send(other, { intent: "delete", version: "1" })).toBe(404);
    }
    expect(await show(worker, `?staff=${second}`)).toBe(404);
    expect(await show(supervisor, "?staff=nobody")).toBe(404);
    expect(await send(worker, { text: "三", staffId: second, readerId: supervisorId })).toBe(404);
  });

  test("names nobody in its title, and stays in no cache", () => {
    const matches = [{ id: "root", data: { locale: "ja" } }];
    expect(meta({ matches } as unknown as Parameters<typeof meta>[0])).toEqual([
      { title: expect.stringMatching(/^非公開メモ \| /) as string },
    ]);
    expect(headers()).toEqual({ "Cache-Control": "private, no-store" });
  });

  test("leaves in the log who did what, and no text", async () => {
    const found = await asOwner((owner) =>
      owner.query("SELECT action, subject, detail FROM audit_entry WHERE action LIKE 'note.%'"),
    );
    expect(new Set(found.rows.map(({ action }) => String(action)))).toEqual(
      new Set(["note.write", "note.change", "note.delete", "note.read"]),
    );
    expect(found.rows.every(({ subject, detail }) => subject === "confidential_note" && detail === null)).toBe(true);
  });
});
