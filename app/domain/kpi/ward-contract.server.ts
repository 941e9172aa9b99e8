/** One contract as its ward may see it in depth: indicators, offices in groups, requirements, returns. Aggregates only. */
import { asFacts, type WardView } from "../../db/scope.server";
import { addMonths, type Day } from "../../lib/calendar";
import { SMALLEST_GROUP } from "../flag/disclosure";
import type { Course } from "../forecast/course";
import { contractCourse } from "../forecast/course.server";
import type { IndicatorKey } from "./catalogue";
import { computeKpi, type OfficeGroup } from "./compute-kpi.server";
import type { DerivedFigure } from "./derived";
import { loadContractFacts } from "./facts.server";
import type { Indicator } from "./indicator";
import { kpiTrend, type TrendPoint } from "./kpi-trend.server";
import { valuesOf } from "./values";
import { listRequirements, listReturnMonths, type NamedGroupTable, type ReturnMonth } from "./ward-requirements.server";

export type ContractDetail = {
  supportStaff: number;
  indicators: Indicator[];
  lastYear: Partial<Record<IndicatorKey, number>>;
  /** Null where the whole contract is too small. */
  derived: DerivedFigure[] | null;
  groups: OfficeGroup[];
  requirements: NamedGroupTable[];
  trend: TrendPoint[];
  /** The year's cases month by month, with the forecast for 31 March. */
  course: Course;
  returnMonths: ReturnMonth[];
};

/** The contract's detail as of a day, or null where the ward has no such contract. */
export async function readContractDetail(view: WardView, contractId: string, day: Day): Promise<ContractDetail | null> {
  const kpi = await computeKpi(view, contractId, day);
  if (!kpi) return null;
  const [before, [tables], trend, returnMonths, course] = await Promise.all([
    computeKpi(view, contractId, addMonths(day, -12)),
    listRequirements(view, contractId, day),
    kpiTrend(view, contractId, null, day),
    listReturnMonths(view, contractId, day),
    asFacts(view, async (tx) =>
      contractCourse(tx, await loadContractFacts(tx, { wardId: view.wardId, contractId }, day)),
    ),
  ]);
  const { supportStaff, indicators, groups } = kpi;
  return {
    ...{ supportStaff, indicators, groups, trend, returnMonths, course },
    lastYear: before ? valuesOf(before.indicators) : {},
    // why: figures by role may speak of one person, so the ward gets the totals alone.
    derived: supportStaff < SMALLEST_GROUP ? null : kpi.derived.map(({ roles: _, ...figure }) => figure),
    requirements: tables?.groups ?? [],
  };
}
