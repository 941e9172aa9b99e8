/** Running registrations as キャリアコンサルタント with their courses, and what their holders enter about the renewal. */
import { Prisma, asPeople, asTenant, type People, type Tenant, type Tx } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";

import { entryRef } from "../workforce/entry-ref.server";
import { audit, conflictOrNone, type Changed } from "./change.server";
import {
  isWithinWindow,
  looksLikeRenewalCourse,
  renewalChecklist,
  type RenewalChecklist,
  type RenewalPart,
} from "./renewal";
import type { CourseEntry } from "./schema";

type Subject = { wardId: string; contractId: string };

export type Course = { id: string; part: RenewalPart; title: string; hours: number; completedOn: Day };
/** Own training that may count towards the renewal. */
export type TrainingOffer = { title: string; hours: number; completedOn: Day };
export type Renewal = {
  qualificationId: string;
  staffId: string;
  version: number;
  obtainedOn: Day;
  expiresOn: Day;
  exempt: { hours: number; reason: string | null; verified: boolean } | null;
  courses: Course[];
  /** A later registration is entered and waits for verification. */
  successorWaits: boolean;
  checklist: RenewalChecklist;
};

type Row = Omit<Renewal, "exempt" | "checklist"> & {
  appliedOn: Day | null;
  exemptHours: number | null;
  exemptReason: string | null;
  exemptVerified: boolean;
};

/**
 * The verified registration that lasts longest of each person, where it has an end: of the staff given, or of everybody
 * employed on the day.
 */
export async function listRenewals(
  tx: Tx,
  { wardId, contractId }: Subject,
  day: Day,
  staffId: string | null = null,
): Promise<Renewal[]> {
  const whose = staffId
    ? Prisma.sql`q.staff_id = ${staffId}::uuid`
    : Prisma.sql`s.hired_on <= ${day}::date AND (s.left_on IS NULL OR s.left_on >= ${day}::date)`;
  const rows = await tx.$queryRaw<Row[]>`
    WITH held AS (
      SELECT DISTINCT ON (q.staff_id) q.* FROM qualification q
      JOIN staff s ON s.ward_id = q.ward_id AND s.contract_id = q.contract_id AND s.id = q.staff_id
      WHERE q.ward_id = ${wardId}::uuid AND q.contract_id = ${contractId}::uuid AND q.kind = 'career_consultant'
        AND q.verification = 'verified' AND q.obtained_on <= ${day}::date AND ${whose}
      ORDER BY q.staff_id, q.expires_on DESC NULLS FIRST, q.obtained_on DESC)
    SELECT h.id::text AS "qualificationId", h.staff_id::text AS "staffId", h.version, h.obtained_on::text AS "obtainedOn",
      h.expires_on::text AS "expiresOn", h.renewal_applied_on::text AS "appliedOn", h.renewal_exempt_hours::float8 AS "exemptHours",
      h.renewal_exempt_reason AS "exemptReason", h.renewal_exempt_verified AS "exemptVerified",
      coalesce((SELECT json_agg(json_build_object('id', c.id, 'part', c.part, 'title', c.title, 'hours', c.hours::float8,
          'completedOn', c.completed_on) ORDER BY c.completed_on, c.part, c.id)
        FROM renewal_course c WHERE c.ward_id = h.ward_id AND c.contract_id = h.contract_id AND c.qualification_id = h.id), '[]') AS courses,
      EXISTS (SELECT FROM qualification n WHERE n.ward_id = h.ward_id AND n.contract_id = h.contract_id AND n.staff_id = h.staff_id
        AND n.kind = h.kind AND n.verification = 'pending' AND n.obtained_on > h.obtained_on) AS "successorWaits"
    FROM held h WHERE h.expires_on IS NOT NULL ORDER BY h.expires_on, h.staff_id`;
  return rows.map(({ appliedOn, exemptHours, exemptReason, exemptVerified, ...row }) => {
    const exempt = exemptHours === null ? null : { hours: exemptHours, reason: exemptReason, verified: exemptVerified };
    const checklist = renewalChecklist({ ...row, appliedOn, exempt }, row.courses, day);
    return { ...row, exempt, checklist: row.successorWaits ? { ...checklist, alert: null } : checklist };
  });
}

export type OwnRenewal = { renewal: Renewal; offers: TrainingOffer[] };

