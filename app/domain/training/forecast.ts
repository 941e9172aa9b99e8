/**
 * Training hours to expect on 31 March (研修時間の見込み).
 * Method: hours so far, plus the larger of what the person is signed up for and what the pace so far brings in the days
 * present that are left. Pace = hours so far / days present so far; it says nothing before 30 days present. Courses signed
 * up for are a part of the pace and not added to it. Source: product.md, "Training and qualifications".
 */
import { addDays, fiscalYearEnd, fiscalYearOf, fiscalYearStart, type Day } from "../../lib/calendar";
import type { StaffPost } from "../workforce/facts";
import { presentDays } from "../workforce/rules";

export const PACE_DAYS = 30;

export type TrainingForecast = {
  /** Hours attended and signed up for. */
  sure: number;
  /** Hours to expect, unrounded. */
  expected: number;
  /** Whether the pace could be told. */
  hasPace: boolean;
};

/** What a worker's hours come to at the fiscal year's end, with approved hours so far and booked hours to come. */
export function trainingForecast(post: StaffPost, hours: number, booked: number, day: Day): TrainingForecast {
  const fiscalYear = fiscalYearOf(day);
  const end = fiscalYearEnd(fiscalYear);
  const present = presentDays(post, { from: fiscalYearStart(fiscalYear), to: day });
  const left = day < end ? presentDays(post, { from: addDays(day, 1), to: end }) : 0;
  const sure = hours + booked;
  if (present < PACE_DAYS) return { sure, expected: sure, hasPace: false };
  return { sure, expected: hours + Math.max(booked, (hours * left) / present), hasPace: true };
}
