import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { csvLine, csvReader, harmless, MAX_ROW_LENGTH, unharmed, type CsvRow } from "~/lib/csv";

function read(...pieces: string[]): { rows: CsvRow[]; fault: unknown } {
  const reader = csvReader();
  const rows = [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end()];
  return { rows, fault: reader.fault() };
}
const cells = (text: string): string[][] => read(text).rows.map((row) => row.cells);

describe("reading CSV", () => {
  test("takes commas, quoted cells, doubled quotation marks and line breaks inside a cell", () => {
    expect(cells('a,"b, ""c""","d\ne"\r\n1,,3\n')).toEqual([
      ["a", 'b, "c"', "d\ne"],
      ["1", "", "3"],
    ]);
  });

  test("gives the last row without a line break", () => {
    expect(cells('a,b\n1,"2"')).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
  });

  test("counts empty lines as rows, as a spreadsheet does, but does not give them", () => {
    expect(read("a\n\n\nb\n").rows).toEqual([
      { row: 1, cells: ["a"] },
      { row: 4, cells: ["b"] },
    ]);
  });

  test("a quotation mark that is never closed is named with the row in which it opens", () => {
    expect(read('a,b\n1,2\n"3,4\n5,6\n').fault).toEqual({ code: "quote_open", row: 3 });
  });

  test("text behind a closing quotation mark is refused", () => {
    expect(read('a\n"b"c\n').fault).toEqual({ code: "quote_stray", row: 2 });
  });

  test("a row of more than a million characters is refused before it is complete", () => {
    expect(read("a\n", "x".repeat(MAX_ROW_LENGTH), "x").fault).toEqual({ code: "row_too_long", row: 2 });
  });

  test("pieces may be cut anywhere", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r", "あ", " "), maxLength: 6 });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, fc.array(fc.nat(40), { maxLength: 6 }), (rows, cuts) => {
        const text = rows.map((row) => `${csvLine(row.map(unharmed))}\n`).join("");
        const at = [0, ...[...cuts].sort((a, b) => a - b), text.length];
        const pieces = at.slice(1).map((end, index) => text.slice(at[index], end));
        expect(read(...pieces).rows).toEqual(read(text).rows);
      }),
    );
  });
});

describe("writing CSV", () => {
  test.each(["=1+1", "+81", "-5", "@x", "\tx", "\rx", "'=1", "＝1+1", "＋81", "－5", "＠x", "−5", "'＝1"])(
    "%j does not start a formula",
    (text) => {
      expect(harmless(text)).toBe(`'${text}`);
    },
  );

  test("any cells come back as they were", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" }), { minLength: 2 }), (row) => {
        const [back] = read(`${csvLine(row)}\n`).rows;
        expect(back?.cells.map(unharmed)).toEqual(row);
      }),
    );
  });
});
