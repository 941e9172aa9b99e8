/** What the quarter planner is given and what it gives. Days are ISO text, times whole minutes after midnight. */
import type { Day, Span } from "../../lib/calendar";
import type { OpenSpan } from "../../lib/spans";
import type { SessionKind } from "../workforce/vocabulary";
import type { Minute } from "./time";

/** An office's id; null where no office is named; ONLINE or ELSEWHERE. */
export type Place = string | null;
/** Needs no way to or from it. */
export const ONLINE = "online";
/** Outside the contract's offices: always a way off. */
export const ELSEWHERE = "elsewhere";

/** Hours of a weekday, 1 Monday … 7 Sunday. */
export type Hours = { weekday: number; from: Minute; to: Minute };
/** A supervisor's hours at an office; null is wherever the supervisee works. */
export type OfficeHours = Hours & { officeId: Place };
/** A session that stands already. */
export type Booking = { day: Day; from: Minute; to: Minute; place: Place };

export type PlanSupervisor = {
  id: string;
  hours: readonly OfficeHours[];
  absences: readonly Span[];
  bookings: readonly Booking[];
};

/** The session that a worker already has in the quarter. */
export type Settled = { day: Day; how: "attended" | "planned" };

export type PlanWorker = {
  id: string;
  officeId: Place;
  hiredOn: Day;
  /** The last day of employment. */
  leftOn: Day | null;
  leave: OpenSpan[];
  hours: readonly Hours[];
  /** Who may hold the session. */
  supervisorIds: readonly string[];
  bookings: readonly Booking[];
  settled: Settled | null;
  /** Missed the last quarter, or without a session for more than 120 days. */
  overdue: boolean;
  /** Above the own cap, or critically overloaded. */
  overloaded: boolean;
  /** Minutes that a session has at least; 0 where nothing is agreed. */
  requiredMinutes: number;
  lastSessionOn: Day | null;
  lastSupervisorId: string | null;
};

export type PlanSettings = {
  individualMinutes: number;
  groupMinutes: number;
  allowGroups: boolean;
  groupMin: number;
  groupMax: number;
  /** Sessions of one supervisor on one day, those that stand already included. */
  maxPerDay: number;
  /** Minutes from one office to another where no pair is given. */
  travelMinutes: number;
  /** Sessions start on multiples of so many minutes after midnight. */
  gridMinutes: 15 | 30;
};

export const DEFAULT_SETTINGS: PlanSettings = {
  individualMinutes: 60,
  groupMinutes: 90,
  allowGroups: true,
  groupMin: 3,
  groupMax: 8,
  maxPerDay: 4,
  travelMinutes: 45,
  gridMinutes: 30,
};

export type PlanInput = {
  /** The quarter. */
  span: Span;
  /** The first day on which something may be planned. */
  notBefore: Day;
  supervisors: readonly PlanSupervisor[];
  workers: readonly PlanWorker[];
  settings: PlanSettings;
  /** Minutes between two offices, either way. */
  travel: readonly { a: Place; b: Place; minutes: number }[];
};

/** A session that is proposed. */
export type PlanItem = {
  id: string;
  kind: SessionKind;
  supervisorId: string;
  day: Day;
  start: Minute;
  minutes: number;
  officeId: Place;
  participants: string[];
  /** Stays where it is when the rest is proposed again. */
  locked: boolean;
};

/** Whether a session of the worker's own comes before any group. */
export function isPriority(worker: Pick<PlanWorker, "overdue" | "overloaded">): boolean {
  return worker.overdue || worker.overloaded;
}

/** The way between two places in minutes: 0 within an office and online, the pair's, or the usual. */
export function travelOf({ travel, settings }: Pick<PlanInput, "travel" | "settings">): (a: Place, b: Place) => number {
  const pairs = new Map(
    travel.flatMap(({ a, b, minutes }) => [
      [`${a} ${b}`, minutes],
      [`${b} ${a}`, minutes],
    ]),
  );
  return (a, b) => {
    if (a === b || a === ONLINE || b === ONLINE) return 0;
    return pairs.size === 0 ? settings.travelMinutes : (pairs.get(`${a} ${b}`) ?? settings.travelMinutes);
  };
}
