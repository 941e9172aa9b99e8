/** Sessions and supervisees as a worker's and a supervisor's screens show them. */
import type { Day } from "../../lib/calendar";
import type { Attendance, SessionKind, SessionStatus, Severity } from "../workforce/vocabulary";
import type { GridCell } from "./rules";
import type { Theme } from "./themes";
import type { Need } from "./urgency";

export type Participant = { staffId: string; name: string; attendance: Attendance | null };
export type SessionRow = {
  id: string;
  heldOn: Day;
  startTime: string | null;
  minutes: number;
  kind: SessionKind;
  status: SessionStatus;
  external: boolean;
  /** The supervisor's name; of an external one, what was typed. */
  supervisorName: string | null;
  place: string | null;
  themes: Theme[];
  /** Made by the reader, not imported or scheduled by another. */
  own: boolean;
  participants: Participant[];
};

export type SessionPage = { rows: SessionRow[]; page: number; pages: number; total: number };

export type Supervisee = {
  staffId: string;
  staffCode: string;
  name: string;
  officeName: string | null;
  officeNameEn: string | null;
};

export type SuperviseeRow = Supervisee & {
  isOnLeave: boolean;
  annualCases: number;
  cap: number;
  activeCases: number;
  weightedLoad: number;
  lastAttendedOn: Day | null;
  cells: GridCell[];
  openFlags: number;
  severity: Severity | null;
  need: Need | null;
};
export type Overview = { rows: SuperviseeRow[]; waiting: (SuperviseeRow & { need: Need })[] };
