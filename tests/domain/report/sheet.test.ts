import exceljs from "exceljs";
import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";

import { MOST_ROWS, tableSheet } from "~/domain/report/sheet";
import { cp932, fileName, makeFile } from "~/domain/report/sheet.server";
import { csvReader, unharmed } from "~/lib/csv";

const SHEET = {
  name: "支援員",
  heading: "支援員の一覧　2026/11/24時点",
  columns: [{ title: "氏名" }, { title: "件数", format: "0.0" }],
  rows: [
    ["髙﨑 純", 41],
    ["=HYPERLINK(1)", null],
  ],
};

test("a workbook holds heading, titles and figures, and formulas as text", async () => {
  const file = await makeFile(SHEET, "xlsx");
  const book = new exceljs.Workbook();
  await book.xlsx.load(file.bytes.buffer as ArrayBuffer);
  const page = book.getWorksheet("支援員");
  expect(page?.getCell("A1").value).toBe(SHEET.heading);
  expect(page?.getCell("B2").value).toBe("件数");
  expect(page?.getCell("A3").value).toBe("髙﨑 純");
  expect(page?.getCell("B3").value).toBe(41);
  expect(page?.getCell("A4").value).toBe("'=HYPERLINK(1)");
  expect(page?.getCell("A4").type).toBe(exceljs.ValueType.String);
});

test("CSV comes with a byte order mark in UTF-8, or in CP932", async () => {
  const utf8 = await makeFile(SHEET, "csv");
  expect([...utf8.bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const old = await makeFile(SHEET, "csv-cp932");
  expect(iconv.decode(Buffer.from(old.bytes), "cp932")).toBe("氏名,件数\r\n髙﨑 純,41\r\n'=HYPERLINK(1),\r\n");
});

test("signs that CP932 writes otherwise or lacks are not lost as question marks", () => {
  expect(iconv.decode(Buffer.from(cp932("−5〜10?😀")), "cp932")).toBe("－5～10?〓");
});

test("every text cell survives the way out and back, and none starts with a sign that a spreadsheet runs", async () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(..."=+-@＝＋－＠−\t\r\n\",髙'") }));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 5 }), async (rows) => {
      const file = await makeFile({ ...SHEET, rows }, "csv");
      const reader = csvReader();
      const read = [...reader.push(new TextDecoder().decode(file.bytes)), ...reader.end()].map((row) => row.cells);
      expect(reader.fault()).toBeNull();
      expect(read.slice(1).map((cells) => cells.map(unharmed))).toEqual(rows.map((row) => [...row]));
      for (const cell of read.slice(1).flat()) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠−]/);
    }),
    { numRuns: 200 },
  );
});

test("a file name holds no sign that a file system refuses", () => {
  expect(fileName(["履行状況", "令和8年度 第3四半期", "a/b:c"], "xlsx")).toBe(
    "履行状況_令和8年度_第3四半期_a_b_c.xlsx",
  );
});

describe("the file of a list", () => {
  const list = {
    ...{ name: "一覧", heading: "一覧　2026/11/24時点" },
    cutShort: ({ shown, total }: { shown: number; total: number }) => `${total}件のうち${shown}件`,
  };
  const fields = [
    { title: "番号", format: "0", cell: (row: number) => row },
    { title: "倍", cell: (row: number) => `${row * 2}` },
  ];

  test("has a column for each field and a row for each entry", () => {
    expect(tableSheet(list, fields, [1, 2])).toEqual({
      ...{ name: "一覧", heading: "一覧　2026/11/24時点", columns: [{ title: "番号", format: "0" }, { title: "倍" }] },
      rows: [
        [1, "2"],
        [2, "4"],
      ],
    });
  });

  test("ends at 50,000 rows and says so, in its heading and in a last row", () => {
    const rows = Array.from({ length: MOST_ROWS + 1 }, (_, index) => index);
    const sheet = tableSheet(list, fields, rows);
    expect([sheet.rows.length, sheet.rows.at(-2), sheet.rows.at(-1)]).toEqual([
      ...[50_001, [49_999, "99998"], ["50001件のうち50000件", null]],
    ]);
    expect(sheet.heading).toBe("一覧　2026/11/24時点　50001件のうち50000件");
    expect(tableSheet({ ...list, total: 70_000 }, fields, rows.slice(1)).rows.at(-1)).toEqual([
      ...["70000件のうち50000件", null],
    ]);
    expect(tableSheet({ ...list, total: 2 }, fields, [1, 2]).rows).toHaveLength(2);
  });
});
