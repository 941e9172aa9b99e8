/**
 * Merging: staged rows are matched by key with what is recorded. An absent column keeps what is stored, an empty
 * cell empties it (a name apart), equal rows are not touched, and nothing is ever deleted.
 */
import { Prisma, type Tenant, type Tx } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";

import { own } from "./check.server";
import { FILE_KEYS, type FileKey } from "./columns";
import { fileReturns } from "./filings.server";
import { keepHistory } from "./history.server";
import { quoted, stageTable, type Staged } from "./stage.server";

export type Counts = { added: number; changed: number; unchanged: number };

/** How a stage becomes rows of a table. In the SQL `s` is the staged row and `t` the stored one. */
type Target = {
  table: string;
  /** Joins that turn codes into ids. */
  joins?: readonly Join[];
  /** The key's columns, each with what it is in terms of the stage and the joins. */
  keys: Readonly<Record<string, string>>;
  values: Readonly<Record<string, Value>>;
  /** Which rows to write at all, in terms of the wanted values w_<column>. */
  only?: string;
};
type Join = "office" | "staff" | "case" | "session";
/** `from` is the staged column; `as` what it becomes where that is not itself; `fallback` stands for nothing. */
type Value = { from: string; as?: string; fallback?: string; keepsWhenEmpty?: true };

const JOINS: Record<Join, { table: string; code: string; kind: "LEFT JOIN" | "JOIN" }> = {
  office: { table: "office", code: "office_code", kind: "LEFT JOIN" },
  staff: { table: "staff", code: "staff_code", kind: "JOIN" },
  case: { table: "support_case", code: "case_ref", kind: "JOIN" },
  session: { table: "supervision_session", code: "session_ref", kind: "JOIN" },
};

const same = (...columns: string[]): Record<string, Value> =>
  Object.fromEntries(columns.map((name) => [name, { from: name }]));
const OFFICE: Value = { from: "office_code", as: "j_office.id" };
const STAFF_ID = { staff_id: "j_staff.id" };

const TARGETS: Readonly<Record<FileKey, readonly Target[]>> = {
  offices: [
    {
      table: "office",
      keys: { office_code: "s.office_code" },
      values: { name: { from: "name", fallback: "s.office_code", keepsWhenEmpty: true }, ...same("name_en") },
    },
  ],
  staff: [
    {
      table: "staff",
      joins: ["office"],
      keys: { staff_code: "s.staff_code" },
      values: {
        office_id: OFFICE,
        ...same("role", "weekly_hours", "hired_on", "left_on"),
        employment: { from: "employment", fallback: "'full_time'" },
        dedicated_outreach: { from: "dedicated_outreach", fallback: "false" },
      },
    },
    {
      table: "staff_identity",
      joins: ["staff"],
      keys: STAFF_ID,
      values: { name: { from: "name", fallback: "s.staff_code", keepsWhenEmpty: true }, ...same("email") },
    },
    {
      table: "staff_pay",
      joins: ["staff"],
      keys: STAFF_ID,
      values: same("annual_pay_jpy", "qualification_allowance_jpy"),
      only: "NOT is_new OR w_annual_pay_jpy IS NOT NULL OR w_qualification_allowance_jpy IS NOT NULL",
    },
  ],
  leave: [
    {
      table: "staff_leave",
      joins: ["staff"],
      keys: { ...STAFF_ID, starts_on: "s.starts_on" },
      values: { ...same("ends_on"), kind: { from: "kind", fallback: "'other'" } },
    },
  ],
  qualifications: [
    {
      table: "qualification",
      joins: ["staff"],
      keys: { ...STAFF_ID, kind: "s.kind", obtained_on: "s.obtained_on" },
      // why: the employer's own list is the verification; what a worker entered of the same comes out verified.
      values: {
        ...same("expires_on", "number"),
        verification: { from: "kind", as: "'verified'" },
        rejection_note: { from: "kind", as: "NULL::text" },
      },
    },
  ],
  cases: [
    {
      table: "support_case",
      joins: ["office"],
      keys: { case_ref: "s.case_ref" },
      values: {
        office_id: OFFICE,
        ...same("opened_on", "closed_on"),
        tags: { from: "tags", fallback: "'{}'::text[]" },
      },
    },
  ],
  assignments: [
    {
      table: "case_assignment",
      joins: ["case", "staff"],
      keys: { case_id: "j_case.id", ...STAFF_ID, from_on: 's."from"' },
      values: { to_on: { from: "to", as: 's."to"' } },
    },
  ],
  training: [
    {
      table: "training_record",
      joins: ["staff"],
      keys: { record_ref: "s.record_ref" },
      values: {
        staff_id: { from: "staff_code", as: "j_staff.id" },
        title: { from: "title", fallback: "s.record_ref" },
        ...same("attended_on", "topic", "format", "hours", "in_working_time", "publicly_funded"),
        // why: what the contractor hands in stands approved, a record that waited included.
        approval: { from: "record_ref", as: "'approved'" },
      },
    },
  ],
  sessions: [
    {
      table: "supervision_session",
      keys: { session_ref: "s.session_ref" },
      values: {
        ...same("held_on", "start_time", "minutes", "kind", "supervisor_code", "status"),
        external: { from: "external", fallback: "false" },
      },
    },
  ],
  attendance: [
    {
      table: "supervision_attendance",
      joins: ["session", "staff"],
      keys: { session_id: "j_session.id", ...STAFF_ID },
      values: same("attendance"),
    },
  ],
  overtime: [
    {
      table: "overtime_month",
      joins: ["staff"],
      keys: { ...STAFF_ID, month: "s.month" },
      values: same("overtime_hours", "leave_days_taken"),
    },
  ],
  returns: [
    {
      table: "monthly_return",
      keys: { indicator: "s.indicator", month: "s.month" },
      values: same("numerator", "denominator"),
    },
  ],
};

