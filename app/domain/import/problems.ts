/**
 * What can be wrong with an import, as codes and figures; app/i18n turns them into sentences. A problem names
 * file, row, column and value, so that a person finds the cell and knows what would be right.
 */

/** Wrong with a cell whatever stands elsewhere. */
export const CELL_CODES = [
  "required",
  "code",
  "text_too_long",
  "email",
  "day",
  "day_unknown",
  "month",
  "time",
  "bool",
  "choice",
  "tag",
  "number",
  "integer",
  "too_small",
  "too_small_above",
  "too_large",
  "too_large_above",
  "step",
  "decimals",
  "cell_error",
] as const;

export const PROBLEM_CODES = [
  ...CELL_CODES,
  // Wrong with the import as a whole or with a whole file.
  "busy",
  "no_files",
  "file_unknown",
  "file_twice",
  "file_empty",
  "file_too_large",
  "encoding",
  "encoding_utf16",
  "not_text",
  "separator",
  "xlsx_broken",
  "xlsx_old",
  "xlsx_macros",
  "xlsx_binary",
  "xlsx_bomb",
  "xlsx_too_large",
  "xlsx_too_many_rows",
  "xlsx_no_sheet",
  // Wrong with the headings.
  "column_missing",
  "column_unknown",
  "column_private",
  "column_twice",
  // Wrong with a row.
  "too_many_cells",
  "quote_open",
  "quote_stray",
  "row_too_long",
  "denominator",
  // Wrong between rows, files and what is already recorded.
  "key_twice",
  "office_unknown",
  "staff_unknown",
  "case_unknown",
  "session_unknown",
  "left_before_hired",
  "ends_before_starts",
  "expires_before_obtained",
  "closed_before_opened",
  "to_before_from",
  "overlap",
  "overlap_stored",
  "training_day",
] as const;

export const NOTICE_CODES = ["supervisor_unknown", "file_ignored", "sheet_ignored"] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];
export type NoticeCode = (typeof NOTICE_CODES)[number];
export type Params = Readonly<Record<string, string | number>>;

export type CellProblem = { code: (typeof CELL_CODES)[number]; params: Params };

export type Place = {
  /** The file as the person named it; a sheet as "book.xlsx/staff". Null where the import as a whole is meant. */
  file: string | null;
  /** The row in the spreadsheet, the headings being row 1. */
  row: number | null;
  column: string | null;
  /** What stands there, shortened. */
  value: string | null;
};
export type Problem = Place & { code: ProblemCode; params: Params };
export type Notice = Place & { code: NoticeCode; params: Params };

const VALUE_LENGTH = 80;
/** How many problems an import lists; the rest is counted. */
export const LISTED_PROBLEMS = 200;

/** A value short enough to be shown. */
export function shortened(value: string): string {
  const characters = Array.from(value.slice(0, VALUE_LENGTH * 2));
  return characters.length > VALUE_LENGTH ? `${characters.slice(0, VALUE_LENGTH).join("")}…` : characters.join("");
}

/** The problem at a place; what is not given is null. */
export function problemAt(place: Partial<Place>, code: ProblemCode, params: Params = {}): Problem {
  const { file = null, row = null, column = null, value = null } = place;
  return { file, row, column, value: value === null ? null : shortened(value), code, params };
}

export type ProblemList = {
  add: (problem: Problem, weight?: number) => void;
  listed: () => Problem[];
  count: () => number;
};

/** A list that keeps the first problems and counts the rest, so that a hopeless file costs no memory. */
export function problemList(): ProblemList {
  const listed: Problem[] = [];
  let count = 0;
  return {
    add: (problem, weight = 1) => {
      count += weight;
      if (listed.length < LISTED_PROBLEMS) listed.push(problem);
    },
    listed: () => listed,
    count: () => count,
  };
}
