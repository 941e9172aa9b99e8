/**
 * pay.below: support staff paid below the specification's floor (賃金の下限), in proportion to their hours as the derived figure
 * `payFloorShare` has it. Pay is what was recorded to hold on each day; where no change was ever recorded, what holds now held
 * always. Somebody below on the day a warning, somebody below on every day of the last two months critical; the contract may set
 * another number of months. Nothing is said without a floor, or out of the contract's own time. Pay is the contractor's alone:
 * a ward learns that the floor is met or is not, and no figure. Source: product.md, "Flags".
 */
import { addDays, type Day, type Span } from "../../lib/calendar";
import { clip, union } from "../../lib/spans";
import type { Finding } from "../flag/finding";
import { isSince, windowOf } from "../staffing/flag-rules";
import type { ContractFacts, Terms, WorkerFacts } from "../workforce/facts";
import { isSupportRole, isSupportStaffOn } from "../workforce/rules";
import { reachesFloor } from "./rules";

export const PAY_VERSION = 1;

type Facts = Pick<ContractFacts, "workers" | "terms" | "day" | "startsOn" | "endsOn">;

/** Whether anybody is paid below the floor. */
export function payBelow(facts: Facts): Finding | null {
  const { workers, terms, day } = facts;
  const window = windowOf(facts);
  const { payFloorJpy: floorJpy } = terms;
  if (window === null || floorJpy === null) return null;
  const known = workers.filter((worker) => isSupportStaffOn(worker, day) && payOn(worker, day) !== null);
  const below = known.filter((worker) => isBelowFloor(worker, payOn(worker, day), terms)).length;
  const days = workers.filter(({ role }) => isSupportRole(role)).flatMap((worker) => daysBelow(worker, terms, window));
  const since = union(days).at(-1);
  if (below === 0 || !since) return null;
  const months = terms.thresholds.payMonths;
  return {
    ...{ rule: "pay.below", version: PAY_VERSION, severity: isSince(since.from, day, months) ? "critical" : "warning" },
    figures: { below, known: known.length, floorJpy, belowSince: since.from, months },
  };
}

/** Yearly pay on a day, or null where it is not known. */
export function payOn(
  { annualPayJpy, payHistory }: Pick<WorkerFacts, "annualPayJpy" | "payHistory">,
  day: Day,
): number | null {
  if (payHistory.length === 0) return annualPayJpy;
  return payHistory.filter(({ from }) => from <= day).at(-1)?.annualPayJpy ?? null;
}

/** The days of a window on which the worker is in post and paid below the floor. */
function daysBelow(worker: WorkerFacts, terms: Terms, window: Span): Span[] {
  const employed = clip({ from: worker.hiredOn, to: worker.leftOn }, window);
  if (!employed) return [];
  const { payHistory } = worker;
  const periods =
    payHistory.length === 0
      ? [{ ...employed, pay: worker.annualPayJpy }]
      : payHistory.map(({ from, annualPayJpy }, index) => {
          const next = payHistory[index + 1];
          return { from, to: next ? addDays(next.from, -1) : employed.to, pay: annualPayJpy };
        });
  return periods
    .filter(({ pay }) => isBelowFloor(worker, pay, terms))
    .flatMap((period) => clip(period, employed) ?? []);
}

/** Whether a pay is known and below the floor for the worker's hours. */
export function isBelowFloor(
  { weeklyHours }: Pick<WorkerFacts, "weeklyHours">,
  pay: number | null,
  terms: Terms,
): boolean {
  const { payFloorJpy: floor } = terms;
  return pay !== null && floor !== null && !reachesFloor({ weeklyHours, annualPayJpy: pay }, floor, terms);
}
