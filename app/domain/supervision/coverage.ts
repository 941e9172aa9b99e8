/** The workers x quarters grid with the specification's judgement: rows, filters and the fiscal year that the address asks for. */
import type { Day } from "../../lib/calendar";
import type { StaffRole } from "../workforce/vocabulary";
import { JUDGEMENTS, type Judgement, type JudgementState } from "./requirement";
import type { GridCell } from "./rules";

export type CoverageRow = {
  staffId: string;
  staffCode: string;
  name: string;
  role: StaffRole;
  officeId: string | null;
  officeName: string | null;
  officeNameEn: string | null;
  isOnLeave: boolean;
  lastAttendedOn: Day | null;
  cells: GridCell[];
  judgement: Judgement;
};
export type OfficeChoice = { officeId: string; name: string; nameEn: string | null };
export type CoverageQuery = { office: string | null; state: JudgementState | null };

/** Reads ?office and ?state; what is unknown counts as not given. */
export function coverageQuery(params: URLSearchParams): CoverageQuery {
  return {
    office: params.get("office") || null,
    state: JUDGEMENTS.find((state) => state === params.get("state")) ?? null,
  };
}

/** The rows that fit, those that lack most first; equal ones by staff code. */
export function selectCoverage(rows: readonly CoverageRow[], query: CoverageQuery): CoverageRow[] {
  return rows
    .filter((row) => query.office === null || row.officeId === query.office)
    .filter((row) => query.state === null || row.judgement.state === query.state)
    .sort((a, b) => lacking(b) - lacking(a) || (a.staffCode < b.staffCode ? -1 : 1));
}

/** How much a row lacks: missed quarters weigh most, then missing sessions, then running quarters. */
function lacking({ cells, judgement }: CoverageRow): number {
  const missed = cells.filter((cell) => cell.state === "missed").length;
  const due = cells.filter((cell) => cell.state === "due" && cell.hasBegun).length;
  return missed * 1000 + (judgement.missing?.sessions ?? 0) * 10 + due;
}

/** How many rows stand where. */
export function countStates(rows: readonly CoverageRow[]): Record<JudgementState, number> {
  const counts = { met: 0, onCourse: 0, short: 0, notApplicable: 0 };
  for (const row of rows) counts[row.judgement.state] += 1;
  return counts;
}

/** The offices of the rows, to choose from. */
export function officesOf(rows: readonly CoverageRow[]): OfficeChoice[] {
  const offices = new Map<string, OfficeChoice>();
  for (const { officeId, officeName, officeNameEn } of rows)
    if (officeId && officeName) offices.set(officeId, { officeId, name: officeName, nameEn: officeNameEn });
  return [...offices.values()].sort((a, b) => a.name.localeCompare(b.name, "ja"));
}

/** People on one page of the grid. */
export const COVERAGE_PER_PAGE = 50;
