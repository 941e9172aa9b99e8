/**
 * The indicators of a contract or an office as of a day (支援策③ from records, ① and ② from the monthly return).
 * Definitions, formulas and edge cases: docs/kpi.md.
 */
import { fiscalYearEnd, fiscalYearOf, fiscalYearStart, type Day } from "../../lib/calendar";
import { totalForecast } from "../forecast/rules";
import { isQualified } from "../qualification/rules";
import { dueQuarters, isSupervisionMet } from "../supervision/rules";
import { worthwhileIn } from "../survey/worthwhile";
import { hasReachedTarget, hoursOf } from "../training/rules";
import type { ContractFacts, WorkerFacts } from "../workforce/facts";
import { averageFteFraction, isSupportRole, isSupportStaffOn, thirdAnniversary, yearEnding } from "../workforce/rules";
import { CATALOGUE, type IndicatorKey } from "./catalogue";
import { judged, meanOf, NO_DATA, percentOf, type Indicator } from "./indicator";
import { returnFigure } from "./returns";

/** What is counted: a contract's or an office's workers and cases. */
type Unit = {
  workers: readonly WorkerFacts[];
  cases: number;
  newCases: number;
  /** Null for the contract as a whole. */
  officeIds: readonly (string | null)[] | null;
};

/** All twenty indicators of the contract, in the catalogue's order. */
export function indicators(facts: ContractFacts): Indicator[] {
  const { workers, contractCases: cases, contractNewCases: newCases } = facts;
  const unit = { workers, cases, newCases, officeIds: null };
  return CATALOGUE.map((definition) =>
    definition.aggregation === null
      ? fromRecords(definition.key, facts, unit)
      : judged(definition.key, returnFigure(facts.returns, definition), facts.terms.targets),
  );
}

/** The six indicators that are computed from records, for one office. The monthly return has no offices. */
export function officeIndicators(facts: ContractFacts, officeId: string): Indicator[] {
  const cases = facts.officeCases.get(officeId) ?? 0;
  return groupIndicators(facts, [officeId], { cases, newCases: facts.officeNewCases.get(officeId) ?? 0 });
}

/** The same six for several offices together (null: staff without an office), given their distinct cases. */
export function groupIndicators(
  facts: ContractFacts,
  officeIds: readonly (string | null)[],
  counts: { cases: number; newCases: number },
): Indicator[] {
  const workers = facts.workers.filter((worker) => officeIds.includes(worker.officeId));
  const unit = { workers, ...counts, officeIds };
  return CATALOGUE.flatMap((definition) =>
    definition.aggregation === null ? [fromRecords(definition.key, facts, unit)] : [],
  );
}

/** The support staff of the day, those on leave included. */
export function supportStaff(facts: { workers: readonly WorkerFacts[]; day: Day }): WorkerFacts[] {
  return facts.workers.filter((worker) => isSupportStaffOn(worker, facts.day));
}

/** Support staff on the day by office; null is for those without one. */
export function officeSizes(facts: ContractFacts): { officeId: string | null; supportStaff: number }[] {
  const staff = supportStaff(facts);
  return [...facts.offices.map((office) => office.officeId), null].map((officeId) => ({
    officeId,
    supportStaff: staff.filter((worker) => worker.officeId === officeId).length,
  }));
}

type RecordKey = Extract<(typeof CATALOGUE)[number], { aggregation: null }>["key"];

function fromRecords(key: RecordKey, facts: ContractFacts, unit: Unit): Indicator {
  const { day, terms } = facts;
  const staff = supportStaff({ workers: unit.workers, day });
  return judged(key, figureOf(), terms.targets);

  function figureOf() {
    switch (key) {
      case "retention3y":
        return retention(unit.workers, day);
      case "caseloadPerWorker":
        return caseload(unit, facts);
      case "qualifiedShare":
        return percentOf(staff.filter((worker) => isQualified(worker.qualifications, terms, day)).length, staff.length);
      case "worthwhileShare": {
        const survey = worthwhileIn(facts.worthwhile, unit.officeIds);
        return survey ? percentOf(survey.top, survey.answered) : NO_DATA;
      }
      case "trainingHours":
        return meanOf(hoursOf(staff.flatMap((worker) => worker.training)), staff.length);
      case "supervisionRate": {
        const due = staff.filter((worker) => dueQuarters(worker, day).length > 0);
        return percentOf(due.filter((worker) => isSupervisionMet(worker, day)).length, due.length);
      }
    }
  }
}

/** Of all with a support role whose third anniversary of hire lies in the 365 days: those still employed on it. */
function retention(workers: readonly WorkerFacts[], day: Day) {
  const window = yearEnding(day);
  const cohort = workers
    .filter((worker) => isSupportRole(worker.role))
    .map(({ hiredOn, leftOn }) => ({ on: thirdAnniversary(hiredOn), leftOn }))
    .filter(({ on }) => on >= window.from && on <= window.to);
  return percentOf(cohort.filter(({ on, leftOn }) => leftOn === null || leftOn >= on).length, cohort.length);
}

/** Distinct cases / average support FTE from 1 April to the day; the forecast takes the whole year's of both. */
function caseload(unit: Unit, { day, terms }: ContractFacts) {
  const [from, end] = [fiscalYearStart(fiscalYearOf(day)), fiscalYearEnd(fiscalYearOf(day))];
  const fte = averageFteFraction(unit.workers, from, day, terms.fullTimeHours);
  // why: cases x denominator / numerator divides once, so that exactly 50 cases a worker is not 50.00000000000001.
  const value = fte.numerator === 0 ? null : (unit.cases * fte.denominator) / fte.numerator;
  const figure = { value, numerator: unit.cases, denominator: fte.numerator / fte.denominator };
  const year = averageFteFraction(unit.workers, from, end, terms.fullTimeHours);
  if (day === end || year.numerator === 0) return figure;
  const { mean, low, high } = totalForecast(unit.cases, unit.newCases, day);
  const perWorker = (cases: number) => (cases * year.denominator) / year.numerator;
  return { ...figure, forecast: { mean: perWorker(mean), low: perWorker(low), high: perWorker(high) } };
}

/** The share of the support staff of the day who reached their own training target, shown beside `trainingHours`. */
export function trainingReachedShare(facts: Pick<ContractFacts, "workers" | "day" | "terms">) {
  const staff = supportStaff(facts);
  const fiscalYear = fiscalYearOf(facts.day);
  const reached = staff.filter((worker) => hasReachedTarget(hoursOf(worker.training), facts.terms, worker, fiscalYear));
  return percentOf(reached.length, staff.length);
}

/** The indicator of a key in a list that holds it. */
export function indicatorIn(list: readonly Indicator[], key: IndicatorKey): Indicator {
  return list.find((indicator) => indicator.key === key) ?? judged(key, NO_DATA);
}
