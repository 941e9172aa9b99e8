/** The templates to fill in: one CSV file with headings only, in the encoding that the contractor's spreadsheet opens. */
import { csvLine } from "~/lib/csv";

import { cp932 } from "../report/sheet.server";
import { FILES, type FileKey } from "./columns";
import { templateHeading } from "./headings";

/** A file's headings, in both languages, as CSV. */
export function csvTemplate(file: FileKey, encoding: "utf-8" | "cp932"): Uint8Array {
  const line = `${csvLine(FILES[file].columns.map(templateHeading))}\r\n`;
  return encoding === "cp932" ? cp932(line) : new TextEncoder().encode(`\uFEFF${line}`);
}
