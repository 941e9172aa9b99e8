import { asTenant, type Tenant } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";

import { recordDeed } from "../access/audit.server";
import type { StaffRole } from "../workforce/vocabulary";
import { attendanceProblems, lockDays, type AttendanceProblem } from "./day-hours.server";
import type { ClassEntry } from "./schema";

export type RosterRow = {
  staffId: string;
  staffCode: string;
  name: string | null;
  role: StaffRole;
  officeId: string | null;
  officeName: string | null;
  officeNameEn: string | null;
};

/** The staff of a contract employed on a day, by office and staff code. */
export function listRoster(tenant: Tenant, day: Day): Promise<RosterRow[]> {
  return asTenant(
    tenant,
    (tx) => tx.$queryRaw<RosterRow[]>`
      SELECT s.id::text AS "staffId", s.staff_code AS "staffCode", i.name, s.role, s.office_id::text AS "officeId",
        o.name AS "officeName", o.name_en AS "officeNameEn"
      FROM staff s
      LEFT JOIN staff_identity i ON i.contract_id = s.contract_id AND i.staff_id = s.id
      LEFT JOIN office o ON o.contract_id = s.contract_id AND o.id = s.office_id
      WHERE s.contract_id = ${tenant.contractId}::uuid AND s.hired_on <= ${day}::date AND coalesce(s.left_on >= ${day}::date, true)
      ORDER BY o.office_code COLLATE "C" NULLS LAST, s.staff_code COLLATE "C"`,
  );
}

export type ClassRecorded = { ok: true; added: number; already: number } | { ok: false; problems: AttendanceProblem[] };

/**
 * Writes a class down for all who attended, approved. A form sent twice stores each person once; one person's problem
 * refuses the whole, by name.
 */
export async function recordClass(tenant: Tenant, entry: ClassEntry): Promise<ClassRecorded> {
  const { wardId, contractId, userId } = tenant;
  const staffIds = entry.attendees.map(({ staffId }) => staffId);
  return asTenant(tenant, async (tx) => {
    await lockDays(tx, staffIds);
    await tx.$executeRaw`SAVEPOINT before_class`;
    const added = await tx.$executeRaw`
      INSERT INTO training_record (ward_id, contract_id, record_ref, staff_id, attended_on, title, provider, topic, format, hours,
        in_working_time, publicly_funded, approval, created_by)
      SELECT ${wardId}::uuid, ${contractId}::uuid, 'class:' || ${entry.recordRef} || ':' || s.id, s.id, ${entry.attendedOn}::date,
        ${entry.title}, ${entry.provider ?? null}, ${entry.topic}, ${entry.format}, wanted.hours, ${entry.inWorkingTime},
        ${entry.publiclyFunded}, 'approved', ${userId}::uuid
      FROM unnest(${staffIds}::uuid[], ${entry.attendees.map(({ hours }) => String(hours))}::numeric[]) AS wanted (staff_id, hours)
      JOIN staff s ON s.contract_id = ${contractId}::uuid AND s.id = wanted.staff_id
      ON CONFLICT (ward_id, contract_id, record_ref) DO NOTHING`;
    const wanted = staffIds.map((staffId) => ({ staffId, day: entry.attendedOn }));
    const problems = await attendanceProblems(tx, contractId, wanted);
    if (problems.length > 0) {
      await tx.$executeRaw`ROLLBACK TO SAVEPOINT before_class`;
      return { ok: false, problems };
    }
    await recordDeed(tx, tenant, "manager", {
      ...{ action: "training.class", subject: "contract", subjectId: contractId },
      detail: { added, attendedOn: entry.attendedOn },
    });
    return { ok: true, added, already: staffIds.length - added };
  });
}
