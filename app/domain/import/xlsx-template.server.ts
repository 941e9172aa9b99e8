/** The template as one workbook: a guide, then a sheet for every file with headings in both languages. */
import exceljs from "exceljs";

import { FILE_KEYS, FILES } from "./columns";
import { templateHeading } from "./headings";

export type Guide = { name: string; rows: readonly (readonly string[])[] };

const REQUIRED = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFF2CC" } } as const;

/**
 * The workbook's bytes. Required headings are shaded; references are text, so that leading zeros stay.
 * @param guide the first sheet: its name, a heading row and a row for every column
 */
export async function xlsxTemplate(guide: Guide): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  const first = book.addWorksheet(guide.name, { views: [{ state: "frozen", ySplit: 1 }] });
  first.columns = [16, 30, 10, 70].map((width) => ({ width }));
  guide.rows.forEach((row) => first.addRow([...row]));
  first.getRow(1).font = { bold: true };
  first.getColumn(4).alignment = { wrapText: true, vertical: "top" };
  for (const file of FILE_KEYS) {
    const { columns } = FILES[file];
    const sheet = book.addWorksheet(file, { views: [{ state: "frozen", ySplit: 1 }] });
    sheet.columns = columns.map(({ kind }) => ({
      width: 24,
      style: kind.type === "code" ? { numFmt: "@" } : kind.type === "day" ? { numFmt: "yyyy-mm-dd" } : {},
    }));
    const headings = sheet.addRow(columns.map(templateHeading));
    headings.font = { bold: true };
    headings.alignment = { wrapText: true, vertical: "top" };
    columns.forEach(({ required }, index) => {
      if (required) headings.getCell(index + 1).fill = REQUIRED;
    });
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}
