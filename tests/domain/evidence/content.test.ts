import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { EVIDENCE_MAX_BYTES, isHeic, mediaTypeOf, safeFileName } from "~/domain/evidence/content";
import { checkEvidence } from "~/domain/evidence/evidence.server";
import { aHeic, aJpeg, aPdf, aPng, fileOf } from "../../setup/evidence-files";

const HTML = Buffer.from("<!doctype html><script>alert(1)</script>");

describe("the kind of a file", () => {
  test("is told by its content", () => {
    expect([aPdf(), aPng(), aJpeg()].map(mediaTypeOf)).toEqual(["application/pdf", "image/png", "image/jpeg"]);
  });

  test("is a PDF also where a scanner wrote some bytes before the header", () => {
    expect(mediaTypeOf(Buffer.concat([Buffer.alloc(1000, 0x20), aPdf()]))).toBe("application/pdf");
    expect(mediaTypeOf(Buffer.concat([Buffer.alloc(1100, 0x20), aPdf()]))).toBeNull();
  });

  test.each([
    ["a page in HTML", HTML],
    ["a page in HTML that calls itself PDF", Buffer.concat([HTML, aPdf()])],
    ["a PDF header with garbage after it", Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(5000, 0x41)])],
    ["a PDF header and its end with nothing between", Buffer.from("%PDF-1.7\nstartxref\n0\n%%EOF")],
    ["a PDF cut off", aPdf().subarray(0, -12)],
    ["the signature of PNG before HTML", Buffer.concat([aPng().subarray(0, 8), HTML])],
    ["a PNG without a picture", Buffer.concat([aPng().subarray(0, 33), aPng().subarray(-12)])],
    ["a PNG of no size", Buffer.from(aPng().map((byte, at) => (at === 19 ? 0 : byte)))],
    ["a PNG cut off", aPng().subarray(0, -1)],
    ["the start mark of JPEG before HTML", Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), HTML])],
    ["a JPEG cut off before its picture", aJpeg().subarray(0, 30)],
    ["GIF", Buffer.from("GIF89a\u0001\0\u0001\0", "latin1")],
    ["SVG", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ["ZIP", Buffer.from("PK\u0003\u0004", "latin1")],
    ["a photo in HEIC", aHeic()],
    ["ten million digits between a PDF's header and its end", aPdf("1".repeat(10_000_000))],
    ["ten million letters o there", aPdf("o".repeat(10_000_000))],
    ["a PNG of a million empty chunks", Buffer.concat([aPng().subarray(0, 33), Buffer.alloc(12_000_000, 0)])],
    ["nothing", Buffer.alloc(0)],
  ])("is none of ours for %s", (_, bytes) => {
    expect(mediaTypeOf(bytes)).toBeNull();
  });

  test("never fails, whatever the bytes", () => {
    const heads = [aPng(), aJpeg(), aPdf(), Buffer.alloc(0)];
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.nat(80), fc.uint8Array({ maxLength: 200 }), (head, cut, tail) => {
        const bytes = Buffer.concat([head.subarray(0, cut), tail]);
        expect([null, "application/pdf", "image/png", "image/jpeg"]).toContain(mediaTypeOf(bytes));
      }),
    );
  });

  test("HEIC is known for what it is", () => {
    expect([isHeic(aHeic()), isHeic(aPng()), isHeic(Buffer.from("ftyp"))]).toEqual([true, false, false]);
  });
});

describe("a file's name", () => {
  test.each([
    ["研修修了証.pdf", "研修修了証.pdf"],
    ["..\\..\\etc/passwd", "passwd.pdf"],
    ["修了証 (1).PDF", "修了証_(1).pdf"],
    ["page.html", "page.html.pdf"],
    ["fdp.\u202Efdp.exe", "fdp.fdp.exe.pdf"],
    ['a"b\r\nSet-Cookie: x.pdf', "a_bSet-Cookie_x.pdf"],
    ["...", "evidence.pdf"],
    ["", "evidence.pdf"],
  ])("%j is kept as %s", (given, kept) => {
    expect(safeFileName(given, "application/pdf")).toBe(kept);
  });

  test("keeps the ending jpeg, and is never longer than 120 signs", () => {
    expect(safeFileName("写真.JPEG", "image/jpeg")).toBe("写真.jpeg");
    expect(safeFileName("写真.png", "image/jpeg")).toBe("写真.png.jpg");
    expect([...safeFileName("𠮷".repeat(300), "image/png")].length).toBe(120);
  });

  test("has no sign that a header or a file system reads otherwise", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0x10ffff), { maxLength: 150 }), (signs) => {
        const name = safeFileName(String.fromCodePoint(...signs), "image/png");
        expect(name).toMatch(/^[^\p{Cc}/\\:*?"<>|%;]+\.png$/u);
        expect(name.startsWith(".")).toBe(false);
      }),
    );
  });
});

describe("checking a form's file", () => {
  test("no file chosen is no problem", async () => {
    expect(await checkEvidence(null)).toEqual({ ok: true, evidence: null });
    expect(await checkEvidence(fileOf(Buffer.alloc(0), ""))).toEqual({ ok: true, evidence: null });
    expect(await checkEvidence("text in place of a file")).toEqual({ ok: true, evidence: null });
  });

  test("a file of exactly 10 MiB fits, one byte more does not", async () => {
    const frame = aPdf("1 0 obj").length;
    const filled = (bytes: number) => aPdf(`1 0 obj${" ".repeat(bytes - frame)}`);
    expect((await checkEvidence(fileOf(filled(EVIDENCE_MAX_BYTES), "a.pdf"))).ok).toBe(true);
    expect(await checkEvidence(fileOf(filled(EVIDENCE_MAX_BYTES + 1), "a.pdf"))).toEqual({
      ...{ ok: false, problem: "tooLarge" },
    });
  });

  test.each([
    ["tooLarge", aPdf(), "a.pdf", true],
    ["empty", Buffer.alloc(0), "a.pdf", false],
    ["heic", aHeic(), "IMG_0001.HEIC", false],
    ["heic", aHeic(), "renamed.jpg", false],
    ["notAllowed", HTML, "certificate.png", false],
    ["notAllowed", HTML, "certificate.pdf", false],
  ])("%s", async (problem, content, name, tooLarge) => {
    expect(await checkEvidence(fileOf(content, name, "image/png"), tooLarge)).toEqual({ ok: false, problem });
  });

  test("the content names the kind, whatever name and browser say", async () => {
    const checked = await checkEvidence(fileOf(aJpeg("<script>"), "photo.html", "text/html"));
    expect(checked).toMatchObject({ ok: true, evidence: { name: "photo.html.jpg", mediaType: "image/jpeg" } });
  });
});
