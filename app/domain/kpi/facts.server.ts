/**
 * The facts of a contract as of a day, by sets: two statements whatever the number of workers and cases. They run in the
 * scopes `contract`, `facts` (no pay) and `people` (only the rows of the staff on the list, so totals are partial).
 */
import { KEPT, Prisma, type Tx } from "../../db/scope.server";
import type { Day } from "../../lib/calendar";
import type { CaseloadFacts, ContractFacts, WorkerFacts } from "../workforce/facts";
import { casesFrom, casesQuery, type CaseRows } from "./case-facts.server";
import { readContract } from "./contract-facts.server";
import { peopleQuery, type PeopleRows, type SessionRow } from "./people-facts.server";

const NO_CASES: CaseloadFacts = {
  ...{ annualCases: 0, activeCases: 0, weightedLoad: 0, newCases: 0, manyTagCases: 0 },
  newestManyTagFrom: null,
};

/**
 * All facts of one contract as of a day.
 * @throws Error where the contract does not exist or lies outside the scope
 */
export async function loadContractFacts(
  tx: Tx,
  subject: { wardId: string; contractId: string },
  day: Day,
): Promise<ContractFacts> {
  const contract = await readContract(tx, subject, day, nestedLoops("off"));
  // why: a night asks this of each contract, and every answer is a round trip.
  const [row] = await tx.$queryRaw<{ cases: CaseRows; people: PeopleRows }[]>`${KEPT}
    SELECT to_json(c) AS cases, to_json(p) AS people, ${nestedLoops("on")} AS setting
    FROM (${casesQuery(subject, day)}) c, (${peopleQuery(subject, day)}) p`;
  if (!row) throw new Error("Two single rows make one");
  const { caseloads, totals } = casesFrom(row.cases);
  const { posts, ...people } = row.people;
  const leave = byStaff(people.leave);
  const training = byStaff(people.training);
  const sessions = byStaff(people.sessions);
  const qualifications = byStaff(people.qualifications);
  const overtime = byStaff(people.overtime);
  const incidents = byStaff(people.incidents);
  const workers = posts.map((post): WorkerFacts => {
    const of = post.staffId;
    return {
      ...post,
      leave: leave(of),
      caseload: caseloads.get(of) ?? NO_CASES,
      training: training(of),
      ...sessionFacts(sessions(of)),
      qualifications: qualifications(of),
      overtime: overtime(of),
      incidents: incidents(of).map((incident) => incident.day),
    };
  });
  return { wardId: subject.wardId, contractId: subject.contractId, day, ...contract, ...totals, workers };
}

/** The facts of a worker or of supervisees, in the scope `people`: the staff on the list that a post was found for. */
export async function loadWorkerFacts(
  tx: Tx,
  people: { wardId: string; contractId: string; staffIds: readonly string[] },
  day: Day,
): Promise<ContractFacts> {
  const facts = await loadContractFacts(tx, people, day);
  // why: a supervisor's post is visible to every worker of the contract, but is not on the list.
  return { ...facts, workers: facts.workers.filter((worker) => people.staffIds.includes(worker.staffId)) };
}

/**
 * Lets PostgreSQL join row by row, or not. Behind the conditions of row-level security it expects a handful of rows and
 * would look up each of 100,000 cases by itself; reading sets, hash joins are right for small and large contracts.
 */
function nestedLoops(allowed: "on" | "off"): Prisma.Sql {
  return Prisma.sql`set_config('enable_nestloop', ${allowed}, true)`;
}

/** Groups rows by their staff id and drops it. */
function byStaff<T>(rows: readonly (T & { staffId: string })[]): (staffId: string) => T[] {
  const groups = new Map<string, T[]>();
  for (const { staffId, ...row } of rows) {
    const group = groups.get(staffId);
    if (group) group.push(row as T);
    else groups.set(staffId, [row as T]);
  }
  return (staffId) => groups.get(staffId) ?? [];
}

function sessionFacts(
  rows: readonly Omit<SessionRow, "staffId">[],
): Pick<WorkerFacts, "attended" | "planned" | "lastAttendedOn"> {
  const those = (is: SessionRow["is"]) =>
    rows.filter((row) => row.is === is).map(({ day, kind, external }) => ({ day, kind, external }));
  return { attended: those("attended"), planned: those("planned"), lastAttendedOn: those("last")[0]?.day ?? null };
}
