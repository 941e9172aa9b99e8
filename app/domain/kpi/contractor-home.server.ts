/** What a contractor manager sees first: indicators against last year, offices side by side, the year's supervision. */
import { asTenant, type Tenant, type Tx } from "~/db/scope.server";
import { addMonths, fiscalYearOf, QUARTERS, type Day } from "~/lib/calendar";

import type { Course } from "../forecast/course";
import { contractCourse } from "../forecast/course.server";
import { gridCell, type GridCell } from "../supervision/rules";
import type { ContractFacts } from "../workforce/facts";
import type { StaffRole } from "../workforce/vocabulary";
import type { IndicatorKey } from "./catalogue";
import { derivedFigures, type DerivedFigure } from "./derived";
import { loadContractFacts } from "./facts.server";
import type { Indicator } from "./indicator";
import { listNames } from "./list-worker-rows.server";
import { indicators, officeIndicators, supportStaff } from "./rules";
import { valuesOf } from "./values";

/** What a new contract still has to bring in, in the order of the first steps. */
export type FirstSteps = { offices: boolean; staff: boolean; cases: boolean; training: boolean; sessions: boolean };

export type OfficeComparison = {
  officeId: string;
  name: string;
  nameEn: string | null;
  supportStaff: number;
  indicators: Indicator[];
};
export type ContractorHome = {
  supportStaff: number;
  indicators: Indicator[];
  /** The same indicators a year before, where there were data. */
  lastYear: Partial<Record<IndicatorKey, number>>;
  derived: DerivedFigure[];
  /** The year's cases month by month, with the forecast for 31 March. */
  course: Course;
  offices: OfficeComparison[];
  grid: { staffId: string; name: string; role: StaffRole; cells: GridCell[] }[];
  firstSteps: FirstSteps;
};

/** A contract's home as of a day. */
export async function getContractorHome(tenant: Tenant, day: Day): Promise<ContractorHome> {
  return asTenant(tenant, async (tx) => {
    const facts = await loadContractFacts(tx, tenant, day);
    const before = await loadContractFacts(tx, tenant, addMonths(day, -12));
    return {
      supportStaff: supportStaff(facts).length,
      indicators: indicators(facts),
      lastYear: valuesOf(indicators(before)),
      derived: derivedFigures(facts),
      course: await contractCourse(tx, facts),
      offices: compareOffices(facts),
      grid: gridOf(facts, await listNames(tx)),
      firstSteps: await stepsTaken(tx),
    };
  });
}

function compareOffices(facts: ContractFacts): OfficeComparison[] {
  const staff = supportStaff(facts);
  return facts.offices.map(({ officeId, name, nameEn }) => ({
    ...{ officeId, name, nameEn },
    supportStaff: staff.filter((worker) => worker.officeId === officeId).length,
    indicators: officeIndicators(facts, officeId),
  }));
}

function gridOf(facts: ContractFacts, names: ReadonlyMap<string, string>): ContractorHome["grid"] {
  const fiscalYear = fiscalYearOf(facts.day);
  return supportStaff(facts).map((worker) => ({
    staffId: worker.staffId,
    name: names.get(worker.staffId) ?? worker.staffCode,
    role: worker.role,
    cells: QUARTERS.map((quarter) => gridCell(worker, fiscalYear, quarter, facts.day)),
  }));
}

async function stepsTaken(tx: Tx): Promise<FirstSteps> {
  const [row] = await tx.$queryRaw<FirstSteps[]>`
    SELECT EXISTS (SELECT 1 FROM office) AS offices, EXISTS (SELECT 1 FROM staff) AS staff,
      EXISTS (SELECT 1 FROM case_assignment) AS cases, EXISTS (SELECT 1 FROM training_record) AS training,
      EXISTS (SELECT 1 FROM supervision_session) AS sessions`;
  return row ?? { offices: false, staff: false, cases: false, training: false, sessions: false };
}
