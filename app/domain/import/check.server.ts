/**
 * The checks between rows, between files, and against what is already recorded: each one set statement over the
 * staging tables, so that their number does not grow with the rows.
 */
import { Prisma, type Tenant, type Tx } from "~/db/scope.server";

import { FILES, type FileKey } from "./columns";
import { LISTED_PROBLEMS, problemAt, type Notice, type ProblemCode, type ProblemList } from "./problems";
import { quoted, stageTable, type Staged } from "./stage.server";

type Stages = ReadonlyMap<FileKey, Staged>;

/**
 * Runs every check that the staged files call for.
 * @param unread files that could not be opened: what refers to them is not checked
 */
export async function check(
  tx: Tx,
  tenant: Tenant,
  stages: Stages,
  unread: ReadonlySet<FileKey>,
  problems: ProblemList,
): Promise<Notice[]> {
  for (const staged of stages.values()) await checkKeys(tx, staged, problems);
  const checked = REFERENCES.filter(({ target }) => !unread.has(target) && stages.get(target)?.whole !== false);
  for (const reference of checked) await checkReference(tx, tenant, stages, reference, problems);
  for (const order of ORDERS) await checkOrder(tx, tenant, stages, order, problems);
  const [assignments, training, sessions] = [stages.get("assignments"), stages.get("training"), stages.get("sessions")];
  if (assignments) await checkOverlaps(tx, tenant, assignments, problems);
  if (training) await checkTrainingDays(tx, tenant, training, problems);
  return sessions ? unknownSupervisors(tx, tenant, sessions, stages) : [];
}

/** The tenant's rows of a table; row-level security says the same, this lets the indexes serve. */
export function own(tenant: Tenant, alias: string): Prisma.Sql {
  const name = Prisma.raw(alias);
  return Prisma.sql`${name}.ward_id = ${tenant.wardId}::uuid AND ${name}.contract_id = ${tenant.contractId}::uuid`;
}

type Found = { row: number; value: string; other: number | null; count: number };

async function checkKeys(tx: Tx, staged: Staged, problems: ProblemList): Promise<void> {
  const keys = FILES[staged.file].columns.filter(({ inKey }) => inKey);
  const columns = Prisma.join(keys.map(({ key }) => quoted(key)));
  const shown = Prisma.join(
    keys.map(({ key, kind }) =>
      kind.type === "month" ? Prisma.sql`to_char(${quoted(key)}, 'YYYY-MM')` : Prisma.sql`${quoted(key)}::text`,
    ),
  );
  const found = await tx.$queryRaw<Found[]>`
    SELECT row, concat_ws(', ', ${shown}) AS value, other, count(*) OVER ()::int AS count
    FROM (SELECT *, first_value(row) OVER (PARTITION BY ${columns} ORDER BY row) AS other FROM ${stageTable(staged.file)}) AS s
    WHERE row <> other AND num_nulls(${columns}) = 0 ORDER BY row LIMIT ${LISTED_PROBLEMS}`;
  const column = keys.map(({ key }) => key).join(", ");
  report(problems, found, ({ row, value, other }) =>
    problemAt({ file: staged.label, row, column, value }, "key_twice", { other: other ?? 0 }),
  );
}

type Reference = { file: FileKey; column: string; target: FileKey; table: string; stored: string; code: ProblemCode };

const TARGETS = {
  office_code: { target: "offices", table: "office", stored: "office_code", code: "office_unknown" },
  staff_code: { target: "staff", table: "staff", stored: "staff_code", code: "staff_unknown" },
  case_ref: { target: "cases", table: "support_case", stored: "case_ref", code: "case_unknown" },
  session_ref: { target: "sessions", table: "supervision_session", stored: "session_ref", code: "session_unknown" },
} as const;

const REFERENCES: readonly Reference[] = Object.values(FILES).flatMap(({ key: file, columns }) =>
  columns.flatMap(({ key: column }) => {
    const reference = Object.entries(TARGETS).find(([name, { target }]) => name === column && target !== file)?.[1];
    return reference ? [{ file, column, ...reference }] : [];
  }),
);

async function checkReference(
  tx: Tx,
  tenant: Tenant,
  stages: Stages,
  reference: Reference,
  problems: ProblemList,
): Promise<void> {
  const staged = stages.get(reference.file);
  if (!staged?.given.has(reference.column)) return;
  const { code } = reference;
  const column = Prisma.sql`s.${quoted(reference.column)}`;
  const found = await tx.$queryRaw<Found[]>`
    SELECT s.row, ${column} AS value, NULL AS other, count(*) OVER ()::int AS count FROM ${stageTable(reference.file)} s
    WHERE ${column} IS NOT NULL AND ${unknownCode(tenant, stages, reference, column)} ORDER BY s.row LIMIT ${LISTED_PROBLEMS}`;
  report(problems, found, ({ row, value }) =>
    problemAt({ file: staged.label, row, column: reference.column, value }, code, { file: `${reference.target}.csv` }),
  );
}

