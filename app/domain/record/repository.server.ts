/** A worker's own record, read in the scope of the own rows: eight statements, however many years and rows. */
import { asPeople, type People, type Tx } from "~/db/scope.server";
import { fiscalYearOf, type Day } from "~/lib/calendar";
import type { OpenSpan } from "~/lib/spans";

import { DEFAULT_TERMS } from "../contract/terms";
import { hasReachedTarget, ownTarget } from "../training/rules";
import { hundredths, isEmployedOn } from "../workforce/rules";
import type { StaffRole } from "../workforce/vocabulary";
import { listCarried } from "./carried.server";
import type { RecordContent, RecordQualification, RecordSession, RecordTraining } from "./content";
import { chosenYears, daysOf, rolesOverTime, yearList, yearsOfPost, type OwnRecord, type YearSpan } from "./own-record";

export type RecordWish = {
  /** Up to this day. */
  asOf: Day;
  years: { from?: number; to?: number };
  /** Whether the person has left, whatever the post says. */
  isFormer: boolean;
};
export type LoadedRecord = { record: OwnRecord; all: YearSpan; span: YearSpan };

/** The own record of the chosen fiscal years, or null where the scope has no such member of staff. */
export function getOwnRecord(people: People, staffId: string, wish: RecordWish): Promise<LoadedRecord | null> {
  return asPeople(people, (tx) => loadRecord(tx, people.contractId, staffId, wish));
}

/** The same within a transaction of the people scope. */
export async function loadRecord(
  tx: Tx,
  contractId: string,
  staffId: string,
  { asOf, years, isFormer }: RecordWish,
): Promise<LoadedRecord | null> {
  const post = await readPost(tx, contractId, staffId, asOf);
  if (!post) return null;
  const all = yearsOfPost(post, asOf);
  const span = chosenYears(years, all);
  const days = daysOf(span, asOf);
  const courses = await tx.$queryRaw<(RecordTraining & { isPending: boolean })[]>`
    SELECT attended_on::text AS "attendedOn", title, provider, topic, format, hours::float8 AS hours, in_working_time AS "inWorkingTime",
      publicly_funded AS "publiclyFunded", approval = 'pending' AS "isPending"
    FROM training_record WHERE contract_id = ${contractId}::uuid AND staff_id = ${staffId}::uuid AND approval IN ('approved', 'pending')
      AND attended_on BETWEEN ${days.from}::date AND ${days.to}::date ORDER BY attended_on, title, id`;
  const sessions = await tx.$queryRaw<RecordSession[]>`
    SELECT s.held_on::text AS "heldOn", s.minutes, s.kind, s.external,
      coalesce((SELECT i.name FROM staff p JOIN staff_identity i ON i.contract_id = p.contract_id AND i.staff_id = p.id
        WHERE p.contract_id = s.contract_id AND p.staff_code = s.supervisor_code), s.supervisor_code) AS supervisor
    FROM supervision_attendance a JOIN supervision_session s ON s.contract_id = a.contract_id AND s.id = a.session_id
    WHERE a.contract_id = ${contractId}::uuid AND a.staff_id = ${staffId}::uuid AND a.attendance = 'attended' AND s.status = 'held'
      AND s.held_on BETWEEN ${days.from}::date AND ${days.to}::date ORDER BY s.held_on, s.start_time NULLS FIRST, s.id`;
  const qualifications = await tx.$queryRaw<RecordQualification[]>`
    SELECT kind, number, obtained_on::text AS "obtainedOn", expires_on::text AS "expiresOn" FROM qualification
    WHERE contract_id = ${contractId}::uuid AND staff_id = ${staffId}::uuid AND verification = 'verified'
      AND obtained_on <= ${days.to}::date ORDER BY obtained_on, kind, id`;
  const roles = rolesOverTime(await readRanks(tx, contractId, staffId, asOf), post);
  const carried = await listCarried(tx, contractId, staffId);
  const leave = await readLeave(tx, contractId, staffId);
  const hoursAgreed = await readTargets(tx, contractId);
  const training = courses.filter((row) => !row.isPending).map(({ isPending: _, ...row }) => row);
  const { hiredOn, leftOn, name, contractor, contractorEn, contract, contractEn, office, officeEn } = post;
  const content: RecordContent = {
    post: {
      ...{
        name,
        contractor,
        contractorEn,
        contract,
        contractEn,
        office,
        officeEn,
        employedFrom: hiredOn,
        employedTo: leftOn,
        roles,
      },
      isCurrent: !isFormer && isEmployedOn(post, asOf),
    },
    years: yearList(span).map((fiscalYear) => {
      const terms = { trainingTargetHours: hoursAgreed(fiscalYear) };
      const own = { hiredOn, leftOn, leave };
      const hours = training.reduce((sum, row) => {
        return fiscalYearOf(row.attendedOn) === fiscalYear ? sum + hundredths(row.hours) : sum;
      }, 0);
      const isReached = hasReachedTarget(hours / 100, terms, own, fiscalYear);
      return { fiscalYear, target: ownTarget(terms, own, fiscalYear), isReached };
    }),
    ...{ training, sessions, qualifications },
  };
  return { record: { content, asOf, carried, pending: courses.length - training.length }, all, span };
}

