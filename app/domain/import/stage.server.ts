/**
 * Staging: rows that were read go to temporary tables, some thousands a statement, so that checks and merging are
 * set statements and the memory in use does not grow with the file.
 */
import { Prisma, type Tx } from "~/db/scope.server";

import type { CellKind } from "./cells";
import { FILES, type Column, type FileKey } from "./columns";
import { readHeadings } from "./headings";
import { problemAt, type ProblemList } from "./problems";
import { readRow } from "./rows";
import type { Table } from "./source.server";

const BATCH = 1_000;

/** A staged file: its table is `stage_<file>`, with the row's number and every column of the format. */
export type Staged = {
  file: FileKey;
  label: string;
  encoding: Table["encoding"];
  /** Rows read, empty ones and the headings aside. */
  rows: number;
  /** The columns that the file has; the others keep what is stored. */
  given: ReadonlySet<string>;
  /** False where the file could not be read to its end, so that references to it are not checked. */
  whole: boolean;
};

const SQL_TYPES: Record<CellKind["type"], string> = {
  code: "text",
  text: "text",
  email: "text",
  day: "date",
  month: "date",
  time: "text",
  bool: "boolean",
  choice: "text",
  tags: "text[]",
  number: "numeric",
  integer: "integer",
};

/** A column's name in SQL. */
export function quoted(column: string): Prisma.Sql {
  return Prisma.raw(`"${column}"`);
}

/** The table that a file is staged in. */
export function stageTable(file: FileKey): Prisma.Sql {
  return Prisma.raw(`stage_${file}`);
}

/**
 * Reads a table into its staging table; what is wrong goes to the list.
 * @param onRows told how many rows were read since the last call
 */
export async function stage(
  tx: Tx,
  table: Table,
  problems: ProblemList,
  onRows: (rows: number) => void,
): Promise<Staged> {
  const { file, label, encoding } = table;
  let columns: (Column | null)[] | null = null;
  let given: Column[] = [];
  let batch: { row: number; values: string[] }[] = [];
  let rows = 0;
  let readable = true;
  await createTable(tx, file);
  reading: for await (const piece of table.rows()) {
    for (const { row, cells } of piece) {
      if (!columns) {
        const headings = readHeadings(file, label, cells, row);
        headings.problems.forEach((problem) => problems.add(problem));
        columns = headings.columns;
        given = columns.filter((column) => column !== null);
        readable = headings.problems.length === 0;
        if (!readable) break reading;
        continue;
      }
      const read = readRow(file, label, columns, row, cells);
      if (!read) continue;
      rows += 1;
      read.problems.forEach((problem) => problems.add(problem));
      batch.push({ row, values: read.values });
      if (batch.length === BATCH) {
        await insert(tx, file, given, batch);
        batch = [];
      }
    }
    onRows(piece.length);
  }
  const fault = table.fault();
  if (fault) problems.add(fault);
  else if (!columns) problems.add(problemAt({ file: label }, "file_empty", { file: `${file}.csv` }));
  if (batch.length > 0) await insert(tx, file, given, batch);
  // why: temporary tables have no statistics of their own, and without them joins are planned as for a few rows.
  await tx.$executeRaw`ANALYZE ${stageTable(file)}`;
  return {
    ...{ file, label, encoding, rows },
    given: new Set(given.map(({ key }) => key)),
    whole: readable && columns !== null && fault === null,
  };
}

async function createTable(tx: Tx, file: FileKey): Promise<void> {
  const columns = FILES[file].columns.map(({ key, kind }) => `"${key}" ${SQL_TYPES[kind.type]}`).join(", ");
  await tx.$executeRaw`CREATE TEMPORARY TABLE ${stageTable(file)} (row integer NOT NULL, ${Prisma.raw(columns)}) ON COMMIT DROP`;
}

async function insert(
  tx: Tx,
  file: FileKey,
  given: readonly Column[],
  batch: readonly { row: number; values: string[] }[],
): Promise<void> {
  const names = given.map(({ key }) => `"${key}"`);
  const cells = given.map(({ kind }, index) => {
    const cell = `nullif(c${index}, '')`;
    return kind.type === "tags" ? `string_to_array(${cell}, ';')` : `${cell}::${SQL_TYPES[kind.type]}`;
  });
  const arrays = given.map((_, index) => Prisma.sql`${batch.map(({ values }) => values[index] ?? "")}::text[]`);
  const aliases = given.map((_, index) => `c${index}`);
  await tx.$executeRaw`INSERT INTO ${stageTable(file)} (${Prisma.raw(["row", ...names].join(", "))})
    SELECT ${Prisma.raw(["row", ...cells].join(", "))}
    FROM unnest(${Prisma.join([Prisma.sql`${batch.map(({ row }) => row)}::int[]`, ...arrays])})
      AS read(${Prisma.raw(["row", ...aliases].join(", "))})`;
}
