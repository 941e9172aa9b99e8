/** Opens the simulator over a contract's facts of a day: for the contract's own side by person and with pay, for a ward without. */
import { asFacts, asTenant, type Tenant, type WardView } from "../../db/scope.server";
import type { Day } from "../../lib/calendar";
import { loadContractFacts } from "../kpi/facts.server";
import { listNames } from "../kpi/list-worker-rows.server";
import type { ContractFacts } from "../workforce/facts";
import { fteOf, isSupportStaffOn } from "../workforce/rules";
import { costPerFteFrom } from "./cost";
import type { StaffingInput, StaffingResult } from "./schema";
import { simulate, simulateForWard } from "./simulate";

export type Simulator = {
  day: Day;
  /** The specification's cap. */
  cap: number;
  supportStaff: number;
  /** FTE of the support staff of the day. */
  fte: number;
  /** From the contract's own pay; null where none is known, and always for a ward. */
  costPerFteJpy: number | null;
  answer: (input: StaffingInput) => StaffingResult;
};

/** The contractor's simulator, with the names of the support staff by staff code. */
export async function openSimulator(
  tenant: Tenant,
  day: Day,
): Promise<Simulator & { names: Readonly<Record<string, string>> }> {
  return asTenant(tenant, async (tx) => {
    const facts = await loadContractFacts(tx, tenant, day);
    const names = await listNames(tx);
    const staff = staffOf(facts);
    return {
      ...basisOf(facts),
      costPerFteJpy: costPerFteFrom(
        staff.map(({ weeklyHours, annualPayJpy }) => ({
          fte: fteOf(weeklyHours, facts.terms.fullTimeHours),
          annualPayJpy,
        })),
      ),
      names: Object.fromEntries(staff.map(({ staffId, staffCode }) => [staffCode, names.get(staffId) ?? staffCode])),
      answer: (input) => simulate(facts, input),
    };
  });
}

/** A ward's simulator over one of its contracts, or null where it has none of the id. Nothing it gives is about one worker. */
export async function openWardSimulator(view: WardView, contractId: string, day: Day): Promise<Simulator | null> {
  const { wardId } = view;
  return asFacts(view, async (tx) => {
    if (!(await tx.contract.findUnique({ where: { wardId_id: { wardId, id: contractId } } }))) return null;
    const facts = await loadContractFacts(tx, { wardId, contractId }, day);
    return { ...basisOf(facts), costPerFteJpy: null, answer: (input) => simulateForWard(facts, input) };
  });
}

function staffOf(facts: ContractFacts) {
  return facts.workers.filter((worker) => isSupportStaffOn(worker, facts.day));
}

function basisOf(facts: ContractFacts): Pick<Simulator, "day" | "cap" | "supportStaff" | "fte"> {
  const staff = staffOf(facts);
  const fte = staff.reduce((sum, { weeklyHours }) => sum + fteOf(weeklyHours, facts.terms.fullTimeHours), 0);
  return { day: facts.day, cap: facts.terms.cap, supportStaff: staff.length, fte };
}
