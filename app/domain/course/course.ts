/** The annual training plan (研修計画) as screens show it: courses, their dates, and who goes. */
import { fiscalYearOf, type Day, type Quarter } from "../../lib/calendar";
import type { TrainingFormat, TrainingTopic } from "../workforce/vocabulary";

export const PAYERS = ["public", "contractor", "worker"] as const;
/** Who bears a course's cost: the commission (公費), the contractor, or the worker. */
export type Payer = (typeof PAYERS)[number];

export const SIGN_UP_STATUSES = ["signed_up", "waiting", "withdrawn"] as const;
export type SignUpStatus = (typeof SIGN_UP_STATUSES)[number];

export type Course = {
  id: string;
  fiscalYear: number;
  quarter: Quarter;
  title: string;
  provider: string | null;
  topic: TrainingTopic;
  format: TrainingFormat;
  hours: number;
  /** Seats on each date; null is as many as come. */
  seats: number | null;
  /** The whole course, all its dates together. */
  costJpy: number | null;
  payer: Payer;
  inWorkingTime: boolean;
  cancelled: boolean;
  version: number;
};

export type CourseDate = {
  id: string;
  heldOn: Day;
  startTime: string | null;
  place: string | null;
  videoUrl: string | null;
  cancelled: boolean;
};

/** How full a date is; `own…` is where the reader stands. */
export type Seats = {
  seats: number | null;
  signedUp: number;
  waiting: number;
  ownStatus: SignUpStatus | null;
  ownPosition: number | null;
};

export type PlannedDate = CourseDate & Seats & { attended: number };
export type PlannedCourse = Course & { dates: PlannedDate[] };

export type SignUpRow = {
  courseTitle: string;
  heldOn: Day;
  startTime: string | null;
  place: string | null;
  staffCode: string;
  name: string | null;
  status: SignUpStatus;
  /** The place on the waiting list, from 1. */
  position: number | null;
  attendance: "attended" | "absent" | null;
};

const EARLIEST = 2000;

/** The fiscal year of the plan that ?year asks for, next year's included; the current one where it asks for none that could be. */
export function planYear(params: URLSearchParams, today: Day): number {
  const current = fiscalYearOf(today);
  const year = Number(params.get("year"));
  return Number.isSafeInteger(year) && year >= EARLIEST && year <= current + 1 ? year : current;
}
