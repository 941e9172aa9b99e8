import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";

import { fileName, inertText, toCsv } from "~/lib/csv";

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", '"', ",", "髙", "'", " ") }),
);
const cell = fc.oneof(text, fc.integer(), fc.constant(null));
const table = fc
  .integer({ min: 2, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }));

test("what is written reads back the same, cell by cell", () => {
  fc.assert(
    fc.property(table, (rows) => {
      const read = Papa.parse<string[]>(toCsv(rows), { delimiter: ",", newline: "\r\n" }).data.slice(0, -1);
      expect(read).toEqual(
        rows.map((row) => row.map((one) => (typeof one === "string" ? inertText(one) : String(one ?? "")))),
      );
    }),
  );
});

test("no text cell starts with a sign that a spreadsheet runs, and the text itself stays whole", () => {
  fc.assert(
    fc.property(text, (one) => {
      expect(inertText(one)).not.toMatch(/^[=+\-@\t\r\n]/);
      expect(inertText(one).endsWith(one)).toBe(true);
    }),
  );
  expect(inertText("＝1+1")).toBe("'＝1+1");
});

test("a negative number stays a number and quotes are doubled", () => {
  expect(toCsv([["a", -1.5, null, 'say "x"']])).toBe('a,-1.5,,"say ""x"""\r\n');
});

test("a file name holds no sign that a file system refuses", () => {
  expect(fileName(["履行状況", "令和8年度 第3四半期", "a/b:c"], "xlsx")).toBe(
    "履行状況_令和8年度_第3四半期_a_b_c.xlsx",
  );
});
