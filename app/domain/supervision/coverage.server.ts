/** Supervision of the day's fiscal year by worker, for those who may see workers: their supervisor and their contractor. */
import { asPeople, asTenant, type People, type Tenant, type Tx } from "~/db/scope.server";
import { fiscalYearEnd, fiscalYearOf, fiscalYearStart, QUARTERS, type Day } from "~/lib/calendar";

import type { Requirement } from "../contract/requirement";
import { readSupervisionTerms } from "../contract/specification.server";
import { loadContractFacts, loadWorkerFacts } from "../kpi/facts.server";
import type { ContractFacts } from "../workforce/facts";
import { isOnLeaveOn, isSupportStaffOn } from "../workforce/rules";
import type { CoverageRow } from "./coverage";
import { judge, type Seat } from "./requirement";
import { gridCell } from "./rules";

export type Coverage = { requirement: Requirement; rows: CoverageRow[] };

/** A contract's support staff on the day. */
export function contractCoverage(tenant: Tenant, day: Day): Promise<Coverage> {
  return asTenant(tenant, async (tx) => rowsOf(tx, await loadContractFacts(tx, tenant, day)));
}

/** The supervisees who are support staff on the day. */
export function supervisorCoverage(people: People, day: Day): Promise<Coverage> {
  return asPeople(people, async (tx) => rowsOf(tx, await loadWorkerFacts(tx, people, day)));
}

async function rowsOf(tx: Tx, facts: ContractFacts): Promise<Coverage> {
  const { day } = facts;
  const { requirement } = await readSupervisionTerms(tx, facts, fiscalYearOf(day));
  const seatsOf = await listSeats(tx, facts, day);
  const nameOf = await listNames(tx, facts);
  const offices = new Map(facts.offices.map((office) => [office.officeId, office]));
  const staff = facts.workers.filter((worker) => isSupportStaffOn(worker, day));
  const rows = staff.map((worker): CoverageRow => {
    const { staffId, staffCode, role, officeId, lastAttendedOn } = worker;
    const office = officeId === null ? undefined : offices.get(officeId);
    return {
      ...{ staffId, staffCode, role, officeId, lastAttendedOn },
      name: nameOf.get(staffId) ?? staffCode,
      ...{ officeName: office?.name ?? null, officeNameEn: office?.nameEn ?? null },
      isOnLeave: isOnLeaveOn(worker, day),
      cells: QUARTERS.map((quarter) => gridCell(worker, fiscalYearOf(day), quarter, day)),
      judgement: judge({ ...worker, seats: seatsOf(staffId) }, requirement, day),
    };
  });
  return { requirement, rows };
}

async function listNames(tx: Tx, of: { wardId: string; contractId: string }): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ staffId: string; name: string }[]>`
    SELECT staff_id::text AS "staffId", name FROM staff_identity
    WHERE ward_id = ${of.wardId}::uuid AND contract_id = ${of.contractId}::uuid`;
  return new Map(rows.map((row) => [row.staffId, row.name]));
}

/** Places in sessions of the day's fiscal year by staff id: attended up to the day, planned from it on. Any scope that reads sessions. */
export async function listSeats(
  tx: Tx,
  of: { wardId: string; contractId: string },
  day: Day,
): Promise<(staffId: string) => Seat[]> {
  const year = fiscalYearOf(day);
  const rows = await tx.$queryRaw<(Seat & { staffId: string })[]>`
    SELECT a.staff_id::text AS "staffId", s.held_on::text AS day, s.kind, s.minutes, s.external,
      CASE s.status WHEN 'held' THEN 'attended' ELSE 'planned' END AS "is"
    FROM supervision_session s
    JOIN supervision_attendance a ON a.ward_id = s.ward_id AND a.contract_id = s.contract_id AND a.session_id = s.id
    WHERE s.ward_id = ${of.wardId}::uuid AND s.contract_id = ${of.contractId}::uuid
      AND s.held_on BETWEEN ${fiscalYearStart(year)}::date AND ${fiscalYearEnd(year)}::date
      AND ((s.status = 'held' AND a.attendance = 'attended' AND s.held_on <= ${day}::date)
        OR (s.status = 'planned' AND a.attendance IS DISTINCT FROM 'excused' AND s.held_on >= ${day}::date))
    ORDER BY s.held_on`;
  const groups = new Map<string, Seat[]>();
  for (const { staffId, ...seat } of rows) groups.set(staffId, [...(groups.get(staffId) ?? []), seat]);
  return (staffId) => groups.get(staffId) ?? [];
}
