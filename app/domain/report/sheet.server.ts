/** Tables as files that leave the house: XLSX, and CSV in the two encodings that Japanese spreadsheets open. */
import exceljs from "exceljs";
import iconv from "iconv-lite";

import { csvLine, harmless } from "~/lib/csv";

import type { Sheet } from "./sheet";

export type { Cell, Sheet, SheetColumn } from "./sheet";

export const FILE_FORMATS = ["xlsx", "csv", "csv-cp932"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** The format asked for; XLSX where none or an unknown one is. */
export function fileFormat(wished: string | null): FileFormat {
  return FILE_FORMATS.find((format) => format === wished) ?? "xlsx";
}

export type MadeFile = { bytes: Uint8Array; mediaType: string; extension: "xlsx" | "csv" | "pdf" };

/** The sheet as a file. In XLSX the heading line stands above the table and is printed on every page. */
export async function makeFile(sheet: Sheet, format: FileFormat): Promise<MadeFile> {
  if (format === "xlsx") {
    const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    return { bytes: await workbook(sheet), mediaType, extension: "xlsx" };
  }
  const rows = [sheet.columns.map((column) => column.title), ...sheet.rows];
  const text = rows.map((row) => `${csvLine(row)}\r\n`).join("");
  const bytes = format === "csv" ? new TextEncoder().encode(`\uFEFF${text}`) : cp932(text);
  return { bytes, mediaType: `text/csv; charset=${format === "csv" ? "utf-8" : "shift_jis"}`, extension: "csv" };
}

/** CP932 bytes as Windows writes them; the minus and the wave dash take Windows' code, what it lacks becomes 〓. */
export function cp932(text: string): Uint8Array {
  const windows = text.replaceAll("−", "－").replaceAll("〜", "～").replaceAll("—", "―").replaceAll("‖", "∥");
  const known = Array.from(windows, (sign) => (sign !== "?" && iconv.encode(sign, "cp932")[0] === 0x3f ? "〓" : sign));
  return iconv.encode(known.join(""), "cp932");
}

async function workbook(sheet: Sheet): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  const page = book.addWorksheet(sheet.name.slice(0, 31), {
    views: [{ state: "frozen", ySplit: 2, xSplit: 1 }],
    pageSetup: {
      paperSize: 9,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: "1:2",
    },
  });
  page.columns = sheet.columns.map((column) => ({
    width: column.width ?? 14,
    style: column.format ? { numFmt: column.format } : {},
  }));
  page.addRow([harmless(sheet.heading)]).font = { bold: true };
  const titles = page.addRow(sheet.columns.map((column) => column.title));
  titles.font = { bold: true };
  titles.alignment = { wrapText: true, vertical: "top" };
  for (const row of sheet.rows) page.addRow(row.map((cell) => (typeof cell === "string" ? harmless(cell) : cell)));
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** The answer that downloads a sheet in the format that the address asks for with ?format, under a name in the reader's language. */
export async function sheetResponse(
  sheet: Sheet,
  params: URLSearchParams,
  nameParts: readonly string[],
): Promise<Response> {
  const file = await makeFile(sheet, fileFormat(params.get("format")));
  return new Response(file.bytes as BodyInit, { headers: fileHeaders(file, nameParts) });
}

/** The answer that downloads a file, under a name in the reader's language. */
export function fileHeaders(file: MadeFile, nameParts: readonly string[]): Record<string, string> {
  const name = fileName(nameParts, file.extension);
  return {
    "Content-Type": file.mediaType,
    "Content-Disposition": `attachment; filename="export.${file.extension}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    "Cache-Control": "private, no-store",
  };
}

/** A name for a download, with the signs that file systems refuse replaced. */
export function fileName(parts: readonly string[], extension: string): string {
  return `${parts.join("_").replaceAll(/[\\/:*?"'<>|\s]+/g, "_")}.${extension}`;
}
