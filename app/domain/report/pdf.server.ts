/**
 * Reports as PDF: A4, the type embedded as a subset, repeated table heads, page n/N. The library writes no tags, so every
 * PDF has an HTML page that says the same. The same document and instant give the same bytes.
 */
import { createRequire } from "node:module";
import path from "node:path";

import pdfmake, { type Content } from "pdfmake";

import type { Block, ReportDocument, TableColumn } from "./document";
import { readableWith } from "./font-coverage.server";

// why: the package exports no font by name, only its entry, beside which the fonts lie.
const FONTS = path.join(
  path.dirname(createRequire(import.meta.url).resolve("@embedpdf/fonts-jp")),
  "..",
  "fonts",
  path.sep,
);
const REGULAR = path.join(FONTS, "NotoSansJP-Regular.otf");
const BOLD = path.join(FONTS, "NotoSansJP-Bold.otf");

pdfmake.setFonts({ "Noto Sans JP": { normal: REGULAR, bold: BOLD } });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((file) => path.resolve(file).startsWith(FONTS));

const GREY = "#949494";

/** The document as a PDF file, made at the instant. Signs that the type lacks become 〓. */
export async function makePdf(document: ReportDocument, madeAt: Date): Promise<Uint8Array> {
  const readable = readableWith(REGULAR);
  const made = pdfmake.createPdf({
    pageSize: "A4",
    pageMargins: [40, 56, 40, 48],
    language: document.language,
    displayTitle: true,
    info: { title: document.title, author: document.author, creator: document.author, creationDate: madeAt },
    defaultStyle: { font: "Noto Sans JP", fontSize: 9, lineHeight: 1.2 },
    styles: {
      title: { fontSize: 16, bold: true, margin: [0, 0, 0, 8] },
      heading2: { fontSize: 12, bold: true, margin: [0, 14, 0, 4] },
      heading3: { fontSize: 10, bold: true, margin: [0, 10, 0, 3] },
      caption: { bold: true, margin: [0, 4, 0, 2] },
      head: { bold: true, fillColor: "#f2f2f2" },
    },
    header: { text: readable(document.header), alignment: "right", fontSize: 8, margin: [40, 28, 40, 0] },
    footer: (page: number, pages: number) => ({
      text: `${page} / ${pages}`,
      ...{ alignment: "center", fontSize: 8, margin: [40, 16, 40, 0] },
    }),
    // why: a heading belongs on the page of what it heads; below this height a line, a table's head and a row have no room.
    pageBreakBefore: (node) => node.headlineLevel === 1 && node.startPosition.verticalRatio > 0.88,
    content: [
      { text: readable(document.title), style: "title" },
      ...document.blocks.map((block) => contentOf(block, readable)),
    ],
  });
  return new Uint8Array(await made.getBuffer());
}

function contentOf(block: Block, readable: (text: string) => string): Content {
  switch (block.kind) {
    case "heading":
      return { text: readable(block.text), style: block.level === 2 ? "heading2" : "heading3", headlineLevel: 1 };
    case "text":
      return { text: readable(block.text), margin: [0, 2, 0, 4] };
    case "facts":
      return {
        table: {
          widths: ["22%", "*"],
          body: block.rows.map(([label, value]) => [{ text: readable(label), style: "head" }, readable(value)]),
        },
        layout: GRID,
        margin: [0, 0, 0, 6],
      };
    case "table":
      return {
        table: {
          headerRows: 1,
          dontBreakRows: true,
          keepWithHeaderRows: 1,
          widths: widthsOf(block.columns),
          body: [
            block.columns.map((column) => ({ text: readable(column.title), style: "head", alignment: sideOf(column) })),
            ...block.rows.map((row) =>
              row.map((text, index) => ({ text: readable(text), alignment: sideOf(block.columns[index]) })),
            ),
          ],
        },
        layout: GRID,
        margin: [0, 0, 0, 6],
      };
  }
}

const GRID = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  hLineColor: () => GREY,
  vLineColor: () => GREY,
  paddingLeft: () => 3,
  paddingRight: () => 3,
  paddingTop: () => 2,
  paddingBottom: () => 2,
};

function sideOf(column: TableColumn | undefined): "left" | "right" {
  return column?.align === "end" ? "right" : "left";
}

function widthsOf(columns: TableColumn[]): string[] {
  const whole = columns.reduce((sum, column) => sum + column.share, 0);
  return columns.map((column) => `${(column.share / whole) * 100}%`);
}
