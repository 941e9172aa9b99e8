/**
 * The question turned round: the least FTE, in steps of 0.5, that begin in a given month and bring everybody under the
 * cap. They stand in place of the hires; leavers and demand hold. More staff never raise an expected load, so what is
 * expected is found by halving; the upper bound, where a half post has the wider interval, by trying one after another.
 */
import type { Month } from "../../lib/calendar";
import { CAPS } from "./choices";
import { moneyOf } from "./cost";
import { groundOf, type Ground, type SimulatorFacts } from "./ground";
import { averageFteWith, countAbove, outcomeOf, project, type Staffing } from "./project";
import type { Needed, StaffingInput, StaffingResult } from "./schema";

const STEP = 0.5;
/** More posts than any one contract has: what they do not bring about, no hire does. */
const MOST_STEPS = 50 / STEP;

export type Goal = "expected" | "upper" | "kpi";

/** The assumptions with so many FTE of support workers from a month on in place of the hires. */
export function withHires(input: StaffingInput, fte: number, month: Month): StaffingInput {
  return { ...input, hires: fte > 0 ? [{ fte, month, role: "support_worker" }] : [] };
}

/**
 * The least FTE that reaches the goal, with what it costs: nobody expected above the cap, nobody above it at the upper bound
 * of the interval, or the contract's expected cases / average FTE at most the cap.
 */
export function neededFor(goal: Goal, ground: Ground, input: StaffingInput): Needed {
  const { searchMonth } = input;
  if (reaches(goal, ground, { ...input, hires: [] }))
    return { fte: 0, ...moneyOf(withHires(input, 0, ""), ground.fiscalYear) };
  if (searchMonth === null) return { reason: "noMonth" };
  const hiring = (steps: number) => withHires(input, steps * STEP, searchMonth);
  const does = (steps: number) => reaches(goal, ground, hiring(steps));
  if (!does(MOST_STEPS)) return { reason: "tooLate" };
  const steps = goal === "upper" ? firstByTrying(does) : firstByHalving(does);
  return { fte: steps * STEP, ...moneyOf(hiring(steps), ground.fiscalYear) };
}

function firstByTrying(does: (steps: number) => boolean): number {
  let steps = 1;
  while (steps < MOST_STEPS && !does(steps)) steps += 1;
  return steps;
}

function firstByHalving(does: (steps: number) => boolean): number {
  let [fails, succeeds] = [0, MOST_STEPS];
  while (succeeds - fails > 1) {
    const middle = Math.floor((fails + succeeds) / 2);
    if (does(middle)) succeeds = middle;
    else fails = middle;
  }
  return succeeds;
}

/** Whether a staffing reaches a goal. */
export function reaches(goal: Goal, ground: Ground, staffing: Staffing): boolean {
  if (goal !== "kpi") return countAbove(project(ground, staffing))[goal === "upper" ? "high" : "expected"] === 0;
  const { soFar, toCome } = ground.contract;
  const cases = soFar + toCome * (1 + staffing.demandPercent / 100);
  const { numerator, denominator } = averageFteWith(ground, staffing);
  return cases * denominator <= ground.terms.cap * numerator;
}

/** What each cap would cost: how many end above it without new staff, and the least FTE until nobody is expected to. */
export function capTable(facts: SimulatorFacts, input: StaffingInput): StaffingResult["caps"] {
  return CAPS.map((cap) => {
    const ground = groundOf(facts, cap);
    return {
      cap,
      above: outcomeOf(ground, { ...input, hires: [] }).above,
      needed: neededFor("expected", ground, input),
      kpiNeeded: neededFor("kpi", ground, input),
    };
  });
}
