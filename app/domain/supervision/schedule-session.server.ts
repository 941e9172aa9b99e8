import { asPeople, type People } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";

import { recordDeed } from "../access/audit.server";
import { queueInvitations } from "../notification/invitations.server";
import { entryRef } from "../workforce/entry-ref.server";
import { lockSupervisor, partyOn } from "./objections.server";
import { checkSeries, openedDays, type Verdict } from "./schedule-rules";
import type { SessionPlan } from "./schema";
import { seriesDays } from "./series";
import type { Writing } from "./session";

export type Objections = { ok: false; reason: "against" } & Verdict;
export type Scheduled = { ok: true; sessionId: string; sessions: number; duplicate: boolean } | Objections;

/**
 * Schedules a session with some of the supervisees, or a series of them, and invites. Refused, or held back until its warnings
 * are confirmed, with the reasons; a form sent twice is stored once.
 * @param supervisor how the session names who holds it, where that person has no staff code in the contract
 */
export async function scheduleSession(
  people: People,
  plan: SessionPlan,
  supervisor: { name: string; today: Day } & Writing,
): Promise<Scheduled> {
  const participants = [...new Set(plan.participants)];
  if (participants.some((staffId) => !people.staffIds.includes(staffId)))
    return { ok: false, reason: "against", refusals: [{ code: "notSupervised" }], warnings: [] };
  const { sessionRef: formRef, confirmed, moved, ...content } = plan;
  const sessionRef = entryRef(people.userId, formRef, content);
  return asPeople(people, async (tx) => {
    // why: of the same form sent twice at a moment, the second must find what the first has stored.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${sessionRef}, 2))`;
    const before = await tx.supervisionSession.findFirst({
      where: { contractId: people.contractId, sessionRef },
      select: { id: true },
    });
    const wished = seriesDays(plan.heldOn, plan.repeat, plan.count ?? 1);
    if (before) return { ok: true, sessionId: before.id, sessions: wished.length, duplicate: true };
    await lockSupervisor(tx, people);
    const party = await partyOn(tx, people, participants, wished);
    const days = moved ? openedDays(plan, wished, party) : wished;
    const verdict = checkSeries(plan, days, party, supervisor.today);
    if (verdict.refusals.length > 0 || (verdict.warnings.length > 0 && !confirmed))
      return { ok: false, reason: "against", ...verdict };
    const refs = days.map((_, index) => (index === 0 ? sessionRef : `${sessionRef}-${index + 1}`));
    const [code] = await tx.$queryRaw<{ code: string | null }[]>`SELECT app_own_staff_code() AS code`;
    const added = await tx.$queryRaw<{ id: string; ref: string }[]>`
      INSERT INTO supervision_session (ward_id, contract_id, session_ref, held_on, start_time, minutes, kind, supervisor_code, external,
        status, place, video_url, themes, tentative, series_id, created_by, changed_at)
      SELECT ${people.wardId}::uuid, ${people.contractId}::uuid, one.ref, one.day::date, ${plan.startTime ?? null}, ${plan.minutes}, ${plan.kind},
        ${code?.code ?? supervisor.name}, ${!code?.code}, 'planned', ${plan.place ?? null}, ${plan.videoUrl ?? null}, ${plan.themes}::text[],
        ${plan.tentative}, ${days.length > 1 ? sessionRef : null}::uuid, ${people.userId}::uuid, ${supervisor.at.toISOString()}::timestamptz
      FROM unnest(${refs}::text[], ${days}::text[]) AS one (ref, day)
      RETURNING id::text, session_ref AS ref`;
    const ids = added.map(({ id }) => id);
    await tx.$executeRaw`
      INSERT INTO supervision_attendance (ward_id, contract_id, session_id, staff_id)
      SELECT ${people.wardId}::uuid, ${people.contractId}::uuid, session_id, staff_id
      FROM unnest(${ids}::uuid[]) AS session_id, unnest(${participants}::uuid[]) AS staff_id`;
    const sessionId = added.find(({ ref }) => ref === sessionRef)?.id ?? "";
    await recordDeed(tx, people, "supervisor", {
      ...{ action: "session.schedule", subject: "supervision_session", subjectId: sessionId },
      detail: { participants: participants.length, heldOn: days[0] ?? plan.heldOn, sessions: days.length },
    });
    await queueInvitations(tx, people, ids, "REQUEST", supervisor.mailing);
    return { ok: true, sessionId, sessions: days.length, duplicate: false };
  });
}
