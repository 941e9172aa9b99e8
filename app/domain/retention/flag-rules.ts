/**
 * retention.exits: support staff who leave (離職). Share = leavers in the 365 days that end on the day / all support staff
 * employed on any of them, as the derived figure `leavers12m` counts them. Above 15 % watch, above 25 % a warning, above 40 %
 * critical; exactly at a limit is not above it, and the contract may set its own. Asked of the contract as a whole and of each
 * office that is published by itself; of fewer than five support staff nothing is said. Source: product.md, "Flags".
 */
import type { Day } from "../../lib/calendar";
import { groupsOfStaff, isSmall, SMALLEST_GROUP } from "../flag/disclosure";
import { figure, type Finding, type GroupFinding } from "../flag/finding";
import type { ContractFacts, Terms, WorkerFacts } from "../workforce/facts";
import { isSupportStaffOn, leaversIn12Months, yearEnding } from "../workforce/rules";

export const EXITS_VERSION = 1;

/** Whether too many of a group have left; null where nobody was employed. */
export function retentionExits(staff: readonly WorkerFacts[], { thresholds }: Terms, day: Day): Finding | null {
  const { exitsWatch, exitsWarning, exitsCritical } = thresholds;
  const { leavers, of } = leaversIn12Months(staff, day);
  const grades = [
    ["critical", exitsCritical],
    ["warning", exitsWarning],
    ["watch", exitsWatch],
  ] as const;
  // why: whole numbers on both sides keep "exactly at" exact.
  const grade = grades.find(([, limit]) => leavers * 100 > limit * of);
  if (!grade) return null;
  const { from, to } = yearEnding(day);
  return {
    ...{ rule: "retention.exits", version: EXITS_VERSION, severity: grade[0] },
    figures: {
      ...{ leavers, of, percent: figure((leavers * 100) / of), limit: grade[1], clearedAt: exitsWatch },
      ...{ windowFrom: from, windowTo: to },
    },
  };
}

/** What is found of the contract, and of its offices where there are several to tell apart. */
export function exitFindings(facts: Pick<ContractFacts, "contractId" | "workers" | "terms" | "day">): GroupFinding[] {
  const { contractId, workers, terms, day } = facts;
  const employed = workers.filter((worker) => isSupportStaffOn(worker, day));
  if (employed.length < SMALLEST_GROUP) return [];
  const groups = groupsOfStaff(employed).filter((group) => !isSmall(group));
  const single = groups.length < 2 ? [] : groups.flatMap(({ officeIds }) => (officeIds.length === 1 ? officeIds : []));
  const of = (officeId: string | null, staff: readonly WorkerFacts[]): GroupFinding[] => {
    const finding = retentionExits(staff, terms, day);
    return finding ? [{ ...finding, staffId: null, officeId, contractId }] : [];
  };
  return [
    ...of(null, workers),
    ...single.flatMap((officeId) =>
      officeId === null
        ? []
        : of(
            officeId,
            workers.filter((worker) => worker.officeId === officeId),
          ),
    ),
  ];
}
