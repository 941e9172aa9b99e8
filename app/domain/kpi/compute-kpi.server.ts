/** The figures of a contract, of its workers and of a ward as of a day. */
import { asFacts, asTenant, type Tenant, type Tx, type WardView } from "../../db/scope.server";
import { fiscalYearOf, fiscalYearStart, type Day } from "../../lib/calendar";
import { groupsOfStaff, isSmall, type Group } from "../flag/disclosure";
import type { ContractFacts, Terms } from "../workforce/facts";
import { countCases } from "./case-facts.server";
import { derivedFigures, type DerivedFigure } from "./derived";
import { loadContractFacts } from "./facts.server";
import type { Indicator } from "./indicator";
import { groupIndicators, indicators, officeIndicators, supportStaff } from "./rules";
import { totalIndicators } from "./totals";
import { workerFigures, type WorkerFigures } from "./worker";

const TIMEOUT_MS = 60_000;

export type OfficeName = ContractFacts["offices"][number];
/** An office, or, for a ward, small offices together so that no figure speaks of fewer than five people. */
export type OfficeGroup = {
  scope: Group["scope"];
  /** Null stands for staff without an office. */
  offices: (OfficeName | null)[];
  supportStaff: number;
  /** Null where the group is too small to be shown to a ward. */
  indicators: Indicator[] | null;
};

export type ContractKpi = {
  contractId: string;
  contractCode: string;
  day: Day;
  fiscalYear: number;
  terms: Terms;
  supportStaff: number;
  indicators: Indicator[];
  derived: DerivedFigure[];
  groups: OfficeGroup[];
};

/** A contract's figures: for its own side with every office, for a ward with offices pooled where they are small. */
export async function computeKpi(view: Tenant | WardView, contractId: string, day: Day): Promise<ContractKpi | null> {
  if (isTenant(view)) {
    if (view.contractId !== contractId) return null;
    return asTenant(view, async (tx) => {
      const facts = await loadContractFacts(tx, view, day);
      return { ...totalsOf(facts), groups: ownGroups(facts) };
    });
  }
  return asFacts(view, async (tx) => {
    const contract = await tx.contract.findUnique({ where: { wardId_id: { wardId: view.wardId, id: contractId } } });
    return contract && wardsContract(tx, view.wardId, contractId, day);
  });
}

export type WardContract = ContractKpi & {
  name: string | null;
  nameEn: string | null;
  contractorName: string;
  contractorNameEn: string | null;
};
export type WardKpi = { day: Day; fiscalYear: number; contracts: WardContract[]; totals: Indicator[] };

/** A ward's contracts that run in the fiscal year, each with its figures, and their totals. Aggregates only. */
export async function computeWardKpi(view: WardView, day: Day): Promise<WardKpi> {
  const yearStart = new Date(`${fiscalYearStart(fiscalYearOf(day))}T00:00:00Z`);
  const contracts = await asFacts(
    view,
    async (tx) => {
      const found = await tx.contract.findMany({
        where: { wardId: view.wardId, startsOn: { lte: new Date(`${day}T00:00:00Z`) }, endsOn: { gte: yearStart } },
        include: { contractor: true },
        orderBy: { code: "asc" },
      });
      const result: WardContract[] = [];
      for (const { id, name, nameEn, contractor } of found) {
        const names = { name, nameEn, contractorName: contractor.name, contractorNameEn: contractor.nameEn };
        result.push({ ...(await wardsContract(tx, view.wardId, id, day)), ...names });
      }
      return result;
    },
    { timeoutMs: TIMEOUT_MS },
  );
  const totals = totalIndicators(contracts.map((contract) => contract.indicators));
  return { day, fiscalYear: fiscalYearOf(day), contracts, totals };
}

export type NamedWorker = { staffId: string; name: string; officeId: string | null; figures: WorkerFigures };

/** The support staff of the day by name, by staff code. For the contract's own side. */
export function listWorkers(tenant: Tenant, day: Day): Promise<NamedWorker[]> {
  return asTenant(tenant, async (tx) => named(tx, await loadContractFacts(tx, tenant, day)));
}

/** All facts of a contract, by person, for its own side. */
export function readContractFacts(tenant: Tenant, day: Day): Promise<ContractFacts> {
  return asTenant(tenant, (tx) => loadContractFacts(tx, tenant, day));
}

function isTenant(view: Tenant | WardView): view is Tenant {
  return "contractId" in view;
}

function totalsOf(facts: ContractFacts): Omit<ContractKpi, "groups"> {
  const { contractId, contractCode, day, terms } = facts;
  const people = supportStaff(facts).length;
  const [figures, derived] = [indicators(facts), derivedFigures(facts)];
  return {
    contractId,
    contractCode,
    day,
    fiscalYear: fiscalYearOf(day),
    terms,
    supportStaff: people,
    indicators: figures,
    derived,
  };
}

function ownGroups(facts: ContractFacts): OfficeGroup[] {
  const staff = supportStaff(facts);
  return facts.offices.map((office) => ({
    scope: "office",
    offices: [office],
    supportStaff: staff.filter((worker) => worker.officeId === office.officeId).length,
    indicators: officeIndicators(facts, office.officeId),
  }));
}

async function wardsContract(tx: Tx, wardId: string, contractId: string, day: Day): Promise<ContractKpi> {
  const subject = { wardId, contractId };
  const facts = await loadContractFacts(tx, subject, day);
  const groups: OfficeGroup[] = [];
  for (const { scope, officeIds, supportStaff: people } of groupsOfStaff(supportStaff(facts))) {
    const offices = officeIds.map((id) => facts.offices.find((office) => office.officeId === id) ?? null);
    const group = { scope, officeIds, supportStaff: people };
    // why: cases led in two pooled offices must count once, which sums of office counts would not do; at most one group is a pool.
    const own = scope === "office" ? officeIds[0] : undefined;
    const counts = own ? null : await countCases(tx, subject, day, officeIds);
    const cases = own ? facts.officeCases.get(own) : counts?.contractCases;
    const newCases = own ? facts.officeNewCases.get(own) : counts?.contractNewCases;
    const figures = isSmall(group)
      ? null
      : groupIndicators(facts, officeIds, { cases: cases ?? 0, newCases: newCases ?? 0 });
    groups.push({ scope, offices, supportStaff: people, indicators: figures });
  }
  return { ...totalsOf(facts), groups };
}

async function named(tx: Tx, facts: ContractFacts): Promise<NamedWorker[]> {
  const { wardId, contractId } = facts;
  const identities = await tx.staffIdentity.findMany({
    where: { wardId, contractId },
    select: { staffId: true, name: true },
  });
  const names = new Map(identities.map((identity) => [identity.staffId, identity.name]));
  return supportStaff(facts).map((worker) => ({
    staffId: worker.staffId,
    name: names.get(worker.staffId) ?? worker.staffCode,
    officeId: worker.officeId,
    figures: workerFigures(facts, worker),
  }));
}
