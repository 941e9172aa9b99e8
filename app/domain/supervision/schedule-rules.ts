/**
 * May a supervision session be scheduled as planned? Refused where a participant is not there at all (on leave, not
 * employed) or the number does not fit the kind; everything that can be right for a reason is a warning that
 * the supervisor confirms: a closed day, a clash with another session, an unusual group.
 */
import { addDays, isOpenDay, type Day } from "../../lib/calendar";
import type { OpenSpan } from "../../lib/spans";
import type { SessionKind } from "../workforce/vocabulary";
import { GROUP_SIZE } from "./schema";

/** A session that stands; its start may be open. Elsewhere: in another contract of the same supervisor. */
export type Booking = { day: Day; startTime: string | null; minutes: number; elsewhere?: boolean };
export type Invitee = { staffId: string; hiredOn: Day; leftOn: Day | null; leave: OpenSpan[]; bookings: Booking[] };
export type Appointment = { kind: SessionKind; heldOn: Day; startTime?: string | null; minutes: number };
/** Who is asked, and when those who ask are taken themselves. */
export type Party = { invitees: readonly Invitee[]; own: readonly Booking[] };

/** Of a series, each objection names its day. */
type On = { day?: Day };
export type Refusal =
  | { code: "noParticipant" | "oneParticipant" | "groupOfOne" | "notSupervised" }
  | ({ code: "onLeave" | "notEmployed"; staffId: string } & On);
export type Warning =
  | ({ code: "pastDay" } & On)
  /** Instead: the next open day on which nothing stands against the session, if there is one soon. */
  | ({ code: "closedDay"; instead: Day | null } & On)
  | { code: "groupSize"; count: number }
  | ({ code: "participantClash"; staffId: string; startTime: string | null } & On)
  | ({ code: "supervisorClash"; startTime: string | null; elsewhere: boolean } & On);
export type Verdict = { refusals: Refusal[]; warnings: Warning[] };

/** How far a session is moved off a closed day: further on it is another appointment. */
const DAYS_TO_MOVE = 14;

/** What speaks against a session. Nothing in either list means that nothing does. */
export function checkAppointment(
  plan: Appointment,
  invitees: readonly Invitee[],
  own: readonly Booking[],
  today: Day,
): Verdict {
  return checkSeries(plan, [plan.heldOn], { invitees, own }, today);
}

/** What speaks against a session on each of some days; the number of participants is judged once. */
export function checkSeries(
  plan: Omit<Appointment, "heldOn">,
  days: readonly Day[],
  party: Party,
  today: Day,
): Verdict {
  const opened = openedDays(plan, days, party);
  const each = days.map((day, index) => {
    const on: On = days.length > 1 ? { day } : {};
    const instead = opened[index] === day ? null : (opened[index] ?? null);
    return {
      refusals: party.invitees.flatMap((one) => refusedInvitee(day, one)).map((refusal) => ({ ...refusal, ...on })),
      warnings: [
        ...(day < today ? [{ code: "pastDay", ...on } as const] : []),
        ...(isOpenDay(day) ? [] : [{ code: "closedDay", instead, ...on } as const]),
        ...clashWarnings(plan, day, party).map((warning) => ({ ...warning, ...on })),
      ],
    };
  });
  return {
    refusals: [...refusedNumber(plan.kind, party.invitees.length), ...each.flatMap(({ refusals }) => refusals)],
    warnings: [...unusualGroup(plan.kind, party.invitees.length), ...each.flatMap(({ warnings }) => warnings)],
  };
}

/**
 * The same days with each closed one moved to the next open day on which everybody is there and free; a closed day with none
 * within two weeks stays.
 */
export function openedDays(plan: Omit<Appointment, "heldOn">, days: readonly Day[], party: Party): Day[] {
  const taken = new Set(days);
  return days.map((day) => {
    if (isOpenDay(day)) return day;
    for (let later = 1; later <= DAYS_TO_MOVE; later += 1) {
      const instead = addDays(day, later);
      if (taken.has(instead) || !isOpenDay(instead)) continue;
      const isRefused = party.invitees.some((one) => refusedInvitee(instead, one).length > 0);
      if (isRefused || clashWarnings(plan, instead, party).length > 0) continue;
      taken.add(instead);
      return instead;
    }
    return day;
  });
}

function refusedNumber(kind: SessionKind, count: number): Refusal[] {
  if (count === 0) return [{ code: "noParticipant" }];
  if (kind === "individual") return count === 1 ? [] : [{ code: "oneParticipant" }];
  return count === 1 ? [{ code: "groupOfOne" }] : [];
}

function refusedInvitee(
  day: Day,
  { staffId, hiredOn, leftOn, leave }: Invitee,
): { code: "onLeave" | "notEmployed"; staffId: string }[] {
  if (day < hiredOn || (leftOn !== null && day > leftOn)) return [{ code: "notEmployed", staffId }];
  const away = leave.some(({ from, to }) => from <= day && (to === null || day <= to));
  return away ? [{ code: "onLeave", staffId }] : [];
}

function unusualGroup(kind: SessionKind, count: number): Warning[] {
  const usual = kind === "individual" || count < 2 || (count >= GROUP_SIZE.min && count <= GROUP_SIZE.max);
  return usual ? [] : [{ code: "groupSize", count }];
}

function clashWarnings(plan: Omit<Appointment, "heldOn">, day: Day, { invitees, own }: Party) {
  return [
    ...invitees.flatMap(({ staffId, bookings }) =>
      clashes(plan, day, bookings).map(({ startTime }) => ({ code: "participantClash", staffId, startTime }) as const),
    ),
    ...clashes(plan, day, own).map(({ startTime, elsewhere = false }) => {
      return { code: "supervisorClash", startTime, elsewhere } as const;
    }),
  ];
}

/** The bookings of the day that overlap; where a start is open, being on the same day counts. */
function clashes(plan: Omit<Appointment, "heldOn">, day: Day, bookings: readonly Booking[]): Booking[] {
  return bookings.filter((booking) => {
    if (booking.day !== day) return false;
    if (!plan.startTime || !booking.startTime) return true;
    const [start, other] = [minuteOfDay(plan.startTime), minuteOfDay(booking.startTime)];
    return start < other + booking.minutes && other < start + plan.minutes;
  });
}

function minuteOfDay(time: string): number {
  return +time.slice(0, 2) * 60 + +time.slice(3, 5);
}
