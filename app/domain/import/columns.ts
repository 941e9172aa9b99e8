/**
 * The exchange format as one table: every file, its columns, which of them are the key, which must be given,
 * the Japanese headings, and what a cell may hold. The import, the templates and the documentation read it.
 */
import { definitionOf, RETURN_INDICATORS } from "../kpi/catalogue";

import type { CellKind } from "./cells";
import {
  ATTENDANCE_LABELS,
  EMPLOYMENT_LABELS,
  FORMAT_LABELS,
  LEAVE_LABELS,
  QUALIFICATION_LABELS,
  RETURN_LABELS,
  ROLE_LABELS,
  SESSION_LABELS,
  STATUS_LABELS,
  TAG_LABELS,
  TOPIC_LABELS,
} from "./labels";

export const FILE_KEYS = [
  "offices",
  "staff",
  "leave",
  "qualifications",
  "cases",
  "assignments",
  "training",
  "sessions",
  "attendance",
  "overtime",
  "returns",
] as const;
/** A file of the exchange format; "staff" is staff.csv or the sheet "staff". */
export type FileKey = (typeof FILE_KEYS)[number];

export type Column = {
  key: string;
  /** Japanese headings; the first one stands in the template. */
  ja: readonly string[];
  kind: CellKind;
  /** Part of the key by which rows are matched. */
  inKey: boolean;
  /** The column must be there and no cell of it empty. */
  required: boolean;
};

export type FileSpec = { key: FileKey; ja: readonly string[]; columns: readonly Column[] };

const CODE: CellKind = { type: "code" };
const TEXT: CellKind = { type: "text" };
const DAY: CellKind = { type: "day" };
const MONTH: CellKind = { type: "month" };
const BOOL: CellKind = { type: "bool" };
const YEN: CellKind = { type: "integer", min: 0, max: 1_000_000_000 };
const INDICATORS = Object.fromEntries(
  RETURN_INDICATORS.map((indicator) => [indicator, RETURN_LABELS[indicator] ?? []]),
);
const COUNT: CellKind = { type: "number", min: 0, max: 999_999_999_999, decimals: 2 };

function key(name: string, kind: CellKind, ...ja: string[]): Column {
  return { key: name, ja, kind, inKey: true, required: true };
}
function needed(name: string, kind: CellKind, ...ja: string[]): Column {
  return { key: name, ja, kind, inKey: false, required: true };
}
function optional(name: string, kind: CellKind, ...ja: string[]): Column {
  return { key: name, ja, kind, inKey: false, required: false };
}

const STAFF_CODE = key("staff_code", CODE, "職員コード", "職員番号");
const OFFICE_CODE = optional("office_code", CODE, "事業所コード", "事業所番号");
const CASE_REF = key("case_ref", CODE, "ケース番号");
const SESSION_REF = key("session_ref", CODE, "実施回番号");

