/** Moves while they are being worked out: who has how much to give and to take is kept up with every move. */
import { COMPLEX_TAGS, excessOf, isLongLed, isNewTo, isSupervised, yearRoom } from "./rules";
import type { Move, OpenCase, Situation, WhatIfWorker } from "./schema";

type Person = { worker: WhatIfWorker; load: number; loadRoom: number; yearRoom: number; isSupervised: boolean };
type Placed = { one: OpenCase; to: Person };

export type Draft = {
  /** Those above the goal, with the cases that may be proposed, the heaviest and youngest first. */
  givers: { person: Person; movable: OpenCase[] }[];
  receivers: Person[];
  placed: Map<string, Placed>;
  excess: (person: Person) => number;
};
export type { Person, Placed };

/** Nothing moved yet. */
export function newDraft(situation: Situation): Draft {
  const { workers, cases, settings, day } = situation;
  const people = workers.map((worker): Person => ({
    worker,
    load: worker.weightedLoad,
    loadRoom: worker.limits.watch - worker.weightedLoad,
    yearRoom: yearRoom(worker, settings),
    isSupervised: isSupervised(worker, day),
  }));
  const above = people.filter(({ worker }) => excessOf(worker, settings) > 0);
  return {
    givers: above.map((person) => ({
      person,
      movable: cases
        .filter((one) => one.staffId === person.worker.staffId && !isLongLed(one, situation))
        .sort((a, b) => b.weight - a.weight || compare(b.ledSince, a.ledSince) || compare(a.caseRef, b.caseRef)),
    })),
    receivers: people.filter(({ worker, loadRoom, yearRoom: room }) => !worker.isAway && loadRoom > 0 && room >= 0),
    placed: new Map(),
    excess: (person) => excessOf(person.worker, settings, person.load),
  };
}

/** Whether a worker has room for a case. */
export function canTake(person: Person, one: OpenCase): boolean {
  return (
    person.worker.staffId !== one.staffId &&
    person.loadRoom >= one.weight &&
    person.yearRoom >= (isNewTo(person.worker, one) ? 1 : 0) &&
    (one.tagCount < COMPLEX_TAGS || person.isSupervised)
  );
}

/** Moves a case. */
export function place(draft: Draft, giver: Person, one: OpenCase, to: Person): void {
  draft.placed.set(one.caseId, { one, to });
  shift(giver, to, one, 1);
}

/** Takes a move back, and says whose it was. */
export function takeBack(draft: Draft, giver: Person, one: OpenCase): Person | null {
  const placed = draft.placed.get(one.caseId);
  if (!placed) return null;
  draft.placed.delete(one.caseId);
  shift(giver, placed.to, one, -1);
  return placed.to;
}

function shift(giver: Person, to: Person, one: OpenCase, sign: 1 | -1): void {
  giver.load -= sign * one.weight;
  to.load += sign * one.weight;
  to.loadRoom -= sign * one.weight;
  if (isNewTo(to.worker, one)) to.yearRoom -= sign;
}

/** Who takes a case best: the same office, no new count, the most room left in proportion; null where nobody can. */
export function bestReceiver(draft: Draft, giver: Person, one: OpenCase): Person | null {
  let best: Person | null = null;
  let bestKey: number[] = [];
  for (const person of draft.receivers) {
    if (!canTake(person, one)) continue;
    const key = [
      person.worker.officeId === giver.worker.officeId ? 0 : 1,
      isNewTo(person.worker, one) ? 1 : 0,
      -(person.loadRoom - one.weight) / person.worker.limits.watch,
    ];
    if (best === null || isBefore(key, bestKey)) [best, bestKey] = [person, key];
  }
  return best;
}

/** The moves of a draft, by giver and case. */
export function movesOf(draft: Draft): Move[] {
  return draft.givers.flatMap(({ movable }) =>
    movable.flatMap((one) => {
      const placed = draft.placed.get(one.caseId);
      return placed ? [{ caseId: one.caseId, to: placed.to.worker.staffId }] : [];
    }),
  );
}

/** Whether a list of numbers comes before another of the same length. */
export function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
