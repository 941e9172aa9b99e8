/** The records that a flag's figures are counted from, so that a person can count again. */
import { Prisma, type Tx } from "../../db/scope.server";
import { addDays, addMonths, fiscalYearOf, fiscalYearStart, type Day, type Month } from "../../lib/calendar";
import { INCIDENT_DAYS, LEAVE_MONTHS } from "../burnout/rules";
import { caseWeight } from "../caseload/rules";
import type {
  Attendance,
  ComplexityTag,
  QualificationKind,
  SessionKind,
  SessionStatus,
  TrainingFormat,
  TrainingTopic,
} from "../workforce/vocabulary";
import { entryOf, type RecordKind, type WorkerRecordKind } from "./catalogue";
import { groupRecords, NO_GROUP_RECORDS, type GroupRecords } from "./group-records.server";
import { asReader, type FlagReader } from "./reading.server";
import type { NamedFlag } from "./repository.server";

export type CaseRecord = {
  caseRef: string;
  openedOn: Day;
  closedOn: Day | null;
  /** The days on which the worker led it, the first and the last of possibly several spans. */
  ledFrom: Day;
  ledTo: Day | null;
  tags: ComplexityTag[];
  isActive: boolean;
  /** What it weighs while it is active. */
  weight: number;
};
export type SessionRecord = {
  sessionRef: string;
  day: Day;
  kind: SessionKind;
  status: SessionStatus;
  external: boolean;
  attendance: Attendance | null;
};
export type TrainingRecord = {
  recordRef: string;
  day: Day;
  title: string;
  topic: TrainingTopic;
  format: TrainingFormat;
  hours: number;
};
export type QualificationRecord = { kind: QualificationKind; obtainedOn: Day; expiresOn: Day | null };
export type OvertimeRecord = { month: Month; overtimeHours: number | null; leaveDaysTaken: number | null };
export type IncidentRecord = { day: Day; kind: string };
export type FlagRecords = GroupRecords & {
  cases: CaseRecord[];
  sessions: SessionRecord[];
  training: TrainingRecord[];
  qualifications: QualificationRecord[];
  overtime: OvertimeRecord[];
  incidents: IncidentRecord[];
};

const NO_RECORDS: FlagRecords = {
  ...NO_GROUP_RECORDS,
  ...{ cases: [], sessions: [], training: [], qualifications: [], overtime: [], incidents: [] },
};

type Subject = { reader: FlagReader; staffId: string; day: Day };

const LOADERS: { [K in WorkerRecordKind]: (tx: Tx, of: Subject) => Promise<FlagRecords[K]> } = {
  ...{ cases: listCases, sessions: listSessions, training: listTraining },
  ...{ qualifications: listQualifications, overtime: listOvertime, incidents: listIncidents },
};

/** The records behind a flag as of a day; only those that its rule reads, the other lists are empty. */
export function flagRecords(
  reader: FlagReader,
  flag: Pick<NamedFlag, "rule" | "staffId"> & Partial<Pick<NamedFlag, "officeId">>,
  day: Day,
): Promise<FlagRecords> {
  const kinds: readonly RecordKind[] = entryOf(flag.rule).records;
  // why: what a group's flag rests on names others, so a person's own side gets none of it.
  if (flag.staffId === null) {
    const { rule, officeId = null } = flag;
    if ("staffIds" in reader) return Promise.resolve(NO_RECORDS);
    return groupRecords(reader, { rule, officeId }, day).then((records) => ({ ...NO_RECORDS, ...records }));
  }
  const of = { reader, staffId: flag.staffId, day };
  return asReader(reader, async (tx) => {
    const read = async <K extends WorkerRecordKind>(kind: K) => (kinds.includes(kind) ? LOADERS[kind](tx, of) : []);
    return {
      ...NO_GROUP_RECORDS,
      ...{ cases: await read("cases"), sessions: await read("sessions"), training: await read("training") },
      qualifications: await read("qualifications"),
      ...{ overtime: await read("overtime"), incidents: await read("incidents") },
    };
  });
}

function subject({ reader, staffId }: Subject, table: string): Prisma.Sql {
  const t = Prisma.raw(table);
  return Prisma.sql`${t}.ward_id = ${reader.wardId}::uuid AND ${t}.contract_id = ${reader.contractId}::uuid AND ${t}.staff_id = ${staffId}::uuid`;
}

