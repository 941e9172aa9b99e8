/**
 * Who ends the year with how many cases under some assumptions. For each month left, with T the intake still to come
 * (demand included) and H the open cases that leavers hand over:
 *
 * - new staff take s = C / (C + g x R) of T + H, C being the caps of those who have begun, R the room that the support
 *   staff have below their caps today and g the share of their FTE that stays; or the share that was entered;
 * - of it each new member takes cap / C;
 * - each of the others takes (1 - s) / g of the own intake, and of H by FTE: who leaves is not known, so everybody is
 *   reckoned as one who stays and takes over.
 *
 * What is handed over is certain; the intake is a Poisson count with an 80 % interval.
 */
import { daysBetween, fiscalYearEnd, lastDayOfMonth, type Month } from "../../lib/calendar";
import { sum } from "../../lib/sum";
import { capFor } from "../caseload/rules";
import { forecastWith, type Forecast } from "../forecast/rules";
import { hundredths, isSupportRole } from "../workforce/rules";
import { type Desk, type Ground } from "./ground";
import type { Interval, Outcome, StaffingInput } from "./schema";

export type Staffing = Pick<StaffingInput, "hires" | "departures" | "demandPercent" | "newSharePercent">;
export const UNCHANGED: Staffing = { hires: [], departures: [], demandPercent: 0, newSharePercent: null };

export type Newcomer = { month: Month; fte: number; cap: number };
export type Projection = {
  desks: { desk: Desk; forecast: Forecast }[];
  newcomers: { newcomer: Newcomer; forecast: Forecast }[];
};

/** The forecasts of everybody for 31 March. Without any change they are those of the flags, to the last digit. */
export function project(ground: Ground, staffing: Staffing): Projection {
  const newcomers = newcomersOf(ground, staffing.hires);
  const flow = monthlyFlow(ground, staffing, newcomers);
  return {
    desks: ground.desks.map((desk) => ({ desk, forecast: deskForecast(desk, flow) })),
    newcomers: newcomers.map((newcomer) => ({ newcomer, forecast: newcomerForecast(newcomer, flow) })),
  };
}

/** What becomes of a month's cases. */
type Flow = {
  month: Month;
  /** Of the support staff's own intake, how much reaches them: 1 where nothing changes. */
  factor: number;
  /** Cases handed over, and how many of them each FTE of the support staff takes. */
  handedOver: number;
  handedOverPerFte: number;
  /** What one case of a newcomer's cap takes of the month's intake, and of what is handed over. */
  perCap: number;
  intake: number;
};

/** New staff as persons: full posts, and what is left over. Only support roles take cases. */
export function newcomersOf(ground: Ground, hires: Staffing["hires"]): Newcomer[] {
  return hires
    .filter((hire) => isSupportRole(hire.role))
    .flatMap(({ fte, month }): Newcomer[] => {
      const whole = Math.floor(hundredths(fte) / 100);
      const rest = (hundredths(fte) - whole * 100) / 100;
      const full = { month, fte: 1, cap: newcomerCap(ground, 1, month) };
      const part = rest > 0 ? [{ month, fte: rest, cap: newcomerCap(ground, rest, month) }] : [];
      return [...Array.from({ length: whole }, () => full), ...part];
    });
}

function newcomerCap({ terms, fiscalYear }: Ground, fte: number, month: Month): number {
  const post = {
    staffId: "",
    staffCode: "",
    officeId: null,
    role: "support_worker",
    dedicatedOutreach: false,
  } as const;
  const weeklyHours = fte * terms.fullTimeHours;
  return capFor(terms, { ...post, weeklyHours, hiredOn: `${month}-01`, leftOn: null, leave: [] }, fiscalYear);
}

