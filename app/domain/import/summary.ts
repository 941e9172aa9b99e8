/** What an import found, as it is kept with a batch and read again from the database. */
import { z } from "zod";

import { NOTICE_CODES, PROBLEM_CODES } from "./problems";

const place = {
  file: z.string().nullable(),
  row: z.number().nullable(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
};
const count = z.number().nullable();

export const summarySchema = z.object({
  ok: z.boolean(),
  files: z.array(
    z.object({
      file: z.string(),
      encoding: z.enum(["UTF-8", "CP932", "XLSX"]),
      ...{ rows: z.number(), added: count, changed: count, unchanged: count },
    }),
  ),
  problems: z.array(z.object({ ...place, code: z.enum(PROBLEM_CODES) })),
  problemCount: z.number(),
  notices: z.array(z.object({ ...place, code: z.enum(NOTICE_CODES) })),
  /** The kept files' sizes in bytes, by name. */
  sizes: z.record(z.string(), z.number()),
});

export type Summary = z.infer<typeof summarySchema>;

/** Rows that an import adds, changes and leaves, over all its files. */
export function totals(files: Summary["files"]): { added: number; changed: number; unchanged: number } {
  const sum = (name: "added" | "changed" | "unchanged"): number =>
    files.reduce((total, file) => total + (file[name] ?? 0), 0);
  return { added: sum("added"), changed: sum("changed"), unchanged: sum("unchanged") };
}