type PostRow = Pick<
  RecordContent["post"],
  "name" | "contractor" | "contractorEn" | "contract" | "contractEn" | "office" | "officeEn"
> & { role: StaffRole; hiredOn: Day; leftOn: Day | null; firstOn: Day | null; lastOn: Day | null };

async function readPost(tx: Tx, contractId: string, staffId: string, asOf: Day): Promise<PostRow | null> {
  const [row] = await tx.$queryRaw<PostRow[]>`
    WITH days AS (
      SELECT t.attended_on AS day FROM training_record t WHERE t.contract_id = ${contractId}::uuid AND t.staff_id = ${staffId}::uuid
        AND t.approval = 'approved'
      UNION ALL SELECT v.held_on FROM supervision_attendance a JOIN supervision_session v ON v.contract_id = a.contract_id AND v.id = a.session_id
        WHERE a.contract_id = ${contractId}::uuid AND a.staff_id = ${staffId}::uuid AND a.attendance = 'attended' AND v.status = 'held')
    SELECT coalesce(i.name, s.staff_code) AS name, k.name AS contractor, k.name_en AS "contractorEn", c.name AS contract,
      c.name_en AS "contractEn", o.name AS office, o.name_en AS "officeEn", s.role, s.hired_on::text AS "hiredOn",
      s.left_on::text AS "leftOn", (SELECT min(day) FROM days WHERE day <= ${asOf}::date)::text AS "firstOn",
      (SELECT max(day) FROM days WHERE day <= ${asOf}::date)::text AS "lastOn"
    FROM staff s JOIN contract c ON c.ward_id = s.ward_id AND c.id = s.contract_id
      JOIN contractor k ON k.ward_id = c.ward_id AND k.id = c.contractor_id
      LEFT JOIN staff_identity i ON i.contract_id = s.contract_id AND i.staff_id = s.id
      LEFT JOIN office o ON o.contract_id = s.contract_id AND o.id = s.office_id
    WHERE s.contract_id = ${contractId}::uuid AND s.id = ${staffId}::uuid`;
  return row ?? null;
}

function readRanks(tx: Tx, contractId: string, staffId: string, until: Day) {
  return tx.$queryRaw<{ fromOn: Day; role: StaffRole }[]>`
    SELECT from_on::text AS "fromOn", role FROM rank_history
    WHERE contract_id = ${contractId}::uuid AND staff_id = ${staffId}::uuid AND from_on <= ${until}::date ORDER BY from_on`;
}

function readLeave(tx: Tx, contractId: string, staffId: string) {
  return tx.$queryRaw<OpenSpan[]>`
    SELECT starts_on::text AS "from", ends_on::text AS "to" FROM staff_leave
    WHERE contract_id = ${contractId}::uuid AND staff_id = ${staffId}::uuid ORDER BY starts_on`;
}

/** The hours agreed for a fiscal year: of its latest specification version, or of the newest year before it, or the default. */
async function readTargets(tx: Tx, contractId: string): Promise<(fiscalYear: number) => number> {
  const rows = await tx.$queryRaw<{ fiscalYear: number; hours: number }[]>`
    SELECT DISTINCT ON (fiscal_year) fiscal_year AS "fiscalYear", training_target_hours::float8 AS hours FROM specification
    WHERE contract_id = ${contractId}::uuid ORDER BY fiscal_year DESC, version DESC`;
  return (fiscalYear) => rows.find((row) => row.fiscalYear <= fiscalYear)?.hours ?? DEFAULT_TERMS.trainingTargetHours;
}
