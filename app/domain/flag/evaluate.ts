import type { ContractFacts } from "../workforce/facts";
import { isSupportStaffOn } from "../workforce/rules";
import { CATALOGUE } from "./catalogue";
import type { WorkerFinding } from "./finding";

/** What all rules find in a contract on the facts' day. Their subjects are the support staff employed on it. */
export function evaluate(facts: ContractFacts): WorkerFinding[] {
  const { terms, day } = facts;
  return facts.workers
    .filter((worker) => isSupportStaffOn(worker, day))
    .flatMap((worker) =>
      CATALOGUE.flatMap(({ rule }) => {
        const finding = rule(worker, terms, day);
        return finding ? [{ ...finding, staffId: worker.staffId, officeId: worker.officeId }] : [];
      }),
    );
}
