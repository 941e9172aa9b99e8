import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { CellKind } from "~/domain/import/cells";
import { FILE_KEYS, FILES, RATE_INDICATORS, type FileKey } from "~/domain/import/columns";
import { readRow, writeRow } from "~/domain/import/rows";
import { fromNumber } from "~/lib/calendar";
import { csvReader } from "~/lib/csv";

/** A staged value of a kind; null where it is not required and not given. */
function staged(kind: CellKind): fc.Arbitrary<string> {
  switch (kind.type) {
    case "code":
      return fc.stringMatching(/^[=+\-@A-Za-z0-9ァ-ヶ][A-Za-z0-9 _\-"',]{0,10}[A-Za-z0-9]$/);
    case "text":
      return fc
        .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
        .filter((text) => text.trim() === text && text !== "");
    case "email":
      return fc.stringMatching(/^[a-z0-9]{1,8}@[a-z0-9]{1,8}\.jp$/);
    case "day":
      return fc.integer({ min: 0, max: 30_000 }).map(fromNumber);
    case "month":
      return fc.integer({ min: 0, max: 30_000 }).map((day) => `${fromNumber(day).slice(0, 7)}-01`);
    case "time":
      return fc.integer({ min: 0, max: 1439 }).map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16));
    case "bool":
      return fc.boolean().map(String);
    case "choice":
      return fc.constantFrom(...Object.keys(kind.labels));
    case "tags":
      return fc.subarray(Object.keys(kind.labels), { minLength: 1 }).map((tags) => tags.join(";"));
    case "number": {
      const step = kind.step ?? 0.5;
      return fc
        .integer({ min: 1, max: Math.floor(Math.min(kind.max, 1e6) / step) })
        .map((count) => String(count * step));
    }
    case "integer":
      return fc.integer({ min: kind.min, max: kind.max }).map(String);
  }
}

function validRow(file: FileKey): fc.Arbitrary<Record<string, string>> {
  const cells = FILES[file].columns.map(
    ({ key, kind, required }) => [key, required ? staged(kind) : fc.option(staged(kind), { nil: "" })] as const,
  );
  return fc
    .record(Object.fromEntries(cells))
    .filter((row) => file !== "returns" || row.denominator !== "" || !RATE_INDICATORS.has(row.indicator ?? ""));
}

describe.each(FILE_KEYS)("%s", (file) => {
  const { columns } = FILES[file];

  test("a valid row that is written and read again is the same row", () => {
    fc.assert(
      fc.property(validRow(file), (row) => {
        const reader = csvReader();
        const [line] = [...reader.push(`${writeRow(file, row)}\n`), ...reader.end()];
        const read = readRow(file, "x", columns, 2, line?.cells ?? []);
        expect(read).toEqual({ values: columns.map(({ key }) => row[key]), problems: [] });
      }),
      { numRuns: 60 },
    );
  });

  test("a row without its required cells names each of them", () => {
    const filler = columns.find(({ required }) => !required);
    const cells = columns.map((column) => (column === filler ? "1" : ""));
    const missing = readRow(file, "x", columns, 7, [...cells, "extra"])?.problems.filter(
      ({ code }) => code === "required",
    );
    expect(missing?.map(({ row, column }) => [row, column])).toEqual(
      columns.filter(({ required }) => required).map(({ key }) => [7, key]),
    );
  });
});

test("a value in a column without heading is a problem, an empty cell is none", () => {
  const columns = FILES.assignments.columns;
  const row = ["K1", "S1", "2025-04-01", ""];
  expect(readRow("assignments", "a.csv", columns, 3, [...row, "", ""])?.problems).toEqual([]);
  expect(readRow("assignments", "a.csv", columns, 3, [...row, "", "x"])?.problems).toMatchObject([
    { code: "too_many_cells", row: 3, value: "x" },
  ]);
});

test("a rate needs a denominator, a count does not", () => {
  const columns = FILES.returns.columns;
  expect(readRow("returns", "r.csv", columns, 2, ["outreachVisits", "2025-05", "51", ""])?.problems).toEqual([]);
  expect(readRow("returns", "r.csv", columns, 2, ["independenceRate", "2025-05", "51", ""])?.problems).toMatchObject([
    { code: "denominator", column: "denominator", row: 2 },
  ]);
});

test("a row of blanks is no row", () => {
  expect(readRow("assignments", "a.csv", FILES.assignments.columns, 2, ["", " ", "", ""])).toBeNull();
});
