/** `flags`: the open flags of a contract as the ward or the contractor may see them. */
import { platformOf, tenantOf, wardViewOf } from "~/db/scope.server";
import { listFlags, type NamedFlag } from "~/domain/flag/repository.server";
import { listWardFlags, type WardFlag } from "~/domain/flag/ward-flags.server";
import { listContractAddresses, type ContractAddress } from "~/domain/job/contracts.server";
import { findingText, paragraph, wardFlagText } from "~/i18n/flag-text";
import { longDay } from "~/i18n/format";
import { translator } from "~/i18n/i18n";
import { LOCALES, type Locale } from "~/i18n/resources";
import type { Day } from "~/lib/calendar";
import { today } from "~/lib/clock.server";

import { readArguments } from "../arguments";
import { complain, misuse, refuse, type Io } from "../io";

const OPTIONS = {
  contract: { kind: "text", required: true },
  view: { kind: "text", required: true },
  "as-of": { kind: "day" },
  json: { kind: "flag" },
} as const;

/** More than any contract has open at a time. */
const ALL = 1_000_000;

type Answer = { evaluatedOn: Day | null; withheld?: "small" | null; flags: object[]; lines: string[] };

/** Prints the flags open as of a day. The ward's view holds no staff code, name or id. */
export async function run(args: string[], io: Io): Promise<number> {
  const given = readArguments(args, OPTIONS, io);
  if (!given) return 2;
  const { contract: code, view, json } = given.options;
  if (view !== "ward" && view !== "contractor") return misuse(io, (t) => t("flag.command.unknownView"));
  const [address] = await listContractAddresses(platformOf(), code);
  if (!address) return refuse(io, (t) => t("flag.command.unknownContract", { code }));
  const asOf = given.options["as-of"] ?? today();
  const { lines, ...answer } =
    view === "ward" ? await wardAnswer(address, asOf, io) : await contractorAnswer(address, asOf, io);
  if (answer.evaluatedOn === null) complain(io, (t) => t("flag.command.notEvaluated", { day: asOf }));
  if (json) io.out(JSON.stringify({ contract: code, asOf, view, ...answer }));
  else if (lines.length > 0) io.out(lines.join("\n"));
  else io.out(translator(io.locale)("flag.command.none", { day: longDay(asOf, io.locale) }));
  return 0;
}

async function contractorAnswer({ wardId, contractId }: ContractAddress, asOf: Day, { locale }: Io): Promise<Answer> {
  const { flags, evaluatedOn } = await listFlags(tenantOf(wardId, contractId), { asOf, pageSize: ALL });
  return { evaluatedOn, flags: flags.map(namedJson), lines: flags.map((flag) => namedLine(flag, locale)) };
}

function namedJson(flag: NamedFlag): object {
  const { flagId, rule, version, severity, status, subject, staffCode, officeCode, raisedOn, dueOn, figures, factors } =
    flag;
  return {
    ...{ id: flagId, rule, version, severity, status, subject, staffCode, officeCode, raisedOn, dueOn, figures },
    ...(rule === "burnout.conditions" ? { factors } : {}),
    explanation: inBoth((locale) => paragraph(findingText(translator(locale), locale, flag), locale)),
  };
}

function namedLine(flag: NamedFlag, locale: Locale): string {
  const t = translator(locale);
  const subject = flag.staffCode ?? flag.officeCode ?? t("flag.survey.whole");
  const head = [t(`glossary.severity.${flag.severity}`), subject, t(`flag.rule.${flag.rule}.name`)].join("  ");
  return `${head}  ${findingText(t, locale, flag)[0] ?? ""}`;
}

async function wardAnswer({ wardId, contractId }: ContractAddress, asOf: Day, { locale }: Io): Promise<Answer> {
  const [contract] = await listWardFlags(wardViewOf(wardId), contractId, asOf);
  if (!contract) return { evaluatedOn: null, withheld: null, flags: [], lines: [] };
  const { flags, evaluatedOn, withheld } = contract;
  return { evaluatedOn, withheld, flags: flags.map(wardJson), lines: flags.map((flag) => wardLine(flag, locale)) };
}

function wardJson({ offices, ...flag }: WardFlag): object {
  return {
    ...flag,
    officeCodes: offices.map((office) => office.officeCode),
    explanation: inBoth((locale) => paragraph(wardFlagText(translator(locale), locale, flag), locale)),
  };
}

function wardLine(flag: WardFlag, locale: Locale): string {
  const t = translator(locale);
  const where = flag.offices.map((office) => office.officeCode).join("+") || t(`flag.ward.scope.${flag.scope}`);
  const head = [t(`glossary.severity.${flag.severity}`), where, t(`flag.rule.${flag.rule}.name`)].join("  ");
  return `${head}  ${paragraph(wardFlagText(t, locale, flag), locale)}`;
}

function inBoth(text: (locale: Locale) => string): Record<Locale, string> {
  const [ja, en] = LOCALES.map(text);
  return { ja: ja ?? "", en: en ?? "" };
}
