/** What a plan could do better without breaking a rule: counted, for the supervisor to weigh. */
import type { Day } from "../../lib/calendar";
import { isPriority, type PlanInput, type PlanItem } from "./plan";
import { officeChanges } from "./price";
import { isTooSoon, planDays } from "./terrain";
import { weekOf } from "./time";

export type QualityNote =
  | { code: "weeks"; most: number; fewest: number }
  | { code: "officeChanges"; days: number }
  | { code: "tooSoon"; workerIds: string[] }
  | { code: "lateUrgent"; workerIds: string[] }
  | { code: "otherOffice"; workerIds: string[] }
  | { code: "groups"; groups: number; workers: number }
  | { code: "twice"; workerIds: string[] };

/** Notes on a plan; an empty list where there is nothing to say. */
export function notesOn(items: readonly PlanItem[], input: PlanInput): QualityNote[] {
  const workers = new Map(input.workers.map((worker) => [worker.id, worker]));
  const own = items.filter(({ kind }) => kind === "individual");
  const those = (holds: (item: PlanItem, workerId: string) => boolean, among: readonly PlanItem[] = items) => [
    ...new Set(among.flatMap((item) => item.participants.filter((workerId) => holds(item, workerId)))),
  ];
  const tooSoon = those((item, id) => isTooSoon(workers.get(id)?.lastSessionOn ?? null, item.day));
  const middle = middleOf(input);
  const late = those((item, id) => isUrgent(id) && item.day > middle, own);
  const away = those((item, id) => workers.get(id)?.officeId !== item.officeId);
  const seats = items.flatMap(({ participants }) => participants);
  const twice = [...new Set(seats.filter((id, at) => seats.indexOf(id) !== at))];
  const groups = items.filter(({ kind }) => kind === "group");
  const changes = daysWithChanges(items);
  return [
    // why: who is urgent comes early on purpose.
    ...weekNote(
      items.filter(({ participants }) => !participants.some(isUrgent)),
      input,
    ),
    ...(changes > 0 ? [{ code: "officeChanges", days: changes } as const] : []),
    ...(tooSoon.length > 0 ? [{ code: "tooSoon", workerIds: tooSoon } as const] : []),
    ...(late.length > 0 ? [{ code: "lateUrgent", workerIds: late } as const] : []),
    ...(away.length > 0 ? [{ code: "otherOffice", workerIds: away } as const] : []),
    ...(groups.length > 0 ? [groupNote(groups)] : []),
    ...(twice.length > 0 ? [{ code: "twice", workerIds: twice } as const] : []),
  ];

  function isUrgent(id: string): boolean {
    const worker = workers.get(id);
    return worker !== undefined && isPriority(worker);
  }
}

function groupNote(groups: readonly PlanItem[]): QualityNote {
  const seats = groups.reduce((sum, { participants }) => sum + participants.length, 0);
  return { code: "groups", groups: groups.length, workers: seats };
}

/** The last day of the first half of what can be planned. */
function middleOf(input: PlanInput): Day {
  const days = planDays(input);
  return days[Math.floor((days.length - 1) / 2)]?.day ?? input.span.to;
}

/** Fewest and most sessions in whole weeks, where they lie more than two apart. */
function weekNote(items: readonly PlanItem[], input: PlanInput): QualityNote[] {
  const days = planDays(input);
  const weeks = [...new Set(days.map(({ week }) => week))].filter(
    (week) => days.filter((one) => one.week === week).length > 2,
  );
  const first = days[0];
  if (weeks.length < 2 || !first) return [];
  const base = weekOf(first.day);
  const counts = weeks.map((week) => items.filter(({ day }) => weekOf(day) - base === week).length);
  const [most, fewest] = [Math.max(...counts), Math.min(...counts)];
  return most - fewest > 2 ? [{ code: "weeks", most, fewest }] : [];
}

function daysWithChanges(items: readonly PlanItem[]): number {
  const keys = new Set(items.map(({ supervisorId, day }) => `${supervisorId} ${day}`));
  return [...keys].filter((key) => {
    const there = items.filter(({ supervisorId, day }) => `${supervisorId} ${day}` === key);
    const inOrder = [...there].sort((a, b) => a.start - b.start).map(({ officeId }) => ({ office: officeId }));
    return officeChanges(inOrder) > 0;
  }).length;
}
