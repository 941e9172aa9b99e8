/** Which characters a font has a shape for, read from its "cmap" table (OpenType, format 12). */
import { readFileSync } from "node:fs";

type Range = { from: number; to: number };

const coverages = new Map<string, Range[]>();

/** Replaces what the font has no shape for by 〓, as printers do: a missing sign shows that something is missing. */
export function readableWith(file: string): (text: string) => string {
  let ranges = coverages.get(file);
  if (!ranges) {
    ranges = coverageOf(readFileSync(file));
    coverages.set(file, ranges);
  }
  const known = ranges;
  return (text) => Array.from(text, (sign) => (isShown(sign.codePointAt(0) ?? 0, known) ? sign : "〓")).join("");
}

/** @throws Error where the font has no such table */
function coverageOf(font: Buffer): Range[] {
  const tables = font.readUInt16BE(4);
  for (let at = 12; at < 12 + tables * 16; at += 16) {
    if (font.toString("latin1", at, at + 4) === "cmap") return groupsOf(font.subarray(font.readUInt32BE(at + 8)));
  }
  throw new Error("The font has no table of characters.");
}

function groupsOf(cmap: Buffer): Range[] {
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const subtable = cmap.readUInt32BE(4 + index * 8 + 4);
    if (cmap.readUInt16BE(subtable) !== 12) continue;
    return Array.from({ length: cmap.readUInt32BE(subtable + 12) }, (_, group) => {
      const at = subtable + 16 + group * 12;
      return { from: cmap.readUInt32BE(at), to: cmap.readUInt32BE(at + 4) };
    });
  }
  throw new Error("The font has no table of all characters.");
}

/** Line breaks and signs that choose a variant or join others have no shape of their own. */
function isShown(point: number, ranges: readonly Range[]): boolean {
  const isVariant = (point >= 0xfe00 && point <= 0xfe0f) || (point >= 0xe0100 && point <= 0xe01ef);
  if (point === 0x0a || isVariant) return true;
  let [low, high] = [0, ranges.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (!range) return false;
    if (point < range.from) high = middle - 1;
    else if (point > range.to) low = middle + 1;
    else return true;
  }
  return false;
}
