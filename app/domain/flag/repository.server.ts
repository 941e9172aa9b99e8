/** Flags as the contractor's side reads them, by name: the manager the contract's, a person the own list's. */
import { Prisma, type People } from "../../db/scope.server";
import type { Day } from "../../lib/calendar";
import { pageWithin } from "../../lib/page";
import type { StaffRole, Severity } from "../workforce/vocabulary";
import { countSeverities, type SeverityCounts } from "./disclosure";
import type { StoredFigures } from "./episodes";
import type { Figures, RuleKey, StrainFactor, SubjectKind } from "./finding";
import type { Thresholds } from "./thresholds";
import { asReader, lastEvaluatedDay, LATEST, openFlagsOn, readFigures, type FlagReader } from "./reading.server";

export type FlagStatus = "open" | "acknowledged" | "plan_agreed" | "resolved";

/** A flag with its subject, as of a day. One about an office or a contract has no staff. */
export type NamedFlag = {
  flagId: string;
  rule: RuleKey;
  version: number;
  severity: Severity;
  status: FlagStatus;
  subject: SubjectKind;
  staffId: string | null;
  staffCode: string | null;
  staffName: string | null;
  role: StaffRole | null;
  officeId: string | null;
  officeCode: string | null;
  officeName: string | null;
  officeNameEn: string | null;
  raisedOn: Day;
  resolvedOn: Day | null;
  /** The last day for the contractor's answer. */
  dueOn: Day | null;
  figures: Figures;
  factors: StrainFactor[];
  /** Those it was raised under; null where it was raised before they were kept. */
  thresholds: Partial<Thresholds> | null;
};

export type FlagQuery = {
  asOf?: Day;
  severity?: Severity;
  rule?: RuleKey;
  staffId?: string;
  page?: number;
  pageSize?: number;
};
export type FlagPage = { flags: NamedFlag[]; total: number; page: number; pages: number; evaluatedOn: Day | null };

const PAGE_SIZE = 50;

type Row = Omit<NamedFlag, "figures" | "factors"> & { stored: StoredFigures };

const SUBJECT = Prisma.sql`f.id::text AS "flagId", f.rule, f.rule_version AS version, f.subject_kind AS subject, f.staff_id::text AS "staffId", s.staff_code AS "staffCode",
  i.name AS "staffName", s.role, o.id::text AS "officeId", o.office_code AS "officeCode", o.name AS "officeName", o.name_en AS "officeNameEn",
  f.raised_on::text AS "raisedOn", f.resolved_on::text AS "resolvedOn", f.due_on::text AS "dueOn", f.thresholds`;
const SUBJECT_TABLES = Prisma.sql`LEFT JOIN staff s ON s.ward_id = f.ward_id AND s.contract_id = f.contract_id AND s.id = f.staff_id
  LEFT JOIN staff_identity i ON i.ward_id = s.ward_id AND i.contract_id = s.contract_id AND i.staff_id = s.id
  LEFT JOIN office o ON o.ward_id = f.ward_id AND o.contract_id = f.contract_id AND o.id = CASE WHEN f.staff_id IS NULL THEN f.office_id ELSE s.office_id END`;

/**
 * The flags open as of a day, the gravest first; without a day, as things stand.
 * @returns one page of them, and the last evaluated day that they rest on
 */
