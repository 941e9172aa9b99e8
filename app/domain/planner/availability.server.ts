/** When a supervisor can hold sessions, when they are away, and when their supervisees work. */
import { asPeople, type People, type Tx } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";

import { recordDeed } from "../access/audit.server";
import type { AbsenceRow, Availability, HoursRow, StaffHoursRow } from "./availability";
import { DEFAULT_SUPERVISOR_HOURS } from "./need";
import type { Hours, OfficeHours } from "./plan";
import { minuteOf } from "./time";

/** Everything that the availability page shows. */
export function readAvailability(people: People, membershipId: string, today: Day): Promise<Availability> {
  return asPeople(people, async (tx) => {
    const hours = await listHours(tx, people, membershipId);
    const absences = (await absencesIn(tx, people, membershipId)).filter(({ endsOn }) => endsOn >= today);
    const offices = await tx.$queryRaw<Availability["offices"]>`
      SELECT id::text AS "officeId", name, name_en AS "nameEn" FROM office
      WHERE ward_id = ${people.wardId}::uuid AND contract_id = ${people.contractId}::uuid ORDER BY office_code COLLATE "C"`;
    const staff = await tx.$queryRaw<StaffHoursRow[]>`
      SELECT s.id::text AS "staffId", coalesce(i.name, s.staff_code) AS name, s.weekly_hours::float8 AS "weeklyHours",
        coalesce((SELECT json_agg(json_build_object('weekday', h.weekday, 'from', h.from_time, 'to', h.to_time) ORDER BY h.weekday, h.from_time)
          FROM staff_hours h WHERE h.ward_id = s.ward_id AND h.contract_id = s.contract_id AND h.staff_id = s.id), '[]') AS hours
      FROM staff s LEFT JOIN staff_identity i ON i.ward_id = s.ward_id AND i.contract_id = s.contract_id AND i.staff_id = s.id
      WHERE s.ward_id = ${people.wardId}::uuid AND s.contract_id = ${people.contractId}::uuid AND s.id = ANY (${people.staffIds}::uuid[])
        AND (s.left_on IS NULL OR s.left_on >= ${today}::date)
      ORDER BY s.staff_code COLLATE "C"`;
    return { hours, absences, staff, offices };
  });
}

/** The hours that count for a plan: the supervisor's own, or the usual ones where there are none. */
export async function hoursIn(
  tx: Tx,
  people: People,
  membershipId: string,
): Promise<{ blocks: readonly OfficeHours[]; isDefault: boolean }> {
  const rows = await listHours(tx, people, membershipId);
  if (rows.length === 0) return { blocks: DEFAULT_SUPERVISOR_HOURS, isDefault: true };
  const blocks = rows.map(({ weekday, from, to, officeId }) => ({
    weekday,
    from: minuteOf(from),
    to: minuteOf(to),
    officeId,
  }));
  return { blocks, isDefault: false };
}

function listHours(tx: Tx, people: People, membershipId: string): Promise<HoursRow[]> {
  return tx.$queryRaw<HoursRow[]>`
    SELECT id::text, weekday, from_time AS "from", to_time AS "to", office_id::text AS "officeId" FROM supervisor_hours
    WHERE ward_id = ${people.wardId}::uuid AND contract_id = ${people.contractId}::uuid AND membership_id = ${membershipId}::uuid
    ORDER BY weekday, from_time, id`;
}

/** The supervisor's absences, earliest first. */
export function absencesIn(tx: Tx, people: People, membershipId: string): Promise<AbsenceRow[]> {
  return tx.$queryRaw<AbsenceRow[]>`
    SELECT id::text, starts_on::text AS "startsOn", ends_on::text AS "endsOn" FROM supervisor_absence
    WHERE ward_id = ${people.wardId}::uuid AND contract_id = ${people.contractId}::uuid AND membership_id = ${membershipId}::uuid
    ORDER BY starts_on, id`;
}

/** Recorded working hours by supervisee; who has none is not in the map. */
export async function staffHoursIn(tx: Tx, people: People): Promise<Map<string, Hours[]>> {
  const rows = await tx.$queryRaw<{ staffId: string; weekday: number; from: string; to: string }[]>`
    SELECT staff_id::text AS "staffId", weekday, from_time AS "from", to_time AS "to" FROM staff_hours
    WHERE ward_id = ${people.wardId}::uuid AND contract_id = ${people.contractId}::uuid AND staff_id = ANY (${people.staffIds}::uuid[])
    ORDER BY weekday, from_time`;
  const byStaff = new Map<string, Hours[]>();
  for (const { staffId, weekday, from, to } of rows)
    byStaff.set(staffId, [...(byStaff.get(staffId) ?? []), { weekday, from: minuteOf(from), to: minuteOf(to) }]);
  return byStaff;
}

