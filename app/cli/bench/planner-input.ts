/** A quarter to plan, the same for the same sizes: several offices, part-timers, leave, bookings, overdue workers. */
import { DEFAULT_SETTINGS, type PlanInput } from "../../domain/planner/plan";
import { addDays, quarterSpan } from "../../lib/calendar";

const WEEKDAYS = [1, 2, 3, 4, 5];

/** One supervisor for every 25 workers, at least one; each worker may be taken by two of them. */
export function plannerInput(workers: number): PlanInput {
  const supervisors = Math.max(1, Math.round(workers / 25));
  const offices = Math.max(1, Math.ceil(workers / 20));
  const officeOf = (index: number) => `O${index % offices}`;
  const span = quarterSpan(2025, 4);
  return {
    ...{ span, notBefore: span.from, travel: [], settings: DEFAULT_SETTINGS },
    supervisors: Array.from({ length: supervisors }, (_, index) => ({
      id: `V${index}`,
      hours: WEEKDAYS.flatMap((weekday) => [
        { weekday, from: 540, to: 720, officeId: index % 2 === 0 ? null : officeOf(index + weekday) },
        { weekday, from: 780, to: 1020, officeId: null },
      ]),
      absences: [{ from: addDays(span.from, index * 7), to: addDays(span.from, index * 7 + 4) }],
      bookings: WEEKDAYS.map((weekday) => ({
        ...{ day: addDays(span.from, weekday * 9 + index), from: 600, to: 660, place: officeOf(index) },
      })),
    })),
    workers: Array.from({ length: workers }, (_, index) => ({
      ...{ id: `W${String(index).padStart(4, "0")}`, officeId: officeOf(index), hiredOn: "2020-04-01", leftOn: null },
      leave: index % 17 === 0 ? [{ from: span.from, to: addDays(span.from, 50) }] : [],
      hours: (index % 4 === 0 ? [1, 3, 5] : WEEKDAYS).map((weekday) => ({
        ...{ weekday, from: index % 6 === 0 ? 600 : 540, to: 1020 },
      })),
      supervisorIds: [`V${index % supervisors}`, `V${(index * 7 + 3) % supervisors}`],
      ...{ bookings: [], settled: null, overdue: index % 5 === 0, overloaded: index % 9 === 0, requiredMinutes: 0 },
      lastSessionOn: index % 3 === 0 ? null : addDays(span.from, -(index % 40)),
      lastSupervisorId: `V${index % supervisors}`,
    })),
  };
}

/** The same with days so few that not everyone can have a session of their own: the search for room is at its longest. */
export function crowdedPlannerInput(workers: number): PlanInput {
  const input = plannerInput(workers);
  return { ...input, span: { from: input.span.from, to: addDays(input.span.from, 12) } };
}
