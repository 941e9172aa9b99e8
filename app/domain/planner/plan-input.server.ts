/** What a supervisor's plan of a quarter is made from, as it stands now: a constant number of statements. */
import type { People, Tx } from "~/db/scope.server";
import { addDays, type Day, type Span } from "~/lib/calendar";

import { readSupervisionTerms } from "../contract/specification.server";
import { loadWorkerFacts } from "../kpi/facts.server";
import { workerFigures } from "../kpi/worker";
import { isEmployedOn, isSupportRole } from "../workforce/rules";
import { absencesIn, hoursIn, staffHoursIn } from "./availability.server";
import { DEFAULT_STAFF_HOURS, isOverdue, isOverloaded, requiredMinutes, settingsFor } from "./need";
import { ELSEWHERE, ONLINE, type Booking, type PlanSettings, type Settled } from "./plan";
import { minuteOf } from "./time";
import type { OfficeName, PlanGround, PlanPerson } from "./view";

type Where = {
  membershipId: string;
  span: Span;
  today: Day;
  notBefore: Day | null;
  /** Null for the contract's defaults. */
  settings: PlanSettings | null;
};

/** Reads the input of the signed-in supervisor's plan. Nothing is planned before tomorrow. */
export async function readGround(tx: Tx, people: People, where: Where): Promise<PlanGround> {
  const { span, today } = where;
  const tomorrow = addDays(today, 1);
  const notBefore = where.notBefore && where.notBefore > tomorrow ? where.notBefore : tomorrow;
  const { requirement } = await readSupervisionTerms(tx, people, fiscalYearOfSpan(span));
  const facts = await loadWorkerFacts(tx, people, today);
  const names = await namesIn(tx, people);
  const seats = await seatsIn(tx, people, span);
  const ownBookings = await bookingsIn(tx, people, span);
  const hours = await hoursIn(tx, people, where.membershipId);
  const absences = await absencesIn(tx, people, where.membershipId);
  const staffHours = await staffHoursIn(tx, people);
  const supervisorId = people.userId ?? "";
  const nameOf = new Map(names.map((one) => [one.staffId, one]));
  const placeOf = placeReader(facts.offices);
  const workers = facts.workers
    .filter((one) => isSupportRole(one.role) && nameOf.has(one.staffId) && one.hiredOn <= span.to)
    .filter((one) => isEmployedOn(one, one.hiredOn > span.from ? one.hiredOn : span.from))
    .map((one) => {
      const mine = seats.filter(({ staffId }) => staffId === one.staffId);
      return {
        ...{ id: one.staffId, officeId: one.officeId, hiredOn: one.hiredOn, leftOn: one.leftOn, leave: one.leave },
        hours: staffHours.get(one.staffId) ?? DEFAULT_STAFF_HOURS,
        supervisorIds: [supervisorId],
        bookings: mine.map((seat) => bookingOf(seat, placeOf(seat, one.officeId))),
        settled: settledBy(mine),
        overdue: isOverdue(one, today),
        overloaded: isOverloaded(one, workerFigures(facts, one), facts.terms),
        requiredMinutes: requiredMinutes(requirement),
        lastSessionOn: one.lastAttendedOn,
        lastSupervisorId: null,
      };
    });
  const supervisor = {
    id: supervisorId,
    hours: hours.blocks,
    absences: absences.map(({ startsOn, endsOn }) => ({ from: startsOn, to: endsOn })),
    bookings: ownBookings.map((booking) => bookingOf(booking, booking.elsewhere ? ELSEWHERE : placeOf(booking, null))),
  };
  const defaults = settingsFor(requirement);
  const settings = where.settings ?? defaults;
  return {
    input: { span, notBefore, supervisors: [supervisor], workers, settings, travel: [] },
    people: names,
    offices: facts.offices.map(({ officeId, name, nameEn }) => ({ officeId, name, nameEn })),
    ...{ usesDefaultHours: hours.isDefault, defaults },
  };
}

function fiscalYearOfSpan({ from }: Span): number {
  return +from.slice(0, 4) - (from.slice(5, 7) < "04" ? 1 : 0);
}

type Session = { day: Day; startTime: string | null; minutes: number; place: string | null; videoUrl: string | null };
type Seat = Session & { staffId: string; status: "planned" | "held"; attendance: string | null };
type OwnBooking = Session & { elsewhere: boolean; officeIds: (string | null)[] };

