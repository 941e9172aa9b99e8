import { describe, expect, test } from "vitest";

import { boundedForm } from "~/lib/bounded-form.server";

const MAX = 1024 * 1024;

function post(body: BodyInit, headers: Record<string, string> = {}): Request {
  return new Request("http://localhost/form", { method: "POST", body, headers, duplex: "half" } as RequestInit);
}

function aForm(bytes: number, name = "修了証; a=b.pdf"): FormData {
  const form = new FormData();
  form.set("title", "依存症の研修");
  form.append("themes[]", "debt");
  form.append("themes[]", "housing");
  form.set("evidence", new File([new Uint8Array(bytes)], name, { type: "application/pdf" }));
  return form;
}

/** A multipart body that says nothing of its length, in pieces. */
function streamed(bytes: number): { request: Request; sent: () => number } {
  let sent = 0;
  const head =
    '--X\r\nContent-Disposition: form-data; name="title"\r\n\r\n依存症の研修\r\n--X\r\nContent-Disposition: form-data; name="evidence"; filename="a.pdf"\r\n\r\n';
  const pieces = (function* () {
    yield new TextEncoder().encode(head);
    for (let left = bytes; left > 0; left -= 65_536) yield new Uint8Array(Math.min(left, 65_536));
    yield new TextEncoder().encode("\r\n--X--\r\n");
  })();
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const { done, value } = pieces.next();
      if (done) return controller.close();
      sent += value.byteLength;
      controller.enqueue(value);
    },
  });
  return { request: post(body, { "Content-Type": "multipart/form-data; boundary=X" }), sent: () => sent };
}

describe("a form with a file", () => {
  test("is read with its fields, lists and file, whatever signs the file's name has", async () => {
    const { form, tooLarge } = await boundedForm(post(aForm(1000)), MAX);
    expect(tooLarge).toBe(false);
    expect([form.get("title"), form.getAll("themes[]")]).toEqual(["依存症の研修", ["debt", "housing"]]);
    const file = form.get("evidence") as File;
    expect([file.name, file.size]).toEqual(["修了証; a=b.pdf", 1000]);
  });

  test("fits up to the limit and not beyond it", async () => {
    const overhead = (await new Response(aForm(0)).arrayBuffer()).byteLength;
    expect((await boundedForm(post(aForm(MAX - overhead - 100)), MAX)).tooLarge).toBe(false);
    expect((await boundedForm(post(aForm(MAX)), MAX)).tooLarge).toBe(true);
  });

  test("too large by its own word keeps what was typed, without the file", async () => {
    const request = new Response(aForm(4 * MAX));
    const headers = { "Content-Type": request.headers.get("Content-Type") ?? "", "Content-Length": String(4 * MAX) };
    const { form, tooLarge } = await boundedForm(post(await request.arrayBuffer(), headers), MAX);
    expect(tooLarge).toBe(true);
    expect(Object.fromEntries(form)).toEqual({ title: "依存症の研修", "themes[]": "housing" });
  });

  test("too large without saying so keeps what was typed", async () => {
    const { form, tooLarge } = await boundedForm(streamed(3 * MAX).request, MAX);
    expect([tooLarge, form.get("title"), form.get("evidence")]).toEqual([true, "依存症の研修", null]);
  });

  test("without end is cut off", async () => {
    const endless = streamed(Number.MAX_SAFE_INTEGER);
    expect((await boundedForm(endless.request, MAX)).tooLarge).toBe(true);
    let before = -1;
    while (before < endless.sent()) {
      before = endless.sent();
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    expect(before).toBeLessThan(70 * MAX);
  });

  test("without a file is a form like any other", async () => {
    const { form, tooLarge } = await boundedForm(post(new URLSearchParams({ intent: "save" })), MAX);
    expect([form.get("intent"), tooLarge]).toEqual(["save", false]);
  });

  test.each([
    ["no body", new Request("http://localhost/form", { method: "POST" })],
    ["another kind of body", post("{}", { "Content-Type": "application/json" })],
    ["broken frames", post("nonsense", { "Content-Type": "multipart/form-data; boundary=X" })],
  ])("with %s is empty", async (_, request) => {
    const { form, tooLarge } = await boundedForm(request, MAX);
    expect([[...form], tooLarge]).toEqual([[], false]);
  });
});
