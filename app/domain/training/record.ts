/** Training records as screens show them. */
import type { Day } from "../../lib/calendar";
import type { TrainingFormat, TrainingTopic } from "../workforce/vocabulary";

export const APPROVALS = ["pending", "approved", "rejected"] as const;
/** Only what is approved counts. */
export type Approval = (typeof APPROVALS)[number];

export type TrainingRow = {
  id: string;
  attendedOn: Day;
  title: string;
  provider: string | null;
  topic: TrainingTopic;
  format: TrainingFormat;
  hours: number;
  inWorkingTime: boolean | null;
  publiclyFunded: boolean | null;
  approval: Approval;
  /** Why it was rejected. */
  decisionNote: string | null;
  /** Logged by form and not closed by an approval, so that the person may change it or take it back. */
  open: boolean;
  version: number;
};
export type TrainingPage = {
  rows: TrainingRow[];
  page: number;
  pages: number;
  total: number;
  /** Approved hours, in all and by topic. */
  hours: number;
  byTopic: { topic: TrainingTopic; hours: number; records: number }[];
  pending: { hours: number; records: number };
};

/** What a record can be filled in from. */
export type Course = {
  title: string;
  provider: string | null;
  topic: TrainingTopic;
  format: TrainingFormat;
  hours: number;
  inWorkingTime: boolean | null;
  publiclyFunded: boolean | null;
};
export type Courses = { recent: Course[]; planned: Course[] };

/** A record of the contract with the person it is of, for the manager. */
export type NamedTraining = Omit<TrainingRow, "open"> & {
  staffId: string;
  staffCode: string;
  name: string | null;
  officeName: string | null;
  officeNameEn: string | null;
};
