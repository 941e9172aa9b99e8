/** A ward's view of supervision in one of its contracts, computed from rows without names and given out as aggregates only. */
import { asFacts, type WardView } from "~/db/scope.server";
import { fiscalYearOf, type Day } from "~/lib/calendar";

import type { Requirement } from "../contract/requirement";
import { readSupervisionTerms } from "../contract/specification.server";
import { loadContractFacts } from "../kpi/facts.server";
import { listSeats } from "./coverage.server";
import { wardCoverage, type CoverageFigures } from "./ward-coverage";

export type NamedCoverage = {
  scope: "office" | "pooled" | "contract";
  supportStaff: number;
  offices: ({ name: string; nameEn: string | null } | null)[];
  figures: CoverageFigures | null;
};
export type WardContractCoverage = {
  requirement: Requirement;
  supportStaff: number;
  total: CoverageFigures | null;
  groups: NamedCoverage[];
};

/** Supervision in a contract as of a day. Nothing in it names a worker. */
export function readWardCoverage(view: WardView, contractId: string, day: Day): Promise<WardContractCoverage> {
  const of = { wardId: view.wardId, contractId };
  return asFacts(view, async (tx) => {
    const facts = await loadContractFacts(tx, of, day);
    const { requirement } = await readSupervisionTerms(tx, of, fiscalYearOf(day));
    const { supportStaff, total, groups } = wardCoverage(facts, await listSeats(tx, of, day), requirement);
    return {
      ...{ requirement, supportStaff, total },
      groups: groups.map(({ group, figures }) => ({
        ...{ scope: group.scope, supportStaff: group.supportStaff, figures },
        offices: group.officeIds.map((id) => {
          const office = facts.offices.find((one) => one.officeId === id);
          return office ? { name: office.name, nameEn: office.nameEn } : null;
        }),
      })),
    };
  });
}
