/** One rule in one group of a contract, as the ward reads it: the flag, both clocks, and the plans put before it. */
import type { WardView } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";

import type { Group } from "../flag/disclosure";
import type { RuleKey } from "../flag/finding";
import { listWardFlags, type WardFlag } from "../flag/ward-flags.server";
import { clocks, type Clock, type Clocks } from "./clocks";
import { groupKey, scopeOf } from "./group";
import { groupClock, listAnswerDays, listGroupPlans, type WardPlan } from "./ward-plans.server";

export type WardGroup = {
  group: Pick<WardFlag, "offices" | "supportStaff"> & { scope: Group["scope"] };
  /** Null where none is open on the day. */
  flag: WardFlag | null;
  clocks: Clocks;
  plans: WardPlan[];
};

/**
 * The group by its name in the address (group.ts), or null where the contract has neither a flag of the rule nor a plan there.
 * The ward's clock is the one of its plans that needs it first.
 */
export async function getWardGroup(
  view: WardView,
  at: { contractId: string; rule: RuleKey; group: string },
  day: Day,
): Promise<WardGroup | null> {
  const { contractId, rule } = at;
  const [contract] = await listWardFlags(view, contractId, day);
  const flag = contract?.flags.find((one) => one.rule === rule && groupKey(one) === at.group) ?? null;
  if (!contract) return null;
  if (!flag) return formerGroup(view, { ...at, supportStaff: contract.supportStaff }, day);
  const { scope, offices, supportStaff } = flag;
  const officeCodes = offices.map(({ officeCode }) => officeCode);
  const [days, plans] = await Promise.all([
    listAnswerDays(view, contractId, day),
    listGroupPlans(view, { contractId, rule, officeCodes, isWhole: scope === "contract" }, day),
  ]);
  const contractor = groupClock(days, { rule, officeCodes, scope }, day);
  return { group: { scope, offices, supportStaff }, flag, clocks: { contractor, ward: wardClock(plans, day) }, plans };
}

/** A group in which no flag is open any more, told from the plans that were made for it. */
async function formerGroup(
  view: WardView,
  at: { contractId: string; rule: RuleKey; group: string; supportStaff: number },
  day: Day,
): Promise<WardGroup | null> {
  const all = await listGroupPlans(view, { ...at, officeCodes: [], isWhole: true }, day);
  const plans = all.filter(({ officeIds, offices }) => groupKey({ scope: scopeOf(officeIds), offices }) === at.group);
  const [plan] = plans;
  if (!plan) return null;
  const { offices, officeIds } = plan;
  return {
    // why: how many work in an office today is told with its flags alone, under their rule for small groups.
    group: { scope: scopeOf(officeIds), offices, supportStaff: at.supportStaff },
    ...{ flag: null, plans, clocks: { contractor: { state: "off" }, ward: wardClock(plans, day) } },
  };
}

function wardClock(plans: readonly WardPlan[], day: Day): Clock {
  const running = plans.map((plan) => clocks({ kind: "plan", ...plan }, day).ward);
  return (
    running.find(({ state }) => state === "late") ??
    running.find(({ state }) => state === "waiting") ??
    running.find(({ state }) => state === "answered") ?? { state: "off" }
  );
}
