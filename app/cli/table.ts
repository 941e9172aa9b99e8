/** Plain tables for a terminal; a Japanese character takes two columns. */

import { displayWidth } from "./text-table";

/** Lines of a table with a header; cells that are numbers or dashes are set to the right. */
export function tableLines(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((title, column) =>
    Math.max(...[title, ...rows.map((row) => row[column] ?? "")].map(displayWidth)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => padded(cell, widths[column] ?? 0, column > 0 && isFigure(cell)))
      .join("  ")
      .trimEnd();
  return [line(header), widths.map((width) => "-".repeat(width)).join("  "), ...rows.map(line)].join("\n");
}

function padded(cell: string, width: number, right: boolean): string {
  const blanks = " ".repeat(Math.max(0, width - displayWidth(cell)));
  return right ? blanks + cell : cell + blanks;
}

function isFigure(cell: string): boolean {
  return /^[\d.,—–%-]+$/.test(cell);
}
