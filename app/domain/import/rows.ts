/** One row of a file: every cell read as its column's kind, and the rules that hold within a row. */
import { csvLine } from "../../lib/csv";

import { parseCell } from "./cells";
import { RATE_INDICATORS, FILES, type Column, type FileKey } from "./columns";
import { problemAt, type Problem } from "./problems";

/** Stands before the word of a cell that a spreadsheet could not compute, for example #REF!. */
export const CELL_ERROR = "\uFFFF";

/**
 * Reads a row's cells.
 * @param columns the file's columns in the order of the headings
 * @returns the text to stage for each given column, "" where a cell is empty or wrong; null for an empty row
 */
export function readRow(
  file: FileKey,
  label: string,
  columns: readonly (Column | null)[],
  row: number,
  cells: readonly string[],
): { values: string[]; problems: Problem[] } | null {
  if (cells.every((cell) => cell.trim() === "")) return null;
  const problems: Problem[] = [];
  const values: string[] = [];
  for (const [index, column] of columns.entries()) {
    const cell = cells[index] ?? "";
    if (!column) {
      if (cell.trim() !== "") problems.push(problemAt({ file: label, row, value: cell }, "too_many_cells"));
      continue;
    }
    const at = { file: label, row, column: column.key, value: cell };
    values.push("");
    if (cell.startsWith(CELL_ERROR)) {
      problems.push(problemAt({ ...at, value: cell.slice(CELL_ERROR.length) }, "cell_error"));
      continue;
    }
    const parsed = parseCell(column.kind, cell);
    if ("problem" in parsed) problems.push(problemAt(at, parsed.problem.code, parsed.problem.params));
    else if (parsed.value === "" && column.required) problems.push(problemAt(at, "required"));
    else values[values.length - 1] = parsed.value;
  }
  const extra = cells.slice(columns.length).find((cell) => cell.trim() !== "");
  if (extra !== undefined) problems.push(problemAt({ file: label, row, value: extra }, "too_many_cells"));
  if (file === "returns") problems.push(...missingDenominator(label, columns, row, values));
  return { values, problems };
}

function missingDenominator(
  label: string,
  columns: readonly (Column | null)[],
  row: number,
  values: readonly string[],
): Problem[] {
  const given = columns.filter((column) => column !== null);
  const valueOf = (key: string): string => values[given.findIndex((column) => column.key === key)] ?? "";
  const indicator = valueOf("indicator");
  if (!RATE_INDICATORS.has(indicator) || valueOf("denominator") !== "") return [];
  return [problemAt({ file: label, row, column: "denominator", value: "" }, "denominator", { indicator })];
}

/** A row as the exchange format writes it, from the staged text; what is missing is an empty cell. */
export function writeRow(file: FileKey, row: Readonly<Record<string, string | null>>): string {
  return csvLine(
    FILES[file].columns.map(({ key, kind }) => {
      const value = row[key] ?? "";
      return kind.type === "month" ? value.slice(0, 7) : value;
    }),
  );
}
