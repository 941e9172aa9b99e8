/**
 * What a worker still has to do, the nearest first: supervision of the running quarter that is neither held nor
 * scheduled, sessions missing from quarters before, training hours short of the own target's part by the quarter's end
 * (target x quarters / 4), qualifications that end within 90 days or have ended, the renewal of キャリアコンサルタント from 120
 * days before its end until it is applied for.
 */
import { daysBetween, fiscalYearOf, quarterOf, quarterSpan, type Day, type Quarter } from "../../lib/calendar";
import type { RenewalAlert, RenewalChecklist } from "../qualification/renewal";
import type { Renewal } from "../qualification/rules";
import type { GridCell } from "../supervision/rules";
import type { QualificationKind } from "./vocabulary";

const RENEWAL_NOTICE_DAYS = 90;
const STEP = 0.25;

export type OwnTask =
  | { code: "supervisionDue"; quarter: Quarter; endsOn: Day; daysLeft: number }
  | { code: "supervisionMissing"; missing: number }
  | {
      code: "renewal";
      stage: RenewalAlert;
      expiresOn: Day;
      daysLeft: number;
      opensOn: Day;
      closesOn: Day;
      daysToClose: number;
      hoursMissing: number;
    }
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
  /** The running registration as キャリアコンサルタント, where the person holds one that ends. */
  consultant?: RenewalChecklist | null;
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
    ...renewalTask(standing.consultant ?? null),
    ...standing.renewals
      .filter(({ daysLeft }) => daysLeft <= RENEWAL_NOTICE_DAYS)
      // why: until the end the renewal's own task says it, and what is applied for waits for the registration body.
      .filter(({ kind, daysLeft }) => kind !== "career_consultant" || !standing.consultant || daysLeft < 0)
      .map(({ kind, expiresOn, daysLeft }) => {
        const code = daysLeft < 0 ? ("qualificationExpired" as const) : ("qualificationExpiring" as const);
        return { code, kind, expiresOn, daysLeft };
      }),
    ...(standing.hours < hoursGoal
      ? [{ code: "training", hoursMissing: hoursGoal - standing.hours, hoursGoal, endsOn } as const]
      : []),
  ];
}

function renewalTask(checklist: RenewalChecklist | null): OwnTask[] {
  if (!checklist?.alert) return [];
  const { alert: stage, expiresOn, daysLeft, opensOn, closesOn, daysToClose, knowledge, skill } = checklist;
  const hoursMissing = knowledge.missing + skill.missing;
  return [{ code: "renewal", stage, expiresOn, daysLeft, opensOn, closesOn, daysToClose, hoursMissing }];
}

/** To the next quarter of an hour: training comes in such steps. */
function roundUp(hours: number): number {
  return Math.ceil(Math.round((hours / STEP) * 1e6) / 1e6) * STEP;
}
