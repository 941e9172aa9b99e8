/** Writes a large, valid set of exchange files, the same for the same seed, to measure with. */
import { createWriteStream, mkdirSync } from "node:fs";
import { once } from "node:events";
import path from "node:path";
import { finished } from "node:stream/promises";

import { FILES, fileName, type FileKey } from "../../domain/import/columns";
import { COMPLEXITY_TAGS } from "../../domain/workforce/vocabulary";
import { addDays, type Day } from "../../lib/calendar";
import { csvLine } from "../../lib/csv";

export type LargeDataset = { cases: number; workers: number; seed: number; from?: Day };

const YEARS_OF_DAYS = 1_095;

/**
 * Writes offices, staff, cases and assignments to a folder. About 15 in 100 cases are handed over once.
 * @returns the number of rows of each file
 */
export async function writeLargeDataset(dir: string, given: LargeDataset): Promise<Partial<Record<FileKey, number>>> {
  const { cases, workers, seed, from = "2023-04-01" } = given;
  const random = generator(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  mkdirSync(dir, { recursive: true });
  const offices = Math.max(1, Math.ceil(workers / 20));
  const officeOf = (worker: number): string => `O${(worker % offices) + 1}`;
  const staffCode = (worker: number): string => `S${String(worker + 1).padStart(4, "0")}`;
  await writeFile(
    dir,
    "offices",
    count(offices, (index) => [`O${index + 1}`, `第${index + 1}事業所`, `Office ${index + 1}`]),
  );
  await writeFile(
    dir,
    "staff",
    count(workers, (index) => [
      ...[
        staffCode(index),
        officeOf(index),
        `支援 ${index + 1}`,
        index % 10 === 0 ? "chief_support_worker" : "support_worker",
      ],
      ...[
        "full_time",
        40,
        addDays(from, -below(2_000)),
        null,
        3_200_000 + below(900_000),
        10_000,
        index % 15 === 0,
        null,
      ],
    ]),
  );
  const assignments: (string | null)[][] = [];
  await writeFile(
    dir,
    "cases",
    count(cases, (index) => {
      const ref = `K${String(index + 1).padStart(7, "0")}`;
      const opened = addDays(from, below(YEARS_OF_DAYS));
      const length = 20 + below(400);
      const closed = below(4) === 0 ? null : addDays(opened, length);
      const worker = below(workers);
      const handedOver = below(100) < 15 ? addDays(opened, 10 + below(length - 15)) : null;
      assignments.push([ref, staffCode(worker), opened, handedOver ? addDays(handedOver, -1) : closed]);
      if (handedOver)
        assignments.push([ref, staffCode((worker + 1 + below(workers - 1)) % workers), handedOver, closed]);
      const tags = COMPLEXITY_TAGS.filter(() => below(6) === 0);
      return [ref, officeOf(worker), opened, closed, tags.join(";")];
    }),
  );
  await writeFile(dir, "assignments", assignments);
  return { offices, staff: workers, cases, assignments: assignments.length };
}

type Cells = (string | number | boolean | null)[];

function* count(rows: number, row: (index: number) => Cells): Generator<Cells> {
  for (let index = 0; index < rows; index += 1) yield row(index);
}

async function writeFile(dir: string, file: FileKey, rows: Iterable<Cells>): Promise<void> {
  const stream = createWriteStream(path.join(dir, fileName(file)));
  stream.write(`${FILES[file].columns.map(({ key }) => key).join(",")}\n`);
  for (const row of rows) if (!stream.write(`${csvLine(row)}\n`)) await once(stream, "drain");
  stream.end();
  await finished(stream);
}

/** Pseudo-random numbers from 0 to below 1 (mulberry32). */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
