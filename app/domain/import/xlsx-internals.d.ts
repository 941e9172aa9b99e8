/** The parts of ExcelJS that read one piece of a workbook each; the package does not declare them. */
declare module "exceljs/lib/stream/xlsx/worksheet-reader.js" {
  import type { Row } from "exceljs";

  export default class WorksheetReader implements AsyncIterable<Row> {
    constructor(given: {
      workbook: { sharedStrings: readonly unknown[]; styles: object; properties: { model: { date1904: boolean } } };
      id: number;
      iterator: AsyncIterable<string>;
      options: { worksheets: "emit"; hyperlinks: "ignore" };
    });
    [Symbol.asyncIterator](): AsyncIterator<Row>;
  }
}

declare module "exceljs/lib/xlsx/xform/strings/shared-strings-xform.js" {
  export default class SharedStringsXform {
    /** A text, or runs of rich text; readings (furigana) are left out. */
    values: (string | { richText?: { text: string }[] })[];
    parseStream(text: AsyncIterable<string>): Promise<unknown>;
  }
}

declare module "exceljs/lib/xlsx/xform/style/styles-xform.js" {
  export default class StylesXform {
    parseStream(text: AsyncIterable<string>): Promise<unknown>;
  }
}
