import { Link } from "@remix-run/react";
import type { TFunction } from "i18next";

import { clocks } from "../../domain/improvement/clocks";
import type { Plan } from "../../domain/improvement/plan";
import type { Side } from "../../domain/improvement/rules";
import type { Attention } from "../../domain/improvement/urgency";
import { shortDay } from "../../i18n/format";
import type { Locale } from "../../i18n/resources";
import type { Day } from "../../lib/calendar";
import type { Column } from "../data-table";
import { contractName, type NamedContract } from "../ward/names";
import { planPath } from "./plan-items";
import { clockText, planGroup } from "./plan-words";

export type ShownPlan = Plan & { attention: Attention[] };
/** The ward's contracts by id; the contractor has one and needs no name. */
export type ContractNames = ReadonlyMap<string, NamedContract>;

/** The columns of a list of plans, for either side. */
export function planColumns(
  t: TFunction,
  locale: Locale,
  side: Side,
  day: Day,
  contracts: ContractNames,
): Column<ShownPlan>[] {
  const late = (plan: ShownPlan, of: Side) => clocks({ kind: "plan", ...plan }, day)[of].state === "late";
  const clock = (of: Side): Column<ShownPlan> => ({
    ...{ key: of, title: t(`improvement.clock.${of}`) },
    cell: (plan) => clockText(t, locale, clocks({ kind: "plan", ...plan }, day)[of]),
    tone: (plan) => (late(plan, of) ? "font-700 text-error-2" : ""),
  });
  return [
    {
      ...{ key: "plan", title: t("improvement.list.plan"), rowHeader: true },
      cell: (plan) => (
        <Link to={planPath(side, plan)} className="link">
          {t(`flag.rule.${plan.rule}.name`)}
          <span className="block text-dns-14N-130">{planGroup(t, locale, plan)}</span>
        </Link>
      ),
    },
    ...(side === "ward"
      ? [
          {
            ...{ key: "contract", title: t("improvement.list.contract") },
            cell: (plan: ShownPlan) => {
              const contract = contracts.get(plan.contractId);
              return contract ? contractName(locale, contract) : "";
            },
          },
        ]
      : []),
    { key: "status", title: t("improvement.list.status"), cell: ({ status }) => t(`improvement.status.${status}`) },
    {
      ...{ key: "next", title: t("improvement.list.next") },
      cell: ({ attention: [first] }) =>
        first ? t(`improvement.list.short.${first.kind}`) : t("improvement.list.nothing"),
    },
    clock("contractor"),
    clock("ward"),
    {
      ...{ key: "measures", title: t("improvement.list.measures") },
      cell: ({ measures }) =>
        t("improvement.list.measuresOf", {
          done: measures.filter(({ doneOn }) => doneOn).length,
          total: measures.length,
        }),
    },
    { key: "review", title: t("improvement.list.review"), cell: ({ reviewOn }) => shortDay(reviewOn, locale) },
  ];
}
