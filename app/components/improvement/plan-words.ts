import type { TFunction } from "i18next";

import type { Clock } from "../../domain/improvement/clocks";
import { NO_OFFICE, scopeOf } from "../../domain/improvement/group";
import type { Plan } from "../../domain/improvement/plan";
import { dayInYear } from "../../i18n/format";
import type { Locale } from "../../i18n/resources";
import { groupName } from "../ward/names";

export type GroupedPlan = Pick<Plan, "rule" | "officeIds" | "offices">;

/** The offices a plan is about, in words. */
export function planGroup(t: TFunction, locale: Locale, { officeIds, offices }: Omit<GroupedPlan, "rule">): string {
  const listed = officeIds.includes(NO_OFFICE) ? [...offices, null] : offices;
  return groupName(t, locale, { scope: scopeOf(officeIds), offices: listed, supportStaff: 0 });
}

/** What a plan is called: it has no title of its own. */
export function planName(t: TFunction, locale: Locale, plan: GroupedPlan): string {
  return t("improvement.attention.subject", {
    ...{ rule: t(`flag.rule.${plan.rule}.name`), group: planGroup(t, locale, plan) },
  });
}

/** Where one side's clock stands, in words. */
export function clockText(t: TFunction, locale: Locale, clock: Clock): string {
  if (clock.state === "off") return t("improvement.clock.off");
  if (clock.state === "answered") {
    const on = dayInYear(clock.answeredOn, locale);
    return clock.days > 0
      ? t("improvement.clock.answeredLate", { on, count: clock.days })
      : t("improvement.clock.answered", { on });
  }
  return t(`improvement.clock.${clock.state}`, { day: dayInYear(clock.dueOn, locale), count: clock.days });
}
