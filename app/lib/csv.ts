/**
 * CSV as spreadsheets read and write it (RFC 4180): a reader that takes the text in pieces and holds one
 * row at a time, and a writer whose cells a spreadsheet does not run as formulas.
 */

/** A row with its number in the spreadsheet; the first row is 1. */
export type CsvRow = { row: number; cells: string[] };
/** Why reading stopped: a quotation mark that never closes or stands in the middle, or a row that is too long. */
export type CsvFault = { code: "quote_open" | "quote_stray" | "row_too_long"; row: number };

/** The longest row, in UTF-16 units. */
export const MAX_ROW_LENGTH = 1_000_000;

export type CsvReader = {
  /** Takes the next piece of text and gives the rows that are complete. */
  push: (text: string) => CsvRow[];
  /** Gives the last row, which may lack its line break. */
  end: () => CsvRow[];
  /** Set once reading had to stop; nothing is given after it. */
  fault: () => CsvFault | null;
};

type Scan = { cells: string[]; next: number } | "incomplete" | "quote_stray";

/** A reader of comma-separated rows; empty lines are counted but not given. */
export function csvReader(): CsvReader {
  let pending = "";
  let row = 0;
  let fault: CsvFault | null = null;

  function take(text: string, last: boolean): CsvRow[] {
    if (fault) return [];
    pending += text;
    const rows: CsvRow[] = [];
    let at = 0;
    while (at < pending.length) {
      const scan = scanRow(pending, at);
      if (scan === "quote_stray") {
        fault = { code: "quote_stray", row: row + 1 };
        break;
      }
      if (scan === "incomplete") {
        const tooLong = pending.length - at > MAX_ROW_LENGTH;
        // why: a mark left open swallows the rest of the file into one row, so that is the likelier cause.
        if (last || tooLong) fault = { code: pending.includes('"', at) ? "quote_open" : "row_too_long", row: row + 1 };
        break;
      }
      row += 1;
      at = scan.next;
      if (scan.cells.length > 1 || scan.cells[0] !== "") rows.push({ row, cells: scan.cells });
    }
    pending = pending.slice(at);
    return rows;
  }

  return {
    push: (text) => take(text, false),
    end: () => take(pending === "" || pending.endsWith("\n") ? "" : "\n", true),
    fault: () => fault,
  };
}

function scanRow(text: string, from: number): Scan {
  const lineEnd = text.indexOf("\n", from);
  if (lineEnd >= 0) {
    const line = text.slice(from, text[lineEnd - 1] === "\r" && lineEnd > from ? lineEnd - 1 : lineEnd);
    if (!line.includes('"')) return { cells: line.split(","), next: lineEnd + 1 };
  } else if (!text.includes('"', from)) return "incomplete";
  return scanQuoted(text, from);
}

function scanQuoted(text: string, from: number): Scan {
  const cells: string[] = [];
  let at = from;
  for (;;) {
    let cell: string;
    if (text[at] === '"') {
      const close = closingQuote(text, at + 1);
      if (close < 0) return "incomplete";
      cell = text.slice(at + 1, close).replaceAll('""', '"');
      at = close + 1;
      if (at >= text.length) return "incomplete";
      if (text[at] === "\r" && text[at + 1] === "\n") at += 1;
      if (text[at] !== "," && text[at] !== "\n")
        return text[at] === "\r" && at + 1 >= text.length ? "incomplete" : "quote_stray";
    } else {
      const end = cellEnd(text, at);
      if (end < 0) return "incomplete";
      cell = text.slice(at, text[end] === "\n" && text[end - 1] === "\r" && end > at ? end - 1 : end);
      at = end;
    }
    cells.push(cell);
    if (text[at] === "\n") return { cells, next: at + 1 };
    at += 1;
  }
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function cellEnd(text: string, from: number): number {
  const comma = text.indexOf(",", from);
  const lineEnd = text.indexOf("\n", from);
  if (comma < 0) return lineEnd;
  return lineEnd < 0 ? comma : Math.min(comma, lineEnd);
}

/**
 * Signs with which a spreadsheet begins a formula. Japanese spreadsheets take the full-width ones for the same, and the minus
 * sign becomes a full-width one on its way into CP932.
 */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠−]/;

/** Text as a spreadsheet keeps it: what would start a formula gets an apostrophe before it. */
export function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text that `harmless` was given. */
export function unharmed(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
}

/** One row of CSV without its line break; numbers and booleans as they are, null as an empty cell. */
export function csvLine(cells: readonly (string | number | boolean | null)[]): string {
  return cells
    .map((cell) => {
      const text = typeof cell === "string" ? harmless(cell) : String(cell ?? "");
      return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    })
    .join(",");
}
