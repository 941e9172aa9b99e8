/**
 * The ZIP file around a workbook: what it says of itself is measured before anything is unpacked, and an entry that
 * unpacks to more than it said is an error, so that a small file cannot fill the memory.
 */
import { StringDecoder } from "node:string_decoder";

import yauzl from "yauzl";

export const MAX_ENTRIES = 2_000;
export const MAX_UNPACKED_BYTES = 300 * 1024 * 1024;
/** Compressed spreadsheets stay below it; only repetition made for the purpose comes above. */
export const MAX_RATIO = 200;
const RATIO_FROM_BYTES = 10 * 1024 * 1024;

export type Zip = {
  /** The unpacked size of each entry, as it says itself. */
  sizes: ReadonlyMap<string, number>;
  /** An entry's text in pieces; throws where the entry is missing, damaged or larger than it said. */
  read: (name: string) => AsyncGenerator<string>;
};

/** Opens a ZIP file. */
export async function openZip(content: Buffer): Promise<Zip | "broken" | "bomb"> {
  try {
    const zip = await yauzl.fromBufferPromise(content, { lazyEntries: true, autoClose: false });
    const entries = await measuredEntries(zip);
    if (entries === "bomb") return "bomb";
    return {
      sizes: new Map([...entries].map(([name, entry]) => [name, entry.uncompressedSize])),
      read: async function* (name) {
        const entry = entries.get(name);
        if (!entry) throw new Error(`the workbook has no part ${name}`);
        // why: pieces end anywhere, also within a character.
        const decoder = new StringDecoder("utf8");
        for await (const piece of await zip.openReadStreamPromise(entry)) yield decoder.write(piece as Buffer);
      },
    };
  } catch {
    return "broken";
  }
}

async function measuredEntries(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry> | "bomb"> {
  if (zip.entryCount > MAX_ENTRIES) return "bomb";
  const entries = new Map<string, yauzl.Entry>();
  let [packed, unpacked] = [0, 0];
  for await (const entry of zip.eachEntry()) {
    packed += entry.compressedSize;
    unpacked += entry.uncompressedSize;
    entries.set(entry.fileName, entry);
  }
  const tight = unpacked > RATIO_FROM_BYTES && unpacked > packed * MAX_RATIO;
  return unpacked > MAX_UNPACKED_BYTES || tight ? "bomb" : entries;
}
