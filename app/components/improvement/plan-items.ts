import type { TFunction } from "i18next";

import type { Plan } from "../../domain/improvement/plan";
import type { Side } from "../../domain/improvement/rules";
import type { Attention } from "../../domain/improvement/urgency";
import { dayInYear } from "../../i18n/format";
import type { Locale } from "../../i18n/resources";
import type { InboxItem } from "../flag-inbox";
import { planName } from "./plan-words";

/** Where a side reads a plan. */
export function planPath(side: Side, plan: Pick<Plan, "planId" | "contractId">): string {
  return side === "contractor" ? `/contractor/plans/${plan.planId}` : `/ward/plans/${plan.contractId}/${plan.planId}`;
}

/** What plans ask of a side, as entries of its inbox. */
export function planItems(
  t: TFunction,
  locale: Locale,
  side: Side,
  waiting: readonly { attention: Attention; plan: Plan }[],
): InboxItem[] {
  return waiting.map(({ attention, plan }) => {
    const { kind, dueOn, days, measureId } = attention;
    const measure = plan.measures.find((one) => one.measureId === measureId)?.text ?? "";
    return {
      key: `plan ${plan.planId} ${kind} ${measureId ?? ""}`,
      severity: days > 0 ? "warning" : "watch",
      sentence: t(`improvement.attention.${side}.${kind}`, {
        ...{ plan: planName(t, locale, plan), count: days, day: dayInYear(dueOn, locale), measure },
      }),
      ...{ place: t(`improvement.status.${plan.status}`), dueOn, late: days > 0 },
      action: { to: planPath(side, plan), label: t("improvement.attention.open") },
    };
  });
}
