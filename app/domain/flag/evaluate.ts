import type { ContractFacts } from "../workforce/facts";
import { isSupportStaffOn } from "../workforce/rules";
import { CATALOGUE } from "./catalogue";
import type { WorkerFinding } from "./finding";

/** What the rules find of a contract's workers on the facts' day. Their subjects are the support staff employed on it. */
export function evaluate(facts: ContractFacts): WorkerFinding[] {
  const { terms, day } = facts;
  return facts.workers
    .filter((worker) => isSupportStaffOn(worker, day))
    .flatMap((worker) =>
      CATALOGUE.flatMap((entry) => {
        const finding = entry.level === "worker" ? entry.rule(worker, terms, day) : null;
        return finding ? [{ ...finding, staffId: worker.staffId, officeId: worker.officeId }] : [];
      }),
    );
}
