/** One worker's record as the own contractor may see it. */
import type { Day, Month } from "../../lib/calendar";
import type { Verification } from "../qualification/verification";
import type {
  Attendance,
  ComplexityTag,
  INCIDENT_KINDS,
  LEAVE_KINDS,
  QualificationKind,
  SessionKind,
  SessionStatus,
  StaffRole,
  TrainingFormat,
  TrainingTopic,
} from "./vocabulary";

export type Post = {
  staffId: string;
  staffCode: string;
  name: string | null;
  role: StaffRole;
  officeName: string | null;
  officeNameEn: string | null;
  weeklyHours: number;
  hiredOn: Day;
  leftOn: Day | null;
};
export type CaseRow = {
  caseRef: string;
  openedOn: Day;
  closedOn: Day | null;
  from: Day;
  to: Day | null;
  tags: ComplexityTag[];
};
export type TrainingRow = {
  id: string;
  attendedOn: Day;
  title: string;
  topic: TrainingTopic;
  format: TrainingFormat;
  hours: number;
};
export type SessionRow = {
  id: string;
  heldOn: Day;
  minutes: number;
  kind: SessionKind;
  external: boolean;
  status: SessionStatus;
  attendance: Attendance | null;
};
export type QualificationRow = {
  kind: QualificationKind;
  obtainedOn: Day;
  expiresOn: Day | null;
  number: string | null;
  verification: Verification;
};
export type LeaveRow = { startsOn: Day; endsOn: Day | null; kind: (typeof LEAVE_KINDS)[number] };
export type IncidentRow = { id: string; occurredOn: Day; kind: (typeof INCIDENT_KINDS)[number] };

export type WorkerRecord = {
  post: Post;
  cases: { rows: CaseRow[]; total: number; page: number; pages: number };
  /** Cases led on the last day of each of the twelve months up to the day's month, the day itself for the last. */
  months: { month: Month; active: number }[];
  training: TrainingRow[];
  /** Hours of the fiscal year up to the day that wait for approval and do not count. */
  pendingTrainingHours: number;
  sessions: SessionRow[];
  qualifications: QualificationRow[];
  leave: LeaveRow[];
  incidents: IncidentRow[];
};
