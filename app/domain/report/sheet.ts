/** Tables that leave the house, described once: what a list's columns are called and which cell each row has in them. */

/** A cell of a table that leaves the house; null is an empty cell. */
export type Cell = string | number | null;
export type SheetColumn = {
  title: string;
  width?: number;
  /** Excel's number format, "0.0" for one decimal. */
  format?: string;
};
export type Sheet = { name: string; heading: string; columns: SheetColumn[]; rows: Cell[][] };

/** The most rows that one file holds. */
export const MOST_ROWS = 50_000;

/** A column with what it shows of a row. */
export type SheetField<Row> = SheetColumn & { cell: (row: Row) => Cell };

/**
 * The sheet of a list. Where the list is longer than one file may be, the heading and a last row say so.
 * @param list.total how many rows the list has, where not all of them were read
 * @param list.cutShort the sentence that says so
 */
export function tableSheet<Row>(
  list: {
    name: string;
    heading: string;
    total?: number;
    cutShort: (counts: { shown: number; total: number }) => string;
  },
  fields: readonly SheetField<Row>[],
  rows: readonly Row[],
): Sheet {
  const shown = rows.slice(0, MOST_ROWS);
  const total = Math.max(list.total ?? 0, rows.length);
  const notice = total > shown.length ? list.cutShort({ shown: shown.length, total }) : null;
  return {
    name: list.name,
    heading: notice === null ? list.heading : `${list.heading}\u3000${notice}`,
    columns: fields.map(({ cell: _, ...column }) => column),
    rows: [
      ...shown.map((row) => fields.map((field) => field.cell(row))),
      ...(notice === null ? [] : [fields.map((_, index) => (index === 0 ? notice : null))]),
    ],
  };
}
