/** The contract's table of careers: filter, sort and page, as its address says. */
import { wishedPage } from "../../lib/page";
import { STAFF_ROLES } from "../workforce/vocabulary";
import type { Rank } from "./ladder";
import type { CareerRow } from "./record";

const collator = new Intl.Collator("ja", { numeric: true });
const RANKS: readonly Rank[] = ["support", "chief", "supervisor"];
const LAST = "9999-12-31";

/** How each column sorts, smallest first. */
const ORDERS = {
  name: (a, b) => collator.compare(a.name ?? a.staffCode, b.name ?? b.staffCode),
  office: (a, b) => collator.compare(a.officeName ?? "", b.officeName ?? ""),
  role: (a, b) => STAFF_ROLES.indexOf(a.role) - STAFF_ROLES.indexOf(b.role),
  missing: (a, b) => (a.ladder.monthsMissing ?? Infinity) - (b.ladder.monthsMissing ?? Infinity) || 0,
  ready: (a, b) => collator.compare(a.ladder.readyOn ?? LAST, b.ladder.readyOn ?? LAST),
  posts: (a, b) => a.postsToVerify - b.postsToVerify,
} as const satisfies Record<string, (a: CareerRow, b: CareerRow) => number>;

export type CareerQuery = {
  rank: Rank | null;
  /** Only those who have what the next rank asks. */
  ready: boolean;
  office: string | null;
  sort: keyof typeof ORDERS;
  descending: boolean;
  page: number;
};

/** Reads ?rank, ?ready, ?office, ?sort and ?page; what is unknown counts as not given. */
export function careerQuery(params: URLSearchParams): CareerQuery {
  const wished = params.get("sort") ?? "";
  const key = wished.replace(/^-/, "");
  const known = Object.hasOwn(ORDERS, key);
  return {
    rank: RANKS.find((rank) => rank === params.get("rank")) ?? null,
    ready: params.get("ready") === "1",
    office: params.get("office") || null,
    sort: known ? (key as CareerQuery["sort"]) : "missing",
    descending: known && wished.startsWith("-"),
    page: wishedPage(params),
  };
}

/** The rows that fit, in the order asked for; equal rows stand by staff code. */
export function selectCareers(rows: readonly CareerRow[], query: CareerQuery): CareerRow[] {
  const order = ORDERS[query.sort];
  return rows
    .filter((row) => query.rank === null || row.ladder.rank === query.rank)
    .filter((row) => !query.ready || row.ladder.ready)
    .filter((row) => query.office === null || row.officeId === query.office)
    .sort((a, b) => (query.descending ? order(b, a) : order(a, b)) || collator.compare(a.staffCode, b.staffCode));
}
