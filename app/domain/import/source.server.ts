/** Where an import's bytes come from, and the table of rows that a file or a sheet becomes. */
import { createReadStream, statSync } from "node:fs";
import path from "node:path";

import type { FileKey } from "./columns";
import type { Notice, Problem } from "./problems";

/** A file to import; `open` may be called more than once and reads from the start each time. */
export type Source = { name: string; bytes: number; open: () => AsyncIterable<Uint8Array> };

/** What a CSV file or a sheet is, before its rows are read. */
export type Table = {
  file: FileKey;
  /** The name by which problems call it. */
  label: string;
  encoding: "UTF-8" | "CP932" | "XLSX";
  /** How many rows to expect, for progress; null where unknown. */
  expected: number | null;
  /** The rows, headings first, in pieces; ends early where `fault` then says why. */
  rows: () => AsyncIterable<{ row: number; cells: string[] }[]>;
  fault: () => Problem | null;
};

/** A source's tables in turn, or what is wrong with it. */
export type Opened = { table: Table } | { problem: Problem } | { notice: Notice };

/** A file on disk as a source. */
export function fileSource(file: string, name = path.basename(file)): Source {
  return { name, bytes: statSync(file).size, open: () => createReadStream(file, { highWaterMark: 64 * 1024 }) };
}

/** Bytes in memory as a source. */
export function memorySource(name: string, content: Uint8Array): Source {
  return {
    name,
    bytes: content.byteLength,
    open: async function* () {
      for (let at = 0; at < content.byteLength; at += 64 * 1024) yield content.subarray(at, at + 64 * 1024);
    },
  };
}