/** A person's own renewal, with training of theirs that may count; null where they hold no registration that ends. */
export function getOwnRenewal(people: People, staffId: string, day: Day): Promise<OwnRenewal | null> {
  return asPeople(people, async (tx) => {
    const [renewal] = await listRenewals(tx, people, day, staffId);
    if (!renewal) return null;
    const training = await tx.$queryRaw<TrainingOffer[]>`
      SELECT title, hours::float8 AS hours, attended_on::text AS "completedOn" FROM training_record
      WHERE ward_id = ${people.wardId}::uuid AND contract_id = ${people.contractId}::uuid AND staff_id = ${staffId}::uuid
        AND attended_on BETWEEN ${renewal.obtainedOn}::date AND ${day}::date AND approval <> 'rejected'
      ORDER BY attended_on DESC, title`;
    const entered = new Set(renewal.courses.map(({ title, completedOn }) => `${completedOn} ${title}`));
    const offers = training.filter(
      ({ title, completedOn }) => looksLikeRenewalCourse(title) && !entered.has(`${completedOn} ${title}`),
    );
    return { renewal, offers };
  });
}

/** The renewal of one of the contract's staff, for its manager. */
export function getRenewalOf(tenant: Tenant, staffId: string, day: Day): Promise<Renewal | null> {
  return asTenant(tenant, async (tx) => (await listRenewals(tx, tenant, day, staffId))[0] ?? null);
}

/** Adds a course to the person's running registration; a form sent twice is stored once. False where there is none. */
export function addCourse(people: People, staffId: string, entry: CourseEntry, day: Day): Promise<boolean> {
  const { formRef, ...content } = entry;
  return asPeople(people, async (tx) => {
    const [renewal] = await listRenewals(tx, people, day, staffId);
    if (!renewal) return false;
    await tx.$executeRaw`
      INSERT INTO renewal_course (ward_id, contract_id, id, qualification_id, staff_id, part, title, hours, completed_on)
      VALUES (${people.wardId}::uuid, ${people.contractId}::uuid, ${entryRef(staffId, formRef, content)}::uuid,
        ${renewal.qualificationId}::uuid, ${staffId}::uuid, ${content.part}, ${content.title}, ${content.hours}::numeric,
        ${content.completedOn}::date)
      ON CONFLICT DO NOTHING`;
    return true;
  });
}

/** Takes a course back; false where the person has none of that id. */
export function removeCourse(people: People, staffId: string, courseId: string): Promise<boolean> {
  return asPeople(people, async (tx) => {
    const removed = await tx.$executeRaw`
      DELETE FROM renewal_course WHERE contract_id = ${people.contractId}::uuid AND id = ${courseId}::uuid AND staff_id = ${staffId}::uuid`;
    return removed > 0;
  });
}

export type ApplicationNoted = Changed | { ok: false; reason: "outsideWindow"; opensOn: Day; closesOn: Day };

/** Notes the day on which the renewal was applied for, or takes it back. Outside the window none is taken. */
export function noteApplication(
  people: People,
  staffId: string,
  note: { version: number; appliedOn: Day | null },
  day: Day,
): Promise<ApplicationNoted> {
  return asPeople(people, async (tx) => {
    const [renewal] = await listRenewals(tx, people, day, staffId);
    if (!renewal) return { ok: false, reason: "notFound" };
    const { opensOn, closesOn } = renewal.checklist;
    if (note.appliedOn !== null && !isWithinWindow(renewal.expiresOn, note.appliedOn))
      return { ok: false, reason: "outsideWindow", opensOn, closesOn };
    return write(tx, people, renewal, note.version, Prisma.sql`renewal_applied_on = ${note.appliedOn}::date`);
  });
}

/** Notes exempt hours of skill courses with the reason, or takes them back; they count once the manager has confirmed them. */
export function noteExemptHours(
  people: People,
  staffId: string,
  note: { version: number; hours: number | null; reason: string | null },
  day: Day,
): Promise<Changed> {
  return asPeople(people, async (tx) => {
    const [renewal] = await listRenewals(tx, people, day, staffId);
    if (!renewal) return { ok: false, reason: "notFound" };
    const hours = note.hours || null;
    const values = Prisma.sql`renewal_exempt_hours = ${hours}::numeric, renewal_exempt_reason = ${hours ? note.reason : null},
      renewal_exempt_verified = false`;
    return write(tx, people, renewal, note.version, values);
  });
}

async function write(
  tx: Tx,
  people: People,
  { qualificationId }: Renewal,
  version: number,
  values: Prisma.Sql,
): Promise<Changed> {
  const changed = await tx.$executeRaw`
    UPDATE qualification SET ${values}, version = version + 1
    WHERE contract_id = ${people.contractId}::uuid AND id = ${qualificationId}::uuid AND version = ${version}::int`;
  if (changed === 0) return conflictOrNone(tx, people, qualificationId);
  await audit(tx, people, "worker", "renewal.change", qualificationId);
  return { ok: true, id: qualificationId };
}
