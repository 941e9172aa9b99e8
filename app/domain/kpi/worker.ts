/** One worker's figures as of a day, as the `workers` command and the screens give them. */
import { fiscalYearOf, type Quarter } from "../../lib/calendar";
import { capFor } from "../caseload/rules";
import { workerForecast, type Forecast } from "../forecast/rules";
import { isQualified } from "../qualification/rules";
import { quarterRecord } from "../supervision/rules";
import { hoursOf, ownTarget } from "../training/rules";
import type { ContractFacts, WorkerFacts } from "../workforce/facts";
import { fteOf } from "../workforce/rules";
import type { StaffRole } from "../workforce/vocabulary";

export type WorkerFigures = {
  staffCode: string;
  role: StaffRole;
  fte: number;
  annualCases: number;
  /** One decimal. */
  cap: number;
  activeCases: number;
  weightedLoad: number;
  /** Cases on 31 March, with an 80 % interval. */
  forecast: Forecast;
  trainingHours: number;
  /** Hours, unrounded. */
  trainingTarget: number;
  quarters: { quarter: Quarter; attended: number; due: 0 | 1 }[];
  qualified: boolean;
};

/** The figures of one worker of the contract. */
export function workerFigures(facts: Pick<ContractFacts, "terms" | "day">, worker: WorkerFacts): WorkerFigures {
  const { terms, day } = facts;
  const fiscalYear = fiscalYearOf(day);
  const { annualCases, activeCases, weightedLoad } = worker.caseload;
  return {
    staffCode: worker.staffCode,
    role: worker.role,
    fte: fteOf(worker.weeklyHours, terms.fullTimeHours),
    annualCases,
    cap: capFor(terms, worker, fiscalYear),
    activeCases,
    weightedLoad,
    forecast: workerForecast(worker, worker.caseload, day),
    trainingHours: hoursOf(worker.training),
    trainingTarget: ownTarget(terms, worker, fiscalYear),
    quarters: quarterRecord(worker, day),
    qualified: isQualified(worker.qualifications, terms, day),
  };
}
