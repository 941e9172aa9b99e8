/**
 * Why a worker has no session in a plan: counted slot by slot from the input and the finished plan, apart from how the plan was
 * made, so that a person can check each figure in the calendar.
 */
import type { Day } from "../../lib/calendar";
import { isEmployedOn, isOnLeaveOn } from "../workforce/rules";
import { isPriority, travelOf, type Booking, type Place, type PlanInput, type PlanItem, type PlanWorker } from "./plan";
import { gridStarts, planDays, type OpenDay } from "./terrain";
import { covers, gapBetween, merge, type Interval } from "./time";

export type Blocker =
  | { code: "noOpenDay" | "noSupervisor" | "noWorkingHours" | "groupsOff" | "needsOwn" }
  | { code: "notEmployed" | "onLeave" | "supervisorAbsent"; days: number }
  | { code: "awayThroughout"; days: number; leave: number; notEmployed: number }
  | { code: "hoursNeverMeet"; days: number; minutes: number }
  /** Of all common slots: the first thing in the way of each. */
  | { code: "slotsTaken"; common: number; booked: number; full: number; taken: number; travel: number }
  | { code: "groupTooSmall"; count: number; min: number }
  | { code: "groupSlotsTaken"; common: number };
export type Unplaced = { workerId: string; blockers: Blocker[] };

/** Workers without a session, in the input's order, each with what is in the way. */
export function explain(input: PlanInput, items: readonly PlanItem[]): Unplaced[] {
  const days = planDays(input);
  return uncoveredWorkers(input, items).map((worker) => ({
    workerId: worker.id,
    blockers: blockersOf(worker, input, items, days),
  }));
}

/** Workers who neither have a session already nor get one by the plan: those with priority need one of their own. */
export function uncoveredWorkers(input: PlanInput, items: readonly PlanItem[]): PlanWorker[] {
  const any = new Set(items.flatMap(({ participants }) => participants));
  const own = new Set(items.filter(({ kind }) => kind === "individual").flatMap(({ participants }) => participants));
  return input.workers.filter((worker) => worker.settled === null && !(isPriority(worker) ? own : any).has(worker.id));
}

function blockersOf(
  worker: PlanWorker,
  input: PlanInput,
  items: readonly PlanItem[],
  days: readonly OpenDay[],
): Blocker[] {
  if (days.length === 0) return [{ code: "noOpenDay" }];
  const supervisors = input.supervisors.filter(({ id }) => worker.supervisorIds.includes(id));
  if (supervisors.length === 0) return [{ code: "noSupervisor" }];
  const present = days.filter(({ day }) => isEmployedOn(worker, day) && !isOnLeaveOn(worker, day));
  if (present.length === 0) return [awayOf(worker, days)];
  const minutes = Math.max(input.settings.individualMinutes, worker.requiredMinutes);
  const long = present.filter(({ weekday }) => workingOn(worker, weekday).some(({ from, to }) => to - from >= minutes));
  if (long.length === 0) return [{ code: "noWorkingHours" }];
  const isThere = (day: Day) =>
    supervisors.some(({ absences }) => !absences.some(({ from, to }) => from <= day && day <= to));
  if (!long.some(({ day }) => isThere(day))) return [{ code: "supervisorAbsent", days: long.length }];
  const common = commonSlots(worker, input, present, minutes);
  const own: Blocker =
    common.length === 0
      ? { code: "hoursNeverMeet", days: present.length, minutes }
      : { code: "slotsTaken", common: common.length, ...countObstacles(worker, common, input, items) };
  return [own, groupBlocker(worker, input, items, days)];
}

function awayOf(worker: PlanWorker, days: readonly OpenDay[]): Blocker {
  const notEmployed = days.filter(({ day }) => !isEmployedOn(worker, day)).length;
  const all = { days: days.length };
  if (notEmployed === days.length) return { code: "notEmployed", ...all };
  if (notEmployed === 0) return { code: "onLeave", ...all };
  return { code: "awayThroughout", ...all, leave: days.length - notEmployed, notEmployed };
}

type CommonSlot = { supervisorId: string; day: Day; interval: Interval; offices: Place[] };

