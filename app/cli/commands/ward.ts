/** `ward:add --code 131041 --name 新宿区 --name-en Shinjuku`: adds a ward by its local government code. */
import { platformOf } from "../../db/scope.server";
import { addWard } from "../../domain/contract/repository.server";
import { translator } from "../../i18n/i18n";
import { readArguments } from "../arguments";
import { misuse, refuse, type Io } from "../io";

const OPTIONS = {
  code: { kind: "text", required: true },
  name: { kind: "text" },
  "name-en": { kind: "text" },
  json: { kind: "flag" },
} as const;

/** Runs the command; gives its exit status. */
export async function run(args: string[], io: Io): Promise<number> {
  const given = readArguments(args, OPTIONS, io);
  if (!given) return 2;
  const { options, words } = given;
  if (words.length > 0) return misuse(io, (t) => t("kpi.cli.extraWords", { words: words.join(" ") }));
  const decision = await addWard(platformOf(), { code: options.code, name: options.name, nameEn: options["name-en"] });
  if (!decision.ok) {
    const { code, params } = decision.problem;
    return refuse(io, (t) => t(`kpi.cli.${code}`, params));
  }
  const { code, name, nameEn } = decision.added;
  if (options.json) io.out(JSON.stringify({ code, name, nameEn }));
  else io.out(translator(io.locale)("kpi.cli.wardAdded", { code, name }));
  return 0;
}