type Codes = Pick<Reference, "target" | "table" | "stored">;

/** That a code is neither staged nor recorded; two anti joins, because one over a union is planned row by row. */
function unknownCode(tenant: Tenant, stages: Stages, { target, table, stored }: Codes, column: Prisma.Sql): Prisma.Sql {
  const recorded = Prisma.sql`NOT EXISTS (SELECT 1 FROM ${Prisma.raw(table)} t WHERE ${own(tenant, "t")} AND t.${quoted(stored)} = ${column})`;
  if (!stages.has(target)) return recorded;
  return Prisma.sql`NOT EXISTS (SELECT 1 FROM ${stageTable(target)} n WHERE n.${quoted(stored)} = ${column}) AND ${recorded}`;
}

/** A span's two columns; where the second is absent, `stored` is the table from which its value is kept. */
type Order = { file: FileKey; from: string; to: string; code: ProblemCode; stored?: string; key?: string };

const ORDERS: readonly Order[] = [
  { file: "staff", from: "hired_on", to: "left_on", code: "left_before_hired", stored: "staff", key: "staff_code" },
  { file: "leave", from: "starts_on", to: "ends_on", code: "ends_before_starts" },
  { file: "qualifications", from: "obtained_on", to: "expires_on", code: "expires_before_obtained" },
  {
    file: "cases",
    from: "opened_on",
    to: "closed_on",
    code: "closed_before_opened",
    stored: "support_case",
    key: "case_ref",
  },
  { file: "assignments", from: "from", to: "to", code: "to_before_from" },
];

async function checkOrder(tx: Tx, tenant: Tenant, stages: Stages, order: Order, problems: ProblemList): Promise<void> {
  const staged = stages.get(order.file);
  const given = staged?.given.has(order.to);
  if (!staged || (!given && !order.stored)) return;
  const from = Prisma.sql`s.${quoted(order.from)}`;
  const end = Prisma.sql`${Prisma.raw(given ? "s" : "t")}.${quoted(order.to)}`;
  const key = quoted(order.key ?? "");
  const join = given
    ? Prisma.empty
    : Prisma.sql`JOIN ${Prisma.raw(order.stored ?? "")} t ON ${own(tenant, "t")} AND t.${key} = s.${key}`;
  const found = await tx.$queryRaw<(Found & { from: string })[]>`
    SELECT s.row, ${end}::text AS value, ${from}::text AS "from", NULL AS other, count(*) OVER ()::int AS count
    FROM ${stageTable(order.file)} s ${join} WHERE ${end} < ${from} ORDER BY s.row LIMIT ${LISTED_PROBLEMS}`;
  report(problems, found, ({ row, value, from: start }) =>
    problemAt({ file: staged.label, row, column: order.to, value }, order.code, { from: start, column: order.from }),
  );
}

type Overlap = Found & { case_ref: string; staff_code: string; since: string; until: string | null };

