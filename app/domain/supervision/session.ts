/** Sessions and supervisees as a worker's and a supervisor's screens show them. */
import type { Day } from "../../lib/calendar";
import type { Mailing } from "../notification/mailing";
import type { Attendance, SessionKind, SessionStatus, Severity } from "../workforce/vocabulary";
import type { RecordAnswer } from "./confirmation";
import type { Judgement } from "./requirement";
import type { GridCell } from "./rules";
import type { Theme } from "./themes";
import type { Need } from "./urgency";

export type Participant = {
  staffId: string;
  name: string;
  attendance: Attendance | null;
  /** What the participant said to the record. */
  answer: RecordAnswer | null;
  comment: string | null;
};
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
  videoUrl: string | null;
  themes: Theme[];
  /** Pencilled in. */
  tentative: boolean;
  cancelReason: string | null;
  seriesId: string | null;
  version: number;
  /** Made by the reader, not imported or scheduled by another. */
  own: boolean;
  participants: Participant[];
};

/** A change's instant, and how those concerned are told; null where no mail can be sent. */
export type Writing = { at: Date; mailing: Mailing | null };
/** Somebody else changed the session first: how it stands now. */
export type Stale = { ok: false; reason: "stale"; stands: SessionRow };

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
  /** Against what the contract requires of the fiscal year. */
  judgement: Judgement;
  openFlags: number;
  severity: Severity | null;
  need: Need | null;
};
export type Overview = { rows: SuperviseeRow[]; waiting: (SuperviseeRow & { need: Need })[] };
