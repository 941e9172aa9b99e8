/**
 * A backup's file: gzipped lines of JSON. First a header that says what is inside, then for each table its name and its
 * rows, each an array of the columns as PostgreSQL writes them, and last the SHA-256 of all lines before.
 */
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";

export const BACKUP_FORMAT = "sasae-backup";
export const BACKUP_VERSION = 1;

export type BackupTable = { name: string; columns: string[]; rows: number };
export type BackupHeader = {
  format: typeof BACKUP_FORMAT;
  version: number;
  createdAt: string;
  /** The migrations that the database had, in order. */
  migrations: string[];
  tables: BackupTable[];
};

const LINE_BREAK = 10;
const CHUNK_BYTES = 256 * 1024;

/**
 * Writes lines and the trailer. The file appears under its name only when it is whole.
 * @throws the file system's error; EEXIST where an unfinished file of the same name is in the way
 */
export async function writeBackupFile(file: string, lines: AsyncIterable<string>): Promise<void> {
  const unfinished = `${file}.part`;
  const sink = createWriteStream(unfinished, { flags: "wx", mode: 0o600 });
  const opened = new Promise<void>((resolve, reject) => sink.once("open", () => resolve()).once("error", reject));
  await opened;
  try {
    await pipeline(Readable.from(withTrailer(lines)), createGzip(), sink);
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function* withTrailer(lines: AsyncIterable<string>): AsyncGenerator<Buffer> {
  const hash = createHash("sha256");
  let waiting: string[] = [];
  let length = 0;
  for await (const line of lines) {
    waiting.push(line, "\n");
    length += line.length + 1;
    if (length < CHUNK_BYTES) continue;
    const chunk = Buffer.from(waiting.join(""));
    hash.update(chunk);
    yield chunk;
    [waiting, length] = [[], 0];
  }
  const rest = Buffer.from(waiting.join(""));
  hash.update(rest);
  yield rest;
  yield Buffer.from(`${JSON.stringify({ sha256: hash.digest("hex") })}\n`);
}

/** The lines of a backup, trailer included, in constant memory. @throws zlib's or the file system's error */
export async function* readBackupLines(file: string): AsyncGenerator<Buffer> {
  const source = createReadStream(file);
  const unzipped = createGunzip();
  source.once("error", (error) => unzipped.destroy(error));
  let begun: Buffer[] = [];
  try {
    for await (const piece of source.pipe(unzipped)) {
      const chunk = piece as Buffer;
      let from = 0;
      for (let at = chunk.indexOf(LINE_BREAK); at >= 0; at = chunk.indexOf(LINE_BREAK, from)) {
        yield Buffer.concat([...begun, chunk.subarray(from, at)]);
        begun = [];
        from = at + 1;
      }
      if (from < chunk.length) begun.push(chunk.subarray(from));
    }
    if (begun.length > 0) yield Buffer.concat(begun);
  } finally {
    source.destroy();
  }
}

export type BackupCheck = { header: BackupHeader } | { problem: "missing" | "notBackup" | "damaged" };

/** Reads a backup through: whether it is one, whole and unchanged. */
export async function checkBackupFile(file: string): Promise<BackupCheck> {
  const hash = createHash("sha256");
  let header: BackupHeader | null = null;
  let previous: Buffer | null = null;
  try {
    for await (const line of readBackupLines(file)) {
      if (previous === null) {
        header = readHeader(line);
        if (!header) return { problem: "notBackup" };
      } else hash.update(previous).update("\n");
      previous = line;
    }
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (!code.startsWith("Z_")) return { problem: "missing" };
    return { problem: header ? "damaged" : "notBackup" };
  }
  if (!header) return { problem: "notBackup" };
  const expected = JSON.stringify({ sha256: hash.digest("hex") });
  return previous?.toString() === expected ? { header } : { problem: "damaged" };
}

function readHeader(line: Buffer): BackupHeader | null {
  try {
    const header = JSON.parse(line.toString()) as BackupHeader;
    return header.format === BACKUP_FORMAT && header.version === BACKUP_VERSION ? header : null;
  } catch {
    return null;
  }
}
