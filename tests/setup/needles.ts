/** Finds a text in bytes whatever form it took: encodings, base64 at any offset, hexadecimal, escapes, packed files. */
import { gunzipSync, inflateRawSync } from "node:zlib";

import iconv from "iconv-lite";

import { readPdf } from "./pdf-reader";

type Needle = { form: string; bytes: Buffer; anyCase?: boolean };

/** The forms of a text in which it stands in some bytes; none where it does not. */
export function formsFound(text: string, content: Uint8Array): string[] {
  const hay = Buffer.from(content);
  const lower = Buffer.from(hay.toString("latin1").toLowerCase(), "latin1");
  const needles = formsOf(text);
  const found = needles.filter(({ bytes, anyCase }) => (anyCase ? lower : hay).includes(bytes)).map(({ form }) => form);
  return [...found, ...unpacked(hay).flatMap((inner) => formsFound(text, inner).map((form) => `packed ${form}`))];
}

function formsOf(text: string): Needle[] {
  const utf8 = Buffer.from(text);
  const utf16 = Buffer.from(text, "utf16le");
  const escaped = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return [
    { form: "utf-8", bytes: utf8 },
    { form: "utf-16le", bytes: utf16 },
    { form: "utf-16be", bytes: Buffer.from(utf16).swap16() },
    { form: "cp932", bytes: iconv.encode(text, "cp932") },
    { form: "hex", bytes: Buffer.from(utf8.toString("hex")), anyCase: true },
    { form: "hex of utf-16", bytes: Buffer.from(utf16.toString("hex")), anyCase: true },
    { form: "json", bytes: Buffer.from(Array.from(text, escaped).join("")), anyCase: true },
    { form: "address", bytes: Buffer.from(encodeURIComponent(text).toLowerCase()), anyCase: true },
    { form: "reversed", bytes: Buffer.from([...text].reverse().join("")) },
    ...[utf8, utf16].flatMap((bytes) => [0, 1, 2].flatMap((offset) => base64At(bytes, offset))),
  ];
}

/** Base64 of the text standing `offset` bytes after a border of three, without the signs that its neighbours change. */
function base64At(bytes: Buffer, offset: number): Needle[] {
  const whole = Buffer.concat([Buffer.alloc(offset), bytes])
    .toString("base64")
    .replaceAll("=", "");
  const core = whole.slice(offset === 0 ? 0 : offset + 1, whole.length - 1);
  const forUrls = core.replaceAll("+", "-").replaceAll("/", "_");
  return [core, forUrls].map((text) => ({ form: "base64", bytes: Buffer.from(text) }));
}

function unpacked(bytes: Buffer): Buffer[] {
  if (bytes.subarray(0, 2).equals(Buffer.from([0x1f, 0x8b]))) return [gunzipSync(bytes)];
  if (bytes.subarray(0, 5).toString("latin1") === "%PDF-") return readPdf(bytes).pages.map((page) => Buffer.from(page));
  return bytes.subarray(0, 4).toString("latin1") === "PK\u0003\u0004" ? entriesOf(bytes) : [];
}

/** The files of a ZIP archive, by its central directory. */
function entriesOf(zip: Buffer): Buffer[] {
  const entries: Buffer[] = [];
  for (
    let at = zip.indexOf("PK\u0001\u0002", 0, "latin1");
    at >= 0;
    at = zip.indexOf("PK\u0001\u0002", at + 46, "latin1")
  ) {
    const start = zip.readUInt32LE(at + 42);
    const from = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
    const content = zip.subarray(from, from + zip.readUInt32LE(at + 20));
    entries.push(zip.readUInt16LE(at + 10) === 0 ? content : inflateRawSync(content));
  }
  return entries;
}
