/** The ward's requirement tables and monthly returns, read without names and given out as aggregates only. */
import { asFacts, asWard, type Tx, type WardView } from "~/db/scope.server";
import {
  fiscalYearOf,
  fiscalYearStart,
  QUARTERS,
  quarterSpan,
  type Day,
  type Month,
  type Quarter,
} from "~/lib/calendar";

import type { ContractFacts } from "../workforce/facts";
import { listCaseloads } from "./case-facts.server";
import type { IndicatorKey } from "./catalogue";
import { loadContractFacts } from "./facts.server";
import { groupTables, type CasesAt, type GroupTable } from "./ward-table";

const TIMEOUT_MS = 60_000;

export type OfficeName = { name: string; nameEn: string | null };
/** A group's table with the names of its offices; null stands for staff without an office. */
export type NamedGroupTable = Omit<GroupTable, "group"> & {
  scope: GroupTable["group"]["scope"];
  supportStaff: number;
  offices: (OfficeName | null)[];
};
export type ContractRequirements = { contractId: string; groups: NamedGroupTable[] };

/** The tables of one contract, or of all of the ward's that run in the day's fiscal year. */
export function listRequirements(view: WardView, contractId: string | null, day: Day): Promise<ContractRequirements[]> {
  return asFacts(
    view,
    async (tx) => {
      const contracts = await tx.$queryRaw<{ id: string }[]>`
        SELECT id::text FROM contract
        WHERE ward_id = ${view.wardId}::uuid AND starts_on <= ${day}::date AND ends_on >= ${fiscalYearStart(fiscalYearOf(day))}::date
          AND (${contractId}::uuid IS NULL OR id = ${contractId}::uuid) ORDER BY code`;
      const result: ContractRequirements[] = [];
      for (const { id } of contracts) {
        const subject = { wardId: view.wardId, contractId: id };
        const facts = await loadContractFacts(tx, subject, day);
        const tables = groupTables(facts, await casesByQuarter(tx, subject, facts));
        result.push({ contractId: id, groups: tables.map((table) => named(table, facts)) });
      }
      return result;
    },
    { timeoutMs: TIMEOUT_MS },
  );
}

function named({ group, rows, bands }: GroupTable, facts: ContractFacts): NamedGroupTable {
  const offices = group.officeIds.map((id) => {
    const office = facts.offices.find((one) => one.officeId === id);
    return office ? { name: office.name, nameEn: office.nameEn } : null;
  });
  return { scope: group.scope, supportStaff: group.supportStaff, offices, rows, bands };
}

async function casesByQuarter(
  tx: Tx,
  subject: { wardId: string; contractId: string },
  facts: ContractFacts,
): Promise<CasesAt> {
  const counts = new Map<Quarter, Map<string, number>>();
  for (const quarter of QUARTERS) {
    const { from, to } = quarterSpan(fiscalYearOf(facts.day), quarter);
    if (from > facts.day) continue;
    const caseloads =
      to < facts.day
        ? await listCaseloads(tx, subject, to)
        : new Map(facts.workers.map((worker) => [worker.staffId, worker.caseload]));
    counts.set(quarter, new Map([...caseloads].map(([staffId, { annualCases }]) => [staffId, annualCases])));
  }
  return counts;
}

export type ReturnMonth = { indicator: IndicatorKey; month: Month; numerator: number; denominator: number | null };

/** The monthly return's figures of the day's fiscal year whose month ended by the day, by indicator and month. */
export function listReturnMonths(view: WardView, contractId: string, day: Day): Promise<ReturnMonth[]> {
  return asWard(
    view,
    (tx) => tx.$queryRaw<ReturnMonth[]>`
      SELECT indicator, to_char(month, 'YYYY-MM') AS month, numerator::float8 AS numerator, denominator::float8 AS denominator
      FROM monthly_return
      WHERE ward_id = ${view.wardId}::uuid AND contract_id = ${contractId}::uuid
        AND month >= ${fiscalYearStart(fiscalYearOf(day))}::date AND (month + interval '1 month - 1 day')::date <= ${day}::date
      ORDER BY indicator, month`,
  );
}
