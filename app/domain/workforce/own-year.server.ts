/** A worker's own year as of a day: figures, quarters, qualifications, and what is left to do. */
import { asPeople, type People } from "~/db/scope.server";
import { daysBetween, fiscalYearOf, QUARTERS, type Day } from "~/lib/calendar";

import { loadWorkerFacts } from "../kpi/facts.server";
import { workerFigures } from "../kpi/worker";
import { listRenewals } from "../qualification/renewals.server";
import { isValidOn, renewals } from "../qualification/rules";
import { gridCell } from "../supervision/rules";
import { missingSessions } from "../supervision/urgency";
import { listBeside } from "../training/standing.server";
import { ownTasks } from "./own-tasks";
import type { OwnYear } from "./own-year";

/** The year of one member of staff, or null where the contract has no such post in the reader's scope. */
export async function ownYear(people: People, staffId: string, day: Day): Promise<OwnYear | null> {
  const { facts, renewal, beside } = await asPeople(people, async (tx) => ({
    facts: await loadWorkerFacts(tx, people, day),
    renewal: (await listRenewals(tx, people, day, staffId))[0] ?? null,
    beside: await listBeside(tx, people.contractId, day),
  }));
  const worker = facts.workers.find((one) => one.staffId === staffId);
  if (!worker) return null;
  const figures = workerFigures(facts, worker);
  const cells = QUARTERS.map((quarter) => gridCell(worker, fiscalYearOf(day), quarter, day));
  const standing = {
    ...{ cells, missingSessions: missingSessions(worker, day), renewals: renewals(worker.qualifications, day) },
    ...{ hours: figures.trainingHours, target: figures.trainingTarget, consultant: renewal?.checklist ?? null },
  };
  return {
    ...figures,
    cells,
    tasks: ownTasks(standing, day),
    qualifications: worker.qualifications.map((held) => ({
      ...held,
      daysLeft: held.expiresOn === null ? null : daysBetween(day, held.expiresOn),
      isValid: isValidOn(held, day),
    })),
    next: worker.planned[0] ?? null,
    pendingTrainingHours: beside.get(staffId)?.pendingHours ?? 0,
  };
}
