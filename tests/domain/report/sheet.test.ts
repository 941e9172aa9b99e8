import exceljs from "exceljs";
import iconv from "iconv-lite";
import { expect, test } from "vitest";

import { cp932, makeFile } from "~/domain/report/sheet.server";

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
