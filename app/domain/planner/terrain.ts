/**
 * Where sessions could lie at all: everything that does not depend on what else is planned. Workers of the same hours and
 * office share their lists of slots, so that hundreds of workers cost little more than a few.
 */
import { daysBetween, fromNumber, isOpenDay, toNumber, type Day } from "../../lib/calendar";
import { isEmployedOn, isOnLeaveOn } from "../workforce/rules";
import { travelOf, type Booking, type Place, type PlanInput, type PlanWorker } from "./plan";
import { covers, gapBetween, merge, weekdayOf, weekOf, type Interval, type Minute } from "./time";

/** Days after a session in which another is too soon. */
const REST_DAYS = 14;

export type OpenDay = { day: Day; weekday: number; week: number };
export type Slot = { start: Minute; office: Place };

/** The ground a plan is laid on; workers, supervisors and days are meant by their index. */
export type Terrain = {
  input: PlanInput;
  days: readonly OpenDay[];
  /** Open days of each week. */
  weekDays: readonly number[];
  travel: (a: Place, b: Place) => number;
  supervisorsOf: readonly (readonly number[])[];
  /** Length of the worker's own session in minutes. */
  minutesOf: readonly number[];
  /** Workers alike in all that a slot depends on have the same text. */
  twins: readonly string[];
  /** Sessions of the supervisor that stand already, per day. */
  bookedOn: (supervisor: number, day: number) => number;
  isPresent: (worker: number, day: number) => boolean;
  /** Whether the day lies within two weeks after the worker's last session. */
  isTooSoon: (worker: number, day: number) => boolean;
  /** Whether the worker could be in a session then and there. */
  fits: (worker: number, day: number, interval: Interval, office: Place) => boolean;
  /** When the supervisor could begin a session of so many minutes at the office. */
  starts: (supervisor: number, day: number, office: Place, minutes: number) => readonly Minute[];
  /** When and where the worker could have a session of their own with the supervisor. */
  slots: (worker: number, supervisor: number, day: number) => readonly Slot[];
  /** The offices that the supervisor's hours of the day name. */
  namedOffices: (supervisor: number, day: number) => readonly Place[];
};

/** The open days on which something may be planned. */
export function planDays({ span, notBefore }: Pick<PlanInput, "span" | "notBefore">): OpenDay[] {
  const first = span.from > notBefore ? span.from : notBefore;
  const days: OpenDay[] = [];
  for (let n = toNumber(first), end = toNumber(span.to); n <= end; n += 1) {
    const day = fromNumber(n);
    if (isOpenDay(day)) days.push({ day, weekday: weekdayOf(day), week: weekOf(day) });
  }
  const base = days[0]?.week ?? 0;
  return days.map((one) => ({ ...one, week: one.week - base }));
}

