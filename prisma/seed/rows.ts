/** The demo as rows of the database's tables, before anything is written. */
import type { Day } from "../../app/lib/calendar";
import type { ContractBlueprint } from "./blueprint";

export type Cell = string | number | boolean | null | string[] | Record<string, unknown> | Record<string, unknown>[];
export type Row = Record<string, Cell>;

/** Tables in an order that foreign keys allow. */
export const DEMO_TABLES = [
  "ward",
  "contractor",
  "contract",
  "specification",
  "specification_target",
  "office",
  "staff",
  "staff_identity",
  "staff_pay",
  "staff_leave",
  "qualification",
  "renewal_course",
  "career_post",
  "rank_history",
  "pay_history",
  "overtime_month",
  "critical_incident",
  "support_case",
  "case_assignment",
  "training_record",
  "training_course",
  "course_date",
  "course_sign_up",
  "supervision_session",
  "supervision_attendance",
  "session_confirmation",
  "agreed_action",
  "supervision_request",
  "monthly_return",
  "user_account",
  "membership",
  "supervisee",
  "survey_campaign",
  "survey_eligible",
  "survey_answer",
  "survey_result",
] as const;
export type DemoTable = (typeof DEMO_TABLES)[number];
export type DemoRows = Record<DemoTable, Row[]>;

export function noRows(): DemoRows {
  return Object.fromEntries(DEMO_TABLES.map((table) => [table, [] as Row[]])) as DemoRows;
}

export type DemoOffice = { id: string; code: string; pressure: number };

/** A member of staff while the demo is being made. Days are numbers since 1970-01-01. */
export type DemoPerson = {
  id: string;
  code: string;
  name: string;
  office: DemoOffice | null;
  role: string;
  weeklyHours: number;
  hired: number;
  left: number | null;
  leave: { from: number; to: number | null }[];
  /** How many of the office's new cases come to this person, against an ordinary colleague. */
  pull: number;
  /** Worn down: overtime, no supervision, little leave. */
  strained: boolean;
};

/** One contract while its rows are made. */
export type DemoContract = {
  keys: { ward_id: string; contract_id: string };
  blueprint: ContractBlueprint;
  offices: DemoOffice[];
  people: DemoPerson[];
  /** First day of the first of the three fiscal years. */
  from: number;
  today: number;
  todayText: Day;
};

const SUPPORT = ["support_worker", "chief_support_worker", "employment_support_worker", "outreach_worker"];

export function isSupport(person: DemoPerson): boolean {
  return SUPPORT.includes(person.role);
}

/** Employed and not on leave on a day. */
export function atWork(person: DemoPerson, day: number): boolean {
  if (day < person.hired || (person.left !== null && day > person.left)) return false;
  return !person.leave.some((span) => day >= span.from && (span.to === null || day <= span.to));
}
