import { loadDemo } from "../../../prisma/seed/load-demo";
import { DEMO_PASSWORD, demoSignIns } from "../../../prisma/seed/sign-ins";
import { databaseUrls } from "../../db/urls.server";
import { translator, type Locale } from "../../i18n/i18n";
import { now, today } from "../../lib/clock.server";
import { readArguments } from "../arguments";
import { refuse, type Io } from "../io";
import { textTable } from "../text-table";

/** Fills an empty database with the demo and prints its sign-ins. `--today D` fixes the day it is dated by. */
export async function run(args: string[], io: Io): Promise<number> {
  const given = readArguments(args, { json: { kind: "flag" }, today: { kind: "day" } }, io);
  if (!given) return 2;
  const { owner } = await databaseUrls();
  const t = translator(io.locale);
  const start = now().getTime();
  const day = given.options.today ?? today();
  const loaded = await loadDemo(owner, day, (step) => io.err(t(`operations.demo.${step}`)));
  if (!loaded) return refuse(io, (translate) => translate("operations.demo.notEmpty"));
  const seconds = Math.round((now().getTime() - start) / 100) / 10;
  if (given.options.json) {
    const signIns = demoSignIns.map(({ role, email, look }) => ({ role, email, password: DEMO_PASSWORD, look }));
    io.out(JSON.stringify({ today: day, ...loaded, seconds, signIns }));
    return 0;
  }
  io.err(t("operations.demo.done", { rows: loaded.rows, flags: loaded.openFlags, seconds }));
  io.out(signInTable(io.locale));
  return 0;
}

/** The demo's sign-ins as a table with a warning below. */
function signInTable(locale: Locale): string {
  const t = translator(locale);
  const header = [
    t("operations.demo.role"),
    t("operations.demo.email"),
    t("operations.demo.password"),
    t("operations.demo.look"),
  ];
  const rows = demoSignIns.map(({ role, email, look }) => [
    t(`glossary.access.${role}`),
    email,
    DEMO_PASSWORD,
    look[locale],
  ]);
  return `${textTable(header, rows)}\n${t("operations.demo.warning")}`;
}
