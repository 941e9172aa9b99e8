/** Facts of a worker for tests of rules: a full-timer in post since 2020 on whom no rule finds anything. */
import { DEFAULT_TERMS } from "../../app/domain/contract/terms";
import type { CaseloadFacts, ContractFacts, WorkerFacts } from "../../app/domain/workforce/facts";

export const TERMS = DEFAULT_TERMS;

export function aWorkerWith(
  given: Omit<Partial<WorkerFacts>, "caseload"> & { caseload?: Partial<CaseloadFacts> } = {},
): WorkerFacts {
  const { caseload, ...rest } = given;
  return {
    ...{
      staffId: "5b0d2a9e-0000-4000-8000-000000000001",
      staffCode: "S1",
      officeId: null,
      role: "support_worker",
      weeklyHours: 40,
    },
    ...{ hiredOn: "2020-04-01", leftOn: null, dedicatedOutreach: false, leave: [] },
    ...{
      training: [],
      attended: [],
      lastAttendedOn: null,
      planned: [],
      qualifications: [],
      overtime: [],
      incidents: [],
    },
    ...{ annualPayJpy: null, qualificationAllowanceJpy: null, payHistory: [] },
    ...rest,
    caseload: {
      ...{ annualCases: 0, activeCases: 0, weightedLoad: 0, newCases: 0, manyTagCases: 0, newestManyTagFrom: null },
      ...caseload,
    },
  };
}

export function factsWith(workers: WorkerFacts[], day: string): ContractFacts {
  return {
    ...{ wardId: "w", contractId: "c", contractCode: "C1", day, terms: TERMS, offices: [], workers },
    ...{ startsOn: "2020-04-01", endsOn: "2030-03-31", hasSpecification: false, filings: [] },
    ...{ contractCases: 0, officeCases: new Map(), contractNewCases: 0, officeNewCases: new Map() },
    heldSessions: { individual: 0, group: 0, external: 0 },
    worthwhile: [],
    surveys: [],
    returns: [],
  };
}
