/** What may be kept as evidence, told by the bytes themselves: a name or a browser's word proves nothing. */

/** The most that one file may hold. */
export const EVIDENCE_MAX_BYTES = 10 * 1024 * 1024;
/** The most that a form with one file may hold: the file, its frame and the other fields. */
export const EVIDENCE_REQUEST_MAX_BYTES = EVIDENCE_MAX_BYTES + 1024 * 1024;

export const MEDIA_TYPES = ["application/pdf", "image/png", "image/jpeg"] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

export const EVIDENCE_SUBJECTS = ["training", "qualification", "career"] as const;
export type EvidenceSubject = (typeof EVIDENCE_SUBJECTS)[number];

/** Why a file is not kept; the texts are note.evidence.problem.CODE. `heic`: a phone's own format, which few programs open. */
export type EvidenceProblem = "tooLarge" | "notAllowed" | "heic" | "empty";

/** A kept file, without its content. */
export type EvidenceRow = {
  id: string;
  staffId: string;
  subjectId: string;
  name: string;
  mediaType: MediaType;
  bytes: number;
  /** ISO 8601, UTC. */
  uploadedAt: string;
};

const MAX_NAME_LENGTH = 120;
const EXTENSIONS: Record<MediaType, readonly string[]> = {
  "application/pdf": ["pdf"],
  "image/png": ["png"],
  "image/jpeg": ["jpg", "jpeg"],
};
const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Names of PNG chunks, as numbers. */
const [IHDR, IDAT, IEND] = [0x49484452, 0x49444154, 0x49454e44];
const HEIC_BRANDS = ["heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1", "avif", "avis"];

/** The kind of a file by its content, or null where it is none of the three that are kept. */
export function mediaTypeOf(bytes: Uint8Array): MediaType | null {
  if (isPng(bytes)) return "image/png";
  if (isJpeg(bytes)) return "image/jpeg";
  return isPdf(bytes) ? "application/pdf" : null;
}

/** Whether a file is a photo in HEIC or AVIF, as phones take them. */
export function isHeic(bytes: Uint8Array): boolean {
  return ascii(bytes, 4, 8) === "ftyp" && HEIC_BRANDS.includes(ascii(bytes, 8, 12));
}

/**
 * A name that every file system takes and that says what the file is: without folders, control signs and signs that turn
 * the direction of writing, at most 120 signs, ending as its content does.
 */
export function safeFileName(given: string, mediaType: MediaType): string {
  const endings = EXTENSIONS[mediaType];
  const name = (given.split(/[/\\]/).at(-1) ?? "")
    .slice(0, 1000)
    .normalize("NFC")
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, "")
    .replaceAll(/[:*?"<>|%;\s]+/g, "_")
    .replace(/^[._]+/, "")
    .replace(/[._]+$/, "");
  const ending = endings.find((one) => name.toLowerCase().endsWith(`.${one}`)) ?? endings[0] ?? "";
  const stem = name.toLowerCase().endsWith(`.${ending}`) ? name.slice(0, -ending.length - 1) : name;
  const short = [...stem].slice(0, MAX_NAME_LENGTH - ending.length - 1).join("");
  return `${short || "evidence"}.${ending}`;
}

/** Chunk after chunk from the header to the end mark, with a picture in between. */
function isPng(bytes: Uint8Array): boolean {
  if (!PNG_SIGNATURE.every((byte, at) => bytes[at] === byte)) return false;
  const view = viewOf(bytes);
  let hasPicture = false;
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const kind = view.getUint32(at + 4);
    if (at + 12 + length > bytes.length) return false;
    if (at === 8 && !(kind === IHDR && length === 13 && view.getUint32(16) > 0 && view.getUint32(20) > 0)) return false;
    if (kind === IDAT) hasPicture = true;
    if (kind === IEND) return hasPicture;
    at += 12 + length;
  }
  return false;
}

/** Segment after segment from the start mark to the scan, with a frame that has a size. */
function isJpeg(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return false;
  const view = viewOf(bytes);
  let hasFrame = false;
  for (let at = 2; at + 4 <= bytes.length;) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return false;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (length < 2 || at + 2 + length > bytes.length) return false;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) hasFrame = at + 9 <= bytes.length && view.getUint16(at + 7) > 0;
    if (marker === 0xda) return hasFrame;
    at += 2 + length;
  }
  return false;
}

/** A header within the first 1,024 bytes with no mark-up before it, an object, and the end as ISO 32000 wants it. */
function isPdf(bytes: Uint8Array): boolean {
  const start = ascii(bytes, 0, 1024);
  const header = start.search(/%PDF-[12]\.\d/);
  if (header < 0 || start.slice(0, header).includes("<")) return false;
  const end = ascii(bytes, Math.max(0, bytes.length - 2048), bytes.length);
  if (!/startxref\s+\d+\s+%%EOF/.test(end)) return false;
  return hasObject(bytes);
}

/** Whether "0 obj" or the like stands somewhere, as each object of a PDF begins. */
function hasObject(bytes: Uint8Array): boolean {
  // why: number by number; as text, ten million of anybody's signs would hold up everybody else.
  for (let at = bytes.indexOf(0x6f, 2); at >= 0; at = bytes.indexOf(0x6f, at + 1)) {
    if (bytes[at + 1] !== 0x62 || bytes[at + 2] !== 0x6a) continue;
    const [digit = 0, space = 0] = bytes.subarray(at - 2, at);
    if (space <= 0x20 && digit >= 0x30 && digit <= 0x39) return true;
  }
  return false;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return new TextDecoder("latin1").decode(bytes.subarray(from, to));
}
