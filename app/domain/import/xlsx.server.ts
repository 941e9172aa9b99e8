/**
 * XLSX workbooks, read sheet by sheet without holding a sheet in memory. The only file that knows ExcelJS: it is
 * no longer developed, so nothing reaches it that was not measured first (xlsx-zip.server.ts).
 */
import { Readable } from "node:stream";

import ExcelJS from "exceljs";

import { fileKeyOf } from "./columns";
import { problemAt, type Problem, type ProblemCode } from "./problems";
import { CELL_ERROR } from "./rows";
import type { Opened, Source } from "./source.server";
import { inspectZip, type ZipContent } from "./xlsx-zip.server";

export const MAX_XLSX_BYTES = 20 * 1024 * 1024;
export const MAX_SHEET_ROWS = 100_000;
/** What may be read as a whole where a workbook's parts stand in an order that streaming cannot follow. */
const MAX_WHOLE_BYTES = 40 * 1024 * 1024;
const ROWS_AT_ONCE = 1_000;
const WORKBOOK = "xl/workbook.xml";
const RELATIONS = "xl/_rels/workbook.xml.rels";

type Sheet = { name: string; rows: AsyncIterable<ExcelJS.Row> | Iterable<ExcelJS.Row> };

/** Opens a workbook: each sheet that is named like a file of the exchange format becomes a table. */
export async function* openXlsx(source: Source): AsyncGenerator<Opened> {
  const refuse = (code: ProblemCode, params = {}): Opened => ({
    problem: problemAt({ file: source.name }, code, params),
  });
  if (source.bytes === 0) return yield refuse("file_empty", { file: source.name });
  if (source.bytes > MAX_XLSX_BYTES) return yield refuse("file_too_large", { max: MAX_XLSX_BYTES / 1024 / 1024 });
  const content = await wholeContent(source);
  // why: old workbooks and password-protected ones share this container.
  if (content.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) return yield refuse("xlsx_old");
  const zip = await inspectZip(content, [WORKBOOK, RELATIONS]);
  if (zip === "broken") return yield refuse("xlsx_broken");
  if (zip === "bomb") return yield refuse("xlsx_bomb");
  if (zip.names.some((name) => name.endsWith("vbaProject.bin"))) return yield refuse("xlsx_macros");
  if (zip.names.includes("xl/workbook.bin")) return yield refuse("xlsx_binary");
  const names = sheetNames(zip);
  if (!names) return yield refuse("xlsx_broken");
  const streams = canStream(zip, names);
  if (!streams && zip.unpackedBytes > MAX_WHOLE_BYTES) return yield refuse("xlsx_too_large");
  const single = names.size === 1 ? fileKeyOf(source.name.replace(/\.xlsx$/i, "")) : null;
  let known = 0;
  try {
    for await (const sheet of streams ? streamedSheets(content, names) : wholeSheets(content)) {
      const file = fileKeyOf(sheet.name) ?? single;
      if (!file) {
        yield {
          notice: { file: source.name, row: null, column: null, value: sheet.name, code: "sheet_ignored", params: {} },
        };
        continue;
      }
      known += 1;
      const label = `${source.name}/${sheet.name}`;
      let fault: Problem | null = null;
      const rows = () => pieces(sheet, (code, params) => (fault = problemAt({ file: label }, code, params)));
      yield { table: { file, label, encoding: "XLSX", expected: null, rows, fault: () => fault } };
    }
  } catch {
    return yield refuse("xlsx_broken");
  }
  if (known === 0) yield refuse("xlsx_no_sheet");
}

async function wholeContent(source: Source): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source.open()) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** The sheets' names by their part of the workbook, "xl/worksheets/sheet1.xml"; null where the workbook lists none. */
function sheetNames(zip: ZipContent): Map<string, string> | null {
  const attribute = (tag: string, name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
  const targets = new Map<string, string>();
  for (const [tag] of (zip.texts.get(RELATIONS) ?? "").matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)) {
    const target = attribute(tag, "Target");
    targets.set(attribute(tag, "Id"), target.startsWith("/") ? target.slice(1) : `xl/${target}`);
  }
  const names = new Map<string, string>();
  for (const [tag] of (zip.texts.get(WORKBOOK) ?? "").matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)) {
    const target = targets.get(attribute(tag, "\\w+:id"));
    if (target) names.set(target, decodeXml(attribute(tag, "name")));
  }
  return names.size > 0 ? names : null;
}

