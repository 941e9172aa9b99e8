/** The register of qualifications as screens and exports show it. */
import type { Day } from "../../lib/calendar";
import { wishedPage } from "../../lib/page";
import { QUALIFICATION_KINDS, type QualificationKind } from "../workforce/vocabulary";
import { VERIFICATIONS, type Verification } from "./verification";

export const REGISTER_PAGE_SIZE = 25;
/** How soon an end counts as near in the register's filter. */
export const NEAR_EXPIRY_DAYS = 90;

/** One qualification with its state. */
export type Held = {
  id: string;
  staffId: string;
  kind: QualificationKind;
  number: string | null;
  obtainedOn: Day;
  expiresOn: Day | null;
  verification: Verification;
  /** ISO 8601, UTC. */
  verifiedAt: string | null;
  rejectionNote: string | null;
  version: number;
  evidence: number;
};
export type RegisterRow = Held & {
  staffCode: string;
  name: string | null;
  officeName: string | null;
  officeNameEn: string | null;
  /** To the last valid day, negative once expired; null where it lasts. */
  daysLeft: number | null;
};

export type RegisterQuery = {
  kind: QualificationKind | null;
  verification: Verification | null;
  /** `near`: ends within 90 days or has ended; `expired`: has ended. */
  expiry: "near" | "expired" | null;
  officeId: string | null;
  search: string;
  sort: RegisterSort;
  descending: boolean;
  page: number;
};
export const REGISTER_SORTS = ["name", "office", "kind", "obtained", "expires", "state"] as const;
export type RegisterSort = (typeof REGISTER_SORTS)[number];

/** What an address asks of the register; what it does not know is left out. */
export function registerQuery(params: URLSearchParams): RegisterQuery {
  const sort = params.get("sort") ?? "";
  const office = params.get("office") ?? "";
  return {
    kind: QUALIFICATION_KINDS.find((kind) => kind === params.get("kind")) ?? null,
    verification: VERIFICATIONS.find((state) => state === params.get("state")) ?? null,
    expiry: (["near", "expired"] as const).find((one) => one === params.get("expiry")) ?? null,
    officeId: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(office) ? office : null,
    search: (params.get("q") ?? "").trim().slice(0, 100),
    sort: REGISTER_SORTS.find((one) => one === sort.replace(/^-/, "")) ?? "name",
    descending: sort.startsWith("-"),
    page: wishedPage(params),
  };
}
