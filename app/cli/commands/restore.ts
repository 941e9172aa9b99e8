import { migrationNames } from "../../../prisma/engine";
import { migrate } from "../../../prisma/migrate";
import { checkBackupFile } from "../../db/backup-file.server";
import { databaseMigrations, restoreDatabase, type RestoreProblem } from "../../db/restore.server";
import { databaseUrls } from "../../db/urls.server";
import { translator } from "../../i18n/i18n";
import { readArguments } from "../arguments";
import { misuse, refuse, type Io } from "../io";

/**
 * Loads a backup into an empty database. A database that was never set up gets the backup's version first and this
 * program's after, so that an older backup is brought up to date by the same migrations as a running system.
 */
export async function run(args: string[], io: Io): Promise<number> {
  const given = readArguments(args, { json: { kind: "flag" } }, io);
  if (!given) return 2;
  const [file] = given.words;
  if (file === undefined || given.words.length > 1) return misuse(io, (t) => t("operations.restore.usage"));
  const checked = await checkBackupFile(file);
  if ("problem" in checked) return refuse(io, (t) => t(`operations.restore.${checked.problem}`, { file }));
  const { header } = checked;
  const known = migrationNames();
  const unknown = header.migrations.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    return refuse(io, (t) => t("operations.restore.newer", { file, migrations: unknown.join(", ") }));
  const { owner } = await databaseUrls();
  if ((await databaseMigrations(owner)).length === 0) await migrate(owner, header.migrations);
  const problem = await restoreDatabase(owner, file, header);
  if (problem) return refuse(io, (t) => explain(problem, t));
  await migrate(owner);
  const rows = header.tables.reduce((sum, table) => sum + table.rows, 0);
  const { createdAt, tables } = header;
  if (given.options.json)
    io.out(JSON.stringify({ file, rows, createdAt, tables: tables.map(({ name, rows }) => ({ name, rows })) }));
  else io.out(translator(io.locale)("operations.restore.done", { tables: tables.length, rows, createdAt }));
  return 0;
}

function explain(problem: RestoreProblem, t: ReturnType<typeof translator>): string {
  if (problem.problem === "notEmpty") return t("operations.restore.notEmpty");
  if (problem.problem === "otherVersion") return t("operations.restore.otherVersion", problem);
  return t("operations.restore.rowCounts", problem);
}
