/** What a supervisor's home shows of the supervisees, as of a day. */
import { asPeople, type People } from "~/db/scope.server";
import { fiscalYearOf, QUARTERS, type Day } from "~/lib/calendar";

import { readSupervisionTerms } from "../contract/specification.server";
import { worst } from "../flag/finding";
import { listOwnFlags } from "../flag/repository.server";
import { loadWorkerFacts } from "../kpi/facts.server";
import { workerFigures } from "../kpi/worker";
import { isEmployedOn, isOnLeaveOn, isSupportRole } from "../workforce/rules";
import { listSeats } from "./coverage.server";
import { listNames } from "./repository.server";
import { judge } from "./requirement";
import { gridCell } from "./rules";
import type { Overview, SuperviseeRow } from "./session";
import { byUrgency, needOf } from "./urgency";

/** The supervisees who are support staff on the day: coverage, workload, and who needs a session first. */
export async function superviseesOn(people: People, day: Day): Promise<Overview> {
  const [{ facts, seatsOf, requirement }, names, flags] = await Promise.all([
    asPeople(people, async (tx) => ({
      facts: await loadWorkerFacts(tx, people, day),
      seatsOf: await listSeats(tx, people, day),
      requirement: (await readSupervisionTerms(tx, people, fiscalYearOf(day))).requirement,
    })),
    listNames(people, day),
    listOwnFlags(people, day),
  ]);
  const nameOf = new Map(names.map((name) => [name.staffId, name]));
  const rows = facts.workers.flatMap((worker): SuperviseeRow[] => {
    const name = nameOf.get(worker.staffId);
    if (!name || !isSupportRole(worker.role) || !isEmployedOn(worker, day)) return [];
    const { annualCases, cap, activeCases, weightedLoad, fte } = workerFigures(facts, worker);
    const own = flags.filter((flag) => flag.staffId === worker.staffId);
    return [
      {
        ...name,
        ...{ annualCases, cap, activeCases, weightedLoad, lastAttendedOn: worker.lastAttendedOn },
        isOnLeave: isOnLeaveOn(worker, day),
        cells: QUARTERS.map((quarter) => gridCell(worker, fiscalYearOf(day), quarter, day)),
        judgement: judge({ ...worker, seats: seatsOf(worker.staffId) }, requirement, day),
        ...{ openFlags: own.length, severity: worst(own.map((flag) => flag.severity)) },
        need: needOf(worker, { annualCases, cap, weightedLoad, fte }, day),
      },
    ];
  });
  const waiting = rows.flatMap((row) => (row.need ? [{ ...row, need: row.need }] : [])).sort(byUrgency);
  return { rows, waiting };
}
