/** A contract's workers and open cases as of a day, for the redistribution what-if. */
import { asTenant, type Tenant, type Tx } from "~/db/scope.server";
import { addDays, fiscalYearOf, fiscalYearStart, type Day } from "~/lib/calendar";

import { capFor, caseWeight } from "../caseload/rules";
import { daysLeft, openPresentDays, workerForecast } from "../forecast/rules";
import { loadContractFacts } from "../kpi/facts.server";
import { listNames } from "../kpi/list-worker-rows.server";
import { supportStaff } from "../kpi/rules";
import type { ContractFacts, WorkerFacts } from "../workforce/facts";
import { listOffices } from "../workforce/offices.server";
import { fteOf, presentDays } from "../workforce/rules";
import { mayGive } from "./rules";
import type { Names, OpenCase, Settings, Situation, WhatIfWorker } from "./schema";

/** Somebody who is not at work on all of so many coming days takes no cases over. */
const COMING_DAYS = 30;

/** The situation with its names, and how many cases are open in all. */
export type NamedSituation = { situation: Situation; names: Names; openCases: number };

/** The situation of the support staff as of a day; of their open cases those whose lead may be relieved of some. */
export async function loadSituation(tenant: Tenant, day: Day, settings: Settings): Promise<NamedSituation> {
  return asTenant(tenant, async (tx) => {
    const facts = await loadContractFacts(tx, tenant, day);
    const staff = supportStaff(facts);
    const workers = staff.map((worker) => whatIf(worker, facts));
    const leads = new Set(workers.filter((worker) => mayGive(worker, settings)).map(({ staffId }) => staffId));
    const cases = (await listOpenCases(tx, tenant, day)).filter(({ staffId }) => leads.has(staffId));
    return {
      situation: { day, settings, workers, cases },
      names: { people: Object.fromEntries(await listNames(tx)), offices: facts.offices },
      openCases: workers.reduce((sum, { activeCases }) => sum + activeCases, 0),
    };
  });
}

/** The names of a contract's people and places, for a what-if that was kept without them; people by staff code, too. */
export async function loadNames(tenant: Tenant): Promise<Names & { byCode: Record<string, string> }> {
  const rows = await asTenant(
    tenant,
    (tx) => tx.$queryRaw<{ staffId: string; staffCode: string; name: string }[]>`
      SELECT i.staff_id::text AS "staffId", s.staff_code AS "staffCode", i.name
      FROM staff_identity i JOIN staff s ON s.id = i.staff_id`,
  );
  return {
    people: Object.fromEntries(rows.map(({ staffId, name }) => [staffId, name])),
    byCode: Object.fromEntries(rows.map(({ staffCode, name }) => [staffCode, name])),
    offices: await listOffices(tenant),
  };
}

function whatIf(worker: WorkerFacts, { terms, day }: ContractFacts): WhatIfWorker {
  const { staffId, staffCode, officeId, caseload, lastAttendedOn } = worker;
  const { annualCases, activeCases, weightedLoad } = caseload;
  const fte = fteOf(worker.weeklyHours, terms.fullTimeHours);
  const { activeWatch, activeWarning, activeCritical } = terms.thresholds;
  // why: a limit of exactly so many half cases has to stay one when it is a product of two decimals.
  const of = (casesPerFte: number) => Math.round(casesPerFte * fte * 1e4) / 1e4;
  const coming = { from: day, to: addDays(day, COMING_DAYS - 1) };
  return {
    ...{ staffId, staffCode, officeId, fte, annualCases, activeCases, weightedLoad },
    cap: capFor(terms, worker, fiscalYearOf(day)),
    forecast: workerForecast(worker, caseload, day),
    limits: { watch: of(activeWatch), warning: of(activeWarning), critical: of(activeCritical) },
    isAway: presentDays(worker, coming) < COMING_DAYS,
    openDaysLeft: openPresentDays(worker, daysLeft(day)),
    lastSupervisedOn: lastAttendedOn,
  };
}

type CaseRow = Omit<OpenCase, "weight">;

/** The cases open and led on the day, with those who have led them earlier in the fiscal year, in one statement. */
async function listOpenCases(tx: Tx, { wardId, contractId }: Tenant, day: Day): Promise<OpenCase[]> {
  const yearStart = fiscalYearStart(fiscalYearOf(day));
  const rows = await tx.$queryRaw<CaseRow[]>`
    WITH led AS (
      SELECT a.case_id, a.staff_id, c.case_ref, c.tags, c.opened_on, greatest(a.from_on, c.opened_on) AS first_day,
        least(a.to_on, ${day}::date) AS last_day
      FROM support_case c
      JOIN case_assignment a ON a.ward_id = c.ward_id AND a.contract_id = c.contract_id AND a.case_id = c.id
      WHERE c.ward_id = ${wardId}::uuid AND c.contract_id = ${contractId}::uuid AND c.opened_on <= ${day}::date
        AND (c.closed_on IS NULL OR c.closed_on >= ${day}::date) AND a.from_on <= ${day}::date)
    SELECT l.case_id::text AS "caseId", l.case_ref AS "caseRef", l.staff_id::text AS "staffId", cardinality(l.tags) AS "tagCount",
      l.opened_on::text AS "openedOn", l.first_day::text AS "ledSince",
      coalesce((SELECT array_agg(DISTINCT e.staff_id::text) FROM led e WHERE e.case_id = l.case_id AND e.staff_id <> l.staff_id
        AND e.first_day <= e.last_day AND e.last_day >= ${yearStart}::date), '{}') AS "ledBy"
    FROM led l WHERE l.first_day <= l.last_day AND l.last_day = ${day}::date
    ORDER BY l.case_ref COLLATE "C"`;
  return rows.map((row) => ({ ...row, weight: caseWeight(row.tagCount) }));
}
