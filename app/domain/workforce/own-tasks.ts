/**
 * What a worker still has to do, the nearest first: supervision of the running quarter that is neither held nor
 * scheduled, sessions missing from quarters before, training hours short of the own target's part by the quarter's end
 * (target x quarters / 4), qualifications that end within 90 days or have ended.
 */
import { daysBetween, fiscalYearOf, quarterOf, quarterSpan, type Day, type Quarter } from "../../lib/calendar";
import type { Renewal } from "../qualification/rules";
import type { GridCell } from "../supervision/rules";
import type { QualificationKind } from "./vocabulary";

const RENEWAL_NOTICE_DAYS = 90;
const STEP = 0.25;

export type OwnTask =
  | { code: "supervisionDue"; quarter: Quarter; endsOn: Day; daysLeft: number }
  | { code: "supervisionMissing"; missing: number }
  | { code: "training"; hoursMissing: number; hoursGoal: number; endsOn: Day }
  | {
      code: "qualificationExpired" | "qualificationExpiring";
      kind: QualificationKind;
      expiresOn: Day;
      daysLeft: number;
    };

export type OwnStanding = {
  /** The four quarters of the day's fiscal year. */
  cells: readonly GridCell[];
  /** Sessions due before now that are neither attended nor planned. */
  missingSessions: number;
  hours: number;
  target: number;
  renewals: readonly Renewal[];
};

/** The tasks on a day; an empty list means that nothing is left to do in the quarter. */
export function ownTasks(standing: OwnStanding, day: Day): OwnTask[] {
  const quarter = quarterOf(day);
  const endsOn = quarterSpan(fiscalYearOf(day), quarter).to;
  const isDue = standing.cells.some((cell) => cell.quarter === quarter && cell.state === "due");
  const hoursGoal = roundUp((standing.target * quarter) / 4);
  return [
    ...(isDue ? [{ code: "supervisionDue", quarter, endsOn, daysLeft: daysBetween(day, endsOn) } as const] : []),
    ...(standing.missingSessions > 0
      ? [{ code: "supervisionMissing", missing: standing.missingSessions } as const]
      : []),
    ...standing.renewals
      .filter(({ daysLeft }) => daysLeft <= RENEWAL_NOTICE_DAYS)
      .map(({ kind, expiresOn, daysLeft }) => {
        const code = daysLeft < 0 ? ("qualificationExpired" as const) : ("qualificationExpiring" as const);
        return { code, kind, expiresOn, daysLeft };
      }),
    ...(standing.hours < hoursGoal
      ? [{ code: "training", hoursMissing: hoursGoal - standing.hours, hoursGoal, endsOn } as const]
      : []),
  ];
}

/** To the next quarter of an hour: training comes in such steps. */
function roundUp(hours: number): number {
  return Math.ceil(Math.round((hours / STEP) * 1e6) / 1e6) * STEP;
}
