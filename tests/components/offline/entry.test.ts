import { describe, expect, test } from "vitest";

import {
  fieldsOf,
  formDataOf,
  isAnother,
  outcomeOf,
  send,
  underReference,
  type OutboxEntry,
} from "~/components/offline/entry";

const ORIGIN = "https://sasae.example";
const FORM = "/me/training/new";
const ENTRY: OutboxEntry = {
  id: "00000000-0000-4000-8000-000000000001",
  owner: "m1",
  action: `${FORM}?title=x`,
  title: "研修を記録する",
  fields: [
    ["recordRef", "00000000-0000-4000-8000-000000000001"],
    ["title", "面接技法"],
  ],
  madeAt: 1,
  state: "waiting",
};

describe("what the server's answer means", () => {
  test.each([
    ["stored, and led on", 200, true, "/me/training?done=logged", { kind: "done", path: "/me/training?done=logged" }],
    ["led to sign-in", 200, true, "/login?next=%2Fme", { kind: "signIn" }],
    ["does not fit", 400, false, FORM, { kind: "refused", status: 400 }],
    ["somebody else was first", 409, false, FORM, { kind: "refused", status: 409 }],
    ["not found any more", 404, false, FORM, { kind: "refused", status: 404 }],
    ["a form answered by itself is no sign that it was stored", 200, false, FORM, { kind: "refused", status: 200 }],
    ["too many at once passes", 429, false, FORM, { kind: "unreachable" }],
    ["the server has troubles", 503, false, FORM, { kind: "unreachable" }],
    ["stored, but the page after it has troubles", 500, true, "/me/training?done=logged", { kind: "unreachable" }],
  ])("%s", (_, status, redirected, path, outcome) => {
    expect(outcomeOf({ status, redirected, url: ORIGIN + path }, FORM)).toEqual(outcome);
  });
});

test("no connection counts as unreachable and throws nothing", async () => {
  const post = () => Promise.reject(new TypeError("Failed to fetch"));
  expect(await send(ENTRY, 50, post)).toEqual({ kind: "unreachable" });
});

test("no answer within the time counts as unreachable", async () => {
  const post = (_: unknown, init?: RequestInit) =>
    new Promise<Response>((_resolve, reject) => {
      init?.signal?.addEventListener("abort", () => reject(new DOMException("late", "TimeoutError")));
    });
  expect(await send(ENTRY, 20, post)).toEqual({ kind: "unreachable" });
});

test("an entry is posted to its form with every field as typed", async () => {
  let posted: { action: string; body: FormData } | undefined;
  const post = (action: string | URL | Request, init?: RequestInit) => {
    posted = { action: String(action), body: init?.body as FormData };
    const answer = new Response("", { status: 200 });
    Object.defineProperties(answer, {
      url: { value: `${ORIGIN}/me/training?done=logged` },
      redirected: { value: true },
    });
    return Promise.resolve(answer);
  };
  expect(await send(ENTRY, 1000, post)).toEqual({ kind: "done", path: "/me/training?done=logged" });
  expect(posted?.action).toBe(`${FORM}?title=x`);
  expect([...(posted?.body.entries() ?? [])]).toEqual(ENTRY.fields);
});

test("a file goes with its form, and a file input without a choice does not", () => {
  const data = new FormData();
  data.append("title", "面接技法");
  data.append("evidence", new File([], ""));
  data.append("certificate", new File(["%PDF-1.7"], "修了証.pdf", { type: "application/pdf" }));
  const fields = fieldsOf(data);
  expect(fields.map(([name]) => name)).toEqual(["title", "certificate"]);
  expect((formDataOf(fields).get("certificate") as File).name).toBe("修了証.pdf");
});

describe("a form opened offline twice", () => {
  const other: OutboxEntry = { ...ENTRY, fields: [ENTRY.fields[0] ?? ["", ""], ["title", "依存症の理解"]] };

  test("with other content is another entry, kept beside the first", () => {
    expect(isAnother(ENTRY, other)).toBe(true);
    const own = underReference(other, "recordRef", "00000000-0000-4000-8000-000000000002");
    expect(own.id).toBe("00000000-0000-4000-8000-000000000002");
    expect(own.fields).toEqual([
      ["recordRef", "00000000-0000-4000-8000-000000000002"],
      ["title", "依存症の理解"],
    ]);
  });

  test("with the same content is the same entry", () => {
    expect(isAnother(ENTRY, { ...ENTRY, madeAt: 2 })).toBe(false);
  });

  test("after a refusal replaces what was refused", () => {
    expect(isAnother({ ...ENTRY, state: "refused" }, other)).toBe(false);
    expect(isAnother(undefined, other)).toBe(false);
  });
});
