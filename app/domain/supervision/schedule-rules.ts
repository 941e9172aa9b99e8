/**
 * May a supervision session be scheduled as planned? Refused where a participant is not there at all (on leave, not
 * employed) or the number does not fit the kind; everything that can be right for a reason is a warning that
 * the supervisor confirms: a closed day, a clash with another session, an unusual group.
 */
import { isOpenDay, type Day } from "../../lib/calendar";
import type { OpenSpan } from "../../lib/spans";
import type { SessionKind } from "../workforce/vocabulary";
import { GROUP_SIZE } from "./schema";

/** A session on the same day; the start may be open. */
export type Booking = { startTime: string | null; minutes: number };
export type Invitee = { staffId: string; hiredOn: Day; leftOn: Day | null; leave: OpenSpan[]; bookings: Booking[] };
export type Appointment = { kind: SessionKind; heldOn: Day; startTime?: string | null; minutes: number };

export type Refusal =
  | { code: "noParticipant" | "oneParticipant" | "groupOfOne" | "notSupervised" }
  | { code: "onLeave" | "notEmployed"; staffId: string };
export type Warning =
  | { code: "closedDay" | "pastDay" }
  | { code: "groupSize"; count: number }
  | { code: "participantClash"; staffId: string; startTime: string | null }
  | { code: "supervisorClash"; startTime: string | null };

/** What speaks against a session. Nothing in either list means that nothing does. */
export function checkAppointment(
  plan: Appointment,
  invitees: readonly Invitee[],
  supervisorBookings: readonly Booking[],
  today: Day,
): { refusals: Refusal[]; warnings: Warning[] } {
  return {
    refusals: [
      ...refusedNumber(plan.kind, invitees.length),
      ...invitees.flatMap((one) => refusedInvitee(plan.heldOn, one)),
    ],
    warnings: [
      ...(plan.heldOn < today ? [{ code: "pastDay" } as const] : []),
      ...(isOpenDay(plan.heldOn) ? [] : [{ code: "closedDay" } as const]),
      ...unusualGroup(plan.kind, invitees.length),
      ...invitees.flatMap(({ staffId, bookings }) =>
        clashes(plan, bookings).map(({ startTime }) => ({ code: "participantClash", staffId, startTime }) as const),
      ),
      ...clashes(plan, supervisorBookings).map(({ startTime }) => ({ code: "supervisorClash", startTime }) as const),
    ],
  };
}

function refusedNumber(kind: SessionKind, count: number): Refusal[] {
  if (count === 0) return [{ code: "noParticipant" }];
  if (kind === "individual") return count === 1 ? [] : [{ code: "oneParticipant" }];
  return count === 1 ? [{ code: "groupOfOne" }] : [];
}

function refusedInvitee(day: Day, { staffId, hiredOn, leftOn, leave }: Invitee): Refusal[] {
  if (day < hiredOn || (leftOn !== null && day > leftOn)) return [{ code: "notEmployed", staffId }];
  const away = leave.some(({ from, to }) => from <= day && (to === null || day <= to));
  return away ? [{ code: "onLeave", staffId }] : [];
}

function unusualGroup(kind: SessionKind, count: number): Warning[] {
  const usual = kind === "individual" || count < 2 || (count >= GROUP_SIZE.min && count <= GROUP_SIZE.max);
  return usual ? [] : [{ code: "groupSize", count }];
}

/** The bookings of the day that overlap; where a start is open, being on the same day counts. */
function clashes(plan: Appointment, bookings: readonly Booking[]): Booking[] {
  return bookings.filter((booking) => {
    if (!plan.startTime || !booking.startTime) return true;
    const [start, other] = [minuteOfDay(plan.startTime), minuteOfDay(booking.startTime)];
    return start < other + booking.minutes && other < start + plan.minutes;
  });
}

function minuteOfDay(time: string): number {
  return +time.slice(0, 2) * 60 + +time.slice(3, 5);
}