async function listCases(tx: Tx, of: Subject): Promise<CaseRecord[]> {
  const yearStart = fiscalYearStart(fiscalYearOf(of.day));
  const rows = await tx.$queryRaw<Omit<CaseRecord, "weight">[]>`
    SELECT c.case_ref AS "caseRef", c.opened_on::text AS "openedOn", c.closed_on::text AS "closedOn", c.tags,
      min(a.from_on)::text AS "ledFrom", CASE WHEN bool_or(a.to_on IS NULL) THEN NULL ELSE max(a.to_on) END::text AS "ledTo",
      bool_or(${of.day}::date BETWEEN greatest(a.from_on, c.opened_on) AND least(a.to_on, c.closed_on, 'infinity'::date)) AS "isActive"
    FROM case_assignment a JOIN support_case c ON c.ward_id = a.ward_id AND c.contract_id = a.contract_id AND c.id = a.case_id
    WHERE ${subject(of, "a")} AND greatest(a.from_on, c.opened_on, ${yearStart}::date) <= least(a.to_on, c.closed_on, ${of.day}::date)
    GROUP BY c.id, c.case_ref, c.opened_on, c.closed_on, c.tags
    ORDER BY "isActive" DESC, min(a.from_on), c.case_ref COLLATE "C"`;
  return rows.map((row) => ({ ...row, weight: caseWeight(row.tags.length) }));
}

/** Sessions from three quarters ago to the end of this one, invitations included. */
function listSessions(tx: Tx, of: Subject): Promise<SessionRecord[]> {
  return tx.$queryRaw`
    SELECT s.session_ref AS "sessionRef", s.held_on::text AS day, s.kind, s.status, s.external, t.attendance
    FROM supervision_attendance t JOIN supervision_session s ON s.ward_id = t.ward_id AND s.contract_id = t.contract_id AND s.id = t.session_id
    WHERE ${subject(of, "t")} AND s.held_on BETWEEN ${addMonths(of.day, -9)}::date AND ${addMonths(of.day, 3)}::date
    ORDER BY s.held_on DESC, s.session_ref COLLATE "C"`;
}

function listTraining(tx: Tx, of: Subject): Promise<TrainingRecord[]> {
  return tx.$queryRaw`
    SELECT r.record_ref AS "recordRef", r.attended_on::text AS day, r.title, r.topic, r.format, r.hours::float8
    FROM training_record r
    WHERE ${subject(of, "r")} AND r.approval = 'approved' AND r.attended_on BETWEEN ${fiscalYearStart(fiscalYearOf(of.day))}::date AND ${of.day}::date
    ORDER BY r.attended_on DESC, r.record_ref COLLATE "C"`;
}

function listQualifications(tx: Tx, of: Subject): Promise<QualificationRecord[]> {
  return tx.$queryRaw`
    SELECT q.kind, q.obtained_on::text AS "obtainedOn", q.expires_on::text AS "expiresOn" FROM qualification q
    WHERE ${subject(of, "q")} AND q.obtained_on <= ${of.day}::date AND q.verification = 'verified' ORDER BY q.kind, q.obtained_on DESC`;
}

function listOvertime(tx: Tx, of: Subject): Promise<OvertimeRecord[]> {
  const month = `${of.day.slice(0, 8)}01`;
  return tx.$queryRaw`
    SELECT to_char(v.month, 'YYYY-MM') AS month, v.overtime_hours::float8 AS "overtimeHours", v.leave_days_taken::float8 AS "leaveDaysTaken"
    FROM overtime_month v
    WHERE ${subject(of, "v")} AND v.month >= ${addMonths(month, -LEAVE_MONTHS)}::date AND v.month < ${month}::date ORDER BY v.month DESC`;
}

function listIncidents(tx: Tx, of: Subject): Promise<IncidentRecord[]> {
  return tx.$queryRaw`
    SELECT n.occurred_on::text AS day, n.kind FROM critical_incident n
    WHERE ${subject(of, "n")} AND n.occurred_on BETWEEN ${addDays(of.day, 1 - INCIDENT_DAYS)}::date AND ${of.day}::date
    ORDER BY n.occurred_on DESC`;
}
