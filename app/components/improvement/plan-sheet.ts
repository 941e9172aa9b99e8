import type { TFunction } from "i18next";

import { clocks } from "../../domain/improvement/clocks";
import type { Side } from "../../domain/improvement/rules";
import { tableSheet, type Sheet, type SheetField } from "../../domain/report/sheet";
import type { Locale } from "../../i18n/resources";
import type { Day } from "../../lib/calendar";
import { listFile } from "../list-file";
import { contractName } from "../ward/names";
import type { ContractNames, ShownPlan } from "./plan-columns";
import { clockText, planGroup } from "./plan-words";

/** A list of plans as a file, for either side. */
export function planSheet(
  t: TFunction,
  locale: Locale,
  side: Side,
  day: Day,
  plans: readonly ShownPlan[],
  contracts: ContractNames,
): Sheet {
  const clock = (of: Side): SheetField<ShownPlan> => ({
    ...{ title: t(`improvement.clock.${of}`), width: 28 },
    cell: (plan) => clockText(t, locale, clocks({ kind: "plan", ...plan }, day)[of]),
  });
  const contract: SheetField<ShownPlan> = {
    ...{ title: t("improvement.list.contract"), width: 28 },
    cell: (plan) => {
      const found = contracts.get(plan.contractId);
      return found ? contractName(locale, found) : null;
    },
  };
  return tableSheet<ShownPlan>(
    listFile(t, locale, t("improvement.list.title"), day),
    [
      ...(side === "ward" ? [contract] : []),
      { title: t("improvement.file.rule"), width: 24, cell: (plan) => t(`flag.rule.${plan.rule}.name`) },
      { title: t("improvement.file.group"), width: 28, cell: (plan) => planGroup(t, locale, plan) },
      { title: t("improvement.list.status"), width: 14, cell: (plan) => t(`improvement.status.${plan.status}`) },
      ...[clock("contractor"), clock("ward")],
      { title: t("improvement.file.cause"), width: 48, cell: (plan) => plan.cause },
      {
        ...{ title: t("improvement.file.measures"), width: 60 },
        cell: (plan) => plan.measures.map(({ text, dueOn }) => `${text} (${dueOn})`).join(" / "),
      },
      { title: t("improvement.file.request"), width: 40, cell: (plan) => plan.wardRequest },
      { title: t("improvement.plan.wardAnswer"), width: 40, cell: (plan) => plan.wardAnswer },
      { title: t("improvement.list.review"), cell: (plan) => plan.reviewOn },
      { title: t("improvement.plan.outcome"), width: 40, cell: (plan) => plan.outcome },
    ],
    plans,
  );
}