export const FILES: Readonly<Record<FileKey, FileSpec>> = {
  offices: {
    key: "offices",
    ja: ["事業所"],
    columns: [
      { ...OFFICE_CODE, inKey: true, required: true },
      optional("name", TEXT, "事業所名", "名称"),
      optional("name_en", TEXT, "事業所名（英語）", "英語名"),
    ],
  },
  staff: {
    key: "staff",
    ja: ["職員"],
    columns: [
      STAFF_CODE,
      OFFICE_CODE,
      optional("name", TEXT, "氏名", "職員名", "職員氏名"),
      needed("role", { type: "choice", labels: ROLE_LABELS }, "職種", "役割"),
      optional("employment", { type: "choice", labels: EMPLOYMENT_LABELS }, "雇用形態"),
      needed("weekly_hours", { type: "number", above: 0, max: 168, decimals: 2 }, "週所定労働時間", "週の労働時間"),
      needed("hired_on", DAY, "採用日", "入職日"),
      optional("left_on", DAY, "退職日"),
      optional("annual_pay_jpy", YEN, "年収（円）", "年収"),
      optional("qualification_allowance_jpy", YEN, "資格手当（円）", "資格手当"),
      optional("dedicated_outreach", BOOL, "アウトリーチ専任"),
      optional("email", { type: "email" }, "メールアドレス"),
    ],
  },
  leave: {
    key: "leave",
    ja: ["休職", "休業"],
    columns: [
      STAFF_CODE,
      key("starts_on", DAY, "開始日"),
      optional("ends_on", DAY, "終了日"),
      optional("kind", { type: "choice", labels: LEAVE_LABELS }, "種別"),
    ],
  },
  qualifications: {
    key: "qualifications",
    ja: ["資格"],
    columns: [
      STAFF_CODE,
      key("kind", { type: "choice", labels: QUALIFICATION_LABELS }, "資格", "資格の種類"),
      key("obtained_on", DAY, "取得日"),
      optional("expires_on", DAY, "有効期限"),
      optional("number", TEXT, "登録番号"),
    ],
  },
  cases: {
    key: "cases",
    ja: ["ケース"],
    columns: [
      CASE_REF,
      OFFICE_CODE,
      needed("opened_on", DAY, "開始日", "受付日"),
      optional("closed_on", DAY, "終結日"),
      optional("tags", { type: "tags", labels: TAG_LABELS }, "複雑化要因", "タグ"),
    ],
  },
  assignments: {
    key: "assignments",
    ja: ["担当"],
    columns: [CASE_REF, STAFF_CODE, key("from", DAY, "担当開始日"), optional("to", DAY, "担当終了日")],
  },
  training: {
    key: "training",
    ja: ["研修"],
    columns: [
      key("record_ref", CODE, "研修記録番号"),
      { ...STAFF_CODE, inKey: false },
      needed("attended_on", DAY, "受講日"),
      optional("title", TEXT, "研修名"),
      needed("topic", { type: "choice", labels: TOPIC_LABELS }, "テーマ"),
      needed("format", { type: "choice", labels: FORMAT_LABELS }, "形式"),
      needed("hours", { type: "number", above: 0, max: 24, decimals: 2, step: 0.25 }, "時間数", "時間"),
      optional("in_working_time", BOOL, "勤務時間内"),
      optional("publicly_funded", BOOL, "公費負担"),
    ],
  },
  sessions: {
    key: "sessions",
    ja: ["スーパービジョン", "SV"],
    columns: [
      SESSION_REF,
      needed("held_on", DAY, "実施日"),
      optional("start_time", { type: "time" }, "開始時刻"),
      needed("minutes", { type: "integer", min: 1, max: 1440 }, "時間（分）", "分"),
      needed("kind", { type: "choice", labels: SESSION_LABELS }, "形態"),
      optional("supervisor_code", CODE, "スーパーバイザーコード", "スーパーバイザーの職員コード"),
      optional("external", BOOL, "外部"),
      needed("status", { type: "choice", labels: STATUS_LABELS }, "状態"),
    ],
  },
  attendance: {
    key: "attendance",
    ja: ["出欠"],
    columns: [SESSION_REF, STAFF_CODE, needed("attendance", { type: "choice", labels: ATTENDANCE_LABELS }, "出欠")],
  },
  overtime: {
    key: "overtime",
    ja: ["時間外労働", "残業"],
    columns: [
      STAFF_CODE,
      key("month", MONTH, "月", "対象月"),
      optional("overtime_hours", { type: "number", min: 0, max: 744, decimals: 2 }, "時間外労働時間"),
      optional("leave_days_taken", { type: "number", min: 0, max: 31, decimals: 3 }, "取得休暇日数"),
    ],
  },
  returns: {
    key: "returns",
    ja: ["事業実績報告", "実績"],
    columns: [
      key("indicator", { type: "choice", labels: INDICATORS }, "指標"),
      key("month", MONTH, "月", "対象月"),
      needed("numerator", COUNT, "分子", "件数"),
      optional("denominator", COUNT, "分母"),
    ],
  },
};

/** Return indicators that are rates, and so need a denominator; the others are counts. */
export const RATE_INDICATORS: ReadonlySet<string> = new Set(
  RETURN_INDICATORS.filter((indicator) => definitionOf(indicator).aggregation === "rate"),
);

/** The file's name in the exchange format. */
export function fileName(file: FileKey): string {
  return `${file}.csv`;
}

/** Which file a file's or a sheet's name means: "staff.csv", "STAFF", "職員". Null where none. */
export function fileKeyOf(name: string): FileKey | null {
  const stem = name
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/\.csv$/, "");
  return FILE_KEYS.find((file) => file === stem || FILES[file].ja.some((word) => word.toLowerCase() === stem)) ?? null;
}