/** Starts at which the worker works and a supervisor is there, bookings aside, at any office that could serve. */
function commonSlots(
  worker: PlanWorker,
  input: PlanInput,
  present: readonly OpenDay[],
  minutes: number,
  places: readonly Place[] = [worker.officeId],
): CommonSlot[] {
  const { gridMinutes } = input.settings;
  return input.supervisors
    .filter(({ id }) => worker.supervisorIds.includes(id))
    .flatMap(({ id: supervisorId, hours, absences }) =>
      present
        .filter(({ day }) => !absences.some(({ from, to }) => from <= day && day <= to))
        .flatMap(({ day, weekday }) => {
          const today = hours.filter((one) => one.weekday === weekday);
          const working = workingOn(worker, weekday);
          const offices = [...new Set([...places, ...today.flatMap(({ officeId }) => officeId ?? [])])];
          const open = offices.map((office) => ({
            office,
            hours: merge(today.filter(({ officeId }) => officeId === null || officeId === office)),
          }));
          return working.flatMap((block) =>
            gridStarts(block, minutes, gridMinutes).flatMap((start) => {
              const interval = { from: start, to: start + minutes };
              const serving = open.filter((one) => covers(one.hours, interval)).map(({ office }) => office);
              return serving.length > 0 ? [{ supervisorId, day, interval, offices: serving }] : [];
            }),
          );
        }),
    );
}

type Obstacle = "booked" | "full" | "taken" | "travel";

function countObstacles(
  worker: PlanWorker,
  slots: readonly CommonSlot[],
  input: PlanInput,
  items: readonly PlanItem[],
): Record<Obstacle, number> {
  const counts = { booked: 0, full: 0, taken: 0, travel: 0 };
  for (const slot of slots) {
    const obstacle = obstacleOf(worker, slot, input, items);
    if (obstacle) counts[obstacle] += 1;
  }
  return counts;
}

/** The first thing in the way: the worker's own sessions, a full day, the supervisor's sessions, the way between offices. */
function obstacleOf(
  worker: PlanWorker,
  { supervisorId, day, interval, offices }: CommonSlot,
  input: PlanInput,
  items: readonly PlanItem[],
): Obstacle | null {
  const travel = travelOf(input);
  const mine = [...worker.bookings, ...bookingsFrom(items, ({ participants }) => participants.includes(worker.id))];
  const supervisor = input.supervisors.find(({ id }) => id === supervisorId);
  const theirs = [
    ...(supervisor?.bookings ?? []),
    ...bookingsFrom(items, (item) => item.supervisorId === supervisorId),
  ];
  const [own, others] = [mine, theirs].map((list) => list.filter((booking) => booking.day === day));
  const overlaps = (list: readonly Booking[] = []) => list.some((booking) => gapBetween(interval, booking) < 0);
  if (overlaps(own)) return "booked";
  if ((others?.length ?? 0) >= input.settings.maxPerDay) return "full";
  if (overlaps(others)) return "taken";
  const isNear = (office: Place) =>
    [...(own ?? []), ...(others ?? [])].some(
      (booking) => gapBetween(interval, booking) < travel(office, booking.place),
    );
  return offices.every(isNear) ? "travel" : null;
}

function bookingsFrom(items: readonly PlanItem[], concerns: (item: PlanItem) => boolean): Booking[] {
  return items
    .filter(concerns)
    .map(({ day, start, minutes, officeId }) => ({ day, from: start, to: start + minutes, place: officeId }));
}

/** Why no group helps: the worker needs a session of their own, too few could come at any one time, or the slots are taken. */
function groupBlocker(
  worker: PlanWorker,
  input: PlanInput,
  items: readonly PlanItem[],
  days: readonly OpenDay[],
): Blocker {
  const { allowGroups, groupMinutes, groupMin } = input.settings;
  if (!allowGroups) return { code: "groupsOff" };
  if (isPriority(worker) || worker.requiredMinutes > groupMinutes) return { code: "needsOwn" };
  const others = input.workers.filter(
    (other) => other.settled === null && !isPriority(other) && other.requiredMinutes <= groupMinutes,
  );
  const offices = [...new Set(others.map(({ officeId }) => officeId))];
  const present = days.filter(({ day }) => isEmployedOn(worker, day) && !isOnLeaveOn(worker, day));
  const slots = commonSlots(worker, input, present, groupMinutes, offices);
  const counts = slots.map(({ supervisorId, day, interval }) => {
    const weekday = present.find((one) => one.day === day)?.weekday ?? 0;
    const there = (other: PlanWorker) =>
      other.supervisorIds.includes(supervisorId) &&
      isEmployedOn(other, day) &&
      !isOnLeaveOn(other, day) &&
      covers(workingOn(other, weekday), interval);
    return others.filter(there).length;
  });
  const count = counts.reduce((highest, one) => Math.max(highest, one), 0);
  if (count < groupMin) return { code: "groupTooSmall", count: Math.max(1, count), min: groupMin };
  return { code: "groupSlotsTaken", common: counts.filter((one) => one >= groupMin).length };
}

function workingOn({ hours }: PlanWorker, weekday: number): Interval[] {
  return merge(hours.filter((one) => one.weekday === weekday));
}
