import exceljs from "exceljs";
import iconv from "iconv-lite";
import { beforeAll, describe, expect, test } from "vitest";

import { csvReader, unharmed } from "~/lib/csv";
import { recordTotals, recordYears } from "~/domain/record/own-record";
import { makePdf } from "~/domain/report/pdf.server";
import { fileHeaders, makeFile } from "~/domain/report/sheet.server";
import { recordDocument } from "~/i18n/record-document";
import { recordSheet } from "~/i18n/record-sheet";
import { anOwnRecord } from "../../setup/own-record";
import { readPdf } from "../../setup/pdf-reader";

const RECORD = anOwnRecord();
const DOCUMENT = recordDocument(RECORD, "ja");
const SHEET = recordSheet(RECORD, "ja");
const AT = new Date("2026-11-24T00:00:00Z");
const COLUMNS = { section: 3, year: 4, day: 6, content: 8, hours: 12, minutes: 13, count: 14 };

let pdf = "";
let csv: string[][] = [];
beforeAll(async () => {
  pdf = readPdf(await makePdf(DOCUMENT, AT)).pages.join("");
  csv = rowsOf(new TextDecoder().decode((await makeFile(SHEET, "csv")).bytes));
}, 60_000);

describe("what the record says", () => {
  test("of training and supervision stands in the PDF and in the CSV, the carried record's too", () => {
    const { content, carried } = RECORD;
    const all = [content, ...carried.map((one) => one.content)];
    const cells = new Set(csv.flat().map(unharmed));
    for (const { training, sessions, post } of all) {
      for (const text of [post.name, post.contractor, ...training.map((row) => row.title)]) {
        expect(sameDash(pdf)).toContain(sameDash(text));
        expect(cells).toContain(text);
      }
      for (const day of [...training.map((row) => row.attendedOn), ...sessions.map((row) => row.heldOn)]) {
        expect(pdf).toContain(day.replaceAll("-", "/"));
        expect(cells).toContain(day.replaceAll("-", "/"));
      }
    }
    expect(pdf).toContain("第12345号");
    expect(cells).toContain("第12345号");
  });

  test("about the consent to a carried record stands in both", () => {
    expect(pdf.replaceAll(" ", "")).toContain("令和8年11月1日に本人の同意により引き継いだ記録です");
    expect(new Set(csv.map((row) => row[2]))).toEqual(new Set(["引き継ぎの同意日", "", "2026/11/01"]));
  });

  test("adds up to the same in the page, the CSV and the PDF: 3.75 h and 3 h, 195 and 60 minutes", () => {
    const years = recordYears(RECORD.content);
    expect(years.map((year) => [year.hours, year.supervision.minutes])).toEqual([
      [3.75, 195],
      [3, 60],
    ]);
    const own = csv.filter((row) => row[2] === "");
    const totals = own.filter((row) => row[COLUMNS.section] === "研修の年度合計").map((row) => row[COLUMNS.hours]);
    expect(totals).toEqual(["3.75", "3"]);
    const minutes = own
      .filter((row) => row[COLUMNS.section] === "スーパービジョンの年度合計")
      .map((row) => row[COLUMNS.minutes]);
    expect(minutes).toEqual(["195", "60"]);
    const [summary] = DOCUMENT.blocks.filter((block) => block.kind === "table");
    expect(summary?.rows.map((row) => row.slice(0, 6))).toEqual([
      ["令和7年度", "3.75", "20", "△ 未達", "3", "195"],
      ["令和8年度", "3", "20", "△ 未達", "1", "60"],
      ["合計", "6.75", "", "", "4", "255"],
    ]);
    expect(recordTotals(RECORD.content)).toMatchObject({ hours: 6.75, supervision: { count: 4, minutes: 255 } });
    expect(pdf).toContain("令和7年度3.7520△ 未達3195");
  });

  test("never adds a carried record to the present contract's figures", () => {
    const carried = csv.filter((row) => row[2] === "2026/11/01");
    expect(carried.some((row) => row[COLUMNS.minutes] === "77")).toBe(true);
    expect(csv.filter((row) => row[2] === "").some((row) => row[COLUMNS.minutes] === "77")).toBe(false);
  });
});

describe("the file", () => {
  test("CSV has a byte order mark, and what would run as a formula is harmless", async () => {
    const { bytes } = await makeFile(SHEET, "csv");
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(csv.flat()).toContain("'=SUM(A1) 事例検討");
  });

  test("CSV in CP932 says the same; 髙, 﨑, ①, ㈱, Ⅲ stay, and 𠮷, which it lacks, becomes 〓", async () => {
    const old = rowsOf(`\uFEFF${iconv.decode(Buffer.from((await makeFile(SHEET, "csv-cp932")).bytes), "cp932")}`);
    expect(old).toEqual(
      csv.map((row) => row.map((cell) => cell.replaceAll("𠮷", "〓").replaceAll("−", "－").replaceAll("—", "―"))),
    );
    expect(old.flat()).toContain("髙﨑 〓郎");
    expect(old.flat()).toContain("多重債務①～基礎－");
  });

  test("XLSX says the same, cell by cell", async () => {
    const book = new exceljs.Workbook();
    const { bytes } = await makeFile(SHEET, "xlsx");
    await book.xlsx.load(bytes.buffer as ArrayBuffer);
    const page = book.worksheets[0];
    const rows: string[][] = [];
    page?.eachRow({ includeEmpty: true }, (row, number) => {
      if (number > 1) rows.push(SHEET.columns.map((_, index) => String(row.getCell(index + 1).value ?? "")));
    });
    expect(rows).toEqual(csv);
    expect(String(page?.getCell("A1").value)).toBe("研修受講・スーパービジョン記録 髙﨑 𠮷郎　作成日 令和8年11月24日");
  });

  test("is named after the record, the person and the day", async () => {
    const file = { ...(await makeFile(SHEET, "csv")), extension: "pdf" as const };
    const headers = fileHeaders(file, [DOCUMENT.title, "髙﨑 𠮷郎", "20261124"]);
    const [, name = ""] = headers["Content-Disposition"]?.split("filename*=UTF-8''") ?? [];
    expect(decodeURIComponent(name)).toBe("研修受講・スーパービジョン記録_髙﨑_𠮷郎_20261124.pdf");
  });

  test("in English keeps titles and names as they are", () => {
    const english = JSON.stringify(recordDocument(RECORD, "en"));
    for (const text of ["Record of training and supervision", "髙﨑 𠮷郎", "Sasaeai Ltd", "Certified social worker"])
      expect(english).toContain(text);
    expect(english).toContain("多重債務①～基礎−");
  });
});

/** Without the spaces at which lines were broken; the type has one shape for both wave dashes, so the text has one too. */
function sameDash(text: string): string {
  return text.replaceAll(" ", "").replaceAll("～", "〜");
}

function rowsOf(text: string): string[][] {
  const reader = csvReader();
  return [...reader.push(text.replace(/^\uFEFF/, "")), ...reader.end()].map((row) => row.cells);
}
