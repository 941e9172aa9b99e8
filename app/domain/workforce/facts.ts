/**
 * What the rules need to know of one worker as of a day, and of the contract around the worker.
 * Facts are counted by a constant number of SQL statements (kpi/facts.server.ts) and carry no name;
 * every rule, KPI and flag is a pure function of them and the day.
 */
import type { Day, Month } from "../../lib/calendar";
import type { OpenSpan } from "../../lib/spans";
import type { Thresholds } from "../flag/thresholds";
import type { QualificationKind, SessionKind, StaffRole, TrainingFormat, TrainingTopic } from "./vocabulary";

/** A member of staff's post. */
export type StaffPost = {
  staffId: string;
  staffCode: string;
  officeId: string | null;
  role: StaffRole;
  /** Contracted hours a week. */
  weeklyHours: number;
  hiredOn: Day;
  /** The last day of employment. */
  leftOn: Day | null;
  dedicatedOutreach: boolean;
  /** Leave as recorded, days after the as-of day included; spans may overlap. */
  leave: OpenSpan[];
};

/** Counts of the cases that a worker leads, as of the day. */
export type CaseloadFacts = {
  /** Distinct cases open and led by the worker on any day of the fiscal year up to the day. */
  annualCases: number;
  /** Cases open and led by the worker on the day. */
  activeCases: number;
  /** Sum over the active cases of 1 + 0.5 for each tag beyond the first, at most 3 a case. */
  weightedLoad: number;
  /** Cases that the worker led for the first time in the rate window (see forecast/rules.ts). */
  newCases: number;
  /** Active cases with four or more complexity tags. */
  manyTagCases: number;
  /** The day on which the worker began to lead the newest of them. */
  newestManyTagFrom: Day | null;
};

export type TrainingFacts = {
  attendedOn: Day;
  hours: number;
  topic: TrainingTopic;
  format: TrainingFormat;
  inWorkingTime: boolean | null;
  publiclyFunded: boolean | null;
};

/** A session that the worker attended (held and attended), or is invited to (planned). */
export type SessionFacts = { day: Day; kind: SessionKind; external: boolean };

export type WorkerFacts = StaffPost & {
  caseload: CaseloadFacts;
  /** Training attended in the fiscal year up to the day. */
  training: TrainingFacts[];
  /** Sessions attended from two quarters before the fiscal year up to the day. */
  attended: SessionFacts[];
  /** The last session attended on or before the day, however long ago. */
  lastAttendedOn: Day | null;
  /** Planned sessions on or after the day to which the worker is invited. */
  planned: SessionFacts[];
  /** Obtained on or before the day. */
  qualifications: { kind: QualificationKind; obtainedOn: Day; expiresOn: Day | null }[];
  /** The six full months before the day's month, where reported. */
  overtime: { month: Month; overtimeHours: number | null; leaveDaysTaken: number | null }[];
  /** Critical incidents in the 60 days that end on the day. */
  incidents: Day[];
  /** Null where not reported or out of the reader's scope. */
  annualPayJpy: number | null;
  qualificationAllowanceJpy: number | null;
  /** What the pay was from which day on, the earliest first; empty where no change was recorded or out of scope. */
  payHistory: { from: Day; annualPayJpy: number | null }[];
};

/** What the contract agreed for the fiscal year; defaults where the specification is silent. */
export type Terms = {
  /** Yearly cases for one FTE over a whole year. */
  cap: number;
  /** Weekly hours of one FTE. */
  fullTimeHours: number;
  trainingTargetHours: number;
  recognisedQualifications: readonly QualificationKind[];
  payFloorJpy: number | null;
  requiredFte: number | null;
  requiredOutreachWorkers: number;
  /** Targets that differ from the catalogue's, by indicator key. */
  targets: Readonly<Record<string, number>>;
  /** Of flags: as they stood on the day. */
  thresholds: Thresholds;
  /** The day of the following month by which a monthly return is due, as it stood on the day. */
  returnDueDay: number | null;
};

/** A group's figures in one survey; `officeIds` null is the whole contract. */
export type SurveyGroup = {
  officeIds: readonly string[] | null;
  answered: number;
  eligible: number;
  /** From 0 to 100, unrounded. */
  index: number;
};
/** What a closed survey that asked for work satisfaction has published. */
export type SurveyFacts = { campaignId: string; closedOn: Day; groups: SurveyGroup[] };

/** All facts of one contract as of a day. Staff who left are included: retention needs them. */
export type ContractFacts = {
  wardId: string;
  contractId: string;
  contractCode: string;
  day: Day;
  startsOn: Day;
  endsOn: Day;
  terms: Terms;
  /** Whether anything was agreed, for this fiscal year or one before it. */
  hasSpecification: boolean;
  offices: { officeId: string; officeCode: string; name: string; nameEn: string | null }[];
  workers: WorkerFacts[];
  /** Distinct cases open and led by employed support staff in the fiscal year up to the day. */
  contractCases: number;
  /** The same by the leading worker's office; a case led in two offices counts in both. */
  officeCases: ReadonlyMap<string, number>;
  /** Distinct cases first led by support staff in the last 90 days or since 1 April, whichever is shorter. */
  contractNewCases: number;
  officeNewCases: ReadonlyMap<string, number>;
  /** Sessions held in the fiscal year up to the day, each once however many attended. */
  heldSessions: { individual: number; group: number; external: number };
  /** What the latest annual survey closed by the day publishes on 働きがい: of the whole (null), and of groups of offices. */
  worthwhile: { officeIds: readonly string[] | null; top: number; answered: number }[];
  /** What the surveys closed by the day publish on work satisfaction, the latest first. */
  surveys: SurveyFacts[];
  /** Monthly return figures of the fiscal year whose month ended on or before the day. */
  returns: { indicator: string; month: Month; numerator: number; denominator: number | null }[];
  /** Months whose return was handed in by the day. */
  filings: { month: Month; submittedOn: Day }[];
};
