import { existsSync } from "node:fs";

import { backUpDatabase } from "../../db/backup.server";
import { databaseUrls } from "../../db/urls.server";
import { translator } from "../../i18n/i18n";
import { now } from "../../lib/clock.server";
import { readArguments } from "../arguments";
import { misuse, refuse, type Io } from "../io";

/** Saves the whole database into a new file, while the app may go on running. */
export async function run(args: string[], io: Io): Promise<number> {
  const given = readArguments(args, { json: { kind: "flag" } }, io);
  if (!given) return 2;
  const [file] = given.words;
  if (file === undefined || given.words.length > 1) return misuse(io, (t) => t("operations.backup.usage"));
  if (existsSync(file)) return refuse(io, (t) => t("operations.backup.exists", { file }));
  const { owner } = await databaseUrls();
  const header = await backUpDatabase(owner, file, now());
  const rows = header.tables.reduce((sum, table) => sum + table.rows, 0);
  const t = translator(io.locale);
  if (given.options.json)
    io.out(
      JSON.stringify({
        file,
        rows,
        createdAt: header.createdAt,
        tables: header.tables.map(({ name, rows }) => ({ name, rows })),
      }),
    );
  else io.out(t("operations.backup.done", { file, tables: header.tables.length, rows }));
  return 0;
}
