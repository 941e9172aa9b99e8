/** `contract:add --ward 131041 --code C1 --contractor NAME --starts 2024-04-01 --ends 2027-03-31`: adds a contract. */
import { platformOf } from "../../db/scope.server";
import { addContract } from "../../domain/contract/repository.server";
import { translator } from "../../i18n/i18n";
import { readArguments } from "../arguments";
import { misuse, refuse, type Io } from "../io";

const OPTIONS = {
  ward: { kind: "text", required: true },
  code: { kind: "text", required: true },
  contractor: { kind: "text", required: true },
  starts: { kind: "day", required: true },
  ends: { kind: "day", required: true },
  json: { kind: "flag" },
} as const;

/** Runs the command; gives its exit status. */
export async function run(args: string[], io: Io): Promise<number> {
  const given = readArguments(args, OPTIONS, io);
  if (!given) return 2;
  const { options, words } = given;
  if (words.length > 0) return misuse(io, (t) => t("kpi.cli.extraWords", { words: words.join(" ") }));
  const { ward: wardCode, code, contractor: contractorName, starts: startsOn, ends: endsOn } = options;
  const decision = await addContract(platformOf(), { wardCode, code, contractorName, startsOn, endsOn });
  if (!decision.ok) {
    const { problem } = decision;
    return refuse(io, (t) => t(`kpi.cli.${problem.code}`, problem.params));
  }
  const { wardName } = decision.added;
  if (options.json) io.out(JSON.stringify({ ward: wardCode, code, contractor: contractorName, startsOn, endsOn }));
  else io.out(translator(io.locale)("kpi.cli.contractAdded", { code, ward: wardName, contractor: contractorName }));
  return 0;
}