export function survey(input: PlanInput): Terrain {
  const { workers, supervisors, settings } = input;
  const days = planDays(input);
  const travel = travelOf(input);
  const index = new Map(supervisors.map(({ id }, at) => [id, at]));
  const supervisorsOf = workers.map(({ supervisorIds }) =>
    supervisorIds.flatMap((id) => index.get(id) ?? []).sort((a, b) => a - b),
  );
  const minutesOf = workers.map(({ requiredMinutes }) => Math.max(settings.individualMinutes, requiredMinutes));
  const shapeTexts = workers.map(({ hours, officeId }, at) => JSON.stringify([hours, officeId, minutesOf[at]]));
  const shapeIds = new Map([...new Set(shapeTexts)].map((text, at) => [text, at]));
  const shapes = shapeTexts.map((text) => shapeIds.get(text) ?? 0);
  const working = workers.map(({ hours }) => byWeekday(hours));
  const booked = workers.map(({ bookings }) => byDay(bookings));
  const supervisorBooked = supervisors.map(({ bookings }) => byDay(bookings));
  const present = workers.map((worker) => days.map(({ day }) => isThere(worker, day)));
  const soon = workers.map(({ lastSessionOn }) => days.map(({ day }) => isTooSoon(lastSessionOn, day)));
  const startLists = new Map<string, readonly Minute[]>();
  const slotLists = new Map<number, readonly Slot[]>();
  const dayAt = (day: number) => days[day] ?? { day: "", weekday: 0, week: 0 };

  function isClear(bookings: readonly Booking[], interval: Interval, office: Place): boolean {
    return bookings.every((booking) => gapBetween(interval, booking) >= travel(office, booking.place));
  }

  function starts(supervisor: number, day: number, office: Place, minutes: number): readonly Minute[] {
    const key = `${supervisor} ${day} ${office} ${minutes}`;
    const known = startLists.get(key);
    if (known) return known;
    const { day: date, weekday } = dayAt(day);
    const one = supervisors[supervisor];
    const isAway = !one || one.absences.some(({ from, to }) => from <= date && date <= to);
    const open = isAway
      ? []
      : merge(one.hours.filter((h) => h.weekday === weekday && (h.officeId === null || h.officeId === office)));
    const bookings = supervisorBooked[supervisor]?.get(date) ?? [];
    const list = open.flatMap((block) =>
      gridStarts(block, minutes, settings.gridMinutes).filter((start) =>
        isClear(bookings, { from: start, to: start + minutes }, office),
      ),
    );
    startLists.set(key, list);
    return list;
  }

  function fits(worker: number, day: number, interval: Interval, office: Place): boolean {
    const { day: date, weekday } = dayAt(day);
    const bookings = booked[worker]?.get(date);
    return (
      (present[worker]?.[day] ?? false) &&
      covers(working[worker]?.[weekday] ?? [], interval) &&
      (!bookings || isClear(bookings, interval, office))
    );
  }

  function namedOffices(supervisor: number, day: number): Place[] {
    const { weekday } = dayAt(day);
    const named = supervisors[supervisor]?.hours.filter((h) => h.weekday === weekday && h.officeId !== null) ?? [];
    return [...new Set(named.map(({ officeId }) => officeId))];
  }

  function slots(worker: number, supervisor: number, day: number): readonly Slot[] {
    if (!present[worker]?.[day]) return [];
    const minutes = minutesOf[worker] ?? 0;
    const key = ((shapes[worker] ?? 0) * supervisors.length + supervisor) * days.length + day;
    let list = slotLists.get(key);
    if (!list) {
      const own = workers[worker]?.officeId ?? null;
      const hours = working[worker]?.[dayAt(day).weekday] ?? [];
      list = [...new Set([own, ...namedOffices(supervisor, day)])]
        .flatMap((office) => starts(supervisor, day, office, minutes).map((start) => ({ start, office })))
        .filter(({ start }) => covers(hours, { from: start, to: start + minutes }))
        .sort((a, b) => a.start - b.start);
      slotLists.set(key, list);
    }
    const bookings = booked[worker]?.get(dayAt(day).day);
    if (!bookings) return list;
    return list.filter(({ start, office }) => isClear(bookings, { from: start, to: start + minutes }, office));
  }

  return {
    ...{ input, days, travel, supervisorsOf, minutesOf, starts, slots, fits, namedOffices },
    weekDays: Array.from(
      { length: (days.at(-1)?.week ?? -1) + 1 },
      (_, week) => days.filter((one) => one.week === week).length,
    ),
    isTooSoon: (worker, day) => soon[worker]?.[day] ?? false,
    twins: workers.map((worker, at) => twinText(worker, shapeTexts[at] ?? "", present[at] ?? [])),
    bookedOn: (supervisor, day) => supervisorBooked[supervisor]?.get(dayAt(day).day)?.length ?? 0,
    isPresent: (worker, day) => present[worker]?.[day] ?? false,
  };
}

/** Whether a day lies within two weeks after the last session. */
export function isTooSoon(lastSessionOn: Day | null, day: Day): boolean {
  return lastSessionOn !== null && Math.abs(daysBetween(lastSessionOn, day)) < REST_DAYS;
}

/** Whether the worker is employed and not on leave. */
export function isThere(worker: PlanWorker, day: Day): boolean {
  return isEmployedOn(worker, day) && !isOnLeaveOn(worker, day);
}

/** The starts on the grid at which so many minutes fit into an interval. */
export function gridStarts({ from, to }: Interval, minutes: number, grid: number): Minute[] {
  const starts: Minute[] = [];
  for (let start = Math.ceil(from / grid) * grid; start + minutes <= to; start += grid) starts.push(start);
  return starts;
}

function byWeekday(hours: PlanWorker["hours"]): Interval[][] {
  return [0, 1, 2, 3, 4, 5, 6, 7].map((weekday) => merge(hours.filter((one) => one.weekday === weekday)));
}

function byDay(bookings: readonly Booking[]): Map<Day, Booking[]> {
  const days = new Map<Day, Booking[]>();
  for (const booking of bookings) days.set(booking.day, [...(days.get(booking.day) ?? []), booking]);
  return days;
}

function twinText(worker: PlanWorker, shape: string, present: readonly boolean[]): string {
  const days = present.map((is) => (is ? "1" : "0")).join("");
  return JSON.stringify([shape, days, worker.supervisorIds, worker.bookings, worker.overdue || worker.overloaded]);
}
