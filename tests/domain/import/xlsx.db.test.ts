import { deflateRawSync } from "node:zlib";

import ExcelJS from "exceljs";
import { beforeEach, describe, expect, test } from "vitest";

import type { Tenant } from "~/db/scope.server";
import { FILE_KEYS, FILES } from "~/domain/import/columns";
import { importFiles } from "~/domain/import/import-files.server";
import { csvTemplate } from "~/domain/import/template.server";
import { xlsxTemplate } from "~/domain/import/xlsx-template.server";

import { aContract, asOwner } from "../../setup/factories";
import { bytes, everything, VALID } from "./valid-files";

let tenant: Tenant & { code: string };
beforeEach(async () => {
  tenant = await aContract();
});

const run = (name: string, content: Uint8Array) =>
  importFiles(tenant, [bytes(name, content)], { dryRun: false, actorRole: "cli" });
const codes = async (name: string, content: Uint8Array) => (await run(name, content)).problems.map(({ code }) => code);

async function book(fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

type Entry = { name: string; content: Buffer; claimed?: number };

/** A ZIP file made by hand, whose entries may lie about their size. */
function zip(entries: Entry[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimed } of entries) {
    const packed = deflateRawSync(content);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    const sizes = (to: Buffer, at: number) => {
      to.writeUInt16LE(20, at);
      to.writeUInt16LE(8, at + 4);
      to.writeUInt32LE(packed.length, at + 14);
      to.writeUInt32LE(claimed ?? content.length, at + 18);
      to.writeUInt16LE(name.length, at + 22);
    };
    sizes(head, 4);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    sizes(entry, 6);
    entry.writeUInt32LE(offset, 42);
    parts.push(head, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(
    directory.reduce((sum, each) => sum + each.length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...parts, ...directory, end]));
}

describe("a workbook", () => {
  test("with all sheets, as people fill in the template, is the same import as the CSV files", async () => {
    const workbook = new ExcelJS.Workbook();
    const template = await xlsxTemplate({ name: "記入のしかた", rows: [["シート", "列", "必須", "書き方"]] });
    await workbook.xlsx.load(template.buffer as ArrayBuffer);
    for (const file of FILE_KEYS) for (const row of VALID[file]) workbook.getWorksheet(file)?.addRow(row.split(","));
    const result = await run("記録.xlsx", new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(result.problems).toEqual([]);
    expect(result.files.map(({ file, encoding, added }) => [file, encoding, added]).sort()).toEqual(
      FILE_KEYS.map((file) => [`記録.xlsx/${file}`, "XLSX", VALID[file].length]).sort(),
    );
    expect(result.notices.map(({ code, value }) => [code, value])).toContainEqual(["sheet_ignored", "記入のしかた"]);
    const again = await importFiles(tenant, everything(), { dryRun: false, actorRole: "cli" });
    expect(again.files.map(({ added, changed }) => [added, changed])).toEqual(FILE_KEYS.map(() => [0, 0]));
  });

  test("gives dates as plain days, computed cells as their result, and codes with their leading zeros", async () => {
    const content = await book((workbook) => {
      const sheet = workbook.addWorksheet("ケース");
      sheet.addRow(["ケース番号", "開始日", "終結日", "複雑化要因"]);
      sheet.addRow([
        "K1",
        new Date(Date.UTC(2025, 3, 1)),
        { formula: "B2+30", result: new Date(Date.UTC(2025, 4, 1)) },
        "債務",
      ]);
      sheet.addRow([7, "2025/4/2", null, { richText: [{ text: "debt;" }, { text: "illness" }] }]);
      sheet.getCell("A3").numFmt = "0000";
      sheet.getCell("C2").numFmt = "yyyy-mm-dd";
    });
    expect(await run("cases.xlsx", content)).toMatchObject({
      ok: true,
      files: [{ file: "cases.xlsx/ケース", added: 2 }],
    });
    const rows = await asOwner(async (owner) => {
      const sql =
        "SELECT case_ref, opened_on::text AS o, closed_on::text AS c, tags FROM support_case WHERE contract_id = $1 ORDER BY 1";
      return (await owner.query(sql, [tenant.contractId])).rows as unknown[];
    });
    expect(rows).toEqual([
      { case_ref: "0007", o: "2025-04-02", c: null, tags: ["debt", "illness"] },
      { case_ref: "K1", o: "2025-04-01", c: "2025-05-01", tags: ["debt"] },
    ]);
  });

  test("names sheet, row and column of what is wrong, an error of the spreadsheet included", async () => {
    const content = await book((workbook) => {
      const sheet = workbook.addWorksheet("cases");
      sheet.addRow(["case_ref", "opened_on", "closed_on"]);
      sheet.addRow(["K1", { error: "#REF!" }, "2026/6/31"]);
    });
    const result = await run("book.xlsx", content);
    expect(result.problems.map(({ file, row, column, value, code }) => [file, row, column, value, code])).toEqual([
      ["book.xlsx/cases", 2, "opened_on", "#REF!", "cell_error"],
      ["book.xlsx/cases", 2, "closed_on", "2026/6/31", "day_unknown"],
    ]);
  });

  test("as Japanese Excel writes it keeps the word and leaves out its reading", async () => {
    const sheets = '<workbook><sheets><sheet name="offices" sheetId="1" r:id="r1"/></sheets></workbook>';
    const relations = '<Relationships><Relationship Id="r1" Target="/xl/worksheets/data.xml"/></Relationships>';
    const words = ["office_code", "name", "O1"].map((word) => `<si><t>${word}</t></si>`).join("");
    const strings = `<sst>${words}<si><t>山田町事業所</t><rPh sb="0" eb="2"><t>ヤマダ</t></rPh><phoneticPr fontId="1"/></si></sst>`;
    const cell = (ref: string, index: number) => `<c r="${ref}" t="s"><v>${index}</v></c>`;
    const rows = `<row r="1">${cell("A1", 0)}${cell("B1", 1)}</row><row r="2">${cell("A2", 2)}${cell("B2", 3)}</row>`;
    const content = zip([
      { name: "xl/worksheets/data.xml", content: Buffer.from(`<worksheet><sheetData>${rows}</sheetData></worksheet>`) },
      { name: "xl/sharedStrings.xml", content: Buffer.from(strings) },
      { name: "xl/workbook.xml", content: Buffer.from(sheets) },
      { name: "xl/_rels/workbook.xml.rels", content: Buffer.from(relations) },
    ]);
    expect(await run("book.xlsx", content)).toMatchObject({
      ok: true,
      files: [{ file: "book.xlsx/offices", added: 1 }],
    });
    const name = await asOwner((owner) =>
      owner.query("SELECT name FROM office WHERE contract_id = $1", [tenant.contractId]),
    );
    expect(name.rows).toEqual([{ name: "山田町事業所" }]);
  });

  test("keeps every character of a sheet larger than one piece", async () => {
    const content = await book((workbook) => {
      const sheet = workbook.addWorksheet("offices");
      sheet.addRow(["office_code", "name"]);
      for (let index = 0; index < 3_000; index += 1) sheet.addRow([`O${index}`, `支援事業所${index}号`]);
    });
    expect(await run("book.xlsx", content)).toMatchObject({ ok: true, files: [{ rows: 3_000, added: 3_000 }] });
    const wrong = await asOwner((owner) =>
      owner.query("SELECT name FROM office WHERE contract_id = $1 AND name !~ '^支援事業所[0-9]+号$'", [
        tenant.contractId,
      ]),
    );
    expect(wrong.rows).toEqual([]);
  });

  test("of one sheet may be named like the file instead of the sheet", async () => {
    const content = await book((workbook) => workbook.addWorksheet("Sheet1").addRows([["office_code"], ["O1"]]));
    expect(await run("offices.xlsx", content)).toMatchObject({ ok: true, files: [{ added: 1 }] });
    expect(await codes("anything.xlsx", content)).toEqual(["xlsx_no_sheet"]);
  });

  test.each([
    ["old.xls", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), "xlsx_old"],
    ["locked.xlsx", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), "xlsx_old"],
    ["text.xlsx", Buffer.from("case_ref,opened_on\n"), "xlsx_broken"],
    ["empty.xlsx", Buffer.alloc(0), "file_empty"],
    [
      "macros.xlsm",
      zip([
        { name: "xl/workbook.xml", content: Buffer.from("<x/>") },
        { name: "xl/vbaProject.bin", content: Buffer.from("x") },
      ]),
      "xlsx_macros",
    ],
    ["binary.xlsb", zip([{ name: "xl/workbook.bin", content: Buffer.from("x") }]), "xlsx_binary"],
    ["other.xlsx", zip([{ name: "word/document.xml", content: Buffer.from("<x/>") }]), "xlsx_broken"],
  ])("%s is refused as %s", async (name, content, code) => {
    expect(await codes(name, content)).toEqual([code]);
  });

  test("that would unpack to gigabytes is refused by what it says of itself", async () => {
    const claims = Array.from({ length: 4 }, (_, index) => ({
      ...{ name: `xl/worksheets/sheet${index}.xml`, content: Buffer.from("x"), claimed: 1_000_000_000 },
    }));
    expect(await codes("bomb.xlsx", zip(claims))).toEqual(["xlsx_bomb"]);
  });

  test("of thirty megabytes of the same letter is refused for being too well packed", async () => {
    const content = zip([{ name: "xl/worksheets/sheet1.xml", content: Buffer.alloc(30 * 1024 * 1024, "a") }]);
    expect(content.length).toBeLessThan(100_000);
    expect(await codes("bomb.xlsx", content)).toEqual(["xlsx_bomb"]);
  });

  test("that says it is small and is not is refused before the spreadsheet reader sees it", async () => {
    const content = zip([
      { name: "xl/workbook.xml", content: Buffer.from('<sheets><sheet name="cases" r:id="r1"/></sheets>') },
      {
        name: "xl/_rels/workbook.xml.rels",
        content: Buffer.from('<Relationship Id="r1" Target="worksheets/sheet1.xml"/>'),
      },
      { name: "xl/worksheets/sheet1.xml", content: Buffer.alloc(30 * 1024 * 1024, "a"), claimed: 1_000 },
    ]);
    expect(await codes("liar.xlsx", content)).toEqual(["xlsx_broken"]);
  });
});

describe("templates", () => {
  test.each(FILE_KEYS)("of %s can be imported as they are, in both encodings", async (file) => {
    for (const encoding of ["utf-8", "cp932"] as const) {
      const result = await run(`${file}.csv`, csvTemplate(file, encoding));
      expect(result).toMatchObject({
        ok: true,
        files: [{ rows: 0, encoding: encoding === "utf-8" ? "UTF-8" : "CP932" }],
      });
    }
  });

  test("have both headings of every column", async () => {
    const text = new TextDecoder("shift_jis").decode(csvTemplate("assignments", "cp932"));
    expect(text).toBe("case_ref／ケース番号,staff_code／職員コード,from／担当開始日,to／担当終了日\r\n");
    expect(
      Object.values(FILES)
        .flatMap(({ columns }) => columns)
        .every(({ ja }) => ja.length > 0),
    ).toBe(true);
  });
});