/**
 * Writes the staged files, in the order in which they refer to each other.
 * @param day dates changes of rank and pay in their histories, and monthly returns handed in; without it none are kept
 * @param onFile told after each file
 */
export async function merge(
  tx: Tx,
  tenant: Tenant,
  stages: ReadonlyMap<FileKey, Staged>,
  day: Day | undefined,
  onFile: (staged: Staged) => void,
): Promise<Map<FileKey, Counts>> {
  const counts = new Map<FileKey, Counts>();
  for (const staged of FILE_KEYS.flatMap((file) => stages.get(file) ?? [])) {
    for (const target of TARGETS[staged.file]) {
      await want(tx, tenant, staged, target);
      if (day) await keepHistory(tx, tenant, target.table, day);
      await write(tx, tenant, target);
      if (day && target.table === "monthly_return") await fileReturns(tx, tenant, day);
    }
    counts.set(staged.file, await count(tx, staged));
    onFile(staged);
  }
  return counts;
}

/** Makes want_<table>: each staged row as it should be stored, by row number, with whether it is new or changes something. */
async function want(tx: Tx, tenant: Tenant, { file, given }: Staged, target: Target): Promise<void> {
  const keys = Object.entries(target.keys);
  const values = Object.entries(target.values);
  const wanted = values.map(([column, { from, as, fallback = "NULL", keepsWhenEmpty }]) => {
    const parts = [given.has(from) ? (as ?? `s.${from}`) : `t.${column}`, keepsWhenEmpty && `t.${column}`, fallback];
    return `coalesce(${parts.filter(Boolean).join(", ")})`;
  });
  const joins = (target.joins ?? []).map((name) => {
    const { table, code, kind } = JOINS[name];
    const alias = `j_${name}`;
    return Prisma.sql`${Prisma.raw(`${kind} ${table} ${alias} ON ${alias}.${code} = s.${code} AND`)} ${own(tenant, alias)}`;
  });
  const columns = [
    "s.row",
    ...keys.map(([column, expression]) => `${expression} AS w_${column}`),
    ...values.map(([column], index) => `${wanted[index]} AS w_${column}`),
    "t.ward_id IS NULL AS is_new",
    `t.ward_id IS NOT NULL AND (${values.map(([column], index) => `t.${column} IS DISTINCT FROM ${wanted[index]}`).join(" OR ")}) AS is_changed`,
  ];
  const match = keys.map(([column, expression]) => `t.${column} = ${expression}`).join(" AND ");
  const only = target.only ? `WHERE ${target.only}` : "";
  await tx.$executeRaw`CREATE TEMPORARY TABLE ${Prisma.raw(`want_${target.table}`)} ON COMMIT DROP AS
    SELECT * FROM (SELECT ${Prisma.raw(columns.join(", "))} FROM ${stageTable(file)} s ${joins.length > 0 ? Prisma.join(joins, " ") : Prisma.empty}
      LEFT JOIN ${Prisma.raw(target.table)} t ON ${own(tenant, "t")} AND ${Prisma.raw(match)}) AS wanted ${Prisma.raw(only)}`;
}

async function write(tx: Tx, tenant: Tenant, target: Target): Promise<void> {
  const keys = Object.keys(target.keys);
  const values = Object.keys(target.values);
  const columns = [...keys, ...values];
  await tx.$executeRaw`
    INSERT INTO ${Prisma.raw(target.table)} (ward_id, contract_id, ${Prisma.join(columns.map(quoted))})
    SELECT ${tenant.wardId}::uuid, ${tenant.contractId}::uuid, ${Prisma.raw(columns.map((column) => `w_${column}`).join(", "))}
    FROM ${Prisma.raw(`want_${target.table}`)} WHERE is_new OR is_changed
    ON CONFLICT (ward_id, contract_id, ${Prisma.join(keys.map(quoted))})
    DO UPDATE SET ${Prisma.raw(values.map((column) => `${column} = EXCLUDED.${column}`).join(", "))}`;
}

/** Counts a file's rows: what is new in its first table is added, what changes in any is changed. */
async function count(tx: Tx, { file, rows }: Staged): Promise<Counts> {
  const [first, ...others] = TARGETS[file].map(({ table }) => Prisma.raw(`want_${table}`));
  const touched = [first ?? Prisma.empty, ...others].map(
    (table) => Prisma.sql`SELECT row FROM ${table} WHERE is_new OR is_changed`,
  );
  const [found] = await tx.$queryRaw<{ added: number; touched: number }[]>`
    SELECT (SELECT count(*)::int FROM ${first} WHERE is_new) AS added,
      (SELECT count(DISTINCT row)::int FROM (${Prisma.join(touched, " UNION ALL ")}) AS t) AS touched`;
  const { added = 0, touched: all = 0 } = found ?? {};
  return { added, changed: all - added, unchanged: rows - all };
}
