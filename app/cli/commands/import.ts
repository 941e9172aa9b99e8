/** `import --contract C1 DIR_OR_XLSX [--dry-run] [--json]`: files of the exchange format into a contract, all or nothing. */
import { readdirSync, statSync } from "node:fs";
import path from "node:path";

import { asPlatform, platformOf, tenantOf, type Tenant } from "../../db/scope.server";
import { fileKeyOf } from "../../domain/import/columns";
import { importFiles, type ImportResult, type Progress } from "../../domain/import/import-files.server";
import type { Notice } from "../../domain/import/problems";
import { fileSource, type Source } from "../../domain/import/source.server";
import { translator } from "../../i18n/i18n";
import { messageText, placeText } from "../../i18n/import-messages";
import { today } from "../../lib/clock.server";
import { readArguments } from "../arguments";
import { misuse, refuse, type Io } from "../io";

/** Runs the command; gives its exit status. */
export async function run(args: string[], io: Io): Promise<number> {
  const given = readArguments(
    args,
    { contract: { kind: "text", required: true }, "dry-run": { kind: "flag" }, json: { kind: "flag" } },
    io,
  );
  if (!given) return 2;
  const [target, ...others] = given.words;
  if (!target || others.length > 0) return misuse(io, (t) => t("import.cli.usage"));
  const { contract } = given.options;
  const found = sourcesOf(target);
  if (!found) return refuse(io, (t) => t("import.cli.notFound", { path: target }));
  const tenant = await tenantOfCode(contract);
  if (!tenant) return refuse(io, (t) => t("import.cli.unknownContract", { code: contract }));
  const dryRun = given.options["dry-run"];
  const options = { dryRun, actorRole: "cli", day: today(), onProgress: progressLine(io) };
  const result = await importFiles(tenant, found.sources, options);
  result.notices.unshift(...found.ignored);
  if (given.options.json) io.out(JSON.stringify(asJson(result), null, 2));
  describe(result, io, given.options.json ? io.err : io.out);
  return result.ok ? 0 : 1;
}

async function tenantOfCode(code: string): Promise<Tenant | null> {
  const contract = await asPlatform(platformOf(), (tx) => tx.contract.findUnique({ where: { code } }));
  return contract && tenantOf(contract.wardId, contract.id);
}

/** The files that an argument names; in a folder those of the exchange format, the rest is mentioned. Null where nothing is there. */
function sourcesOf(target: string): { sources: Source[]; ignored: Notice[] } | null {
  const stat = statSync(target, { throwIfNoEntry: false });
  if (!stat) return null;
  if (!stat.isDirectory()) return { sources: [fileSource(target)], ignored: [] };
  const names = readdirSync(target, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith("."))
    .map((entry) => entry.name)
    .sort();
  const isOurs = (name: string): boolean => /\.csv$/i.test(name) && fileKeyOf(name) !== null;
  const ignored = names.filter((name) => !isOurs(name));
  return {
    sources: names.filter(isOurs).map((name) => fileSource(path.join(target, name))),
    ignored: ignored.map((file) => ({ file, row: null, column: null, value: null, code: "file_ignored", params: {} })),
  };
}

function progressLine(io: Io): (progress: Progress) => void {
  const t = translator(io.locale);
  let last = "";
  return ({ phase, done, total }) => {
    const tenths = total > 0 ? Math.min(10, Math.floor((done / total) * 10)) : 0;
    const key = `${phase} ${phase === "check" ? "" : tenths}`;
    if (key === last) return;
    last = key;
    io.err(t(`import.progress.${phase}`, { done, total }));
  };
}

function asJson(result: ImportResult): object {
  const messages = (message: ImportResult["problems"][number] | Notice) => ({
    ...{ file: message.file, row: message.row, column: message.column, code: message.code, value: message.value },
    messageJa: messageText(message, translator("ja")),
    messageEn: messageText(message, translator("en")),
  });
  const { ok, dryRun, files, problems, problemCount, notices } = result;
  return { ok, dryRun, files, problems: problems.map(messages), problemCount, notices: notices.map(messages) };
}

/** Says what happened; problems in both languages, because who reads them may not be who ran the command. */
function describe(result: ImportResult, io: Io, write: (text: string) => void): void {
  const t = translator(io.locale);
  const [ja, en] = [translator("ja"), translator("en")];
  for (const message of [...result.notices, ...result.problems]) {
    io.err(`${placeText(message, ja)}${messageText(message, ja)}`);
    io.err(`${placeText(message, en)}${messageText(message, en)}`);
  }
  const unlisted = result.problemCount - result.problems.length;
  if (unlisted > 0) for (const locale of [ja, en]) io.err(locale("import.more", { count: unlisted }));
  if (!result.ok) {
    for (const locale of [ja, en]) io.err(locale("import.refused", { count: result.problemCount }));
    return;
  }
  for (const { file, encoding, rows, added, changed, unchanged } of result.files) {
    write(
      t("import.cli.file", {
        file,
        encoding,
        rows,
        added: added ?? 0,
        changed: changed ?? 0,
        unchanged: unchanged ?? 0,
      }),
    );
  }
  write(t(result.dryRun ? "import.cli.dryRun" : "import.cli.done"));
}