async function checkOverlaps(tx: Tx, tenant: Tenant, staged: Staged, problems: ProblemList): Promise<void> {
  const end = staged.given.has("to") ? Prisma.sql`s."to"` : Prisma.sql`o."to"`;
  // why: the running maximum of what came before, carried as text with the row it belongs to, finds every overlap in
  // one sorted pass; a join of a case's rows with each other would explode on a file that repeats one case.
  const found = await tx.$queryRaw<Overlap[]>`
    WITH stored AS (
      SELECT c.case_ref, st.staff_code, a.from_on AS "from", a.to_on AS "to" FROM case_assignment a
      JOIN support_case c ON ${own(tenant, "c")} AND c.id = a.case_id
      JOIN staff st ON ${own(tenant, "st")} AND st.id = a.staff_id
      WHERE ${own(tenant, "a")} AND c.case_ref IN (SELECT case_ref FROM stage_assignments)
    ), wanted AS (
      SELECT s.row, s.case_ref, s.staff_code, s."from", ${end} AS "to" FROM stage_assignments s
      LEFT JOIN stored o ON o.case_ref = s.case_ref AND o.staff_code = s.staff_code AND o."from" = s."from"
      UNION ALL
      SELECT NULL, o.case_ref, o.staff_code, o."from", o."to" FROM stored o WHERE NOT EXISTS (
        SELECT 1 FROM stage_assignments s WHERE s.case_ref = o.case_ref AND s.staff_code = o.staff_code AND s."from" = o."from")
    ), ordered AS (
      SELECT *, max(rpad(coalesce("to"::text, '9999-12-31'), 10) || "from"::text || lpad(coalesce(row::text, ''), 10) || staff_code COLLATE "C")
        OVER (PARTITION BY case_ref ORDER BY "from", row ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
      FROM wanted WHERE case_ref IS NOT NULL AND staff_code IS NOT NULL AND "from" IS NOT NULL AND ("to" IS NULL OR "to" >= "from")
    ), clashes AS (
      SELECT *, nullif(trim(substr(before, 21, 10)), '')::int AS earlier FROM ordered
      WHERE substr(before, 1, 10) >= "from"::text AND (staff_code, "from"::text) IS DISTINCT FROM (substr(before, 31), substr(before, 11, 10))
    )
    SELECT coalesce(row, earlier) AS row, CASE WHEN row IS NOT NULL THEN earlier END AS other, case_ref AS value, case_ref,
      CASE WHEN row IS NULL THEN staff_code ELSE substr(before, 31) END AS staff_code,
      CASE WHEN row IS NULL THEN "from"::text ELSE substr(before, 11, 10) END AS since,
      CASE WHEN row IS NULL THEN "to"::text ELSE nullif(substr(before, 1, 10), '9999-12-31') END AS until,
      count(*) OVER ()::int AS count
    FROM clashes WHERE row IS NOT NULL OR earlier IS NOT NULL ORDER BY 1 LIMIT ${LISTED_PROBLEMS}`;
  report(problems, found, ({ row, other, value, case_ref, staff_code, since, until }) => {
    const params = { other: other ?? 0, case: case_ref, staff: staff_code, since, until: until ?? "…" };
    return problemAt(
      { file: staged.label, row, column: "from", value },
      other === null ? "overlap_stored" : "overlap",
      params,
    );
  });
}

async function checkTrainingDays(tx: Tx, tenant: Tenant, staged: Staged, problems: ProblemList): Promise<void> {
  const found = await tx.$queryRaw<(Found & { hours: number; staff_code: string })[]>`
    WITH wanted AS (
      SELECT row, staff_code, attended_on, hours FROM stage_training
      UNION ALL
      SELECT NULL, st.staff_code, r.attended_on, r.hours FROM training_record r
      JOIN staff st ON ${own(tenant, "st")} AND st.id = r.staff_id
      WHERE ${own(tenant, "r")} AND r.approval <> 'rejected' AND NOT EXISTS (SELECT 1 FROM stage_training s WHERE s.record_ref = r.record_ref)
    )
    SELECT max(row) AS row, attended_on::text AS value, staff_code, sum(hours)::float8 AS hours, NULL AS other, count(*) OVER ()::int AS count
    FROM wanted WHERE staff_code IS NOT NULL AND attended_on IS NOT NULL
    GROUP BY staff_code, attended_on HAVING sum(hours) > 24 AND max(row) IS NOT NULL ORDER BY 1 LIMIT ${LISTED_PROBLEMS}`;
  report(problems, found, ({ row, value, hours, staff_code }) =>
    problemAt({ file: staged.label, row, column: "hours", value: String(hours) }, "training_day", {
      staff: staff_code,
      day: value,
      hours,
    }),
  );
}

async function unknownSupervisors(tx: Tx, tenant: Tenant, staged: Staged, stages: Stages): Promise<Notice[]> {
  const column = Prisma.raw("s.supervisor_code");
  const found = await tx.$queryRaw<{ row: number; value: string }[]>`
    SELECT min(s.row) AS row, ${column} AS value FROM stage_sessions s
    WHERE ${column} IS NOT NULL AND ${unknownCode(tenant, stages, TARGETS.staff_code, column)}
    GROUP BY 2 ORDER BY 1 LIMIT 20`;
  return found.map(({ row, value }) => ({
    ...{ file: staged.label, row, column: "supervisor_code", value },
    ...{ code: "supervisor_unknown", params: {} },
  }));
}

function report<F extends Found>(
  problems: ProblemList,
  found: F[],
  problem: (found: F) => ReturnType<typeof problemAt>,
): void {
  // why: the statement lists the first ones and knows how many there are.
  const unlisted = (found[0]?.count ?? 0) - found.length;
  found.forEach((each, index) => problems.add(problem(each), index === 0 ? 1 + unlisted : 1));
}
