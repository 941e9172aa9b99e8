/**
 * Checks a redistribution by itself, whoever made it: it looks only at the situation and at the list of moves, and works
 * out every receiver's totals from nothing.
 */
import { daysBetween } from "../../lib/calendar";
import { DAYS_WITHOUT_SUPERVISION } from "../burnout/rules";
import type { Move, Situation } from "./schema";

/** Expected cases are sums of quotients, exact to far less than this. */
const TOLERANCE = 1e-6;

export type Violation = {
  code:
    | "unknownCase"
    | "unknownWorker"
    | "sameWorker"
    | "twice"
    | "giverWithinLimits"
    | "away"
    | "load"
    | "cap"
    | "notSupervised";
  caseId: string | null;
  staffId: string | null;
};

/** The rules that the moves break together; none in a redistribution that may be carried out. */
export function violations({ day, settings, workers, cases }: Situation, moves: readonly Move[]): Violation[] {
  const found: Violation[] = [];
  const people = new Map(workers.map((worker) => [worker.staffId, worker]));
  const open = new Map(cases.map((one) => [one.caseId, one]));
  const totals = new Map<string, { load: number; fresh: number }>();
  const seen = new Set<string>();
  for (const { caseId, to } of moves) {
    const add = (code: Violation["code"]) => found.push({ code, caseId, staffId: to });
    const one = open.get(caseId);
    const giver = one && people.get(one.staffId);
    const receiver = people.get(to);
    if (seen.has(caseId)) add("twice");
    seen.add(caseId);
    if (!one || !giver) add("unknownCase");
    if (!receiver) add("unknownWorker");
    if (!one || !giver || !receiver) continue;
    if (one.staffId === to) add("sameWorker");
    const isOver = giver.weightedLoad > giver.limits[settings.goal] || giver.annualCases > giver.cap;
    if (!isOver && giver.forecast.mean <= giver.cap && !giver.isAway) add("giverWithinLimits");
    if (receiver.isAway) add("away");
    const last = receiver.lastSupervisedOn;
    if (one.tagCount >= 4 && (last === null || daysBetween(last, day) > DAYS_WITHOUT_SUPERVISION)) add("notSupervised");
    const total = totals.get(to) ?? { load: receiver.weightedLoad, fresh: 0 };
    totals.set(to, { load: total.load + one.weight, fresh: total.fresh + (one.ledBy.includes(to) ? 0 : 1) });
  }
  for (const [staffId, { load, fresh }] of totals) {
    const receiver = people.get(staffId);
    if (!receiver) continue;
    const expected = Math.max(receiver.annualCases, receiver.forecast[settings.room]) + fresh;
    if (load > receiver.limits.watch) found.push({ code: "load", caseId: null, staffId });
    if (expected > receiver.cap + TOLERANCE) found.push({ code: "cap", caseId: null, staffId });
  }
  return found;
}
