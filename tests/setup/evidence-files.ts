/** Small files of each kind, and files that only pretend. */
import { deflateSync } from "node:zlib";

/** A page that draws nothing. */
export function aPdf(text = "1 0 obj <</Type /Catalog>> endobj"): Buffer {
  return Buffer.from(`%PDF-1.7\n${text}\nxref\n0 1\ntrailer <</Root 1 0 R>>\nstartxref\n42\n%%EOF\n`, "latin1");
}

/** One grey point. */
export function aPng(): Buffer {
  const chunk = (kind: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(kind, "latin1"), data, Buffer.alloc(4)]);
  };
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
    chunk("IDAT", deflateSync(Buffer.from([0, 128]))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** The marks of a picture of 16 by 16 points, with a comment. */
export function aJpeg(comment = "scan"): Buffer {
  const segment = (marker: number, data: Buffer) => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(data.length + 2, 2);
    return Buffer.concat([head, data]);
  };
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from("JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0", "latin1")),
    segment(0xfe, Buffer.from(comment)),
    segment(0xc0, Buffer.from([8, 0, 16, 0, 16, 1, 1, 0x11, 0])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0x34, 0xff, 0xd9]),
  ]);
}

/** The beginning of a phone's own photo format. */
export function aHeic(): Buffer {
  return Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from("ftypheic\0\0\0\0mif1heic", "latin1"),
    Buffer.alloc(64),
  ]);
}

/** A file as a form gives it. */
export function fileOf(content: Buffer, name: string, type = "application/octet-stream"): File {
  return new File([new Uint8Array(content)], name, { type });
}
