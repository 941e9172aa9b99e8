/**
 * XLSX workbooks, read sheet by sheet without holding a sheet in memory. Cells are ExcelJS's, piece by piece: its own
 * streaming reader takes furigana for the text, breaks characters at the end of a piece and depends on the order of
 * the parts, and it is no longer developed.
 */
import type exceljs from "exceljs";
import WorksheetReader from "exceljs/lib/stream/xlsx/worksheet-reader.js";
import SharedStringsXform from "exceljs/lib/xlsx/xform/strings/shared-strings-xform.js";
import StylesXform from "exceljs/lib/xlsx/xform/style/styles-xform.js";

import { fileKeyOf, type FileKey } from "./columns";
import { problemAt, type Problem, type ProblemCode } from "./problems";
import { CELL_ERROR } from "./rows";
import type { Opened, Source } from "./source.server";
import { openZip, type Zip } from "./xlsx-zip.server";

export const MAX_XLSX_BYTES = 20 * 1024 * 1024;
export const MAX_SHEET_ROWS = 100_000;
/** Shared strings are the one part that is held as a whole. */
const MAX_STRINGS_BYTES = 64 * 1024 * 1024;
const ROWS_AT_ONCE = 1_000;
const WORKBOOK = "xl/workbook.xml";
const RELATIONS = "xl/_rels/workbook.xml.rels";
const STRINGS = "xl/sharedStrings.xml";
const STYLES = "xl/styles.xml";

type Workbook = ConstructorParameters<typeof WorksheetReader>[0]["workbook"];
type Sheet = { name: string; part: string };

/** Opens a workbook: each sheet that is named like a file of the exchange format becomes a table. */
export async function* openXlsx(source: Source): AsyncGenerator<Opened> {
  const refuse = (code: ProblemCode, params = {}): Opened => ({
    problem: problemAt({ file: source.name }, code, params),
  });
  if (source.bytes === 0) return yield refuse("file_empty");
  if (source.bytes > MAX_XLSX_BYTES) return yield refuse("file_too_large", { max: MAX_XLSX_BYTES / 1024 / 1024 });
  const content = await wholeContent(source);
  // why: old workbooks and password-protected ones share this container.
  if (content.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) return yield refuse("xlsx_old");
  const zip = await openZip(content);
  if (typeof zip === "string") return yield refuse(`xlsx_${zip}`);
  if ([...zip.sizes.keys()].some((name) => name.endsWith("vbaProject.bin"))) return yield refuse("xlsx_macros");
  if (zip.sizes.has("xl/workbook.bin")) return yield refuse("xlsx_binary");
  if ((zip.sizes.get(STRINGS) ?? 0) > MAX_STRINGS_BYTES) return yield refuse("xlsx_too_large");
  const opened = await openWorkbook(zip);
  if (!opened) return yield refuse("xlsx_broken");
  const { sheets, workbook } = opened;
  const single = sheets.length === 1 ? fileKeyOf(source.name.replace(/\.xlsx$/i, "")) : null;
  const known = sheets.filter((sheet) => fileKeyOf(sheet.name) ?? single);
  if (known.length === 0) return yield refuse("xlsx_no_sheet");
  for (const sheet of sheets) {
    const file = fileKeyOf(sheet.name) ?? single;
    if (file) yield sheetTable(file, `${source.name}/${sheet.name}`, rowsOf(zip, workbook, sheet));
    else
      yield {
        notice: { file: source.name, row: null, column: null, value: sheet.name, code: "sheet_ignored", params: {} },
      };
  }
}

function sheetTable(file: FileKey, label: string, rows: AsyncIterable<exceljs.Row>): Opened {
  let fault: Problem | null = null;
  const stop = (code: ProblemCode, params: Record<string, number>): void => {
    fault = problemAt({ file: label }, code, params);
  };
  return {
    table: { file, label, encoding: "XLSX", expected: null, rows: () => pieces(rows, stop), fault: () => fault },
  };
}

async function wholeContent(source: Source): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source.open()) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** What all sheets share, and the sheets in their order; null where the workbook lists none or cannot be read. */
async function openWorkbook(zip: Zip): Promise<{ workbook: Workbook; sheets: Sheet[] } | null> {
  try {
    const xml = await wholeText(zip, WORKBOOK);
    const sheets = sheetsOf(xml, await wholeText(zip, RELATIONS));
    const [strings, styles] = [new SharedStringsXform(), new StylesXform()];
    if (zip.sizes.has(STRINGS)) await strings.parseStream(zip.read(STRINGS));
    if (zip.sizes.has(STYLES)) await styles.parseStream(zip.read(STYLES));
    const date1904 = /<(?:\w+:)?workbookPr\s[^>]*date1904="(?:1|true)"/.test(xml);
    const workbook = { sharedStrings: strings.values, styles, properties: { model: { date1904 } } };
    return sheets.length > 0 ? { workbook, sheets } : null;
  } catch {
    return null;
  }
}

async function wholeText(zip: Zip, name: string): Promise<string> {
  let text = "";
  for await (const piece of zip.read(name)) {
    text += piece;
    if (text.length > 1024 * 1024) throw new Error(`${name} is too long`);
  }
  return text;
}

function sheetsOf(workbook: string, relations: string): Sheet[] {
  const attribute = (tag: string, name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
  const parts = new Map<string, string>();
  for (const [tag] of relations.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)) {
    const target = attribute(tag, "Target");
    parts.set(attribute(tag, "Id"), target.startsWith("/") ? target.slice(1) : `xl/${target}`);
  }
  return [...workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)].flatMap(([tag]) => {
    const part = parts.get(attribute(tag, "\\w+:id"));
    return part ? [{ name: decodeXml(attribute(tag, "name")), part }] : [];
  });
}

function decodeXml(text: string): string {
  const named: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex?: string, digits?: string, name?: string) => {
    if (name) return named[name] ?? all;
    const point = parseInt(hex ?? digits ?? "", hex ? 16 : 10);
    return point <= 0x10ffff ? String.fromCodePoint(point) : all;
  });
}

function rowsOf(zip: Zip, workbook: Workbook, { part }: Sheet): AsyncIterable<exceljs.Row> {
  const options = { worksheets: "emit", hyperlinks: "ignore" } as const;
  return new WorksheetReader({ workbook, id: 1, iterator: zip.read(part), options });
}

async function* pieces(
  rows: AsyncIterable<exceljs.Row>,
  stop: (code: ProblemCode, params: Record<string, number>) => void,
): AsyncGenerator<{ row: number; cells: string[] }[]> {
  let piece: { row: number; cells: string[] }[] = [];
  try {
    for await (const row of rows) {
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

function rowCells(row: exceljs.Row): string[] {
  const cells: string[] = [];
  row.eachCell((cell, column) => {
    while (cells.length < column) cells.push("");
    cells[column - 1] = cellText(cell.value, cell.numFmt);
  });
  return cells;
}

/** A cell as CSV would hold it. */
function cellText(value: exceljs.CellValue | undefined, format: string | undefined): string {
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
