/** The contractor's table of support staff: search, filter, sort and page, as its address says. */
import type { Forecast } from "../forecast/rules";
import type { Quarter } from "../../lib/calendar";
import { wishedPage } from "../../lib/page";
import { SEVERITIES, STAFF_ROLES, type Severity, type StaffRole } from "../workforce/vocabulary";

export type WorkerRow = {
  staffId: string;
  staffCode: string;
  name: string | null;
  role: StaffRole;
  officeId: string | null;
  officeName: string | null;
  officeNameEn: string | null;
  onLeave: boolean;
  fte: number;
  annualCases: number;
  cap: number;
  activeCases: number;
  weightedLoad: number;
  forecast: Forecast;
  trainingHours: number;
  trainingTarget: number;
  quarters: { quarter: Quarter; attended: number; due: number }[];
  qualified: boolean;
  openFlags: number;
  worstSeverity: Severity | null;
};

const collator = new Intl.Collator("ja", { numeric: true });
const byText = (text: (row: WorkerRow) => string) => (a: WorkerRow, b: WorkerRow) => collator.compare(text(a), text(b));
const byNumber = (number: (row: WorkerRow) => number) => (a: WorkerRow, b: WorkerRow) => number(a) - number(b);

/** How each column sorts, smallest first. */
const ORDERS = {
  name: byText((row) => row.name ?? row.staffCode),
  code: byText((row) => row.staffCode),
  role: byNumber((row) => STAFF_ROLES.indexOf(row.role)),
  office: byText((row) => row.officeName ?? ""),
  fte: byNumber((row) => row.fte),
  cases: byNumber(capShare),
  forecast: byNumber((row) => row.forecast.mean),
  active: byNumber((row) => row.activeCases),
  load: byNumber((row) => row.weightedLoad),
  training: byNumber((row) => (row.trainingTarget > 0 ? row.trainingHours / row.trainingTarget : Infinity)),
  supervision: byNumber((row) => attendedOf(row) - dueOf(row)),
  qualified: byNumber((row) => Number(row.qualified)),
  flags: byNumber((row) =>
    row.worstSeverity === null ? 0 : (SEVERITIES.indexOf(row.worstSeverity) + 1) * 1000 + row.openFlags,
  ),
} as const satisfies Record<string, (a: WorkerRow, b: WorkerRow) => number>;

export type WorkerSort = keyof typeof ORDERS;
export type WorkerQuery = {
  search: string;
  office: string | null;
  role: StaffRole | null;
  overCap: boolean;
  sort: WorkerSort;
  descending: boolean;
  page: number;
};

/** Reads ?q, ?office, ?role, ?over, ?sort and ?page; what is unknown counts as not given. */
export function workerQuery(params: URLSearchParams): WorkerQuery {
  const wished = params.get("sort") ?? "";
  const key = wished.replace(/^-/, "");
  const known = Object.hasOwn(ORDERS, key);
  return {
    search: (params.get("q") ?? "").trim(),
    office: params.get("office") || null,
    role: STAFF_ROLES.find((role) => role === params.get("role")) ?? null,
    overCap: params.get("over") === "1",
    sort: known ? (key as WorkerSort) : "cases",
    descending: known ? wished.startsWith("-") : true,
    page: wishedPage(params),
  };
}

/** The rows that fit, in the order asked for; equal rows stand by staff code. */
export function selectWorkers(rows: readonly WorkerRow[], query: WorkerQuery): WorkerRow[] {
  const needle = folded(query.search);
  const order = ORDERS[query.sort];
  return rows
    .filter((row) => needle === "" || folded(row.name ?? "").includes(needle) || folded(row.staffCode).includes(needle))
    .filter((row) => query.office === null || row.officeId === query.office)
    .filter((row) => query.role === null || row.role === query.role)
    .filter((row) => !query.overCap || isOverCap(row))
    .sort((a, b) => (query.descending ? order(b, a) : order(a, b)) || collator.compare(a.staffCode, b.staffCode));
}

/** Whether the year's cases so far are above the own cap. */
export function isOverCap(row: Pick<WorkerRow, "annualCases" | "cap">): boolean {
  return row.annualCases > row.cap;
}

/** Sessions attended in the fiscal year. */
export function attendedOf(row: Pick<WorkerRow, "quarters">): number {
  return row.quarters.reduce((sum, quarter) => sum + quarter.attended, 0);
}

/** Sessions due in the fiscal year by the day. */
export function dueOf(row: Pick<WorkerRow, "quarters">): number {
  return row.quarters.reduce((sum, quarter) => sum + quarter.due, 0);
}

function capShare(row: WorkerRow): number {
  if (row.cap > 0) return row.annualCases / row.cap;
  return row.annualCases > 0 ? Infinity : 0;
}

/** Text for comparison: width, case and spaces do not matter. */
function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase().replaceAll(/\s/g, "");
}
