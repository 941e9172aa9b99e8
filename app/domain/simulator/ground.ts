/**
 * What a simulation stands on: the contract's support staff of a day with their caps, and the intake that is still to
 * come until 31 March, month by month, at the rates of the forecast (forecast/rules.ts). Formulas: docs/simulator.md.
 */
import {
  addDays,
  fiscalYearEnd,
  fiscalYearOf,
  lastDayOfMonth,
  monthOf,
  openDays,
  type Day,
  type Month,
  type Span,
} from "../../lib/calendar";
import { sum } from "../../lib/sum";
import { capFor } from "../caseload/rules";
import { openPresentDays, rateWindow } from "../forecast/rules";
import type { CaseloadFacts, StaffPost, Terms } from "../workforce/facts";
import { averageFteFraction, fteOf, isSupportStaffOn } from "../workforce/rules";

/** The facts that a simulation needs; `ContractFacts` holds them. */
export type SimulatorFacts = {
  day: Day;
  terms: Pick<Terms, "cap" | "fullTimeHours">;
  contractCases: number;
  contractNewCases: number;
  workers: readonly (StaffPost & { caseload: Pick<CaseloadFacts, "annualCases" | "newCases" | "activeCases"> })[];
};

/** One of the support staff of the day. */
export type Desk = {
  staffId: string;
  staffCode: string;
  officeId: string | null;
  fte: number;
  cap: number;
  soFar: number;
  /** New cases an open day. */
  rate: number;
  /** Open days on which the person is employed and not on leave, for each month left. */
  openDays: number[];
};

export type Ground = {
  day: Day;
  fiscalYear: number;
  terms: Pick<Terms, "cap" | "fullTimeHours">;
  /** The months in which days are left; the first may have begun. */
  months: Month[];
  desks: Desk[];
  /** Expected intake of all desks together, for each month left. */
  intake: number[];
  /** FTE of the support staff of the day, those on leave included. */
  fte: number;
  /** Cases open on the day. */
  activeCases: number;
  /** Cases that the desks may still take: the sum of what each has below its cap. */
  room: number;
  contract: { soFar: number; toCome: number };
  /** Average FTE of the fiscal year as recorded, as a fraction of whole numbers. */
  yearFte: { numerator: number; denominator: number };
};

/** The ground of a contract's facts under a cap (yearly cases for one FTE). */
export function groundOf(facts: SimulatorFacts, cap: number): Ground {
  const { day } = facts;
  const fiscalYear = fiscalYearOf(day);
  const terms = { ...facts.terms, cap };
  const spans = monthsLeft(day);
  const staff = facts.workers.filter((worker) => isSupportStaffOn(worker, day));
  const desks = staff.map((worker): Desk => {
    const exposure = openPresentDays(worker, rateWindow(day, worker.hiredOn));
    const { staffId, staffCode, officeId, caseload } = worker;
    return {
      ...{ staffId, staffCode, officeId },
      fte: fteOf(worker.weeklyHours, terms.fullTimeHours),
      cap: capFor(terms, worker, fiscalYear),
      soFar: caseload.annualCases,
      rate: exposure > 0 ? caseload.newCases / exposure : 0,
      openDays: spans.map((span) => openPresentDays(worker, span)),
    };
  });
  return {
    ...{ day, fiscalYear, terms, desks },
    months: spans.map((span) => monthOf(span.from)),
    intake: spans.map((_, k) => sum(desks.map((desk) => desk.rate * (desk.openDays[k] ?? 0)))),
    fte: sum(desks.map((desk) => desk.fte)),
    activeCases: sum(staff.map((worker) => worker.caseload.activeCases)),
    room: sum(desks.map((desk) => Math.max(0, desk.cap - desk.soFar))),
    contract: { soFar: facts.contractCases, toCome: contractToCome(facts) },
    yearFte: averageFteFraction(facts.workers, `${fiscalYear}-04-01`, fiscalYearEnd(fiscalYear), terms.fullTimeHours),
  };
}

/** The months of the fiscal year whose first day is after the day: in these new staff may begin. */
export function startMonths(day: Day): Month[] {
  return monthsLeft(day).flatMap(({ from }) => (from.endsWith("-01") ? [monthOf(from)] : []));
}

/** The months of the fiscal year at whose end somebody may leave. */
export function leaveMonths(day: Day): Month[] {
  return monthsLeft(day).map(({ from }) => monthOf(from));
}

/** What is left of the fiscal year after the day, by month; empty on 31 March. */
function monthsLeft(day: Day): Span[] {
  const spans: Span[] = [];
  const end = fiscalYearEnd(fiscalYearOf(day));
  for (let from = addDays(day, 1); from <= end;) {
    const to = lastDayOfMonth(monthOf(from));
    spans.push({ from, to });
    from = addDays(to, 1);
  }
  return spans;
}

/** New cases of the contract until 31 March: its rate of the last 90 days (or since 1 April) x the open days left. */
function contractToCome({ day, contractNewCases }: SimulatorFacts): number {
  const window = rateWindow(day, null);
  const exposure = openDays(window.from, window.to);
  const left = openDays(addDays(day, 1), fiscalYearEnd(fiscalYearOf(day)));
  return exposure > 0 ? (contractNewCases / exposure) * left : 0;
}
