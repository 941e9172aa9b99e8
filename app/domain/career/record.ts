/** A person's career as screens show it. */
import type { Day } from "../../lib/calendar";
import type { RenewalAlert } from "../qualification/renewal";
import type { Verification } from "../qualification/verification";
import type { StaffRole } from "../workforce/vocabulary";
import type { CareerField, Ladder } from "./ladder";

export type Post = {
  id: string;
  staffId: string;
  employer: string;
  field: CareerField;
  from: Day;
  to: Day | null;
  verification: Verification;
  rejectionNote: string | null;
  version: number;
};

/** `recorded`: false for the state since the hire, which nobody changed; `upcoming`: not yet in force. */
type Dated = { from: Day; recorded: boolean; upcoming: boolean };
export type RankRow = Dated & { role: StaffRole };
export type PayRow = Dated & { annualPayJpy: number | null; qualificationAllowanceJpy: number | null };

export type Career = { ladder: Ladder; posts: Post[]; ranks: RankRow[]; pay: PayRow[] };

/** A line of the contract's table of careers. */
export type CareerRow = {
  staffId: string;
  staffCode: string;
  name: string | null;
  officeId: string | null;
  officeName: string | null;
  officeNameEn: string | null;
  role: StaffRole;
  ladder: Ladder;
  postsToVerify: number;
};

/** A renewal of which the manager is told. */
export type RenewalNotice = {
  staffId: string;
  staffCode: string;
  name: string | null;
  stage: RenewalAlert;
  daysLeft: number;
  daysToClose: number;
  opensOn: Day;
  closesOn: Day;
  expiresOn: Day;
  hoursMissing: number;
};
/** What of qualifications and careers waits for the manager. */
export type CareerInbox = {
  qualifications: number;
  posts: number;
  /** Exempt hours of renewals that the manager has not confirmed. */
  exempt: { staffId: string; staffCode: string; name: string | null; hours: number }[];
  renewals: RenewalNotice[];
};

/** A history as it is shown: the state since the hire where nobody recorded a change; days to come are upcoming. */
export function asHistory<T extends object>(
  rows: readonly (T & { from: Day })[],
  sinceHire: T & { from: Day },
  today: Day,
): (T & Dated)[] {
  if (rows.length === 0) return [{ ...sinceHire, recorded: false, upcoming: false }];
  return rows.map((row) => ({ ...row, recorded: true, upcoming: row.from > today }));
}

/** What a form saw of a history when it was opened: another text means that somebody changed it since. */
export function fingerprint(rows: readonly RankRow[] | readonly PayRow[]): string {
  return rows
    .filter(({ recorded }) => recorded)
    .map((row) => ("role" in row ? [row.from, row.role] : [row.from, row.annualPayJpy, row.qualificationAllowanceJpy]))
    .map((parts) => parts.join(" "))
    .join(",");
}
