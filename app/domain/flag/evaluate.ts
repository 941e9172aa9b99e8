import { payBelow } from "../pay/flag-rules";
import { exitFindings } from "../retention/flag-rules";
import { returnLate } from "../returns/flag-rules";
import { staffingBelow } from "../staffing/flag-rules";
import { surveyFindings } from "../survey/flag-rules";
import type { ContractFacts } from "../workforce/facts";
import { isSupportStaffOn } from "../workforce/rules";
import { CATALOGUE } from "./catalogue";
import type { GroupFinding, WorkerFinding } from "./finding";

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

/**
 * What the rules find of a contract's offices and of the contract itself on the facts' day.
 * @param open what rules found of workers and is open as flags
 */
export function evaluateGroups(facts: ContractFacts, open: readonly WorkerFinding[]): GroupFinding[] {
  const { contractId } = facts;
  const ofContract = [staffingBelow(facts), payBelow(facts), returnLate(facts)].flatMap((finding) =>
    finding ? [{ ...finding, staffId: null, officeId: null, contractId }] : [],
  );
  return [...surveyFindings(facts, open, facts.terms.thresholds), ...exitFindings(facts), ...ofContract];
}
