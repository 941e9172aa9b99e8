/**
 * Proposes moves of open cases (担当の再配分案): relieve those above the goal as far as others have room, with few moves.
 * Method: the most loaded first; of a worker's movable cases the lightest one that alone is enough, else the heaviest;
 * then improvement by passes (room made by passing a move on, two moves made one, needless ones dropped, the same office
 * where it can be had) until none helps. How near that comes to the best there can be is told by bounds.ts.
 */
import { bestReceiver, canTake, isBefore, movesOf, newDraft, place, takeBack, type Draft, type Person } from "./draft";
import type { Move, OpenCase, Situation } from "./schema";

const MOST_ROUNDS = 20;

/** The proposed moves; none where nobody is above the goal or nobody has room. */
export function propose(situation: Situation): Move[] {
  const draft = newDraft(situation);
  relieve(draft);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const helped = [makeRoom(draft), mergeMoves(draft), dropNeedless(draft)].some(Boolean);
    if (!helped) break;
    relieve(draft);
  }
  bringHome(draft);
  return movesOf(draft);
}

/** Moves case by case while anybody above the goal has one that somebody can take. */
function relieve(draft: Draft): void {
  const waiting = new Set(draft.givers);
  while (waiting.size > 0) {
    const next = [...waiting].reduce((a, b) => (draft.excess(b.person) > draft.excess(a.person) ? b : a));
    const step = draft.excess(next.person) > 0 ? nextStep(draft, next) : null;
    if (step) place(draft, next.person, step.one, step.to);
    else waiting.delete(next);
  }
}

type Giver = Draft["givers"][number];

function nextStep(draft: Draft, { person, movable }: Giver): { one: OpenCase; to: Person } | null {
  const excess = draft.excess(person);
  let best: { one: OpenCase; to: Person } | null = null;
  let bestKey: number[] = [];
  for (const one of movable) {
    if (draft.placed.has(one.caseId)) continue;
    const isEnough = one.weight >= excess;
    const key = [isEnough ? 0 : 1, isEnough ? one.weight : -one.weight];
    // why: a receiver is only looked for where the case itself is not worse than the best so far.
    if (best !== null && isBefore(bestKey.slice(0, 2), key)) continue;
    const to = bestReceiver(draft, person, one);
    if (!to) continue;
    key.push(to.worker.officeId === person.worker.officeId ? 0 : 1);
    if (best === null || isBefore(key, bestKey)) [best, bestKey] = [{ one, to }, key];
  }
  return best;
}

/** Where nobody has room for a case that ought to go: passes one move on to somebody else, so that it fits. */
function makeRoom(draft: Draft): boolean {
  for (const { person, movable } of draft.givers) {
    if (draft.excess(person) === 0) continue;
    for (const one of movable) {
      if (draft.placed.has(one.caseId)) continue;
      if (passOn(draft, person, one)) return true;
    }
  }
  return false;
}

function passOn(draft: Draft, giver: Person, wanted: OpenCase): boolean {
  for (const { person, movable } of draft.givers) {
    for (const one of movable) {
      const from = draft.placed.get(one.caseId)?.to;
      if (!from) continue;
      takeBack(draft, person, one);
      const other = draft.receivers.find((receiver) => receiver !== from && canTake(receiver, one));
      if (other && canTake(from, wanted)) {
        place(draft, person, one, other);
        place(draft, giver, wanted, from);
        return true;
      }
      place(draft, person, one, from);
    }
  }
  return false;
}

/** Puts one heavier case in the place of two moved ones. */
function mergeMoves(draft: Draft): boolean {
  for (const { person, movable } of draft.givers) {
    const moved = movable.filter((one) => draft.placed.has(one.caseId));
    for (const [index, first] of moved.entries())
      for (const second of moved.slice(index + 1)) if (mergeTwo(draft, person, movable, [first, second])) return true;
  }
  return false;
}

function mergeTwo(draft: Draft, person: Person, movable: readonly OpenCase[], pair: [OpenCase, OpenCase]): boolean {
  const before = draft.excess(person);
  const homes = pair.map((one) => takeBack(draft, person, one));
  const needed = draft.excess(person) - before;
  const one = movable.find(
    (other) =>
      !draft.placed.has(other.caseId) &&
      !pair.includes(other) &&
      other.weight >= needed &&
      bestReceiver(draft, person, other) !== null,
  );
  const to = one && bestReceiver(draft, person, one);
  if (one && to) {
    place(draft, person, one, to);
    return true;
  }
  for (const [index, other] of pair.entries()) {
    const home = homes[index];
    if (home) place(draft, person, other, home);
  }
  return false;
}

/** Takes back moves without which their giver is still within the goal, the lightest first. */
function dropNeedless(draft: Draft): boolean {
  let helped = false;
  for (const { person, movable } of draft.givers) {
    for (const one of movable.toReversed()) {
      if (!draft.placed.has(one.caseId)) continue;
      const before = draft.excess(person);
      const home = takeBack(draft, person, one);
      if (home && draft.excess(person) > before) place(draft, person, one, home);
      else helped = true;
    }
  }
  return helped;
}

/** Lets moves end in the giver's own office where somebody there has room. */
function bringHome(draft: Draft): void {
  for (const { person, movable } of draft.givers) {
    for (const one of movable) {
      const from = takeBack(draft, person, one);
      if (from) place(draft, person, one, from.worker.officeId === person.worker.officeId ? from : (home(one) ?? from));
    }
    function home(one: OpenCase): Person | null {
      const best = bestReceiver(draft, person, one);
      return best?.worker.officeId === person.worker.officeId ? best : null;
    }
  }
}
