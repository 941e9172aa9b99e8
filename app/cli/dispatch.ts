/** The command line: finds the command, prepares the database, closes it at the end. */
import { closeDatabase } from "../db/client.server";
import { LOCALES, type Locale } from "../i18n/resources";
import { env } from "../lib/env.server";
import { prepareDatabase } from "./database";
import { complain, misuse, type Command, type Io } from "./io";

/** Every command and its file, loaded only when called. */
const COMMANDS: Readonly<Record<string, () => Promise<{ run: Command }>>> = {
  "ward:add": async () => ({ run: (await import("./commands/ward")).run }),
  "contract:add": async () => ({ run: (await import("./commands/contract")).run }),
  import: () => import("./commands/import"),
  kpi: () => import("./commands/kpi"),
  workers: () => import("./commands/workers"),
  job: () => import("./commands/job"),
  flags: () => import("./commands/flags"),
  demo: () => import("./commands/demo"),
  bench: () => import("./commands/bench"),
  "notes:rotate": () => import("./commands/notes"),
  backup: () => import("./commands/backup"),
  restore: () => import("./commands/restore"),
};

/** Commands that bring or replace the database themselves. */
const WITHOUT_DATABASE = new Set(["restore", "bench"]);

/**
 * Runs a command.
 * @param print where its output and its messages go
 * @returns the exit status: 0 done, 1 refused, 2 usage
 */
export async function dispatch(args: string[], print: Pick<Io, "out" | "err">): Promise<number> {
  const { locale, rest } = takeLanguage(args);
  const io: Io = { ...print, locale };
  const [name = "", ...commandArgs] = rest;
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) {
    if (name) misuse(io, (t) => t("kpi.cli.unknownCommand", { name }));
    return misuse(io, (t) => t("kpi.cli.usage", { commands: Object.keys(COMMANDS).join(", ") }));
  }
  try {
    const { run } = await load();
    if (!WITHOUT_DATABASE.has(name)) await prepareDatabase();
    return await run(commandArgs, io);
  } catch (error) {
    complain(io, (t) => t("kpi.cli.failed"));
    io.err(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return 1;
  } finally {
    await closeDatabase();
  }
}

/** Takes `--lang ja|en` out of the arguments; without it the terminal's LANG decides. */
function takeLanguage(args: string[]): { locale: Locale; rest: string[] } {
  const at = args.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  const given = at < 0 ? undefined : args[at] === "--lang" ? args[at + 1] : args[at]?.slice("--lang=".length);
  const locale = LOCALES.find((known) => known === given);
  if (locale === undefined) return { locale: /^en/i.test(env().LANG ?? "") ? "en" : "ja", rest: args };
  return { locale, rest: args.filter((_, index) => index !== at && !(args[at] === "--lang" && index === at + 1)) };
}
