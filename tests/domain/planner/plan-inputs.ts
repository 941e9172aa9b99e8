/** Planner inputs for tests: one by hand from a few words, many by chance. */
import fc from "fast-check";

import {
  DEFAULT_SETTINGS,
  ELSEWHERE,
  ONLINE,
  type Booking,
  type PlanInput,
  type PlanItem,
  type PlanSupervisor,
  type PlanWorker,
} from "../../../app/domain/planner/plan";
import { addDays } from "../../../app/lib/calendar";

export const WEEKDAYS = [1, 2, 3, 4, 5];
/** Monday to Friday, 9:00 to 17:00. */
export const OFFICE_HOURS = WEEKDAYS.map((weekday) => ({ weekday, from: 540, to: 1020 }));

export function aPlanWorker(id: string, given: Partial<PlanWorker> = {}): PlanWorker {
  return {
    ...{ id, officeId: "A", hiredOn: "2020-04-01", leftOn: null, leave: [], hours: OFFICE_HOURS, supervisorIds: ["s"] },
    ...{ bookings: [], settled: null, overdue: false, overloaded: false, requiredMinutes: 0 },
    ...{ lastSessionOn: null, lastSupervisorId: null },
    ...given,
  };
}

export function aPlanSupervisor(id = "s", given: Partial<PlanSupervisor> = {}): PlanSupervisor {
  const hours = OFFICE_HOURS.map((block) => ({ ...block, officeId: null }));
  return { id, hours, absences: [], bookings: [], ...given };
}

/** The first quarter of 2026, planned from its first day. */
export function aPlanInput(
  given: Partial<Omit<PlanInput, "settings">> & { settings?: Partial<PlanInput["settings"]> } = {},
): PlanInput {
  const span = given.span ?? { from: "2026-04-01", to: "2026-06-30" };
  return {
    ...{ notBefore: span.from, supervisors: [aPlanSupervisor()], workers: [], travel: [] },
    ...given,
    span,
    settings: { ...DEFAULT_SETTINGS, ...given.settings },
  };
}

export function aPlanItem(given: Partial<PlanItem> = {}): PlanItem {
  return {
    ...{ id: "i1", kind: "individual", supervisorId: "s", day: "2026-04-06", start: 600, minutes: 60 },
    ...{ officeId: "A", participants: ["a"], locked: false },
    ...given,
  };
}

type Sizes = { days: number; workers: number; supervisors: number; offices: string[]; hours: number[]; grid: 15 | 30 };

const MONDAY = "2026-04-06";

/** Inputs by chance. With few hours and a coarse grid they are small enough to look at every possibility. */
export function planInputs(sizes: Sizes): fc.Arbitrary<PlanInput> {
  const { days, offices, hours } = sizes;
  const supervisorIds = Array.from({ length: sizes.supervisors }, (_, at) => `s${at}`);
  const office = fc.constantFrom(...offices);
  const day = fc.integer({ min: -2, max: days + 1 }).map((offset) => addDays(MONDAY, offset));
  const block = fc
    .tuple(fc.constantFrom(...WEEKDAYS), fc.constantFrom(...hours), fc.constantFrom(...hours))
    .map(([weekday, a, b]) => ({ weekday, from: Math.min(a, b) * 60, to: (Math.max(a, b) + 1) * 60 }));
  const booking: fc.Arbitrary<Booking> = fc
    .tuple(day, fc.constantFrom(...hours), fc.constantFrom(...offices, null, ONLINE, ELSEWHERE))
    .map(([on, hour, place]) => ({ day: on, from: hour * 60, to: hour * 60 + 60, place }));
  const leave = fc.tuple(day, fc.option(fc.nat(3), { nil: null })).map(([from, length]) => ({
    ...{ from, to: length === null ? null : addDays(from, length) },
  }));
  const whole = WEEKDAYS.map((weekday) => ({
    ...{ weekday, from: Math.min(...hours) * 60, to: (Math.max(...hours) + 1) * 60 },
  }));
  const blocks = fc.oneof({ weight: 3, arbitrary: fc.constant(whole) }, fc.array(block, { maxLength: 6 }));
  function rarely<T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
    return fc.oneof(fc.constant<T[]>([]), fc.constant<T[]>([]), fc.array(one, { maxLength: 2 }));
  }
  const worker = fc.record({
    officeId: fc.oneof(office, office, fc.constant(null)),
    hiredOn: fc.oneof({ weight: 5, arbitrary: fc.constant("2020-04-01") }, day),
    leftOn: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, day),
    leave: rarely(leave),
    hours: blocks,
    supervisorIds: fc.subarray(supervisorIds, { minLength: sizes.supervisors > 1 ? 0 : 1 }),
    bookings: rarely(booking),
    settled: fc.oneof(
      { weight: 6, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constant({ day: MONDAY, how: "planned" as const }) },
    ),
    overdue: fc.boolean(),
    overloaded: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, fc.constant(true)),
    requiredMinutes: fc.constantFrom(0, 0, 0, 60, 90),
    lastSessionOn: fc.option(day, { nil: null }),
    lastSupervisorId: fc.option(fc.constantFrom(...supervisorIds), { nil: null }),
  });
  const supervisor = fc.record({
    hours: blocks.chain((list) =>
      fc
        .array(fc.option(office, { nil: null }), { minLength: list.length, maxLength: list.length })
        .map((places) => list.map((one, at) => ({ ...one, officeId: places[at] ?? null }))),
    ),
    absences: rarely(fc.tuple(day, fc.nat(2)).map(([from, length]) => ({ from, to: addDays(from, length) }))),
    bookings: rarely(booking),
  });
  return fc
    .record({
      workers: fc.array(worker, { minLength: 1, maxLength: sizes.workers }),
      supervisors: fc.array(supervisor, { minLength: sizes.supervisors, maxLength: sizes.supervisors }),
      notBefore: fc.constantFrom(MONDAY, MONDAY, addDays(MONDAY, 1)),
      travelMinutes: fc.constantFrom(0, 45, 60),
      maxPerDay: fc.constantFrom(1, 2, 4),
      allowGroups: fc.constantFrom(true, true, false),
      groupMinutes: fc.constantFrom(60, 90),
      pair: fc.constantFrom(0, 30, 120),
    })
    .map((made) => ({
      span: { from: MONDAY, to: addDays(MONDAY, days - 1) },
      notBefore: made.notBefore,
      workers: made.workers.map((one, at) => ({ id: `w${at}`, ...one })),
      supervisors: made.supervisors.map((one, at) => ({ id: `s${at}`, ...one })),
      settings: {
        ...DEFAULT_SETTINGS,
        ...{ travelMinutes: made.travelMinutes, maxPerDay: made.maxPerDay, allowGroups: made.allowGroups },
        ...{ groupMinutes: made.groupMinutes, gridMinutes: sizes.grid },
      },
      travel: offices.length > 1 ? [{ a: offices[0] ?? null, b: offices[1] ?? null, minutes: made.pair }] : [],
    }));
}