function namesIn(tx: Tx, people: People): Promise<PlanPerson[]> {
  return tx.$queryRaw<PlanPerson[]>`
    SELECT s.id::text AS "staffId", s.staff_code AS "staffCode", coalesce(i.name, s.staff_code) AS name, s.office_id::text AS "officeId"
    FROM staff s LEFT JOIN staff_identity i ON i.ward_id = s.ward_id AND i.contract_id = s.contract_id AND i.staff_id = s.id
    WHERE s.ward_id = ${people.wardId}::uuid AND s.contract_id = ${people.contractId}::uuid AND s.id = ANY (${people.staffIds}::uuid[])
    ORDER BY s.staff_code COLLATE "C"`;
}

/** The supervisees' sessions in the quarter, whoever holds them. */
function seatsIn(tx: Tx, people: People, { from, to }: Span): Promise<Seat[]> {
  return tx.$queryRaw<Seat[]>`
    SELECT a.staff_id::text AS "staffId", a.attendance, s.status, s.held_on::text AS day, s.start_time AS "startTime", s.minutes, s.place,
      s.video_url AS "videoUrl"
    FROM supervision_session s
    JOIN supervision_attendance a ON a.ward_id = s.ward_id AND a.contract_id = s.contract_id AND a.session_id = s.id
    WHERE s.ward_id = ${people.wardId}::uuid AND s.contract_id = ${people.contractId}::uuid AND s.status <> 'cancelled'
      AND s.held_on BETWEEN ${from}::date AND ${to}::date AND a.staff_id = ANY (${people.staffIds}::uuid[])
    ORDER BY s.held_on, s.start_time, s.id`;
}

/** The supervisor's own sessions in every contract; of those elsewhere only the time is known. */
function bookingsIn(tx: Tx, people: People, { from, to }: Span): Promise<OwnBooking[]> {
  return tx.$queryRaw<OwnBooking[]>`
    SELECT b.held_on::text AS day, b.start_time AS "startTime", b.minutes, b.elsewhere, s.place, s.video_url AS "videoUrl",
      coalesce((SELECT json_agg(DISTINCT p.office_id) FROM supervision_attendance a
        JOIN staff p ON p.ward_id = a.ward_id AND p.contract_id = a.contract_id AND p.id = a.staff_id
        WHERE a.ward_id = s.ward_id AND a.contract_id = s.contract_id AND a.session_id = s.id), '[]') AS "officeIds"
    FROM app_own_bookings(${from}::date, ${to}::date) b
    LEFT JOIN supervision_session s ON s.ward_id = ${people.wardId}::uuid AND s.contract_id = ${people.contractId}::uuid AND s.id = b.session_id
    ORDER BY b.held_on, b.start_time, b.session_id`;
}

/** A session without a start takes the whole day. */
function bookingOf({ day, startTime, minutes }: Session, place: Booking["place"]): Booking {
  if (startTime === null) return { day, from: 0, to: 1440, place };
  return { day, from: minuteOf(startTime), to: minuteOf(startTime) + minutes, place };
}

/**
 * Where a session takes place: the office that it names, online, or, where only a room or nothing is named, the office that all
 * participants share; otherwise somewhere that takes a way.
 */
function placeReader(offices: readonly OfficeName[]) {
  const known = new Map(
    offices.flatMap(({ officeId, name, nameEn }) => [[name, officeId] as const, [nameEn, officeId] as const]),
  );
  return ({ place, videoUrl, officeIds }: Session & { officeIds?: (string | null)[] }, own: string | null) => {
    const office = place === null ? undefined : known.get(place.trim());
    if (office !== undefined) return office;
    if (videoUrl !== null || (place !== null && /オンライン|online|https?:/i.test(place))) return ONLINE;
    if (officeIds === undefined) return own;
    return officeIds.length === 1 ? (officeIds[0] ?? null) : ELSEWHERE;
  };
}

/** What makes a quarter settled: a session attended, else one that is planned or still waits for its attendance. */
function settledBy(seats: readonly Seat[]): Settled | null {
  const attended = seats.find(({ status, attendance }) => status === "held" && attendance === "attended");
  if (attended) return { day: attended.day, how: "attended" };
  const planned = seats.find(({ attendance }) => attendance === null);
  return planned ? { day: planned.day, how: "planned" } : null;
}
