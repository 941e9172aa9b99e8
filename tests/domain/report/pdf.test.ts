import { describe, expect, test } from "vitest";

import type { ReportDocument } from "~/domain/report/document";
import { makePdf } from "~/domain/report/pdf.server";
import { readPdf } from "../../setup/pdf-reader";

const AT = new Date("2026-11-24T01:30:00Z");

function aReport(rows: string[][]): ReportDocument {
  return {
    ...{
      title: "研修受講・スーパービジョン記録",
      language: "ja",
      header: "髙﨑 𠮷郎　作成日 令和8年11月24日",
      author: "支え",
    },
    blocks: [
      { kind: "facts", rows: [["氏名", "髙﨑 𠮷郎"]] },
      { kind: "heading", level: 2, text: "令和8年度" },
      {
        ...{ kind: "table", caption: "研修", rows },
        columns: [
          { title: "年月日", share: 1 },
          { title: "研修の名称", share: 3 },
        ],
      },
      { kind: "text", text: "以上" },
    ],
  };
}

// why: a font of four megabytes is read and cut to what is used.
describe("a report as PDF", { timeout: 60_000 }, () => {
  test("shows rare signs of names and titles as they were typed", async () => {
    const { pages } = await made([["2026/11/24", "①㈱Ⅲ～−~ 葛飾・鷗・𩸽・ﾊﾝｶｸ"]]);
    expect(pages.join("")).toContain("髙﨑 𠮷郎");
    expect(pages.join("")).toContain("①㈱Ⅲ～−~ 葛飾・鷗・𩸽・ﾊﾝｶｸ");
  });

  test("puts 〓 where its type has no shape, so that a gap is seen", async () => {
    const { pages } = await made([["2026/11/24", "笑顔🙂と가"]]);
    expect(pages.join("")).toContain("笑顔〓と〓");
  });

  test("repeats the table's head and the header on each page, and numbers them n / N", async () => {
    const { pages } = await made(Array.from({ length: 120 }, (_, index) => ["2026/11/24", `研修${index}`]));
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((text, index) => {
      expect(text).toContain("研修の名称");
      expect(text).toContain("作成日 令和8年11月24日");
      expect(text).toContain(`${index + 1} / ${pages.length}`);
    });
  });

  test("holds only the shapes it uses, of fonts within the file", async () => {
    const bytes = await makePdf(aReport([["2026/11/24", "研修"]]), AT);
    const { fonts } = readPdf(bytes);
    expect(fonts.map((name) => name.replace(/^[A-Z]{6}\+/, "")).sort()).toEqual([
      "NotoSansJP-Bold",
      "NotoSansJP-Regular",
    ]);
    expect(fonts.every((name) => /^[A-Z]{6}\+/.test(name))).toBe(true);
    expect(bytes.byteLength).toBeLessThan(100_000);
  });

  test("is the same file for the same report and instant, and says when it was made", async () => {
    const [one, two] = [await makePdf(aReport([["a", "b"]]), AT), await makePdf(aReport([["a", "b"]]), AT)];
    expect(Buffer.compare(one, two)).toBe(0);
    expect(readPdf(one).madeAt).toBe("D:20261124013000Z");
    const later = await makePdf(aReport([["a", "b"]]), new Date("2026-11-25T00:00:00Z"));
    expect(Buffer.compare(one, later)).not.toBe(0);
  });

  test.each([36, 38, 40, 42, 44])("keeps a heading with what it heads, after %i lines", async (count) => {
    const report = aReport([["2026/11/24", "研修"]]);
    const lines = Array.from({ length: count }, (_, index) => ({ kind: "text" as const, text: `行${index}` }));
    const { pages } = readPdf(await makePdf({ ...report, blocks: [...lines, ...report.blocks.slice(1)] }, AT));
    const pageOf = (text: string) => pages.findIndex((page) => page.includes(text));
    expect(pageOf("令和8年度")).toBe(pageOf("研修の名称"));
  });

  test("is A4", async () => {
    const bytes = await makePdf(aReport([]), AT);
    expect(Buffer.from(bytes).toString("latin1")).toContain("/MediaBox [0 0 595.28 841.89]");
  });
});

async function made(rows: string[][]) {
  return readPdf(await makePdf(aReport(rows), AT));
}
