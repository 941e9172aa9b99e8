/** Where workers stand with their training as of a day: their figures, with what waits and what they are signed up for. */
import { asPeople, asTenant, type People, type Tenant, type Tx } from "~/db/scope.server";
import { fiscalYearEnd, fiscalYearOf, fiscalYearStart, type Day } from "~/lib/calendar";

import { loadContractFacts, loadWorkerFacts } from "../kpi/facts.server";
import { listNames } from "../kpi/list-worker-rows.server";
import { supportStaff } from "../kpi/rules";
import { NOTHING_BESIDE, trainingFigures, type Beside, type TrainingFigures } from "./figures";

/** The figures of one member of staff, or null where the contract has no such post in the reader's scope. */
export async function ownStanding(people: People, staffId: string, day: Day): Promise<TrainingFigures | null> {
  return asPeople(people, async (tx) => {
    const facts = await loadWorkerFacts(tx, people, day);
    const worker = facts.workers.find((one) => one.staffId === staffId);
    if (!worker) return null;
    return trainingFigures(
      facts,
      worker,
      (await listBeside(tx, people.contractId, day)).get(staffId) ?? NOTHING_BESIDE,
    );
  });
}

export type StandingRow = TrainingFigures & {
  staffId: string;
  staffCode: string;
  name: string | null;
  officeName: string | null;
  officeNameEn: string | null;
};

/** The figures of all support staff of a contract on a day, by staff code. */
export async function contractStanding(tenant: Tenant, day: Day): Promise<StandingRow[]> {
  return asTenant(tenant, async (tx) => {
    const facts = await loadContractFacts(tx, tenant, day);
    const beside = await listBeside(tx, tenant.contractId, day);
    const names = await listNames(tx);
    const offices = new Map(facts.offices.map((office) => [office.officeId, office]));
    return supportStaff(facts).map((worker) => {
      const office = worker.officeId === null ? undefined : offices.get(worker.officeId);
      return {
        ...trainingFigures(facts, worker, beside.get(worker.staffId) ?? NOTHING_BESIDE),
        ...{ staffId: worker.staffId, staffCode: worker.staffCode, name: names.get(worker.staffId) ?? null },
        ...{ officeName: office?.name ?? null, officeNameEn: office?.nameEn ?? null },
      };
    });
  });
}

/** Hours that wait for approval in the fiscal year up to the day, and hours signed up for after it, by staff id. */
export async function listBeside(tx: Tx, contractId: string, day: Day): Promise<Map<string, Beside>> {
  const fiscalYear = fiscalYearOf(day);
  const rows = await tx.$queryRaw<(Beside & { staffId: string })[]>`
    SELECT staff_id::text AS "staffId", sum(pending)::float8 AS "pendingHours", count(pending)::int AS "pendingRecords",
      coalesce(sum(booked), 0)::float8 AS "bookedHours"
    FROM (
      SELECT staff_id, hours AS pending, NULL::numeric AS booked FROM training_record
      WHERE contract_id = ${contractId}::uuid AND approval = 'pending'
        AND attended_on BETWEEN ${fiscalYearStart(fiscalYear)}::date AND ${day}::date
      UNION ALL
      SELECT u.staff_id, NULL, c.hours FROM course_sign_up u
      JOIN course_date d ON d.contract_id = u.contract_id AND d.id = u.date_id AND NOT d.cancelled
      JOIN training_course c ON c.contract_id = d.contract_id AND c.id = d.course_id AND NOT c.cancelled
      WHERE u.contract_id = ${contractId}::uuid AND u.status = 'signed_up' AND u.attendance IS NULL
        AND d.held_on > ${day}::date AND d.held_on <= ${fiscalYearEnd(fiscalYear)}::date) AS beside
    GROUP BY staff_id`;
  return new Map(rows.map(({ staffId, ...of }) => [staffId, { ...of, pendingHours: of.pendingHours ?? 0 }]));
}