/** Adds hours of a weekday; the same once more changes nothing. False where the office is not the contract's. */
export function addHours(
  people: People,
  membershipId: string,
  given: Omit<HoursRow, "id" | "officeId"> & { officeId?: string },
) {
  return asPeople(people, async (tx) => {
    const { wardId, contractId } = people;
    const office = given.officeId ?? null;
    // why: of the same form sent twice at a moment, the second must see what the first has stored.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${membershipId}, 5))`;
    const added = await tx.$executeRaw`
      INSERT INTO supervisor_hours (ward_id, contract_id, membership_id, weekday, from_time, to_time, office_id)
      SELECT ${wardId}::uuid, ${contractId}::uuid, ${membershipId}::uuid, ${given.weekday}, ${given.from}, ${given.to}, ${office}::uuid
      WHERE (${office}::uuid IS NULL OR EXISTS (SELECT FROM office WHERE ward_id = ${wardId}::uuid AND contract_id = ${contractId}::uuid AND id = ${office}::uuid))
        AND NOT EXISTS (SELECT FROM supervisor_hours WHERE ward_id = ${wardId}::uuid AND contract_id = ${contractId}::uuid
          AND membership_id = ${membershipId}::uuid AND weekday = ${given.weekday} AND from_time = ${given.from} AND to_time = ${given.to}
          AND office_id IS NOT DISTINCT FROM ${office}::uuid)`;
    if (added > 0) await audit(tx, people, "availability.hours");
    return added > 0;
  });
}

export function removeHours(people: People, membershipId: string, id: string): Promise<number> {
  return asPeople(people, async (tx) => {
    const where = { wardId: people.wardId, contractId: people.contractId, membershipId, id };
    const { count } = await tx.supervisorHours.deleteMany({ where });
    if (count > 0) await audit(tx, people, "availability.hours");
    return count;
  });
}

/** Adds an absence; the same once more changes nothing. */
export function addAbsence(people: People, membershipId: string, given: Omit<AbsenceRow, "id">): Promise<void> {
  return asPeople(people, async (tx) => {
    const { wardId, contractId } = people;
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${membershipId}, 5))`;
    const added = await tx.$executeRaw`
      INSERT INTO supervisor_absence (ward_id, contract_id, membership_id, starts_on, ends_on)
      SELECT ${wardId}::uuid, ${contractId}::uuid, ${membershipId}::uuid, ${given.startsOn}::date, ${given.endsOn}::date
      WHERE NOT EXISTS (SELECT FROM supervisor_absence WHERE ward_id = ${wardId}::uuid AND contract_id = ${contractId}::uuid
        AND membership_id = ${membershipId}::uuid AND starts_on = ${given.startsOn}::date AND ends_on = ${given.endsOn}::date)`;
    if (added > 0) await audit(tx, people, "availability.absence");
  });
}

export function removeAbsence(people: People, membershipId: string, id: string): Promise<number> {
  return asPeople(people, async (tx) => {
    const where = { wardId: people.wardId, contractId: people.contractId, membershipId, id };
    const { count } = await tx.supervisorAbsence.deleteMany({ where });
    if (count > 0) await audit(tx, people, "availability.absence");
    return count;
  });
}

/** Replaces a supervisee's working hours; none at all means the usual ones again. False where the person is no supervisee. */
export function setStaffHours(
  people: People,
  staffId: string,
  hours: readonly { weekday: number; from: string; to: string }[],
): Promise<boolean> {
  if (!people.staffIds.includes(staffId)) return Promise.resolve(false);
  return asPeople(people, async (tx) => {
    const { wardId, contractId } = people;
    await tx.staffHours.deleteMany({ where: { wardId, contractId, staffId } });
    await tx.staffHours.createMany({
      data: hours.map(({ weekday, from, to }) => ({
        wardId,
        contractId,
        staffId,
        weekday,
        fromTime: from,
        toTime: to,
      })),
    });
    await audit(tx, people, "availability.staff", staffId);
    return true;
  });
}

function audit(tx: Tx, people: People, action: string, subjectId?: string): Promise<void> {
  return recordDeed(tx, people, "supervisor", { action, subject: "availability", subjectId });
}