function monthlyFlow(ground: Ground, staffing: Staffing, newcomers: readonly Newcomer[]): Flow[] {
  const demand = 1 + staffing.demandPercent / 100;
  return ground.months.map((month, k) => {
    const gone = staffing.departures.filter((one) => one.month < month);
    const justGone = sum(gone.filter((one) => one.month === ground.months[k - 1]).map((one) => one.fte));
    const stays = share(ground.fte - sum(gone.map((one) => one.fte)), ground.fte);
    const begun = sum(newcomers.filter((one) => one.month <= month).map((one) => one.cap));
    const taken = shareTaken(staffing.newSharePercent, begun, stays * ground.room);
    const handedOver = ground.activeCases * share(justGone, ground.fte);
    const kept = stays > 0 ? (1 - taken) / stays : 0;
    return {
      ...{ month, handedOver, factor: kept * demand },
      handedOverPerFte: kept * share(handedOver, ground.fte),
      perCap: share(taken, begun),
      intake: (ground.intake[k] ?? 0) * demand,
    };
  });
}

/** The share of a month's cases that new staff take; nothing before one has begun. */
function shareTaken(entered: number | null, begun: number, room: number): number {
  if (begun <= 0) return 0;
  return entered === null ? begun / (begun + room) : entered / 100;
}

function deskForecast(desk: Desk, flow: readonly Flow[]): Forecast {
  const left = sum(flow.map(({ factor }, k) => (desk.openDays[k] ?? 0) * factor));
  const certain = desk.fte * sum(flow.map((one) => one.handedOverPerFte));
  // why: rate x days as the forecast multiplies them, so that an unchanged contract has the forecast's own figures.
  return forecastWith(desk.soFar + certain, desk.rate * left);
}

function newcomerForecast({ month, cap }: Newcomer, flow: readonly Flow[]): Forecast {
  const begun = flow.filter((one) => one.month >= month);
  const soFar = cap * sum(begun.map((one) => one.perCap * one.handedOver));
  return forecastWith(soFar, cap * sum(begun.map((one) => one.perCap * one.intake)));
}

/** How many of a projection's people end above their cap: at the lower bound, in expectation, at the upper bound. */
export function countAbove({ desks, newcomers }: Projection): Interval {
  const all = [
    ...desks.map(({ desk, forecast }) => ({ cap: desk.cap, forecast })),
    ...newcomers.map(({ newcomer, forecast }) => ({ cap: newcomer.cap, forecast })),
  ];
  const above = (bound: keyof Forecast) => all.filter(({ cap, forecast }) => forecast[bound] > cap).length;
  return { low: above("low"), expected: above("mean"), high: above("high") };
}

/** The contract's figures on 31 March under some assumptions. */
export function outcomeOf(ground: Ground, staffing: Staffing): Outcome {
  const projection = project(ground, staffing);
  const { soFar, toCome } = ground.contract;
  const demand = 1 + staffing.demandPercent / 100;
  const { mean, low, high } = forecastWith(soFar, toCome * demand);
  const cases = { low, expected: mean, high };
  const { numerator, denominator } = averageFteWith(ground, staffing);
  const perFte = (number: number) => (number * denominator) / numerator;
  return {
    ...{ people: projection.desks.length, newcomers: projection.newcomers.length, cases },
    above: countAbove(projection),
    averageFte: numerator / denominator,
    casesPerFte: numerator > 0 ? { low: perFte(low), expected: perFte(mean), high: perFte(high) } : null,
  };
}

/** Average FTE of the year as recorded, with new staff from their first day and without leavers after their last. */
export function averageFteWith(
  { yearFte, fiscalYear, terms }: Ground,
  { hires, departures }: Pick<Staffing, "hires" | "departures">,
): { numerator: number; denominator: number } {
  const end = fiscalYearEnd(fiscalYear);
  const full = hundredths(terms.fullTimeHours);
  const added = hires
    .filter((hire) => isSupportRole(hire.role))
    .map((hire) => hundredths(hire.fte) * daysFrom(hire.month));
  const gone = departures.map((one) => hundredths(one.fte) * daysBetween(lastDayOfMonth(one.month), end));
  return {
    numerator: Math.max(0, yearFte.numerator * 100 + full * (sum(added) - sum(gone))),
    denominator: yearFte.denominator * 100,
  };

  function daysFrom(month: Month): number {
    return daysBetween(`${month}-01`, end) + 1;
  }
}

function share(part: number, whole: number): number {
  return whole > 0 ? Math.max(0, part) / whole : 0;
}
