/**
 * Which hard rules a plan breaks. Written apart from the solver and knowing nothing of how a plan came about, so that it judges
 * the solver's plans, a person's moves and the moment of confirmation alike.
 */
import { isOpenDay, type Day } from "../../lib/calendar";
import { isEmployedOn, isOnLeaveOn } from "../workforce/rules";
import { isPriority, travelOf, type Booking, type Place, type PlanInput, type PlanItem, type PlanWorker } from "./plan";
import { covers, gapBetween, merge, weekdayOf, type Minute } from "./time";

type Who = { workerId: string };
/** A rule that an item breaks; `at` is when the other session begins. */
export type Violation = { itemId: string } & (
  | {
      code: "closedDay" | "outsideQuarter" | "supervisorUnknown" | "supervisorAbsent" | "supervisorHours" | "groupsOff";
    }
  | { code: "tooEarly"; notBefore: Day }
  | { code: "supervisorOverlap"; at: Minute }
  | { code: "supervisorTravel"; at: Minute; needed: number; gap: number }
  | { code: "dayFull"; count: number; max: number }
  | { code: "individualSize"; count: number }
  | { code: "groupSize"; count: number; min: number; max: number }
  | ({ code: "workerUnknown" | "notSupervised" | "notEmployed" | "onLeave" | "workerHours" | "priorityInGroup" } & Who)
  | ({ code: "settled"; day: Day } & Who)
  | ({ code: "tooShort"; minutes: number; required: number } & Who)
  | ({ code: "workerOverlap"; at: Minute } & Who)
  | ({ code: "workerTravel"; at: Minute; needed: number; gap: number } & Who)
);

type Appointment = Booking & { itemId: string | null };

/** Every hard rule that the items break, item by item. An empty list means that none is. */
export function violations(items: readonly PlanItem[], input: PlanInput): Violation[] {
  const workers = new Map(input.workers.map((worker) => [worker.id, worker]));
  const travel = travelOf(input);
  return items.flatMap((item) => [
    ...dayViolations(item, input),
    ...sizeViolations(item, input),
    ...supervisorViolations(item, items, input, travel),
    ...item.participants.flatMap((workerId): Violation[] => {
      const worker = workers.get(workerId);
      return worker
        ? workerViolations(item, worker, items, travel)
        : [{ itemId: item.id, code: "workerUnknown", workerId }];
    }),
  ]);
}

function dayViolations({ id: itemId, day }: PlanItem, { span, notBefore }: PlanInput): Violation[] {
  if (day < span.from || day > span.to) return [{ itemId, code: "outsideQuarter" }];
  const early = day < notBefore ? [{ itemId, code: "tooEarly", notBefore } as const] : [];
  return isOpenDay(day) ? early : [...early, { itemId, code: "closedDay" }];
}

function sizeViolations({ id: itemId, kind, participants }: PlanItem, { settings }: PlanInput): Violation[] {
  const count = new Set(participants).size;
  if (kind === "individual")
    return count === 1 && participants.length === 1 ? [] : [{ itemId, code: "individualSize", count }];
  const { groupMin: min, groupMax: max, allowGroups } = settings;
  const isFit = count >= min && count <= max && participants.length === count;
  return [
    ...(allowGroups ? [] : [{ itemId, code: "groupsOff" } as const]),
    ...(isFit ? [] : [{ itemId, code: "groupSize", count, min, max } as const]),
  ];
}

function supervisorViolations(
  item: PlanItem,
  items: readonly PlanItem[],
  input: PlanInput,
  travel: (a: Place, b: Place) => number,
): Violation[] {
  const supervisor = input.supervisors.find(({ id }) => id === item.supervisorId);
  if (!supervisor) return [{ itemId: item.id, code: "supervisorUnknown" }];
  const itemId = item.id;
  const others = appointments(supervisor.bookings, items, (other) => other.supervisorId === supervisor.id, item);
  const isAbsent = supervisor.absences.some(({ from, to }) => from <= item.day && item.day <= to);
  const open = merge(
    supervisor.hours.filter(
      ({ weekday, officeId }) => weekday === weekdayOf(item.day) && (officeId === null || officeId === item.officeId),
    ),
  );
  const { maxPerDay: max } = input.settings;
  const count = others.length + 1;
  return [
    ...(isAbsent ? [{ itemId, code: "supervisorAbsent" } as const] : []),
    ...(covers(open, { from: item.start, to: item.start + item.minutes })
      ? []
      : [{ itemId, code: "supervisorHours" } as const]),
    ...(count > max ? [{ itemId, code: "dayFull", count, max } as const] : []),
    ...clashes(item, others, travel).map(({ at, gap, needed }): Violation =>
      gap < 0 ? { itemId, code: "supervisorOverlap", at } : { itemId, code: "supervisorTravel", at, needed, gap },
    ),
  ];
}

function workerViolations(
  item: PlanItem,
  worker: PlanWorker,
  items: readonly PlanItem[],
  travel: (a: Place, b: Place) => number,
): Violation[] {
  const about = { itemId: item.id, workerId: worker.id };
  const others = appointments(worker.bookings, items, (other) => other.participants.includes(worker.id), item);
  const hasOwn = items.some(({ kind, participants }) => kind === "individual" && participants.includes(worker.id));
  const working = merge(worker.hours.filter(({ weekday }) => weekday === weekdayOf(item.day)));
  const found: Violation[] = [];
  if (!worker.supervisorIds.includes(item.supervisorId)) found.push({ ...about, code: "notSupervised" });
  if (!isEmployedOn(worker, item.day)) found.push({ ...about, code: "notEmployed" });
  else if (isOnLeaveOn(worker, item.day)) found.push({ ...about, code: "onLeave" });
  else if (!covers(working, { from: item.start, to: item.start + item.minutes }))
    found.push({ ...about, code: "workerHours" });
  if (item.minutes < worker.requiredMinutes)
    found.push({ ...about, code: "tooShort", minutes: item.minutes, required: worker.requiredMinutes });
  if (item.kind === "group" && isPriority(worker) && !hasOwn && worker.settled === null)
    found.push({ ...about, code: "priorityInGroup" });
  if (item.kind === "individual" && worker.settled) found.push({ ...about, code: "settled", day: worker.settled.day });
  for (const { at, gap, needed } of clashes(item, others, travel))
    found.push(gap < 0 ? { ...about, code: "workerOverlap", at } : { ...about, code: "workerTravel", at, needed, gap });
  return found;
}

/** What else a person has on the item's day. */
function appointments(
  bookings: readonly Booking[],
  items: readonly PlanItem[],
  concerns: (item: PlanItem) => boolean,
  { id, day }: PlanItem,
): Appointment[] {
  return [
    ...bookings.filter((booking) => booking.day === day).map((booking) => ({ ...booking, itemId: null })),
    ...items
      .filter((item) => item.id !== id && item.day === day && concerns(item))
      .map((item) => ({
        ...{ itemId: item.id, day, from: item.start, to: item.start + item.minutes },
        place: item.officeId,
      })),
  ];
}

/** The appointments that overlap the item, or lie nearer to it than the way between the two places takes. */
function clashes(item: PlanItem, others: readonly Appointment[], travel: (a: Place, b: Place) => number) {
  return others.flatMap((other) => {
    const gap = gapBetween({ from: item.start, to: item.start + item.minutes }, other);
    const needed = travel(item.officeId, other.place);
    return gap < needed || gap < 0 ? [{ at: other.from, gap, needed }] : [];
  });
}
