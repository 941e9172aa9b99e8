/**
 * Who may give and take open cases (担当の再配分), and why not. A case moved away relieves the weighted load at once; it
 * stays in the giver's count of the year and enters the receiver's, so that a count above the cap is not helped by it.
 * Source: product.md, "Caseload, forecast, cap" and "Flags"; the limits are the contract's thresholds of overload.active.
 */
import { daysBetween, type Day } from "../../lib/calendar";
import { sum } from "../../lib/sum";
import { DAYS_WITHOUT_SUPERVISION } from "../burnout/rules";
import type { Move, OpenCase, Settings, Situation, WhatIfWorker } from "./schema";

/** From so many complexity tags on a case goes only to somebody whom a supervisor has seen lately. */
export const COMPLEX_TAGS = 4;

/** Why a case cannot move. */
export type Obstacle =
  | {
      code:
        | "caseGone"
        | "workerGone"
        | "sameWorker"
        | "alreadyMoved"
        | "giverWithinLimits"
        | "receiverAway"
        | "notSupervised";
    }
  | { code: "receiverCap"; room: number }
  | { code: "receiverLoad"; room: number };
/** What speaks against a move without forbidding it. */
export type Caution = { code: "longRelationship"; days: number } | { code: "otherOffice" } | { code: "nearCap" };

/** Weighted load above the goal; 0 where there is none. */
export function excessOf(worker: WhatIfWorker, { goal }: Settings, load = worker.weightedLoad): number {
  return Math.max(0, load - worker.limits[goal]);
}

/** Whether somebody's cases may be moved: above the goal, above the cap (so far or as expected), or away. */
export function mayGive(worker: WhatIfWorker, settings: Settings): boolean {
  const { cap, annualCases, forecast } = worker;
  return excessOf(worker, settings) > 0 || annualCases > cap || forecast.mean > cap || worker.isAway;
}

/** Cases that somebody can still be given in the year; below 0 where the cap is crossed already. */
export function yearRoom({ cap, annualCases, forecast }: WhatIfWorker, { room }: Settings): number {
  // why: the rest of two decimals is not exact, and a room of exactly one case has to stay one.
  return Math.round((cap - Math.max(annualCases, forecast[room])) * 1e6) / 1e6;
}

/** Whether a case would be new in somebody's count of the year. */
export function isNewTo(worker: Pick<WhatIfWorker, "staffId">, one: OpenCase): boolean {
  return !one.ledBy.includes(worker.staffId);
}

/** Whether somebody may take a complex case: the last supervision attended is at most so many days ago. */
export function isSupervised({ lastSupervisedOn }: WhatIfWorker, day: Day): boolean {
  return lastSupervisedOn !== null && daysBetween(lastSupervisedOn, day) <= DAYS_WITHOUT_SUPERVISION;
}

/** Whether the present lead has held the case so long that it is not proposed. */
export function isLongLed(
  one: Pick<OpenCase, "ledSince">,
  { day, settings }: Pick<Situation, "day" | "settings">,
): boolean {
  return daysBetween(one.ledSince, day) >= settings.keepDays;
}

/**
 * What is in the way of moving a case to a worker, given the other moves; nothing where it may be done.
 * Room is counted after those moves, in cases of the year and in weighted load.
 */
export function obstacles(situation: Situation, others: readonly Move[], wished: Move): Obstacle[] {
  const { settings, day } = situation;
  const one = situation.cases.find(({ caseId }) => caseId === wished.caseId);
  const giver = situation.workers.find(({ staffId }) => staffId === one?.staffId);
  const receiver = situation.workers.find(({ staffId }) => staffId === wished.to);
  if (!one || !giver) return [{ code: "caseGone" }];
  if (!receiver) return [{ code: "workerGone" }];
  if (receiver === giver) return [{ code: "sameWorker" }];
  const found: Obstacle[] = [];
  if (others.some(({ caseId }) => caseId === wished.caseId)) found.push({ code: "alreadyMoved" });
  if (!mayGive(giver, settings)) found.push({ code: "giverWithinLimits" });
  if (receiver.isAway) found.push({ code: "receiverAway" });
  const taken = casesTo(situation, others, receiver.staffId);
  const load = receiver.limits.watch - sum(taken.map(({ weight }) => weight)) - receiver.weightedLoad;
  if (load < one.weight) found.push({ code: "receiverLoad", room: Math.max(0, load) });
  const room = yearRoom(receiver, settings) - taken.filter((other) => isNewTo(receiver, other)).length;
  if (room < (isNewTo(receiver, one) ? 1 : 0)) found.push({ code: "receiverCap", room: Math.max(0, room) });
  if (one.tagCount >= COMPLEX_TAGS && !isSupervised(receiver, day)) found.push({ code: "notSupervised" });
  return found;
}

/** What speaks against a move that may be done. */
export function cautions(situation: Situation, moves: readonly Move[], wished: Move): Caution[] {
  const one = situation.cases.find(({ caseId }) => caseId === wished.caseId);
  const giver = situation.workers.find(({ staffId }) => staffId === one?.staffId);
  const receiver = situation.workers.find(({ staffId }) => staffId === wished.to);
  if (!one || !giver || !receiver) return [];
  const found: Caution[] = [];
  if (isLongLed(one, situation))
    found.push({ code: "longRelationship", days: daysBetween(one.ledSince, situation.day) });
  if (giver.officeId !== receiver.officeId) found.push({ code: "otherOffice" });
  const others = moves.filter(({ caseId }) => caseId !== wished.caseId);
  const added = [one, ...casesTo(situation, others, wished.to)].filter((other) => isNewTo(receiver, other)).length;
  if (receiver.forecast.high + added > receiver.cap) found.push({ code: "nearCap" });
  return found;
}

/** The cases that moves give to a worker. */
export function casesTo(situation: Situation, moves: readonly Move[], staffId: string): OpenCase[] {
  const ids = new Set(moves.filter(({ to }) => to === staffId).map(({ caseId }) => caseId));
  return situation.cases.filter(({ caseId }) => ids.has(caseId));
}
