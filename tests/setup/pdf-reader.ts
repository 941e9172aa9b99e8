/** Reads back what a PDF of pdfmake shows: the text through each font's own /ToUnicode map, and what is embedded. */
import { inflateSync } from "node:zlib";

type Dictionary = { head: string; stream: string | null };
export type ReadPdf = {
  pages: string[];
  /** Names of the embedded fonts, with the tag of a subset: "ABCDEF+NotoSansJP-Regular". */
  fonts: string[];
  /** When the file says it was made, as written: "D:20261124013000Z". */
  madeAt: string;
};

/** @throws Error where a page uses a font without a map to Unicode */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const file = Buffer.from(bytes).toString("latin1");
  const objects = new Map<string, Dictionary>();
  for (const [, id = "", body = ""] of file.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g))
    objects.set(id, split(body));
  const all = [...objects.values()];
  const maps = new Map(
    [...objects].flatMap(([id, { head }]) => {
      const unicode = /\/ToUnicode (\d+) 0 R/.exec(head)?.[1];
      return unicode ? [[id, unicodeOf(objects.get(unicode)?.stream ?? "")] as const] : [];
    }),
  );
  const kids = all.map(({ head }) => /\/Kids \[([^\]]*)\]/.exec(head)?.[1]).find(Boolean) ?? "";
  const pages = [...kids.matchAll(/(\d+) 0 R/g)].map(([, id = ""]) => {
    const page = objects.get(id)?.head ?? "";
    const at = (name: string) => objects.get(new RegExp(`/${name} (\\d+) 0 R`).exec(page)?.[1] ?? "");
    const fonts = new Map(
      [...(at("Resources")?.head ?? page).matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = "", to = ""]) => [name, to]),
    );
    return textOf(at("Contents")?.stream ?? "", (name) => {
      const map = maps.get(fonts.get(name) ?? "");
      if (!map) throw new Error(`The font ${name} has no map to Unicode.`);
      return map;
    });
  });
  const embedded = all.filter(({ head }) => /\/FontFile[23]? \d+ 0 R/.test(head));
  return {
    pages,
    fonts: embedded.map(({ head }) => /\/FontName \/(\S+)/.exec(head)?.[1] ?? ""),
    madeAt: all.map(({ head }) => /^\((D:\d{14}Z)\)$/.exec(head)?.[1]).find(Boolean) ?? "",
  };
}

function split(body: string): Dictionary {
  const at = body.indexOf("\nstream\n");
  if (at < 0) return { head: body, stream: null };
  const head = body.slice(0, at);
  const raw = Buffer.from(body.slice(at + 8, body.lastIndexOf("\nendstream")), "latin1");
  return { head, stream: (head.includes("/FlateDecode") ? inflateSync(raw) : raw).toString("latin1") };
}

/** The characters of glyph numbers, by the map's bfrange and bfchar entries. */
function unicodeOf(map: string): Map<number, string> {
  const glyphs = new Map<number, string>();
  for (const [, block = ""] of map.matchAll(/beginbfrange\n([\s\S]*?)\nendbfrange/g))
    for (const [, from = "", , list = ""] of block.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi))
      [...list.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, hex = ""], index) => {
        const bigEndian = Buffer.from(hex.replaceAll(" ", ""), "hex");
        glyphs.set(Number.parseInt(from, 16) + index, bigEndian.swap16().toString("utf16le"));
      });
  return glyphs;
}

/** The shown text of a page's content, in the order of drawing. */
function textOf(content: string, mapOf: (font: string) => Map<number, string>): string {
  let map = new Map<number, string>();
  let text = "";
  for (const [, font, shown = ""] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font) map = mapOf(font);
    for (const [, hex = ""] of shown.matchAll(/<([0-9a-f]+)>/gi))
      for (let at = 0; at < hex.length; at += 4) text += map.get(Number.parseInt(hex.slice(at, at + 4), 16)) ?? "";
  }
  return text;
}
