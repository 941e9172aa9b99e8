/**
 * Who is support staff (支援員) on a day, and for how much of one full-time post (常勤換算) and of the year.
 * Source: product.md, "The KPI catalogue". Employed on a day: hired_on <= day, and left_on null or >= day,
 * left_on being the last day of employment. Employment and leave count as recorded, days to come included.
 */
import {
  addDays,
  anniversary,
  daysBetween,
  daysInFiscalYear,
  fiscalYearEnd,
  fiscalYearStart,
  type Day,
  type Span,
} from "../../lib/calendar";
import { clip, countDays, subtract } from "../../lib/spans";

import type { StaffPost } from "./facts";
import { SUPPORT_ROLES, type StaffRole } from "./vocabulary";

/** The dates of a post. */
export type Employment = Pick<StaffPost, "hiredOn" | "leftOn">;
/** The days of a post: employment less leave. */
export type Presence = Employment & Pick<StaffPost, "leave">;

/** Whether the role is one of the support roles: supervisors, managers and clerks are not support staff. */
export function isSupportRole(role: StaffRole): boolean {
  return (SUPPORT_ROLES as readonly StaffRole[]).includes(role);
}

/** Whether the post is held on the day; the last day of employment counts. */
export function isEmployedOn(post: Employment, day: Day): boolean {
  return post.hiredOn <= day && (post.leftOn === null || post.leftOn >= day);
}

/** Whether the person is support staff on the day; leave does not matter. */
export function isSupportStaffOn(post: Employment & Pick<StaffPost, "role">, day: Day): boolean {
  return isSupportRole(post.role) && isEmployedOn(post, day);
}

/** Whether a leave covers the day. */
export function isOnLeaveOn(post: Pick<StaffPost, "leave">, day: Day): boolean {
  return post.leave.some((leave) => leave.from <= day && (leave.to === null || leave.to >= day));
}

/** Hours a week in whole hundredths, for exact arithmetic. */
export function hundredths(hours: number): number {
  return Math.round(hours * 100);
}

/** Contracted weekly hours / full-time hours, at most 1. */
export function fteOf(weeklyHours: number, fullTimeHours: number): number {
  return Math.min(hundredths(weeklyHours), hundredths(fullTimeHours)) / hundredths(fullTimeHours);
}

/** The parts of a span on which the person is employed and not on leave; leaves may overlap and stay open. */
export function presentSpans(post: Presence, span: Span): Span[] {
  const employed = clip({ from: post.hiredOn, to: post.leftOn }, span);
  return employed ? subtract(employed, post.leave) : [];
}

/** Days of a span on which the person is employed and not on leave. */
export function presentDays(post: Presence, span: Span): number {
  return countDays(presentSpans(post, span));
}

/** Days present in the fiscal year, of all its days (365 or 366); the share is days / of. */
export function shareOfYear(post: Presence, fiscalYear: number): { days: number; of: number } {
  const year = { from: fiscalYearStart(fiscalYear), to: fiscalYearEnd(fiscalYear) };
  return { days: presentDays(post, year), of: daysInFiscalYear(fiscalYear) };
}

/**
 * Average FTE of the support staff over a span: staff on leave count 0 on those days.
 * @returns a fraction of whole numbers (hundredths of an hour x days), so that quotients of it round only once
 */
export function averageFteFraction(
  posts: readonly (Presence & Pick<StaffPost, "role" | "weeklyHours">)[],
  from: Day,
  to: Day,
  fullTimeHours: number,
): { numerator: number; denominator: number } {
  const full = hundredths(fullTimeHours);
  const worked = posts
    .filter((post) => isSupportRole(post.role))
    .reduce((sum, post) => sum + Math.min(hundredths(post.weeklyHours), full) * presentDays(post, { from, to }), 0);
  return { numerator: worked, denominator: full * (daysBetween(from, to) + 1) };
}

/** Average FTE of the support staff over a span. */
export function averageFte(...args: Parameters<typeof averageFteFraction>): number {
  const { numerator, denominator } = averageFteFraction(...args);
  return numerator / denominator;
}

/** Years in post on a day, in years of 365.25 days; 0 before the hire. */
export function tenureYears(hiredOn: Day, day: Day): number {
  return Math.max(0, daysBetween(hiredOn, day)) / 365.25;
}

/** The third anniversary of hire; a 29 February hire has it on 1 March. */
export function thirdAnniversary(hiredOn: Day): Day {
  return anniversary(hiredOn, 3);
}

/** The 365 days that end on a day. */
export function yearEnding(day: Day): Span {
  return { from: addDays(day, -364), to: day };
}

/** Support staff whose last day of employment lies in the 365 days that end on the day, of all employed on any of them. */
export function leaversIn12Months(
  posts: readonly (Employment & Pick<StaffPost, "role">)[],
  day: Day,
): { leavers: number; of: number } {
  const window = yearEnding(day);
  const employed = posts.filter(
    (post) => isSupportRole(post.role) && clip({ from: post.hiredOn, to: post.leftOn }, window) !== null,
  );
  return { leavers: employed.filter((post) => post.leftOn !== null && post.leftOn <= day).length, of: employed.length };
}
