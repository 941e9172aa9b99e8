/**
 * What is in a ZIP file, before anything unpacks it for good: the number of entries, what they say they unpack to
 * and what they really unpack to, so that a small file cannot fill the memory.
 */
import yauzl from "yauzl";

export const MAX_ENTRIES = 2_000;
export const MAX_UNPACKED_BYTES = 300 * 1024 * 1024;
/** Compressed spreadsheets stay below it; only repetition made for the purpose comes above. */
export const MAX_RATIO = 200;
const RATIO_FROM_BYTES = 10 * 1024 * 1024;
/** The shared strings are held in memory as a whole. */
const MAX_STRINGS_BYTES = 64 * 1024 * 1024;

export type ZipContent = {
  /** The entries in the order in which they stand in the file. */
  names: string[];
  unpackedBytes: number;
  /** The text of the small entries that were asked for. */
  texts: Map<string, string>;
};

/** Looks into a ZIP file without keeping what it unpacks. */
export async function inspectZip(content: Buffer, wanted: readonly string[]): Promise<ZipContent | "broken" | "bomb"> {
  try {
    const zip = await yauzl.fromBufferPromise(content, { lazyEntries: true, autoClose: false });
    const entries = await declaredEntries(zip);
    if (entries === "bomb") return "bomb";
    const texts = new Map<string, string>();
    for (const entry of entries) {
      const keep = wanted.includes(entry.fileName) && entry.uncompressedSize < 1024 * 1024;
      const pieces: Buffer[] = [];
      // why: the sizes above are the file's own word; yauzl stops where an entry unpacks to more than it says.
      for await (const piece of await zip.openReadStreamPromise(entry)) if (keep) pieces.push(piece as Buffer);
      if (keep) texts.set(entry.fileName, Buffer.concat(pieces).toString("utf8"));
    }
    const inFileOrder = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
    return {
      names: inFileOrder.map((entry) => entry.fileName),
      unpackedBytes: entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0),
      texts,
    };
  } catch {
    return "broken";
  }
}

async function declaredEntries(zip: yauzl.ZipFile): Promise<yauzl.Entry[] | "bomb"> {
  if (zip.entryCount > MAX_ENTRIES) return "bomb";
  const entries: yauzl.Entry[] = [];
  let [packed, unpacked] = [0, 0];
  for await (const entry of zip.eachEntry()) {
    packed += entry.compressedSize;
    unpacked += entry.uncompressedSize;
    entries.push(entry);
    if (entry.fileName === "xl/sharedStrings.xml" && entry.uncompressedSize > MAX_STRINGS_BYTES) return "bomb";
  }
  const tight = unpacked > RATIO_FROM_BYTES && unpacked > packed * MAX_RATIO;
  return unpacked > MAX_UNPACKED_BYTES || tight ? "bomb" : entries;
}
