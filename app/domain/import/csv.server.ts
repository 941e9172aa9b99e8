/**
 * CSV files: the encoding is decided over the whole file before anything is read from it, UTF-8 first, then
 * CP932 as Excel writes it in Japan, each without tolerance; a file that is neither is refused.
 */
import { csvReader, type CsvRow } from "../../lib/csv";

import { fileName, type FileKey } from "./columns";
import { problemAt, type Problem } from "./problems";
import type { Opened, Source } from "./source.server";

export const MAX_CSV_BYTES = 200 * 1024 * 1024;

const DECODERS = { "UTF-8": "utf-8", CP932: "shift_jis" } as const;
type Encoding = keyof typeof DECODERS;

/** Finds the encoding of a CSV file and prepares its rows. */
export async function openCsv(source: Source, file: FileKey): Promise<Opened> {
  const label = source.name;
  if (source.bytes > MAX_CSV_BYTES) {
    return { problem: problemAt({ file: label }, "file_too_large", { max: MAX_CSV_BYTES / 1024 / 1024 }) };
  }
  const found = await detect(source);
  if ("problem" in found) return { problem: problemAt({ file: label }, found.problem, { file: fileName(file) }) };
  const { encoding, lines } = found;
  let fault: Problem | null = null;
  async function* rows(): AsyncGenerator<CsvRow[]> {
    const reader = csvReader();
    const decoder = new TextDecoder(DECODERS[encoding], { fatal: true });
    for await (const piece of source.open()) {
      yield reader.push(decoder.decode(piece, { stream: true }));
      if (reader.fault()) break;
    }
    if (!reader.fault()) yield [...reader.push(decoder.decode()), ...reader.end()];
    const stopped = reader.fault();
    if (stopped) fault = problemAt({ file: label, row: stopped.row }, stopped.code);
  }
  return { table: { file, label, encoding, expected: lines, rows, fault: () => fault } };
}

type Found = { encoding: Encoding; lines: number };

async function detect(
  source: Source,
): Promise<Found | { problem: "file_empty" | "encoding" | "encoding_utf16" | "not_text" }> {
  let first = true;
  let content = false;
  let lines = 0;
  const candidates = new Map(
    Object.entries(DECODERS).map(([name, decoder]) => [name as Encoding, new TextDecoder(decoder, { fatal: true })]),
  );
  for await (const piece of source.open()) {
    if (first) {
      const [a, b] = [piece[0], piece[1]];
      if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return { problem: "encoding_utf16" };
      first = false;
    }
    if (piece.includes(0)) return { problem: "not_text" };
    for (const [name, decoder] of candidates) {
      try {
        const text = decoder.decode(piece, { stream: true });
        if (!content && text.trim() !== "") content = true;
      } catch {
        candidates.delete(name);
      }
    }
    if (candidates.size === 0) return { problem: "encoding" };
    for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) lines += 1;
  }
  for (const [name, decoder] of candidates) {
    try {
      // why: a character cut off at the end shows only when the decoder is told that nothing follows.
      decoder.decode();
    } catch {
      candidates.delete(name);
    }
  }
  const [encoding] = candidates.keys();
  if (!encoding) return { problem: "encoding" };
  return content ? { encoding, lines } : { problem: "file_empty" };
}