export function listFlags(reader: FlagReader, query: FlagQuery = {}): Promise<FlagPage> {
  const day = query.asOf ?? LATEST;
  const size = query.pageSize ?? PAGE_SIZE;
  const { severity = null, rule = null, staffId = null } = query;
  const filters = Prisma.sql`(${severity}::text IS NULL OR state.severity = ${severity})
    AND (${rule}::text IS NULL OR f.rule = ${rule}) AND (${staffId}::uuid IS NULL OR f.staff_id = ${staffId}::uuid)`;
  return asReader(reader, async (tx) => {
    const open = Prisma.sql`SELECT f.*, state.severity AS day_severity, state.figures AS day_figures, answer.status AS day_status
      FROM ${openFlagsOn(reader, day)} AND ${filters}`;
    const counted = await tx.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM (${open}) f`;
    const total = counted[0]?.total ?? 0;
    const { page, pages, offset } = pageWithin(total, query.page ?? 1, size);
    const rows = await tx.$queryRaw<
      Row[]
    >`SELECT ${SUBJECT}, f.day_severity AS severity, f.day_status AS status, f.day_figures AS stored
      FROM (${open}) f ${SUBJECT_TABLES}
      ORDER BY array_position(ARRAY['critical', 'warning', 'watch'], f.day_severity), f.raised_on, s.staff_code COLLATE "C", f.rule
      LIMIT ${size} OFFSET ${offset}`;
    return { flags: rows.map(named), total, page, pages, evaluatedOn: await lastEvaluatedDay(tx, reader, day) };
  });
}

/** A person's own flags, all of them, open as of a day. */
export async function listOwnFlags(people: People, asOf?: Day): Promise<NamedFlag[]> {
  return (await listFlags(people, { asOf, pageSize: 1000 })).flags;
}

/** How many flags of each severity are open as of a day. */
export function countFlags(reader: FlagReader, asOf: Day = LATEST): Promise<SeverityCounts> {
  return asReader(reader, async (tx) => {
    const rows = await tx.$queryRaw<{ severity: Severity }[]>`SELECT state.severity FROM ${openFlagsOn(reader, asOf)}`;
    return countSeverities(rows.map((row) => row.severity));
  });
}

/** An entry of a flag's history. */
export type FlagEvent = {
  day: Day;
  at: Date;
  kind: string;
  severity: Severity | null;
  figures: Figures | null;
  factors: StrainFactor[];
  note: string | null;
  /** Who did it: the name and role at the time; null for the evaluation. */
  actor: { name: string; role: string } | null;
};
/** `earlier` are the subject's other episodes under the same rule, the latest first. */
export type FlagDetail = NamedFlag & {
  history: FlagEvent[];
  earlier: { flagId: string; raisedOn: Day; resolvedOn: Day | null; severity: Severity }[];
};

type EventRow = Omit<FlagEvent, "figures" | "factors" | "actor"> & { stored: StoredFigures | null };

/** A flag with its history, or null where the reader has none of that id. */
export function getFlag(reader: FlagReader, flagId: string): Promise<FlagDetail | null> {
  return asReader(reader, async (tx) => {
    const scope = Prisma.sql`f.ward_id = ${reader.wardId}::uuid AND f.contract_id = ${reader.contractId}::uuid`;
    const [flag] = await tx.$queryRaw<Row[]>`SELECT ${SUBJECT}, f.severity, f.status, f.figures AS stored
      FROM flag f ${SUBJECT_TABLES} WHERE ${scope} AND f.id = ${flagId}::uuid`;
    if (!flag) return null;
    const events = await tx.$queryRaw<
      EventRow[]
    >`SELECT f.day::text, f.at, f.kind, f.severity, f.figures AS stored, f.note
      FROM flag_event f WHERE ${scope} AND f.flag_id = ${flagId}::uuid ORDER BY f.day, f.at`;
    const earlier = await tx.$queryRaw<FlagDetail["earlier"]>`
      SELECT f.id::text AS "flagId", f.raised_on::text AS "raisedOn", f.resolved_on::text AS "resolvedOn", f.severity FROM flag f
      WHERE ${scope} AND f.rule = ${flag.rule} AND f.subject_id = (SELECT subject_id FROM flag WHERE contract_id = f.contract_id AND id = ${flagId}::uuid) AND f.id <> ${flagId}::uuid
      ORDER BY f.raised_on DESC`;
    return { ...named(flag), history: events.map(eventOf), earlier };
  });
}

function named({ stored, ...row }: Row): NamedFlag {
  return { ...row, ...readFigures(stored) };
}

function eventOf({ stored, ...row }: EventRow): FlagEvent {
  const { actorName, actorRole } = stored ?? {};
  if (typeof actorName === "string" && typeof actorRole === "string")
    return { ...row, figures: null, factors: [], actor: { name: actorName, role: actorRole } };
  return { ...row, ...(stored ? readFigures(stored) : { figures: null, factors: [] }), actor: null };
}