function decodeXml(text: string): string {
  const named: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex?: string, digits?: string, name?: string) => {
    if (name) return named[name] ?? all;
    const point = parseInt(hex ?? digits ?? "", hex ? 16 : 10);
    return point <= 0x10ffff ? String.fromCodePoint(point) : all;
  });
}

/** Whether ExcelJS's streaming reader meets the names and styles of every sheet before the sheet itself. */
function canStream(zip: ZipContent, names: ReadonlyMap<string, string>): boolean {
  const at = (name: string): number => zip.names.indexOf(name);
  return [...names.keys()].every((sheet) => {
    if (!/^xl\/worksheets\/sheet\d+\.xml$/.test(sheet)) return false;
    const waits = at("xl/sharedStrings.xml") < 0 || at("xl/sharedStrings.xml") > at(sheet) || at(RELATIONS) > at(sheet);
    return waits || (at(WORKBOOK) < at(sheet) && at("xl/styles.xml") < at(sheet));
  });
}

async function* streamedSheets(content: Buffer, names: ReadonlyMap<string, string>): AsyncGenerator<Sheet> {
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from([content], { objectMode: false }), {
    sharedStrings: "cache",
    styles: "cache",
    worksheets: "emit",
    hyperlinks: "ignore",
    entries: "ignore",
  });
  for await (const sheet of reader) {
    // why: its types leave out id and name; it cannot name sheets whose relation is written as an absolute path.
    const { id, name } = sheet as unknown as { id: string | number; name?: string };
    yield { name: name ?? names.get(`xl/worksheets/sheet${id}.xml`) ?? "", rows: sheet };
  }
}

async function* wholeSheets(content: Buffer): AsyncGenerator<Sheet> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(
    content.buffer.slice(content.byteOffset, content.byteOffset + content.byteLength) as ArrayBuffer,
  );
  for (const sheet of workbook.worksheets) {
    yield { name: sheet.name, rows: sheet.getRows(1, sheet.rowCount) ?? [] };
  }
}

async function* pieces(
  sheet: Sheet,
  stop: (code: ProblemCode, params: Record<string, number>) => void,
): AsyncGenerator<{ row: number; cells: string[] }[]> {
  let piece: { row: number; cells: string[] }[] = [];
  try {
    for await (const row of sheet.rows) {
      if (row.number > MAX_SHEET_ROWS + 1) return stop("xlsx_too_many_rows", { max: MAX_SHEET_ROWS });
      const cells = rowCells(row);
      if (cells.some((cell) => cell !== "")) piece.push({ row: row.number, cells });
      if (piece.length < ROWS_AT_ONCE) continue;
      yield piece;
      piece = [];
    }
  } catch {
    return stop("xlsx_broken", {});
  }
  yield piece;
}

function rowCells(row: ExcelJS.Row): string[] {
  const cells: string[] = [];
  row.eachCell((cell, column) => {
    while (cells.length < column) cells.push("");
    cells[column - 1] = cellText(cell.value, cell.numFmt);
  });
  return cells;
}

/** A cell as CSV would hold it. */
function cellText(value: ExcelJS.CellValue | undefined, format: string | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return String(value);
  if (typeof value === "number") return numberText(value, format ?? "");
  if (value instanceof Date) return dateText(value);
  if ("error" in value) return `${CELL_ERROR}${value.error}`;
  if ("richText" in value) return value.richText.map((run) => run.text).join("");
  if ("hyperlink" in value) return cellText(value.text, format);
  if ("formula" in value || "sharedFormula" in value) {
    if (value.result !== undefined) return cellText(value.result, format);
    return `${CELL_ERROR}=${"formula" in value ? value.formula : value.sharedFormula}`;
  }
  return "";
}

function numberText(value: number, format: string): string {
  if (Number.isNaN(value)) return `${CELL_ERROR}#VALUE!`;
  // why: the number behind a computed date comes without being turned into one.
  if (/[ymd]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, "")))
    return dateText(new Date((value - 25569) * 86_400_000));
  // why: 15 digits are all that a spreadsheet keeps; more is binary noise.
  const text = String(Number(value.toPrecision(15)));
  return /^0+$/.test(format) ? text.padStart(format.length, "0") : text;
}

/** A date cell is midnight in UTC, a time of day lies on 30 December 1899. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return `${CELL_ERROR}#VALUE!`;
  const iso = new Date(Math.round(date.getTime() / 60_000) * 60_000).toISOString();
  const [day = "", time = ""] = [iso.slice(0, 10), iso.slice(11, 16)];
  if (day <= "1899-12-31") return time;
  return time === "00:00" ? day : `${day} ${time}`;
}
