/**
 * A worker's own record by fiscal year, with its totals. Supervision that counts is a held session that the person
 * attended; the yearly target is the own one, the contract's hours x share of the year (training/rules.ts).
 */
import {
  addDays,
  fiscalYearEnd,
  fiscalYearOf,
  fiscalYearStart,
  QUARTERS,
  quarterOf,
  type Day,
  type Quarter,
} from "../../lib/calendar";
import { hundredths } from "../workforce/rules";
import type { StaffRole } from "../workforce/vocabulary";
import type { RecordContent, RecordSession, RecordTraining } from "./content";

/** A record carried from another contract. */
export type CarriedRecord = {
  id: string;
  fromContractId: string;
  fromContractor: string;
  /** The day of the person's consent. */
  consentedOn: Day;
  content: RecordContent;
};
/** The record of this contract up to a day, and those carried here. */
export type OwnRecord = {
  content: RecordContent;
  asOf: Day;
  carried: CarriedRecord[];
  /** Training records of the years that wait for approval and are left out. */
  pending: number;
};

export type Sum = { count: number; minutes: number };
export type RecordYear = {
  fiscalYear: number;
  training: RecordTraining[];
  hours: number;
  target: number;
  isReached: boolean;
  sessions: RecordSession[];
  supervision: Sum;
  quarters: (Sum & { quarter: Quarter })[];
};

/** The record by fiscal year, each with its totals. */
export function recordYears(content: RecordContent): RecordYear[] {
  return content.years.map(({ fiscalYear, target, isReached }) => {
    const courses = content.training.filter((row) => fiscalYearOf(row.attendedOn) === fiscalYear);
    const sessions = content.sessions.filter((row) => fiscalYearOf(row.heldOn) === fiscalYear);
    return {
      ...{ fiscalYear, target, isReached, training: courses, sessions },
      hours: hoursOf(courses),
      supervision: sumOf(sessions),
      quarters: QUARTERS.map((quarter) => ({
        quarter,
        ...sumOf(sessions.filter((row) => quarterOf(row.heldOn) === quarter)),
      })),
    };
  });
}

/** The totals over all years of a record. */
export function recordTotals(content: RecordContent): { hours: number; courses: number; supervision: Sum } {
  return {
    hours: hoursOf(content.training),
    courses: content.training.length,
    supervision: sumOf(content.sessions),
  };
}

function hoursOf(rows: readonly RecordTraining[]): number {
  return rows.reduce((sum, row) => sum + hundredths(row.hours), 0) / 100;
}

function sumOf(sessions: readonly RecordSession[]): Sum {
  return { count: sessions.length, minutes: sessions.reduce((sum, row) => sum + row.minutes, 0) };
}

/**
 * The roles held over time. Each lasts until the day before the next, the last one to the end of employment; where no
 * change was ever recorded, the present role since the hire. The same role again is no change.
 */
export function rolesOverTime(
  history: readonly { fromOn: Day; role: StaffRole }[],
  now: { role: StaffRole; hiredOn: Day; leftOn: Day | null },
): RecordContent["post"]["roles"] {
  const sorted = [...history].sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1));
  const starts = sorted.length > 0 ? sorted : [{ fromOn: now.hiredOn, role: now.role }];
  const changes = starts.filter((row, index) => row.role !== starts[index - 1]?.role);
  return changes.map((row, index) => {
    const next = changes[index + 1];
    return { role: row.role, from: row.fromOn, to: next ? addDays(next.fromOn, -1) : now.leftOn };
  });
}

export type YearSpan = { from: number; to: number };

/** What the years of a post follow from: employment, and the first and last day of its records. */
export type PostDays = { hiredOn: Day; leftOn: Day | null; firstOn: Day | null; lastOn: Day | null };

/** The fiscal years of a post up to a day: from the year of hire to that of leaving or the day's, and all that have records. */
export function yearsOfPost({ hiredOn, leftOn, firstOn, lastOn }: PostDays, asOf: Day): YearSpan {
  const begin = firstOn !== null && firstOn < hiredOn ? firstOn : hiredOn;
  const end = leftOn !== null && leftOn < asOf ? leftOn : asOf;
  const last = lastOn !== null && lastOn > end ? lastOn : end;
  const from = fiscalYearOf(begin);
  return { from, to: Math.max(from, fiscalYearOf(last)) };
}

/** The years asked for, within those there are; all of them where the wish is absent or makes no sense. */
export function chosenYears(wish: { from?: number; to?: number }, all: YearSpan): YearSpan {
  const within = (year: number) => Math.min(Math.max(year, all.from), all.to);
  const from = within(wish.from ?? all.from);
  const to = within(wish.to ?? all.to);
  return from <= to ? { from, to } : all;
}

/** Each year of a span. */
export function yearList({ from, to }: YearSpan): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** The first and the last day of the span's years, no later than the day. */
export function daysOf(span: YearSpan, asOf: Day): { from: Day; to: Day } {
  const last = fiscalYearEnd(span.to);
  return { from: fiscalYearStart(span.from), to: last < asOf ? last : asOf };
}
